"""TopoJSON to plain coordinates: https://github.com/topojson/topojson-specification."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Point = tuple[float, float]
Ring = list[Point]
Polygon = list[Ring]


@dataclass(frozen=True, slots=True)
class Shape:
    """One geometry of a topology: `id` is an ISO 3166-1 number as text, or None."""

    id: str | None
    name: str
    polygons: tuple[Polygon, ...]


def shapes(topology: dict[str, Any], layer: str) -> Iterator[Shape]:
    """The polygons of one layer. Rings of fewer than four points enclose nothing and are left out.

    >>> square = {"arcs": [[[0, 0], [2, 0], [0, 2]], [[2, 2], [-2, 0], [0, -2]]],
    ...           "transform": {"scale": [0.5, 0.5], "translate": [10, 20]},
    ...           "objects": {"x": {"geometries": [{"type": "Polygon", "arcs": [[0, 1]], "id": "1"}]}}}
    >>> next(shapes(square, "x")).polygons
    ([[(10.0, 20.0), (11.0, 20.0), (11.0, 21.0), (10.0, 21.0), (10.0, 20.0)]],)
    """
    arcs = decoded_arcs(topology)
    for geometry in topology["objects"][layer]["geometries"]:
        if geometry["type"] not in ("Polygon", "MultiPolygon"):
            continue
        parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        rings = [[r for r in (joined(ids, arcs) for ids in part) if len(r) >= 4] for part in parts]
        name = (geometry.get("properties") or {}).get("name", "")
        yield Shape(geometry.get("id"), name, tuple(r for r in rings if r))


def decoded_arcs(topology: dict[str, Any]) -> list[Ring]:
    """Arcs are integers, each the step from the point before."""
    scale_x, scale_y = topology["transform"]["scale"]
    shift_x, shift_y = topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arcs.append(arc)
    return arcs


def joined(ids: list[int], arcs: list[Ring]) -> Ring:
    """The ring that these arcs make. Neighbouring arcs repeat the point where they meet.

    A negative id is the arc `~id`, walked backwards:

    >>> joined([0, ~1], [[(0, 0), (1, 0)], [(0, 0), (0, 1), (1, 0)]])
    [(0, 0), (1, 0), (0, 1), (0, 0)]
    """
    ring: Ring = []
    for i in ids:
        part = arcs[i] if i >= 0 else arcs[~i][::-1]
        ring += part[1:] if ring else part
    return ring


UNQUOTED_KEY = r"""
    (?P<before>[{,]\s*)     # { type: "Topology"
    (?P<key>[A-Za-z_]\w*)   #   type
    (?=:)
"""


def asset(script: str, file: str) -> dict[str, Any]:
    """The topology `file` of plotly.js's geo assets, where each is a JavaScript literal on one line.

    >>> asset('"dist/topojson/a.json"(exports, module) {\\n  module.exports = { type: "Topology" };', "a")
    {'type': 'Topology'}
    """
    start = script.index("module.exports = ", script.index(f'"dist/topojson/{file}.json"'))
    literal = script[
        start + len("module.exports = ") : script.index("\n", start) if "\n" in script[start:] else None
    ]
    quoted = re.sub(UNQUOTED_KEY, r'\g<before>"\g<key>"', literal.rstrip().rstrip(";"), flags=re.VERBOSE)
    parsed: dict[str, Any] = json.loads(quoted)
    return parsed
