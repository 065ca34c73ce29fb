"""Plants and projects: which claims go on the map, where, and what the page says of them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1.element_tree import ButtonGroup

from dashboard import site_words, sites
from dashboard.queries import places
from etl.model import Claim, Subject
from etl.store.reference_rows import reference_rows
from tests import page_world
from tests.store_world import Said, Store, a_claim, amount

WASTE = (
    "Waste plants in Kyrgyzstan\n\n"
    "Bishkek's plant is to take 1,000 tons a day, later 3,000 tons a day. It costs $95 million.\n"
)
WIND = "Wind turbines in Bukhara Region\n\nUzbekistan saw a $650 million wind station opened.\n"
CITY = "A new school\n\nBukhara in Uzbekistan spent $650 million on a works.\n"
HUB = "Uzbekistan backs seeds\n\nThe hub in Yukorichirchik will receive a $200 million investment.\n"
TANKS = "A defence hub at the Semey tank plant\n\nThere are 124 companies in Kazakhstan.\n"
LINK = "A grant for two valleys\n\nTurkmenistan gives 560,000 manat to Lebap and Dashoguz.\n"
DAM = "A dam on the Naryn\n\nThe plant will have 1,860 MW.\n"
SHARED = "Tunnels begin in Suzak district\n\nKyrgyzstan gave $5 million, and Kazakhstan lies north of it.\n"
OBESE = "Weight\n\nObesity in Tajikistan was 17.4%, in Uzbekistan it is to be 12% by 2030.\n"
MAN = "A new minister\n\nKonaev met 20 people.\n"

CAPACITY = Subject("waste_plant_capacity", "capacity", "industry")
COST = Subject("project_cost", "project_cost", "investment")


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store that knows the gazetteer, and the dashboard looking at it."""
    store = Store(tmp_path / "store", given=reference_rows())
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    return store


def claim(text: str, quote: str, value: str, unit: str, **changes: object) -> Claim:
    subject = COST if len(unit) == 3 else CAPACITY
    made = replace(amount(value), unit=unit)
    title = text.split("\n", maxsplit=1)[0]
    given = {"subject": subject, "kind": "planned", "title": title, "country": "KGZ", **changes}
    return a_claim(quote, value, text, amount=made, **given)


def said(name: str, text: str, *claims: Claim) -> Said:
    return Said(name, tuple(replace(c, article=name) for c in claims), text)


def waste() -> Said:
    return said(
        "waste",
        WASTE,
        claim(WASTE, "1,000 tons a day", "1000", "t/day", place="Bishkek"),
        claim(WASTE, "3,000 tons a day", "3000", "t/day", place="Bishkek"),
        claim(WASTE, "$95 million", "95000000", "USD", place="Bishkek"),
    )


def test_two_stages_of_a_plant_are_two_figures(world: Store) -> None:
    world.build(waste())
    found = places.figures()
    assert list(found.measure) == ["capacity t/day", "capacity t/day", "money USD"]
    assert list(found.value) == [3000, 1000, 95_000_000]


def test_a_province_is_meant_where_the_article_calls_it_one(world: Store) -> None:
    at = {"place": "Bukhara", "country": "UZB"}
    world.build(
        said("wind", WIND, claim(WIND, "$650 million", "650000000", "USD", **at)),
        said("city", CITY, claim(CITY, "$650 million", "650000000", "USD", **at)),
    )
    assert sorted(places.figures()[["title", "place_kind"]].itertuples(index=False, name=None)) == [
        ("A new school", "city"),
        ("Wind turbines in Bukhara Region", "province"),
    ]


def test_a_claim_about_two_places_stands_at_both(world: Store) -> None:
    one = claim(LINK, "560,000 manat", "560000", "TMT", place="Lebap;Dashoguz", country="TKM")
    world.build(said("link", LINK, one))
    assert sorted(places.figures().place) == ["Dashoguz", "Lebap"]


def test_a_plant_that_is_named_as_the_dimension_stands_where_it_is(world: Store) -> None:
    plant = replace(CAPACITY, dimension="kambarata_1")
    world.build(said("dam", DAM, claim(DAM, "1,860 MW", "1860", "MW", subject=plant)))
    assert list(places.figures().place) == ["Kambarata-1"]


@pytest.mark.parametrize(
    "changes",
    [
        {"subject": Subject("budget_revenue", "budget", "finance")},
        {"subject": Subject("school_places", "schools", "education")},
        {"place": None},
        {"duplicate_of": WASTE.index("1,000 tons")},
    ],
    ids=["a budget", "schools", "no place", "a repeat"],
)
def test_what_is_no_plant_or_project_stays_off_the_map(world: Store, changes: dict[str, object]) -> None:
    one = claim(WASTE, "$95 million", "95000000", "USD", **{"place": "Bishkek", **changes})
    kept = claim(WASTE, "1,000 tons a day", "1000", "t/day", place="Bishkek")
    world.build(said("waste", WASTE, kept, one))
    assert list(places.figures().value) == [1000]


def test_a_district_that_geonames_lacks_is_on_the_map_as_approximate(world: Store) -> None:
    world.build(
        said(
            "hub", HUB, claim(HUB, "$200 million", "200000000", "USD", place="Yukorichirchik", country="UZB")
        )
    )
    (site,) = sites.sites(places.figures(), places.named())
    assert (site.place, site.exact) == ("Yukorichirchik", False)
    assert "position approximate" in site_words.position(site)


def test_a_place_of_which_no_figure_is_told_is_named(world: Store) -> None:
    world.build(said("tanks", TANKS, a_claim("124 companies", "124", TANKS, country="KAZ")))
    (site,) = sites.sites(places.figures(), places.named())
    assert (site.place, site.figures, site.named_in) == ("Semey", (), TANKS.split("\n", maxsplit=1)[0])
    assert site.claim_id


def test_a_province_that_is_called_one_is_named_and_not_its_city(world: Store) -> None:
    world.build(said("wind", WIND, a_claim("$650 million", "650", WIND, country="UZB")))
    assert list(places.named()[["place", "place_kind"]].itertuples(index=False, name=None)) == [
        ("Bukhara", "province")
    ]


def test_a_person_of_a_place_name_is_no_place(world: Store) -> None:
    """The article does not name the country of the town of Konaev."""
    world.build(said("man", MAN, a_claim("20 people", "20", MAN, country=None)))
    assert places.named().empty


def test_a_name_of_two_countries_is_a_place_of_that_which_the_article_is_about(world: Store) -> None:
    world.build(said("tunnels", SHARED, claim(SHARED, "$5 million", "5000000", "USD")))
    assert list(places.named()[["place", "country"]].itertuples(index=False, name=None)) == [
        ("Suzak district", "KGZ")
    ]


def test_a_capital_that_is_named_is_not_pinned(world: Store) -> None:
    world.build(said("waste", WASTE, a_claim("1,000 tons", "1000", WASTE)))
    assert places.named().empty


def test_a_place_without_a_position_is_told(world: Store) -> None:
    world.build(said("waste", WASTE, claim(WASTE, "$95 million", "95000000", "USD", place="Nowhere")))
    assert places.figures().empty
    assert "Nowhere" in site_words.left_out(places.unplaced())


def deck(at: Any) -> dict[str, Any]:
    (chart,) = at.get("deck_gl_json_chart")
    layers: dict[str, Any] = {
        layer.get("id", "sites"): layer for layer in json.loads(chart.proto.json)["layers"]
    }
    return layers


def test_the_page_shows_sites_circles_and_sentences(world: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    world.build(waste(), said("tanks", TANKS, a_claim("124 companies", "124", TANKS, country="KAZ")))
    at = page_world.opened("places", world.folder, monkeypatch)
    assert {site["title"] for site in deck(at)["sites"]["data"]} == {"Bishkek", "Semey"}
    assert "Largest on the map: Bishkek, 95 million USD (planned, 2024)." in page_world.said(at)
    assert page_world.markup(at).count("class='ox-site-fact' href='evidence?claim=") == 3
    assert "Named in: <a href='evidence?claim=" in page_world.markup(at)


def test_the_address_chooses_country_and_measure(world: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    world.build(waste())
    at = page_world.opened(
        "places",
        world.folder,
        monkeypatch,
        place_country="Kyrgyzstan",
        place_measure="Capacity or output, t a day",
    )
    assert [circle["radius"] for circle in deck(at)["planned"]["data"]] == [34.0, 19.6]
    assert "Bishkek, 3,000 t a day" in page_world.said(at)


def test_the_address_picks_a_place(world: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    world.build(waste())
    at = page_world.opened("places", world.folder, monkeypatch, place_site="Bishkek")
    assert len(deck(at)["picked"]["data"]) == 1
    assert "<div class='ox-site' aria-current='true'>" in page_world.markup(at)


def test_a_measure_stays_while_countries_are_gone_through(
    world: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.build(waste())
    at = page_world.opened(
        "places", world.folder, monkeypatch, place_measure="capacity t/day", place_country="TJK"
    )
    assert "left out" not in page_world.said(at)
    assert at.selectbox(key="place_measure").value == "capacity t/day"


def test_a_place_is_let_go_when_another_country_is_chosen(
    world: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.build(waste())
    at = page_world.opened("places", world.folder, monkeypatch, place_site="Bishkek")
    (countries,) = at.get("button_group")
    assert isinstance(countries, ButtonGroup)
    countries.set_value("TJK").run()
    assert "place_site" not in at.query_params
    assert "picked" not in deck(at)


def obese() -> Said:
    weight = {
        "subject": Subject("obesity_prevalence", "nutrition", "health"),
        "amount": replace(amount("17.4"), unit="percent"),
    }
    aim = {**weight, "amount": replace(amount("12"), unit="percent"), "kind": "target"}
    return said(
        "weight",
        OBESE,
        a_claim("17.4%", "17.4", OBESE, country="TJK", **weight),
        a_claim("12%", "12", OBESE, country="UZB", **aim),
    )


def test_the_address_chooses_what_shades_the_countries(world: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    world.build(waste(), obese())
    at = page_world.opened("places", world.folder, monkeypatch, place_shade="obesity_prevalence")
    notes = {row["text"] for row in deck(at)["country-names"]["data"]}
    assert "KAZAKHSTAN\nno data" in notes
    assert "Tajikistan 17.4 % · 2024" in page_world.said(at)
    assert "Uzbekistan 12 % · target 2024" in page_world.said(at)
    assert "only what was observed is coloured" in page_world.said(at)


def test_nothing_shades_the_countries_until_it_is_chosen(
    world: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.build(waste(), obese())
    at = page_world.opened("places", world.folder, monkeypatch)
    assert "no-data" not in deck(at)
    assert "no data" not in page_world.said(at)


def test_only_rates_that_a_whole_country_was_observed_at_can_shade(world: Store) -> None:
    world.build(waste(), obese())
    assert places.shades(["percent"]) == {"obesity_prevalence": "Obesity"}
    assert places.shades(["per_1000"]) == {}


def test_a_slide_has_the_map_and_no_list(world: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    world.build(waste())
    at = page_world.opened("places", world.folder, monkeypatch, present="1")
    assert deck(at)["sites"]["data"]
    assert "ox-site'" not in page_world.markup(at)


@pytest.mark.parametrize("country", ["All five", "Tajikistan"])
def test_an_empty_map_says_so(world: Store, monkeypatch: pytest.MonkeyPatch, country: str) -> None:
    world.build(said("man", MAN, a_claim("20 people", "20", MAN, country=None)))
    at = page_world.opened("places", world.folder, monkeypatch, place_country=country)
    assert "No plant or project was found" in page_world.said(at)
    assert deck(at)["sites"]["data"] == []
