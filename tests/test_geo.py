"""The shapes that data/geo/build.py made. Official areas: the countries' statistics, in km²."""

from __future__ import annotations

import json
import math
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import shapely
from shapely.geometry import Point, shape

from data.geo import build
from data.geo.topology import Shape

ROOT = Path(__file__).parents[1]
GEO = ROOT / "data/geo"
OFFICIAL = {"KAZ": 2_724_900, "KGZ": 199_950, "TJK": 141_400, "TKM": 491_200, "UZB": 448_900}
ENCLAVES = {
    "Sokh": ((71.09, 40.0), "UZB", "KGZ"),
    "Shohimardon": ((71.74, 39.94), "UZB", "KGZ"),
    "Vorukh": ((70.58, 39.84), "TJK", "KGZ"),
    "Sarvan": ((70.60, 40.98), "TJK", "UZB"),
}


def collection(layer: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((GEO / f"{layer}.geojson").read_text("utf-8"))
    return loaded


def areas() -> dict[str, Any]:
    return {f["id"]: shape(f["geometry"]) for f in collection("focus")["features"]}


def square_kilometres(area: Any) -> float:
    """On an equal-area cylinder, which a sphere unrolls to."""
    radius = 6371.0072

    def unrolled(points: Any) -> Any:
        points[:, 0] = points[:, 0] * math.pi / 180 * radius
        points[:, 1] = [math.sin(math.radians(y)) * radius for y in points[:, 1]]
        return points

    return float(shapely.transform(area, unrolled).area)


def rings(feature: dict[str, Any]) -> list[list[list[float]]]:
    parts = feature["geometry"]["coordinates"]
    return parts if feature["geometry"]["type"] == "Polygon" else [ring for part in parts for ring in part]


@pytest.mark.parametrize("layer", ["focus", "context", "lakes"])
def test_shapes_are_valid_and_say_where_they_come_from(layer: str) -> None:
    made = collection(layer)
    assert all(shape(f["geometry"]).is_valid for f in made["features"])
    assert made["provenance"]["sha256"] in build.SHA256.values()
    assert made["provenance"]["not_authoritative"] is True


@pytest.mark.parametrize(("layer", "kilobytes"), [("focus", 70), ("context", 85), ("lakes", 12)])
def test_the_files_stay_small_enough_to_send_with_every_map(layer: str, kilobytes: int) -> None:
    assert (GEO / f"{layer}.geojson").stat().st_size < kilobytes * 1000


@pytest.mark.parametrize("layer", ["focus", "lakes"])
def test_outer_rings_run_counter_clockwise(layer: str) -> None:
    for feature in collection(layer)["features"]:
        for part in shapely.get_parts(shape(feature["geometry"])):
            assert part.exterior.is_ccw
            assert not any(hole.is_ccw for hole in part.interiors)


def test_the_five_do_not_overlap_and_leave_no_gap_between_them() -> None:
    five = list(areas().values())
    assert all(a.intersection(b).area < 1e-6 for a, b in combinations(five, 2))
    assert shapely.coverage_is_valid(five)


@pytest.mark.parametrize("country", OFFICIAL)
def test_areas_agree_with_the_official_ones(country: str) -> None:
    # Turkmenistan counts its part of the Caspian shore differently.
    tolerance = 0.05 if country == "TKM" else 0.01
    assert square_kilometres(areas()[country]) == pytest.approx(OFFICIAL[country], rel=tolerance)


def test_baikonur_is_in_kazakhstan() -> None:
    assert areas()["KAZ"].contains(Point(63.3, 45.9))


@pytest.mark.parametrize("name", ENCLAVES)
def test_the_fergana_enclaves_are_kept_in_the_right_country(name: str) -> None:
    point, owner, around = ENCLAVES[name]
    five = areas()
    assert five[owner].contains(Point(point))
    assert shapely.Polygon(max(shapely.get_parts(five[around]), key=lambda p: p.area).exterior).contains(
        Point(point)
    )


def test_a_name_stands_inside_its_country() -> None:
    for feature in collection("focus")["features"]:
        point = Point(feature["properties"]["label_lon"], feature["properties"]["label_lat"])
        assert shape(feature["geometry"]).contains(point)


def test_neighbouring_land_meets_the_five_without_covering_them() -> None:
    land, borders = (shape(f["geometry"]) for f in collection("context")["features"])
    five = shapely.union_all(list(areas().values()))
    assert land.intersection(five).area < 0.01
    # Urumqi, Astrakhan, Mashhad, Herat: on land. The middle of the Caspian: not.
    assert all(land.contains(Point(p)) for p in [(87.6, 43.8), (48.04, 46.35), (59.55, 36.3), (62.2, 34.34)])
    assert not land.contains(Point(51.0, 42.0))
    assert borders.length > 50


def test_disputed_lines_are_not_drawn() -> None:
    borders = shape(collection("context")["features"][1]["geometry"])
    assert borders.distance(Point(74.5, 34.6)) > 1.5  # Kashmir
    assert borders.distance(Point(78.5, 34.5)) > 1  # Aksai Chin


def test_lakes_bear_their_names() -> None:
    names = {f["properties"]["name"] for f in collection("lakes")["features"]}
    assert names == set(build.LAKES)


def test_another_version_of_a_source_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "countries-10m.json"
    other.write_text("{}", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"countries-10m\.json: not the file that"):
        build.source(other)


def test_neighbours_are_simplified_together() -> None:
    """Apart, each would straighten the shared zigzag in its own way."""
    zigzag = [(1.0, y / 10 + 0.0) if y % 2 else (1.004, y / 10) for y in range(11)]
    left = Shape("398", "Kazakhstan", ([[(0.0, 0.0), *zigzag, (0.0, 1.0), (0.0, 0.0)]],))
    right = Shape("417", "Kyrgyzstan", ([[(2.0, 0.0), (2.0, 1.0), *zigzag[::-1], (2.0, 0.0)]],))
    made = build.simplified(build.countries([left, right], build.AROUND, build.SPECK), 0.1, 3)
    assert shapely.coverage_is_valid(list(made.values()))
    assert sum(shapely.get_num_coordinates(area) for area in made.values()) < 20


def test_baikonur_is_merged_and_specks_are_dropped() -> None:
    half = Shape("398", "Kazakhstan", ([[(60, 44), (61, 44), (61, 45), (60, 45), (60, 44)]],))
    lease = Shape(None, "Baikonur", ([[(61, 44), (62, 44), (62, 45), (61, 45), (61, 44)]],))
    islet = Shape("398", "Kazakhstan", ([[(70, 50), (70.001, 50), (70.001, 50.001), (70, 50)]],))
    made = build.countries([half, lease, islet], build.AROUND, build.SPECK)
    assert list(made) == ["398"]
    assert made["398"].area == pytest.approx(2)


@pytest.mark.parametrize("country", OFFICIAL)
def test_the_five_agree_with_an_independent_build(country: str) -> None:
    other = ROOT.parent / "shared/geo/focus.geojson"
    if not other.exists():
        pytest.skip("The shapes to compare with are not on this machine.")
    theirs = {f["id"]: shape(f["geometry"]) for f in json.loads(other.read_text("utf-8"))["features"]}[
        country
    ]
    assert areas()[country].symmetric_difference(theirs).area < 0.001 * theirs.area
