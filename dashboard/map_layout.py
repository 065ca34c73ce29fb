"""Where the words of a map of places stand, whichever way it is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard import map_labels, map_names
from dashboard.boxes import Box, Point
from dashboard.drawing import Drawing
from dashboard.map_labels import Name, Placed
from dashboard.map_names import Country, Projection
from dashboard.sites import Site


@dataclass(frozen=True, slots=True)
class Room:
    """What there is to stand on: a projection, the picture, and the pixels that each site's marks take."""

    on: Projection
    page: Box
    radii: Mapping[Site, float]
    square: float  # side of the mark of a stage
    letters: float  # size of a name


@dataclass(frozen=True, slots=True)
class Words:
    """Countries with their figures; names of sites and cities, each by its point of the earth."""

    countries: list[Country]
    names: dict[Point, Placed]
    cities: list[Point]  # where a dot is: only where its name found room, as alone it helps nobody


def words(drawing: Drawing, room: Room) -> Words:
    """Where figures shade the countries, they are said first; else countries give way to sites and cities.

    Of one country that is looked at, the page says the name.
    """
    taken = [_box(site, room, radius) for site, radius in room.radii.items()]
    first = list(map_names.countries(room.on, room.page, drawing.notes, taken)) if drawing.notes else []
    taken += [one.placed.box for one in first]
    wanted = map_names.wanted(drawing, room.on, room.radii, room.letters)
    placed = [*_picked(drawing, room, wanted, taken)]
    taken += [one.box for one in placed]
    said = {one.name for one in placed}
    others = (name for name in wanted.values() if name not in said and _at(name).inside(room.page))
    placed += map_labels.placed(others, taken, room.page)
    taken += [one.box for one in placed]
    points = {name: point for point, name in wanted.items()}
    if drawing.country == "all" and not drawing.notes:
        first = list(map_names.countries(room.on, room.page, {}, taken))
    names = {points[one.name]: one for one in placed}
    sites = {(site.lon, site.lat) for site in drawing.found}
    return Words(first, names, [at for at in names if at in map_names.CITY_POINTS - sites])


def _picked(drawing: Drawing, room: Room, wanted: Mapping[Point, Name], taken: list[Box]) -> Iterator[Placed]:
    """The name of what was picked is said in any case: where all is full, over circles, but on no mark."""
    site = drawing.picked
    if site is not None:
        name = wanted[site.lon, site.lat]
        squares = [_box(other, room, room.square / 2) for other in drawing.found]
        for occupied in (taken, squares, []):
            placed = list(map_labels.placed([name], occupied, room.page))
            if placed:
                yield from placed
                break


def _at(name: Name) -> Box:
    return Box(name.x, name.y, name.x, name.y)


def _box(site: Site, room: Room, radius: float) -> Box:
    return map_labels.box_of(*room.on.xy(site.lon, site.lat), 2 * radius, 2 * radius)
