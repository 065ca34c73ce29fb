"""Which names a map of places would like to show, and where they would stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard import map_labels, shapes
from dashboard.boxes import Box
from dashboard.deck import View
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
Projection = Callable[[float, float], shapes.Point]  # degrees to pixels
CITY = 2.0  # pixels: radius of a city's dot
COUNTRY = 13.0  # pixels: size of a country's name
SHIFTS = [(x, y) for y in (0, -10, 10, -20, 20, -40, 40) for x in (0, -20, 20, -40, 40, -80, 80)]


@dataclass(frozen=True, slots=True)
class Country:
    """A country's name, with its figure under it where it has one."""

    country: str
    point: shapes.Point
    placed: map_labels.Placed


def wanted(drawing: Drawing, view: View, size: float) -> dict[shapes.Point, map_labels.Name]:
    """Sites first, the one picked and those with large circles before others; then cities not among them."""
    names = {}
    order = sorted(drawing.radii.items(), key=lambda one: (one[0] is not drawing.picked, -one[1]))
    for site, radius in order:
        point = site.lon, site.lat
        names[point] = map_labels.Name(short(site), *view.xy(*point), radius, site.anchor, size)
    for name, (point, side) in _others(drawing.found).items():
        names[point] = map_labels.Name(name, *view.xy(*point), CITY, side, size)
    return names


def short(site: Site) -> str:
    """A name on the map. What is approximate is drawn so; the word would only take room."""
    return site.place.removesuffix(" district")


def cities(placed: Iterable[shapes.Point]) -> list[shapes.Point]:
    """Where cities' dots are: of those whose names found room, as a dot without one helps nobody."""
    known = {point for point, _ in CITIES.values()}
    return [point for point in placed if point in known]


def _others(found: list[Site]) -> dict[str, tuple[shapes.Point, str]]:
    here = {site.place for site in found}
    return {name: where for name, where in CITIES.items() if name not in here}


def countries(xy: Projection, page: Box, notes: Mapping[str, str], taken: list[Box]) -> Iterator[Country]:
    """Names of the five over their notes; moved where something is in the way, left out for want of room."""
    occupied = list(taken)
    for feature in shapes.features("focus"):
        known = feature["properties"]
        point = known["label_lon"], known["label_lat"]
        said = "\n".join(filter(None, (known["name"].upper(), notes.get(feature["id"]))))
        name = map_labels.Name(said, *xy(*point), 0, "above", COUNTRY)
        outlines = [[xy(*at) for at in ring] for ring in shapes.rings(feature)]
        for dx, dy in SHIFTS:
            box = map_labels.box_of(name.x + dx, name.y + dy, *map_labels.extent(name))
            free = box.inside(page) and not any(box.touches(other) for other in occupied)
            if free and _inside(box, outlines):
                occupied.append(box)
                yield Country(feature["id"], point, map_labels.Placed(name, dx, dy))
                break


def _inside(box: Box, outlines: list[list[shapes.Point]]) -> bool:
    """Whether the better half of a name lies in the country."""
    y = (box.top + box.bottom) / 2
    along = [box.left + part / 4 * (box.right - box.left) for part in (1, 2, 3)]
    return all(sum(_crosses(ring, x, y) for ring in outlines) % 2 for x in along)


def _crosses(ring: list[shapes.Point], x: float, y: float) -> int:
    """How often a line from the point to the right crosses the ring; inside is an odd number."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(
        (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax for (ax, ay), (bx, by) in pairs
    )
