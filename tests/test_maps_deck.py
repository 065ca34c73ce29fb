"""The map of plants and projects, as the browser gets it."""

from __future__ import annotations

import json
import math
from itertools import combinations
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import deck, flat_map, map_labels, map_names, maps, shapes, site_list, sites, theme

THEMES: tuple[theme.Theme, ...] = ("light", "dark")
FIVE = ("KAZ", "KGZ", "TJK", "TKM", "UZB")


def figure(value: float | None, **changes: Any) -> SimpleNamespace:
    """A row as `queries.places.figures` gives it: 95 million dollars, planned."""
    row = {
        "claim_id": "c1",
        "country": "KGZ",
        "measure": "money USD",
        "indicator_name": "Project cost",
        "dimension": None,
        "value": value,
        "low": None,
        "high": None,
        "value_text": str(value),
        "qualifier": "exact",
        "unit": "USD",
        "kind": "planned",
        "direction": None,
        "period": None,
        "publisher": None,
    }
    return Row(**{**row, **changes})


class Row(SimpleNamespace):
    """A row can be a key, as a named tuple can."""

    def __hash__(self) -> int:  # type: ignore[override]
        return id(self)


def site(place: str, *figures: SimpleNamespace, **changes: Any) -> sites.Site:
    known = {"lat": 42.87, "lon": 74.59, "country": "KGZ", "country_name": "Kyrgyzstan", "exact": True}
    return sites.Site(place=place, anchor="above", figures=figures, **{**known, **changes})


def drawn(*found: sites.Site, shown: theme.Theme = "light", country: str = "all") -> dict[str, Any]:
    """The deck's layers by id."""
    chart = maps.places_map(list(found), "money USD", maps.view_of(country), shown)
    return {layer["id"]: layer for layer in json.loads(chart.to_json())["layers"]}


def test_the_deck_asks_for_no_basemap() -> None:
    """A style of null would make the browser fetch tiles; pydeck's own placeholder is left alone."""
    spec = json.loads(maps.places_map([], "money USD", maps.view_of("all"), "light").to_json())
    assert spec["mapStyle"] == "__MAP_STYLE__"
    assert "mapProvider" not in spec


def test_a_key_of_a_map_service_on_the_server_reaches_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPBOX_API_KEY", "a key")
    chart = maps.places_map([], "money USD", maps.view_of("all"), "light")
    assert chart.mapbox_key is None
    assert "a key" not in chart.to_json()


def test_the_deck_is_one_line() -> None:
    text = maps.places_map([], "money USD", maps.view_of("all"), "light").to_json()
    assert "\n" not in text
    assert len(text) < 260_000


@pytest.mark.parametrize("n", [0, 1, 2, 5])
@pytest.mark.parametrize("shown", THEMES)
def test_any_number_of_sites_can_be_drawn(n: int, shown: theme.Theme) -> None:
    layers = drawn(*(site(f"S{i}", figure(10.0 * i), lon=60 + i) for i in range(n)), shown=shown)
    assert len(layers["sites"]["data"]) == n


def test_the_area_of_a_circle_is_the_amount() -> None:
    layers = drawn(site("A", figure(100e6)), site("B", figure(25e6), lon=70))
    assert [circle["radius"] for circle in layers["planned"]["data"]] == [34, 17]


def test_equal_amounts_have_equal_circles() -> None:
    layers = drawn(site("A", figure(7)), site("B", figure(7), lon=70))
    assert len({circle["radius"] for circle in layers["planned"]["data"]}) == 1


def test_zero_is_a_point_and_no_circle() -> None:
    layers = drawn(site("A", figure(0)))
    assert [circle["radius"] for circle in layers["planned"]["data"]] == [0]
    assert len(layers["exact"]["data"]) == 1


def test_all_missing_are_small_rings() -> None:
    layers = drawn(site("A", named_in="About A"), site("B", named_in="About B", lon=70))
    assert layers["planned"]["data"] == layers["observed"]["data"] == layers["exact"]["data"] == []
    assert len(layers["hollow"]["data"]) == 2
    assert layers["sites"]["data"][0]["facts"] == "No figure found. Named in: About A"


@pytest.mark.parametrize("kind", sites.FUTURE)
def test_what_is_not_yet_so_is_never_filled(kind: str) -> None:
    layers = drawn(site("A", figure(5, kind=kind)))
    assert layers["observed"]["data"] == []
    assert layers["planned"]["filled"] is False


def test_what_is_observed_is_filled() -> None:
    layers = drawn(site("A", figure(5, kind="observed")))
    assert layers["planned"]["data"] == []
    assert layers["observed"]["filled"] is True


@pytest.mark.parametrize("kind", ["change", "share"])
def test_a_change_or_a_share_is_no_amount(kind: str) -> None:
    layers = drawn(site("A", figure(5, kind=kind)))
    assert layers["planned"]["data"] == layers["observed"]["data"] == []


def test_only_one_unit_is_compared() -> None:
    layers = drawn(site("A", figure(5), figure(9e9, unit="KZT", measure="money KZT")))
    assert [circle["radius"] for circle in layers["planned"]["data"]] == [34]


def test_a_range_has_a_circle_for_each_end_and_none_between() -> None:
    layers = drawn(site("A", figure(None, low=25.0, high=100.0, qualifier="range")))
    assert [circle["radius"] for circle in layers["planned"]["data"]] == [34, 17]


def test_an_amount_in_words_has_no_circle() -> None:
    layers = drawn(site("A", figure(None, low=20.0, high=99.0, qualifier="vague", value_text="dozens")))
    assert layers["planned"]["data"] == []


def test_an_approximate_position_is_drawn_otherwise() -> None:
    layers = drawn(site("A", figure(5), exact=False), site("B", figure(5), lon=70))
    assert len(layers["approximate"]["data"]) == len(layers["hollow"]["data"]) == 1
    assert len(layers["exact"]["data"]) == 1


@pytest.mark.parametrize("shown", THEMES)
@pytest.mark.parametrize("country", FIVE)
def test_a_country_has_its_colour(country: str, shown: theme.Theme) -> None:
    layers = drawn(site("A", figure(5), country=country), shown=shown)
    assert layers["exact"]["data"][0]["colour"] == deck.rgba(theme.COUNTRY[shown][country])


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "{source}",
    "@@=1+1",
    "@@=(((",
    "@@=f()",
    "@@#X.Y",
    "Farg'ona",
    "Қостанай",
    "picture.png",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_of_articles_are_not_read_as_code(text: str) -> None:
    layers = drawn(site(text, named_in=text), site("B", figure(5, indicator_name=text), lon=70))
    told = layers["sites"]["data"]
    for words in (*(one[key] for one in told for key in ("title", "position", "facts")), *names(layers)):
        assert not words.startswith("@@")
        assert "{" not in words
        assert "}" not in words
    assert told[0]["title"].lstrip("\u200b").replace("｛", "{").replace("｝", "}") == text


def names(layers: dict[str, Any]) -> list[str]:
    return [row["text"] for row in layers["names"]["data"] + layers["country-names"]["data"]]


def test_the_tooltip_holds_placeholders_only() -> None:
    spec = json.loads(maps.places_map([], "money USD", maps.view_of("all"), "light").to_json())
    chart = maps.places_map([site("A", figure(5))], "money USD", maps.view_of("all"), "light")
    assert chart._tooltip["html"] == maps.TOOLTIP
    assert "tooltip" not in spec or "{title}" in json.dumps(spec["tooltip"])


@given(st.text())
def test_no_text_at_all_is_read_as_code(text: str) -> None:
    cleaned = deck.clean(text)
    assert not cleaned.startswith("@@")
    assert not set("{}") & set(cleaned)


@pytest.mark.parametrize("country", ["all", *FIVE])
def test_a_view_holds_its_country(country: str) -> None:
    view = maps.view_of(country)
    west, south, east, north = deck.edges(country)
    across, down = deck.SIZE[0] / 2 + 1, deck.SIZE[1] / 2 + 1
    for lon, lat in ((west, south), (east, north)):
        x, y = view.xy(lon, lat)
        assert abs(x) <= across
        assert abs(y) <= down or view.zoom == deck.CLOSEST


def test_names_stay_clear_of_each_other_and_of_circles() -> None:
    """As many sites as a busy map has, over the whole region and in one valley."""
    found = [
        site(f"Place number {i}", figure(i), lon=52 + 3 * (i % 10), lat=38 + 4 * (i // 10)) for i in range(30)
    ]
    found += [site(f"Valley {i}", figure(i), lon=71 + i / 4, lat=40.6) for i in range(8)]
    view = maps.view_of("all")
    radii = sites.radii(found, sites.circles(found, "money USD"), maps.DOT)
    taken = [map_labels.box_of(*view.xy(s.lon, s.lat), 2 * r, 2 * r) for s, r in radii.items()]
    placed = list(map_labels.placed(map_names.wanted(radii, view, 14).values(), taken, maps.PAGE))
    boxes = [one.box for one in placed]
    assert len(placed) > 15
    assert not any(a.touches(b) for a, b in combinations(boxes, 2))
    assert not any(a.touches(b) for a in boxes for b in taken)
    assert all(box.inside(maps.PAGE) for box in boxes)


def test_all_five_countries_are_named_on_an_empty_map() -> None:
    named = {row["text"] for row in drawn()["country-names"]["data"]}
    assert named == {"KAZAKHSTAN", "KYRGYZSTAN", "TAJIKISTAN", "TURKMENISTAN", "UZBEKISTAN"}


def test_cities_help_to_find_the_way_and_are_not_drawn_twice() -> None:
    layers = drawn(site("Bishkek", figure(5)))
    assert names(layers).count("Bishkek") == 1
    assert {"Astana", "Tashkent"} <= set(names(layers))


def test_a_chosen_country_is_brighter_than_the_others() -> None:
    layers = drawn(country="KGZ")
    assert [feature["id"] for feature in layers["countries"]["data"]] == ["KGZ"]
    assert len(layers["other-countries"]["data"]) == 4


def test_pixels_agree_with_web_mercator() -> None:
    view = deck.View(70, 45, 3.5)
    x, y = view.xy(71, 45)
    assert x == pytest.approx(512 * 2**3.5 / 360)
    assert y == pytest.approx(0, abs=1e-9)
    assert view.xy(70, 46)[1] < 0


@pytest.mark.parametrize("text", HOSTILE)
def test_the_list_and_the_flat_picture_escape_every_word(text: str) -> None:
    found = [site(text, named_in=text), site("B", figure(5, indicator_name=text), lon=70)]
    for html in (
        site_list.listed(found, "money USD"),
        site_list.key(found, "money USD"),
        flat_map.flat_map(found, "money USD", "all", "light"),
    ):
        assert "<img src=x" not in html
        assert "onerror=alert(1)>" not in html


@pytest.mark.parametrize("shown", THEMES)
@pytest.mark.parametrize("n", [0, 1, 2, 5])
def test_the_flat_picture_has_the_same_circles(n: int, shown: theme.Theme) -> None:
    found = [site(f"S{i}", figure(1.0 + i), lon=60 + i) for i in range(n)]
    html = flat_map.flat_map(found, "money USD", "all", shown)
    assert html.count("%3Ccircle") == 2 * n  # a ring, and a dot in its middle
    assert "http://www.w3.org/2000/svg" in html


def test_the_key_names_a_round_amount_and_only_what_is_there() -> None:
    key = site_list.key([site("A", figure(1.5e9, kind="observed"))], "money USD")
    assert "area of a circle: this one is 500 million USD" in key
    assert "observed" in key
    assert "planned" not in key
    assert "named in an article" not in key
    assert "somewhere" not in key


def test_one_site_is_pointed_at_or_all_are_listed() -> None:
    found = [site("A"), site("B")]
    assert sites.picked(found, {"sites": [1]}) == [found[1]]
    assert sites.picked(found, {}) == found
    assert sites.picked(found, {"sites": [7]}) == found  # a place that another choice has taken away


def test_shapes_are_handed_out_whole_and_read_once() -> None:
    assert shapes.features("focus") is shapes.features("focus")
    assert math.isclose(shapes.Frame(0, 0, 10, 10, 100).xy(10, 0)[0], 100)
