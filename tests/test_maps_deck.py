"""The map of plants and projects, as the browser gets it."""

from __future__ import annotations

import json
import math
from datetime import date
from itertools import combinations
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import (
    classes,
    deck,
    flat_map,
    geo_files,
    ground,
    map_key,
    map_labels,
    map_layout,
    maps,
    picture,
    shapes,
    site_list,
    sites,
    slide_room,
    theme,
)  # fmt: skip
from dashboard.clipped import MARGIN, clipped
from dashboard.drawing import Drawing
from dashboard.shapes import FIVE

THEMES: tuple[theme.Theme, ...] = ("light", "dark")
MONEY = "money USD"
TODAY = date(2026, 11, 23)


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
        "period_last": None,
        "publisher": None,
        "makes": False,
        "stage": None,
        "stage_words": None,
    }
    return Row(**{**row, **changes})


class Row(SimpleNamespace):
    """A row can be a key, as a named tuple can."""

    def __hash__(self) -> int:  # type: ignore[override]
        return id(self)


def site(place: str, *figures: SimpleNamespace, **changes: Any) -> sites.Site:
    known = {"lat": 42.87, "lon": 74.59, "country": "KGZ", "country_name": "Kyrgyzstan", "exact": True}
    usual = {"kind": "city", "anchor": "above", "figures": figures}
    return sites.Site(place=place, **{**usual, **known, **changes})


def drawing(*found: sites.Site, **changes: Any) -> Drawing:
    return Drawing(list(found), **{"measure": MONEY, "today": TODAY, **changes})


def layers_of(asked: Drawing, shown: theme.Theme = "light") -> dict[str, Any]:
    """The deck's layers by id; that which has none, and is pointed at, as "sites"."""
    spec = json.loads(maps.places_map(asked, shown).to_json())
    return {layer.get("id", "sites"): layer for layer in spec["layers"]}


def drawn(*found: sites.Site, shown: theme.Theme = "light", country: str = "all") -> dict[str, Any]:
    return layers_of(drawing(*found, country=country), shown)


def marks_of(layers: dict[str, Any]) -> list[str]:
    """The marks of stages, in the order of the sites."""
    return [icon["mark"] for icon in layers["stages"]["data"]]


def test_the_deck_asks_for_no_basemap() -> None:
    """A style of null would make the browser fetch tiles; pydeck's own placeholder is left alone."""
    spec = json.loads(maps.places_map(drawing(), "light").to_json())
    assert spec["mapStyle"] == "__MAP_STYLE__"
    assert "mapProvider" not in spec


def test_a_key_of_a_map_service_on_the_server_reaches_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPBOX_API_KEY", "a key")
    chart = maps.places_map(drawing(), "light")
    assert chart.mapbox_key is None
    assert "a key" not in chart.to_json()


def test_the_deck_is_one_line() -> None:
    text = maps.places_map(drawing(), "light").to_json()
    assert "\n" not in text
    assert len(text) < 20_000  # shapes have addresses: the browser keeps them


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
    assert marks_of(layers) == ["planned"]


def test_all_missing_are_places_of_which_no_stage_is_said() -> None:
    layers = drawn(site("A", named_in="About A"), site("B", named_in="About B", lon=70))
    assert layers["planned"]["data"] == layers["observed"]["data"] == []
    assert marks_of(layers) == ["unsaid", "unsaid"]
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
    assert [icon["at"][0] for icon in layers["approximate"]["data"]] == [74.59]
    assert len(layers["stages"]["data"]) == 2


@pytest.mark.parametrize("shown", THEMES)
@pytest.mark.parametrize("country", FIVE)
def test_a_country_has_its_colour(country: str, shown: theme.Theme) -> None:
    layers = drawn(site("A", figure(5), country=country), shown=shown)
    assert layers["stages"]["data"][0]["colour"] == deck.rgba(theme.COUNTRY[shown][country])


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
    for words in (
        *(one[key] for one in told for key in ("key", "title", "position", "facts")),
        *names(layers),
    ):
        assert not words.startswith("@@")
        assert "{" not in words
        assert "}" not in words
    named = next(one for one in told if one["facts"].startswith("No figure"))
    assert named["title"].lstrip("\u200b").replace("｛", "{").replace("｝", "}") == text


def names(layers: dict[str, Any]) -> list[str]:
    return [row["text"] for row in layers["names"]["data"] + layers["country-names"]["data"]]


def test_the_tooltip_holds_placeholders_only() -> None:
    spec = json.loads(maps.places_map(drawing(), "light").to_json())
    chart = maps.places_map(drawing(site("A", figure(5))), "light")
    assert chart._tooltip["html"] == maps.TOOLTIP
    assert "tooltip" not in spec or "{title}" in json.dumps(spec["tooltip"])


@given(st.text())
def test_no_text_at_all_is_read_as_code(text: str) -> None:
    cleaned = deck.clean(text)
    assert not cleaned.startswith("@@")
    assert not set("{}") & set(cleaned)


@pytest.mark.parametrize("country", ["all", *FIVE])
def test_a_view_holds_its_country(country: str) -> None:
    view = deck.view_of(country)
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
    view = deck.view_of("all")
    busy, page = drawing(*found), map_labels.box_of(0, 0, *deck.SIZE)
    taken = [map_labels.box_of(*view.xy(s.lon, s.lat), 2 * r, 2 * r) for s, r in busy.radii.items()]
    placed = map_layout.words(busy, map_layout.Room(view, page, busy.radii, 14, 14)).names.values()
    boxes = [one.box for one in placed]
    assert len(placed) > 15
    assert not any(a.touches(b) for a, b in combinations(boxes, 2))
    assert not any(a.touches(b) for a in boxes for b in taken)
    assert all(box.inside(page) for box in boxes)


def test_all_five_countries_are_named_on_an_empty_map() -> None:
    named = {row["text"] for row in drawn()["country-names"]["data"]}
    assert named == {"KAZAKHSTAN", "KYRGYZSTAN", "TAJIKISTAN", "TURKMENISTAN", "UZBEKISTAN"}


def test_cities_help_to_find_the_way_and_are_not_drawn_twice() -> None:
    layers = drawn(site("Bishkek", figure(5)))
    assert names(layers).count("Bishkek") == 1
    assert {"Astana", "Tashkent"} <= set(names(layers))


def test_a_chosen_country_is_brighter_than_the_others() -> None:
    fills = drawn(country="KGZ")["countries"]["getFillColor"]
    bright, pale = (
        json.dumps(deck.rgba(c), separators=(",", ":"))
        for c in (theme.LAND["light"], ground.FAR_LAND["light"])
    )
    assert f"id=='KGZ'?{bright}" in fills
    assert f"id=='KAZ'?{pale}" in fills


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
        site_list.listed(drawing(*found, picked=found[0])),
        map_key.key(drawing(*found), "light"),
        flat_map.flat_map(drawing(*found), "light"),
    ):
        assert "<img src=x" not in html
        assert "onerror=alert(1)>" not in html


@pytest.mark.parametrize("shown", THEMES)
@pytest.mark.parametrize("n", [0, 1, 2, 5])
def test_the_flat_picture_has_the_same_circles_and_squares(n: int, shown: theme.Theme) -> None:
    found = [site(f"S{i}", figure(1.0 + i), lon=60 + i) for i in range(n)]
    html = flat_map.flat_map(drawing(*found), shown)
    assert html.count("%3Ccircle cx") - html.count("%3Ccircle cx=%228%22") == n
    assert html.count("ox-stage-planned") == n
    assert "http://www.w3.org/2000/svg" in html


def test_the_key_names_a_round_amount_and_only_what_is_there() -> None:
    key = map_key.key(drawing(site("A", figure(1.5e9, kind="observed"))), "light")
    assert "area: 100 million USD" in key
    assert "observed" in key
    assert "planned, target or forecast" not in key
    assert "stage not said" in key
    assert "approximate</span>" not in key


def test_a_picked_site_has_a_ring_on_both_maps_and_stands_out_in_the_list() -> None:
    found = [site("A"), site("B", lon=70)]
    chosen = drawing(*found, picked=found[1])
    (ring,) = layers_of(chosen)["picked"]["data"]
    assert ring["at"] == [70, 42.87]
    assert flat_map.flat_map(chosen, "light").count("aria-current") == 1
    assert site_list.listed(chosen).count("<div class='ox-site' aria-current='true'>") == 1
    assert "picked" not in layers_of(drawing(*found))


def test_a_square_shrinks_with_the_age_of_what_it_tells_and_the_key_says_so() -> None:
    old = figure(95, stage="construction", period_last=date(2014, 12, 31))
    found = [site("A", old), site("B", figure(5, period_last=date(2030, 12, 31)), lon=70)]
    assert [icon["size"] for icon in layers_of(drawing(*found))["stages"]["data"]] == [8.7, 14]
    assert flat_map.flat_map(drawing(*found), "light").count("ox-m-older") == 1
    listed = site_list.listed(drawing(*found))
    assert listed.count("ox-stage-construction ox-m-older") == 1
    assert listed.count("ox-m-planned ox-m-exact ox-m-older") == 1
    assert listed.count("ox-m-older") == 2
    assert "smallest: over 8 years old" in map_key.key(drawing(*found), "light")
    assert "years old" not in map_key.key(drawing(found[1]), "light")


def test_a_figure_that_shades_has_the_mark_of_its_age_and_the_key_says_so() -> None:
    key = map_key.key(drawing(rows={"KAZ": rate(23.5, age=1)}), "light")
    assert "ox-m-observed ox-m-exact ox-m-old'" in key
    assert key.count("smaller: over 3 years old") == 1


def test_a_circle_that_its_mark_covers_is_spoken_of() -> None:
    found = [site("A", figure(5000)), site("B", figure(5), lon=70)]
    assert "small ones are covered" in map_key.key(drawing(*found), "light")
    assert "covered" not in map_key.key(drawing(found[0]), "light")


def test_the_name_of_a_picked_site_is_said_however_full_the_map_is() -> None:
    found = [site(f"Valley {i}", figure(1e6), lon=71 + i / 40, lat=40.6) for i in range(30)]
    assert "Valley 17" not in names(layers_of(drawing(*found)))
    assert "Valley 17" in names(layers_of(drawing(*found, picked=found[17])))
    assert ">Valley 17</span>" in flat_map.flat_map(drawing(*found, picked=found[17]), "light")


def test_a_link_to_a_site_keeps_the_country_that_is_looked_at() -> None:
    """A name may be shorter where it need not be told from those of other countries."""
    html = site_list.listed(drawing(site("Osh"), country="KGZ"))
    assert "href='places?place_country=KGZ&amp;place_site=Osh'" in html


def test_a_flat_picture_is_as_long_as_what_is_in_it() -> None:
    west, south, east, north = deck.edges("KGZ")
    near = shapes.Frame(west, south, east, north, width=358)
    assert len(picture.outline(near, "KGZ")) > 3000
    assert picture.outline(near, "TKM") == ""
    assert len(picture.outline(near, "KAZ")) < len(picture.outline(near, "KGZ"))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.floats(-50, 150), st.floats(-50, 150)), max_size=9))
def test_what_is_cut_off_a_shape_is_outside_of_the_picture(ring: list[tuple[float, float]]) -> None:
    kept = clipped(ring, 100, 80)
    assert all(
        -MARGIN - 0.01 <= x <= 100 + MARGIN + 0.01 and -MARGIN - 0.01 <= y <= 80 + MARGIN + 0.01
        for x, y in kept
    )
    assert [point for point in ring if 0 <= point[0] <= 100 and 0 <= point[1] <= 80] == [
        point for point in kept if point in ring and 0 <= point[0] <= 100 and 0 <= point[1] <= 80
    ]


def test_each_site_can_be_picked_in_the_list_and_on_the_flat_map() -> None:
    asked = drawing(site("A"), site("B's", lon=70))
    for html in (site_list.listed(asked), flat_map.flat_map(asked, "light")):
        assert "data-site='A'" in html
        assert "data-site='B&#x27;s' href='places?place_site=B%27s'" in html


def test_of_very_many_sites_each_has_one_figure_until_it_is_picked() -> None:
    found = [site(f"S{n}", figure(n), figure(n + 1), lon=50 + n / 3) for n in range(site_list.MANY + 1)]
    few, many = drawing(*found[1:]), drawing(*found, picked=found[0])
    assert site_list.listed(few).count("ox-site-fact") == 2 * site_list.MANY
    assert site_list.listed(many).count("ox-site-fact") == site_list.MANY + 2
    assert site_list.listed(many).count("and 1 figure more: pick the place") == site_list.MANY


def test_small_circles_can_be_pointed_at_inside_large_ones() -> None:
    told = drawn(site("A", figure(1)), site("B", figure(1e6)))["sites"]["data"]
    assert [one["title"] for one in told] == ["B", "A"]  # the last is drawn over the others


def test_what_is_pointed_at_has_no_id() -> None:
    """Streamlit greys out the map when an object of a layer that it knows by name is chosen."""
    spec = json.loads(maps.places_map(drawing(site("A")), "light").to_json())
    assert [layer.get("id") for layer in spec["layers"] if layer.get("pickable")] == [None]


def test_places_of_one_name_are_told_apart() -> None:
    found = [
        site("Suzak", country_name="Kazakhstan"), site("Suzak"), site("Osh"),
        site("Bukhara", kind="city"), site("Bukhara", kind="province"),
    ]  # fmt: skip
    assert list(sites.names(found).values()) == [
        "Suzak, Kazakhstan", "Suzak, Kyrgyzstan", "Osh", "Bukhara (city)", "Bukhara (province)",
    ]  # fmt: skip


def rate(value: float | None, kind: str = "observed", **changes: Any) -> Row:
    """A row as `queries.indicator.newest` gives it, in words."""
    usual = {"label": f"{value} %", "when": "2023", "kind": kind, "unit": "percent", "unit_family": "rate"}
    return Row(
        value=value,
        **{"claim_id": "c1", "qualifier": "exact", "low": None, "high": None, "age": 0, **usual, **changes},
    )


def test_shades_follow_the_rules_of_the_small_map() -> None:
    rows = {"KAZ": rate(23.5), "KGZ": rate(0), "TJK": rate(17, "target"), "UZB": rate(17)}
    fills = layers_of(drawing(rows=rows))["countries"]["getFillColor"]
    ramp = [json.dumps(deck.rgba(colour), separators=(",", ":")) for colour in classes.RAMP]
    assert f"id=='KAZ'?{ramp[3]}" in fills
    assert f"id=='KGZ'?{ramp[0]}" in fills
    assert f"id=='TJK'?{json.dumps(deck.rgba(theme.LAND['light']), separators=(',', ':'))}" in fills
    assert f"id=='TKM'?{json.dumps(deck.rgba(theme.NODATA['light']), separators=(',', ':'))}" in fills


def test_a_country_without_a_figure_is_hatched_on_both_maps_and_in_the_key() -> None:
    asked = drawing(rows={c: rate(5) for c in FIVE[1:]})
    assert "id=='KAZ'" in layers_of(asked)["no-data"]["getFillColor"]
    assert f'fill="{picture.HATCHED}"' in unquote(flat_map.flat_map(asked, "light"))
    assert "ox-swatch-hatched" in map_key.key(asked, "light")
    assert "no-data" not in layers_of(drawing(rows={c: rate(5) for c in FIVE}))


def test_countries_say_their_figure_with_its_year_or_that_there_is_none() -> None:
    layers = layers_of(drawing(rows={"KAZ": rate(23.5), "UZB": rate(17, "target", when="2030")}))
    said = {row["text"] for row in layers["country-names"]["data"]}
    assert {"KAZAKHSTAN\n23.5 % · 2023", "UZBEKISTAN\n17 % · target 2030", "TURKMENISTAN\nno data"} <= said


def test_every_figure_that_shades_opens_its_sentence() -> None:
    key = map_key.key(drawing(rows={"KAZ": rate(23.5, claim_id="a&b"), "UZB": rate(17, "target")}), "light")
    assert "href='evidence?claim=a%26b'" in key
    assert key.count("evidence?claim=") == 2
    assert "Kyrgyzstan no data" in key


KINDS = ("observed", "target", "planned", "forecast", "share", "change")
FIGURES = st.builds(
    figure,
    st.integers(0, 10**9),
    kind=st.sampled_from(KINDS),
    qualifier=st.sampled_from(("exact", "about", "more_than", "less_than", "vague")),
)
RATES = st.builds(
    rate, st.integers(0, 120), kind=st.sampled_from(KINDS), unit_family=st.sampled_from(("rate", "count"))
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(FIGURES, max_size=4), max_size=4))
def test_only_what_was_observed_is_a_filled_circle(told: list[list[Row]]) -> None:
    """Whatever is told of however many sites."""
    found = [site(f"S{n}", *figures, lon=60 + n) for n, figures in enumerate(told)]
    layers = drawn(*found)
    said = [row for figures in told for row in figures if row.qualifier != "vague"]
    assert len(layers["observed"]["data"]) == sum(row.kind == "observed" for row in said)
    assert len(layers["planned"]["data"]) == sum(row.kind in sites.FUTURE for row in said)
    assert layers["observed"]["filled"] is True
    assert layers["planned"]["filled"] is False


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(FIVE), RATES))
def test_only_what_was_observed_shades_a_country(rows: dict[str, Row]) -> None:
    shades = drawing(rows=rows).shades("light")
    assert shades is not None
    for country in FIVE:
        row = rows.get(country)
        if shades[country].fill in classes.RAMP:
            assert row is not None
            assert (row.kind, row.unit_family) == ("observed", "rate")
        if row is None:
            assert shades[country].fill == theme.NODATA["light"]


def test_a_shape_has_an_address_that_changes_with_the_file() -> None:
    assert geo_files.address("focus").startswith("geo/focus.geojson?v=")
    assert geo_files.address("focus") != geo_files.address("lakes")


def test_shapes_are_handed_out_whole_and_read_once() -> None:
    assert shapes.features("focus") is shapes.features("focus")
    assert math.isclose(shapes.Frame(0, 0, 10, 10, 100).xy(10, 0)[0], 100)


def test_the_map_on_a_slide_leaves_room_for_what_stands_round_it() -> None:
    key = map_key.key(drawing(site("A", figure(5))), "light")
    _, free = slide_room.size("Figures for 1 place in 1 country.", key, "<b>Sources</b> A · B")
    _, longer = slide_room.size("Figures for 1 place in 1 country. " * 3, key, "<b>Sources</b> A · B")
    _, shaded = slide_room.size("", map_key.key(drawing(site("A", figure(5)), rows={}), "light"), "")
    _, cited = slide_room.size("", key, "evidence " * 40)
    assert free - longer == slide_room.TAKEAWAY
    assert free - shaded == slide_room.KEY
    assert free - cited == 2 * slide_room.FOOT
    assert slide_room.size("word " * 500, key, "")[1] == slide_room.LOWEST
