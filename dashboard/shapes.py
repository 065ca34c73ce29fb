"""The shapes of data/geo, and where a point of the earth lies on a flat picture of them."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dashboard import boxes
from dashboard.clipped import clipped
from dashboard.language import N_

GEO = Path(__file__).parents[1] / "data" / "geo"
FIVE = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
CREDIT = N_("Boundaries: Natural Earth 1:10m (public domain), simplified; not authoritative.")
SHORT_CREDIT = N_("Boundaries: Natural Earth, simplified; not authoritative.")
PLACES_CREDIT = N_("Places: GeoNames, CC BY 4.0, and others named in data/reference/places.csv.")
SHORT_PLACES_CREDIT = N_("Places: GeoNames, CC BY 4.0, and others.")

Point = boxes.Point


@cache
def features(layer: str) -> tuple[dict[str, Any], ...]:
    """The GeoJSON features of focus, context or lakes. Read once; not to be changed by who gets them."""
    return tuple(json.loads((GEO / f"{layer}.geojson").read_text("utf-8"))["features"])


def country(iso3: str) -> dict[str, Any]:
    """The feature of one of the five."""
    return next(feature for feature in features("focus") if feature["id"] == iso3)


def name(iso3: str) -> str:
    """What one of the five is called."""
    return str(country(iso3)["properties"]["name"])


def label_point(iso3: str) -> Point:
    """Where a country's name or circle stands."""
    known = country(iso3)["properties"]
    return known["label_lon"], known["label_lat"]


def rings(feature: dict[str, Any]) -> Iterator[list[list[float]]]:
    """Every ring of a polygon or multipolygon, holes too."""
    geometry = feature["geometry"]
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for part in parts:
        yield from part


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture `width` wide of the earth between four edges, in Web Mercator."""

    west: float
    south: float
    east: float
    north: float
    width: float

    @property
    def height(self) -> float:
        return self.xy(self.west, self.south)[1]

    def xy(self, lon: float, lat: float) -> Point:
        """Right and down from the upper left corner.

        >>> Frame(0, -10, 10, 10, 100).xy(5, 10)
        (50.0, 0.0)
        """
        scale = self.width / math.radians(self.east - self.west)
        x = math.radians(lon - self.west) * scale
        return x, (northing(self.north) - northing(lat)) * scale

    def path(self, feature: dict[str, Any], step: float) -> str:
        """The SVG path of what is in the picture, without points nearer than `step` to the one before."""
        return "".join(self._ring(ring, step) for ring in rings(feature))

    def _ring(self, ring: list[list[float]], step: float) -> str:
        kept: list[Point] = []
        for point in clipped([self.xy(lon, lat) for lon, lat in ring], self.width, self.height):
            if not kept or math.dist(point, kept[-1]) >= step:
                kept.append(point)
        if len(kept) < 4:
            return ""
        return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept) + "Z"


def northing(lat: float) -> float:
    """How far up a latitude lies in Web Mercator, the radius of the earth being 1."""
    return math.asinh(math.tan(math.radians(lat)))
