"""The table of places: data/reference/README.md says what its columns mean."""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shapely
from shapely.geometry import Point, shape

ROOT = Path(__file__).parents[1]
KINDS = {"capital", "city", "town", "district", "site", "province"}
FIVE = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
# Two towns on the two sides of one border bear one name, and two districts far apart.
SHARED = {"Guliston", "Suzak district"}


def rows(name: str) -> list[dict[str, str]]:
    with (ROOT / "data/reference" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PLACES = rows("places.csv")


def spellings(place: dict[str, str]) -> list[str]:
    return [place["place"], *place["aliases"].split("|")]


def the(name: str, kind: str) -> dict[str, str]:
    (only,) = (p for p in PLACES if p["kind"] == kind and name in spellings(p))
    return only


def ids(place: dict[str, str]) -> str:
    return f"{place['place']}-{place['country']}-{place['kind']}"


@pytest.fixture(scope="module")
def shapes_by_country() -> dict[str, Any]:
    collection = json.loads((ROOT / "data/geo/focus.geojson").read_text("utf-8"))
    return {f["id"]: shape(f["geometry"]) for f in collection["features"]}


def test_a_place_is_known_by_name_country_and_kind() -> None:
    assert [
        k for k, n in Counter((p["place"], p["country"], p["kind"]) for p in PLACES).items() if n > 1
    ] == []


@pytest.mark.parametrize("place", PLACES, ids=ids)
def test_every_place_is_filled_in_and_lies_in_its_country(
    place: dict[str, str], shapes_by_country: dict[str, Any]
) -> None:
    assert place["kind"] in KINDS
    assert place["precision"] in {"point", "district", "province"}
    assert place["anchor"] in {"left", "right", "above", "below"}
    assert place["source"]
    point = Point(float(place["lon"]), float(place["lat"]))
    assert shapes_by_country[place["country"]].distance(point) <= 0.3


def test_a_point_set_by_hand_is_never_called_exact() -> None:
    exact = [p["place"] for p in PLACES if p["source"].startswith("by hand") and p["precision"] == "point"]
    assert exact == ["Zarafshan"]  # the one city that the sources lack


def test_a_spelling_names_one_place_of_a_country() -> None:
    named = defaultdict(list)
    for place in PLACES:
        for spelling in spellings(place):
            named[place["country"], spelling.casefold()].append(place)
    twice = {k: ps for k, ps in named.items() if len(ps) > 1}
    assert {k: ids(ps[0]) for k, ps in twice.items() if "province" not in {p["kind"] for p in ps}} == {}
    assert {k for k, ps in twice.items() if len({p["place"] for p in ps}) > 1} == set()


def test_a_spelling_in_two_countries_is_a_known_one() -> None:
    named = defaultdict(set)
    for place in PLACES:
        for spelling in spellings(place):
            named[spelling].add(place["country"])
    assert {name for name, countries in named.items() if len(countries) > 1} == SHARED


def spelling_errors() -> Iterator[str]:
    for place in PLACES:
        for alias in place["aliases"].split("|"):
            if not alias or alias != alias.strip() or alias == place["place"]:
                yield f"{ids(place)}: {alias!r}"


def test_aliases_are_other_spellings_without_stray_spaces() -> None:
    assert list(spelling_errors()) == []


@pytest.mark.parametrize(
    ("country", "provinces"), [("KAZ", 17), ("KGZ", 7), ("TJK", 4), ("TKM", 5), ("UZB", 13)]
)
def test_all_provinces_are_there(country: str, provinces: int) -> None:
    assert sum(p["kind"] == "province" and p["country"] == country for p in PLACES) == provinces


@pytest.mark.parametrize(
    ("spelling", "kind", "place"),
    [
        ("Nur-Sultan", "capital", "Astana"),
        ("Frunze", "capital", "Bishkek"),
        ("Semipalatinsk", "city", "Semey"),
        ("Oskemen", "city", "Ust-Kamenogorsk"),
        ("Dashhowuz", "city", "Dashoguz"),
        ("Samarqand", "city", "Samarkand"),
        ("Farg'ona", "city", "Fergana"),
        ("Jalalabad", "city", "Jalal-Abad"),
        ("Қостанай", "city", "Kostanai"),
        ("Юкоричирчик", "district", "Yukorichirchik"),
        ("Uchquduq", "district", "Uchkuduk district"),
        ("GBAO", "province", "Gorno-Badakhshan"),
        ("Bukhara region", "province", "Bukhara"),
        ("Osh oblast", "province", "Osh"),
        ("Lebap velayat", "province", "Lebap"),
    ],
)
def test_old_local_and_cyrillic_spellings_lead_to_the_place(spelling: str, kind: str, place: str) -> None:
    assert the(spelling, kind)["place"] == place


@pytest.mark.parametrize(
    ("place", "kind", "other", "km"),
    [
        ("Yukorichirchik", "district", "Tashkent", 45),  # not Yangibozor of Khorezm or Bukhara, 750 km off
        ("Uchkuduk district", "district", "Zarafshan", 100),  # not the namesake 130 km west
        ("Rogun", "site", "Dushanbe", 110),
        ("Kiyanly", "town", "Turkmenbashi", 25),
    ],
)
def test_the_right_namesake_is_taken(place: str, kind: str, other: str, km: float) -> None:
    near = next(p for p in PLACES if p["place"] == other)
    degrees = Point(*at(the(place, kind))).distance(Point(*at(near)))
    assert degrees * 111 < km


def at(place: dict[str, str]) -> tuple[float, float]:
    return float(place["lon"]), float(place["lat"])


def test_countries_are_the_five_and_the_region() -> None:
    countries = {c["country"]: c for c in rows("countries.csv")}
    assert tuple(countries) == (*FIVE, "REGION")
    assert [c["name_ru"] for c in countries.values()][1] == "Кыргызстан"
    for country in FIVE:
        (capital,) = (p for p in PLACES if p["kind"] == "capital" and p["country"] == country)
        assert countries[country]["capital"] == capital["place"]


def test_the_name_of_a_country_stands_where_its_shape_says(shapes_by_country: dict[str, Any]) -> None:
    for country in rows("countries.csv")[:5]:
        label = Point(float(country["label_lon"]), float(country["label_lat"]))
        assert shapely.contains(shapes_by_country[country["country"]], label)


def gold() -> Iterator[tuple[str, str]]:
    folder = ROOT.parent / "shared/articles"
    for file in sorted(folder.rglob("*.gold.json")):
        for claim in json.loads(file.read_text("utf-8"))["facts"]:
            for name in (claim.get("place") or "").split(";"):
                if name:
                    yield name, claim["country"]


def test_places_of_the_annotated_articles_have_the_annotators_spelling() -> None:
    wanted = set(gold())
    if not wanted:
        pytest.skip("The annotated articles are not on this machine.")
    assert wanted - {(p["place"], p["country"]) for p in PLACES} == set()
