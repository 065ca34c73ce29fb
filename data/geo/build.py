"""Makes focus.geojson, context.geojson and lakes.geojson; README.md beside this file says from what and how.

    python -m data.geo.build WORLD_ATLAS GEO_ASSETS     # two unpacked npm packages

Run by hand when the sources change. Needs shapely >= 2.1, which the dashboard does not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Point, box, mapping, shape
from shapely.geometry.polygon import orient
from shapely.ops import polylabel, unary_union

from data.geo.topology import Shape, asset, shapes

HERE = Path(__file__).parent
SHA256 = {
    "countries-10m.json": "3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79",
    "countries-50m.json": "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394",
    "dist/plotly-geo-assets.js": "e89b4d6d2308d0e662592614823c3a442cd7f537a633987137efac0e882f5508",
}
SOURCES = {
    "countries-10m.json": "Natural Earth 4.1.0, 1:10m, public domain; npm world-atlas 2.0.2",
    "countries-50m.json": "Natural Earth 4.1.0, 1:50m, public domain; npm world-atlas 2.0.2",
    "dist/plotly-geo-assets.js": "Natural Earth lakes, 1:50m, public domain; npm plotly.js 4.1.1, asia_50m",
}
FOCUS = {
    "398": ("KAZ", "Kazakhstan"),
    "417": ("KGZ", "Kyrgyzstan"),
    "762": ("TJK", "Tajikistan"),
    "795": ("TKM", "Turkmenistan"),
    "860": ("UZB", "Uzbekistan"),
}
# Natural Earth leases Baikonur out of Kazakhstan and leaves a hole.
PART_OF = {"Baikonur": "398"}
AROUND = box(44, 33, 90, 57)  # neighbours that touch the five
PAGE = box(5, 8, 135, 72)  # a wide page at the widest zoom shows this much
FAINT = box(45, 20, 100, 60)  # where neighbours' borders help the eye
# The lines between these are disputed, and Natural Earth draws who holds what.
UNDRAWN = {"India", "Pakistan", "China", "Siachen Glacier"}
SPECK = 1e-4  # square degrees
FAR_SPECK = 0.05
SEAM = 0.15  # degrees round the five in which neighbours keep all their detail
# The layer has no names: a lake is known by a point in it.
LAKES = {
    "Balkhash": (74.2, 46.1),
    "Issyk-Kul": (77.3, 42.45),
    "Aral Sea (north)": (60.6, 46.4),
    "Aral Sea (south)": (58.6, 45.3),
    "Zaysan": (84.0, 48.0),
    "Alakol": (81.75, 46.1),
    "Tengiz": (69.0, 50.45),
    "Sarygamysh": (57.45, 41.95),
    "Toktogul": (72.95, 41.8),
    "Chardara": (68.1, 41.15),
    "Kushmurun": (64.75, 52.7),
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the map's shapes from Natural Earth.")
    parser.add_argument("world_atlas", type=Path, help="folder of the npm package world-atlas 2.0.2")
    parser.add_argument("plotly", type=Path, help="folder of the npm package plotly.js 4.1.1")
    folders = parser.parse_args()
    ten, fifty, assets = (
        source(folder / name)
        for folder, name in zip((folders.world_atlas,) * 2 + (folders.plotly,), SHA256, strict=True)
    )
    near = simplified(countries(shapes(json.loads(ten), "countries"), AROUND, SPECK), 0.02, 3)
    far = simplified(countries(shapes(json.loads(fifty), "countries"), PAGE, FAR_SPECK), 0.12, 2)
    write("focus", focus(near), "countries-10m.json", "coverage_simplify 0.02, 3 decimals; Baikonur in KAZ")
    write(
        "context", context(near, far), "countries-50m.json", "coverage_simplify 0.12, 2 decimals, dissolved"
    )
    write(
        "lakes", lakes(shapes(asset(assets, "asia_50m"), "lakes")), "dist/plotly-geo-assets.js", "3 decimals"
    )
    return 0


def source(path: Path) -> str:
    """Text of a source file, after a look whether it is the one these shapes were checked against."""
    name = next(name for name in SHA256 if path.as_posix().endswith(name))
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256[name]:
        sys.exit(f"{path}: not the file that data/geo/README.md names. Fetch that version of the package.")
    return content.decode("utf-8")


def countries(found: Iterable[Shape], clip: Any, speck: float) -> dict[str, Any]:
    """Valid areas inside `clip`, by ISO number where there is one and by name elsewhere."""
    areas: dict[str, list[Any]] = {}
    for one in found:
        area = valid(MultiPolygon([(rings[0], rings[1:]) for rings in one.polygons]))
        inside = area if one.id in FOCUS else area.intersection(clip)
        if not inside.is_empty:
            key = one.id if one.id in FOCUS else PART_OF.get(one.name, one.name)
            areas.setdefault(str(key), []).append(inside)
    whole = {key: without_specks(unary_union(parts), speck) for key, parts in areas.items()}
    return {key: area for key, area in whole.items() if not area.is_empty}


def without_specks(area: Any, speck: float) -> Any:
    """`area` without islands and holes smaller than `speck`, in square degrees."""
    parts = [part for part in shapely.get_parts(area) if part.geom_type == "Polygon" and part.area >= speck]
    rings = [[hole for hole in part.interiors if shapely.Polygon(hole).area >= speck] for part in parts]
    return MultiPolygon([(part.exterior.coords, holes) for part, holes in zip(parts, rings, strict=True)])


def simplified(areas: dict[str, Any], tolerance: float, decimals: int) -> dict[str, Any]:
    """All areas together: simplified one by one, neighbours would part along their border."""
    together = shapely.coverage_simplify(list(areas.values()), tolerance)
    rounded = shapely.transform(together, lambda points: points.round(decimals))
    whole = {key: valid(area) for key, area in zip(areas, rounded, strict=True)}
    return {key: area for key, area in whole.items() if not area.is_empty}


def valid(area: Any) -> Any:
    return shapely.make_valid(area, method="structure", keep_collapsed=False)


def focus(near: dict[str, Any]) -> list[dict[str, Any]]:
    features = []
    for number, (iso3, name) in FOCUS.items():
        largest = max(shapely.get_parts(near[number]), key=lambda part: part.area)
        label = polylabel(largest, 0.01)
        properties = {"iso_a3": iso3, "iso_n3": number, "name": name, "role": "focus"}
        properties |= {"label_lon": round(label.x, 2), "label_lat": round(label.y, 2)}
        features.append(feature(near[number], properties, id=iso3))
    return features


def context(near: dict[str, Any], far: dict[str, Any]) -> list[dict[str, Any]]:
    """Land round the five, and the borders in it."""
    five = unary_union([near[number] for number in FOCUS])
    seam = unary_union([area for key, area in near.items() if key not in FOCUS]).intersection(
        five.buffer(SEAM)
    )
    neighbours = {key: area for key, area in far.items() if key not in FOCUS}
    land = without_specks(unary_union([*neighbours.values(), seam]).difference(five), FAR_SPECK)
    lines = [
        shapely.line_merge(one.boundary.intersection(other.boundary).intersection(FAINT))
        for (a, one), (b, other) in combinations(neighbours.items(), 2)
        if not {a, b} <= UNDRAWN and one.intersects(other)
    ]
    borders = unary_union([line for line in lines if line.length > 0]).difference(five.buffer(SEAM / 3))
    return [feature(land, {"role": "land"}), feature(borders, {"role": "borders"})]


def lakes(found: Iterable[Shape]) -> list[dict[str, Any]]:
    areas = [shapely.Polygon(rings[0], rings[1:]) for one in found for rings in one.polygons]
    features = []
    for name, point in LAKES.items():
        holding = [area for area in areas if area.contains(Point(point))]
        if not holding:
            sys.exit(f"{name}: no lake holds the point {point}. Correct LAKES in data/geo/build.py.")
        features.append(feature(unary_union(holding), {"name": name, "role": "lake"}))
    return features


def feature(area: Any, properties: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A GeoJSON feature, outer rings counter-clockwise (RFC 7946), three decimals."""
    if area.geom_type.endswith("Polygon"):
        wound = [orient(part, 1.0) for part in shapely.get_parts(area) if part.geom_type == "Polygon"]
        area = wound[0] if area.geom_type == "Polygon" else MultiPolygon(wound)
    geometry = mapping(shapely.transform(area, lambda points: points.round(3)))
    return {"type": "Feature", **more, "properties": properties, "geometry": geometry}


def write(layer: str, features: list[dict[str, Any]], file: str, steps: str) -> None:
    """Beside this script, with where it came from inside the file."""
    assert all(shape(one["geometry"]).is_valid for one in features), layer
    provenance = {"source": SOURCES[file], "sha256": SHA256[file], "steps": steps, "not_authoritative": True}
    collection = {"type": "FeatureCollection", "provenance": provenance, "features": features}
    text = json.dumps(collection, separators=(",", ":"), ensure_ascii=False) + "\n"
    (HERE / f"{layer}.geojson").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
