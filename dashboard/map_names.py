"""Which names a map of places would like to show, and where they would stand."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard import map_labels, shapes, sites
from dashboard.boxes import Box
from dashboard.deck import View

# Cities that help a stranger find the rest, and the side on which their names stand.
CITIES: dict[str, tuple[shapes.Point, str]] = {
    "Astana": ((71.446, 51.18), "above"),
    "Bishkek": ((74.59, 42.87), "above"),
    "Dushanbe": ((68.779, 38.536), "left"),
    "Ashgabat": ((58.383, 37.95), "below"),
    "Tashkent": ((69.216, 41.265), "left"),
    "Almaty": ((76.912, 43.252), "right"),
}
CITY = 2.0  # pixels: radius of a city's dot
SHIFTS = [(x, y) for y in (0, -20, 20, -40, 40) for x in (0, -40, 40, -80, 80)]


def wanted(radii: dict[sites.Site, float], view: View, size: float) -> dict[shapes.Point, map_labels.Name]:
    """Sites first, those with the largest circles before the others; then cities that are not among them."""
    names = {}
    for site, radius in sorted(radii.items(), key=lambda one: -one[1]):
        point = site.lon, site.lat
        # What is approximate is drawn so; the word would only take room.
        short = site.place.removesuffix(" district")
        names[point] = map_labels.Name(short, *view.xy(*point), radius, site.anchor, size)
    for name, (point, side) in _others(radii).items():
        names[point] = map_labels.Name(name, *view.xy(*point), CITY, side, size)
    return names


def cities(radii: dict[sites.Site, float]) -> list[shapes.Point]:
    """Where the cities' dots are."""
    return [point for point, _ in _others(radii).values()]


def _others(radii: dict[sites.Site, float]) -> dict[str, tuple[shapes.Point, str]]:
    here = {site.place for site in radii}
    return {name: where for name, where in CITIES.items() if name not in here}


def countries(view: View, size: float, taken: list[Box]) -> Iterator[tuple[shapes.Point, map_labels.Placed]]:
    """Names of the five, moved where something stands in the way, left out where nothing is free."""
    for feature in shapes.features("focus"):
        known = feature["properties"]
        point = known["label_lon"], known["label_lat"]
        name = map_labels.Name(known["name"].upper(), *view.xy(*point), 0, "above", size)
        outlines = [[view.xy(*at) for at in ring] for ring in shapes.rings(feature)]
        for dx, dy in SHIFTS:
            box = map_labels.box_of(name.x + dx, name.y + dy, *map_labels.extent(name))
            if _inside(box, outlines) and not any(box.touches(other) for other in taken):
                yield point, map_labels.Placed(name, dx, dy)
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
