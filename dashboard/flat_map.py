"""The map of places as a flat picture: for paper, for a telephone, and for a browser that draws no WebGL."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape

from dashboard import (
    deck,
    ground,
    map_labels,
    map_layout,
    marks,
    picture,
    shading,
    shapes,
    site_words,
    stages,
    theme,
)
from dashboard.boxes import Box, Point
from dashboard.drawing import Drawing
from dashboard.language import N_, _
from dashboard.shading import Shade
from dashboard.site_list import chooser
from dashboard.sites import Circle, Site

SOFT = ".35"
WIDTH = 358.0  # pixels: a telephone of 390; wider screens draw it larger
SMALLER = 0.62  # circles, against those of the map that moves
SQUARE, RING, NAME = 12.0, 22.0, 13  # pixels
PLATE = 19.0  # pixels: the box of what lies under the mark
PICKED = 16.0  # pixels: the ring that places.css draws
NO_WEBGL = N_(
    "This browser does not draw maps that move (it lacks WebGL). Here is a flat one, with the same figures."
)


def flat_map(drawing: Drawing, shown: theme.Theme) -> str:
    """HTML, hidden where the other map is shown. The same marks and words."""
    return f"<p class='ox-note ox-no-webgl'>{_(NO_WEBGL)}</p>{figure(drawing, shown)}"


def figure(drawing: Drawing, shown: theme.Theme, look: str = "ox-flat") -> str:
    """The picture alone, its words over it, every site a link. `look`: classes of its own."""
    frame = _frame(drawing.country)
    words = map_layout.words(drawing, _room(drawing, frame))
    said = escape(site_words.spoken(drawing.found, drawing.measure))
    image = f"<img src='{_image(drawing, words.cities, frame, shown)}' alt='{said}'>"
    names = "".join(_name(one, frame) for one in words.names.values())
    countries = "".join(_name(one.placed, frame, " class='ox-flat-country'") for one in words.countries)
    links = "".join(_link(drawing, site, frame) for site in drawing.found)
    shaded = " ox-flat-shaded" if drawing.notes else ""
    return f"<figure class='{look}{shaded}'>{image}{countries}{names}{links}</figure>"


def prepare() -> None:
    """Cut the shapes to every picture there can be: it takes longer than all the rest, and is kept."""
    for country in ("all", *shapes.FIVE):
        "".join(_land(ground.plain(country, "light"), _frame(country), "light"))


def _frame(country: str) -> shapes.Frame:
    return shapes.Frame(*deck.edges(country), width=WIDTH)


def _room(drawing: Drawing, frame: shapes.Frame) -> map_layout.Room:
    page = Box(0, 0, frame.width, frame.height)
    extents = {site: _extent(site, drawing) for site in drawing.found}
    return map_layout.Room(frame, page, extents, SQUARE, NAME)


def _extent(site: Site, drawing: Drawing) -> float:
    """How far from its point its marks reach."""
    rings = (0 if site.exact else RING / 2, PICKED if site is drawing.picked else 0)
    return max(SQUARE / 2, drawing.radii[site] * SMALLER, *rings)


def _name(one: map_labels.Placed, frame: shapes.Frame, look: str = "") -> str:
    where = _where(one.name.x + one.dx, one.name.y + one.dy, frame)
    return f"<span style='{where}'{look}>{escape(one.name.text)}</span>"


def _link(drawing: Drawing, site: Site, frame: shapes.Frame) -> str:
    look = f"style='{_where(*frame.xy(site.lon, site.lat), frame)}'"
    return chooser(site, drawing, look=look)


def _where(x: float, y: float, frame: shapes.Frame) -> str:
    return f"left:{x / frame.width * 100:.1f}%;top:{y / frame.height * 100:.1f}%"


def _image(drawing: Drawing, cities: list[Point], frame: shapes.Frame, shown: theme.Theme) -> str:
    shades = drawing.shades(shown)
    inks = shading.inks(shades, shown)
    near = [site for site in drawing.found if not site.exact]
    drawn = [
        _marks(),
        *_land(shades or ground.plain(drawing.country, shown), frame, shown),
        *(_circle(frame, circle, inks[circle.site.country]) for circle in drawing.circles),
        *(_mark(frame, site, "approximate", RING, theme.of_country(site.country, shown)) for site in near),
        *(_mark(frame, site, "plate", PLATE, deck.LAND[shown]) for site in drawing.found),
        *(_square(frame, site, SQUARE * marks.SIZES[drawing.age(site)], shown) for site in drawing.found),
        _dots(frame, cities, shown),
    ]
    return picture.image(frame, "".join(drawn), shown)


@cache
def _marks() -> str:
    """Every mark once, to be used by its name."""
    drawn = (f'<symbol id="{code}" viewBox="0 0 16 16">{svg}</symbol>' for code, svg in stages.MARKS.items())
    return f"<defs>{''.join(drawn)}</defs>"


def _land(shades: dict[str, Shade], frame: shapes.Frame, shown: theme.Theme) -> Iterator[str]:
    yield f'<rect width="100%" height="100%" fill="{deck.SEA[shown]}"/>'
    yield f'<path d="{picture.land(frame)}" fill="{ground.FAR_LAND[shown]}"/>'
    yield picture.areas(frame, {c: shade.fill for c, shade in shades.items()}, theme.BORDER[shown])
    hatched = {c: picture.HATCHED for c, shade in shades.items() if shade.hatched}
    yield picture.areas(frame, hatched, theme.BORDER[shown])
    yield f'<path d="{picture.lakes(frame)}" fill="{deck.SEA[shown]}"/>'


def _dots(frame: shapes.Frame, cities: list[Point], shown: theme.Theme) -> str:
    """Lines of no length with round ends."""
    drawn = "".join(f"M{x:.1f} {y:.1f}h0" for x, y in (frame.xy(*point) for point in cities))
    look = f'stroke="{theme.INK2[shown]}" stroke-width="3.6" stroke-linecap="round"'
    return f'<path d="{drawn}" {look}/>'


def _circle(frame: shapes.Frame, circle: Circle, ink: str) -> str:
    """Filled where it is so; an outline where it is not yet."""
    x, y = frame.xy(circle.site.lon, circle.site.lat)
    fill = 'fill="none" stroke-width="1.6"' if circle.planned else f'fill="{ink}" fill-opacity="{SOFT}"'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{circle.radius * SMALLER:.1f}" stroke="{ink}" {fill}/>'


def _square(frame: shapes.Frame, site: Site, side: float, shown: theme.Theme) -> str:
    return _mark(frame, site, site.stage.code, side, theme.of_country(site.country, shown))


def _mark(frame: shapes.Frame, site: Site, mark: str, side: float, ink: str) -> str:
    """The square of a stage, or what is round it or under it, as the other map has it."""
    x, y = frame.xy(site.lon, site.lat)
    at = f'x="{x - side / 2:.1f}" y="{y - side / 2:.1f}" width="{side:.1f}" height="{side:.1f}"'
    return f'<use href="#{mark}" {at} color="{ink}"/>'
