"""Which names a map of places would like to show, and where they would stand."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from dashboard import map_labels, shapes, words
from dashboard.boxes import Box, Occupied
from dashboard.drawing import Drawing
from dashboard.sites import Site

# Cities that help a stranger find the rest, and the side on which their names stand.
CITIES: dict[str, tuple[shapes.Point, str]] = {
    "Astana": ((71.446, 51.18), "above"),
    "Bishkek": ((74.59, 42.87), "above"),
    "Dushanbe": ((68.779, 38.536), "left"),
    "Ashgabat": ((58.383, 37.95), "below"),
    "Tashkent": ((69.216, 41.265), "left"),
    "Almaty": ((76.912, 43.252), "right"),
}
CITY_POINTS = frozenset(point for point, _ in CITIES.values())
FEW = 40  # points: smaller rings are islands and enclaves, where no name has room
CITY = 2.0  # pixels: radius of a city's dot
MOST = 60  # names of sites that a map has room for
COUNTRY = 13.0  # pixels: size of a country's name
SHIFTS = [(x, y) for y in (0, -10, 10, -20, 20, -40, 40) for x in (0, -20, 20, -40, 40, -80, 80)]


class Projection(Hashable, Protocol):
    """Degrees to pixels."""

    def xy(self, lon: float, lat: float) -> shapes.Point:
        """Right and down."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country's name, with its figure under it where it has one."""

    country: str
    point: shapes.Point
    placed: map_labels.Placed


def wanted(
    drawing: Drawing, on: Projection, radii: Mapping[Site, float], size: float
) -> dict[shapes.Point, map_labels.Name]:
    """Sites first, the one picked and those with large circles before others; then cities not among them."""
    names = {}
    for site in first(drawing):
        point = site.lon, site.lat
        names[point] = map_labels.Name(short(site), *on.xy(*point), radii[site], site.anchor, size)
    for name, (point, side) in _others(drawing.found).items():
        names[point] = map_labels.Name(words.place(name), *on.xy(*point), CITY, side, size)
    return names


def first(drawing: Drawing) -> list[Site]:
    """Sites to be named: the one picked, then those with the largest circles, as many as find room."""
    order = sorted(drawing.found, key=lambda site: (site is not drawing.picked, -drawing.radii[site]))
    return order[:MOST]


def short(site: Site) -> str:
    """A name on the map. What is approximate is drawn so; the word would only take room."""
    return site.called.removesuffix(" district")


def _others(found: list[Site]) -> dict[str, tuple[shapes.Point, str]]:
    here = {site.place for site in found}
    return {name: where for name, where in CITIES.items() if name not in here}


def countries(on: Projection, page: Box, notes: Mapping[str, str], taken: list[Box]) -> Iterator[Country]:
    """Names of the five over their notes; moved where something is in the way, left out for want of room."""
    occupied = Occupied(taken)
    for country in shapes.FIVE:
        point = shapes.label_point(country)
        said = "\n".join(
            filter(None, (words.country(country, shapes.name(country)).upper(), notes.get(country)))
        )
        name = map_labels.Name(said, *on.xy(*point), 0, "above", COUNTRY)
        for dx, dy in SHIFTS:
            one = map_labels.Placed(name, dx, dy)
            box = one.box
            if box.inside(page) and occupied.free(box) and _inside(box, _outlines(on, country)):
                occupied.add(box)
                yield Country(country, point, one)
                break


@lru_cache(maxsize=100)
def _outlines(on: Projection, country: str) -> tuple[tuple[shapes.Point, ...], ...]:
    """The rings of a country in pixels, every third point: names need no more."""
    rings = shapes.rings(shapes.country(country))
    return tuple(tuple(on.xy(*at) for at in ring[::3]) for ring in rings if len(ring) > FEW)


def _inside(box: Box, outlines: Sequence[Sequence[shapes.Point]]) -> bool:
    """Whether the better half of a name lies in the country."""
    y = (box.top + box.bottom) / 2
    along = [box.left + part / 4 * (box.right - box.left) for part in (1, 2, 3)]
    return all(sum(_crosses(ring, x, y) for ring in outlines) % 2 for x in along)


def _crosses(ring: Sequence[shapes.Point], x: float, y: float) -> int:
    """How often a line from the point to the right crosses the ring; inside is an odd number."""
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(
        (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax for (ax, ay), (bx, by) in pairs
    )
