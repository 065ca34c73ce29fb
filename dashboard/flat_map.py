"""The map of places as a flat picture: for paper, for a telephone, and for a browser that draws no WebGL."""

from __future__ import annotations

import math
from collections.abc import Iterator
from html import escape

from dashboard import (
    deck,
    ground,
    map_labels,
    map_layout,
    picture,
    shading,
    shapes,
    site_list,
    site_words,
    theme,
)
from dashboard.boxes import Box, Point
from dashboard.drawing import Drawing
from dashboard.language import N_, _
from dashboard.shading import Shade
from dashboard.sites import Circle, Site

SOFT = ".35"
WIDTH = 358.0  # pixels: a telephone of 390; wider screens draw it larger
SMALLER = 0.62  # circles, against those of the map that moves
SQUARE, RING, PICKED, NAME = 12.0, 22.0, 16.0, 13  # pixels, as places.css has them
COUNTRY = " class='ox-flat-country'"
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
    circles = {(c.site.lon, c.site.lat): c.radius * SMALLER for c in reversed(drawing.circles)}
    names = "".join(_name(one, frame, circles.get(at, 0)) for at, one in words.names.items())
    countries = "".join(_name(one.placed, frame, 0, COUNTRY) for one in words.countries)
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


def _name(one: map_labels.Placed, frame: shapes.Frame, circle: float, look: str = "") -> str:
    """A wider picture takes its words along, as far from their mark as before: only circles grow."""
    (x, right), (y, down) = _apart(one.dx, circle), _apart(one.dy, circle)
    spot = _where(one.name.x + x, one.name.y + y, frame)
    moved = f";margin:{down:.0f}px 0 0 {right:.0f}px"
    return f"<span style='{spot}{moved}'{look}>{escape(one.name.text)}</span>"


def _apart(way: float, circle: float) -> tuple[float, float]:
    """A way across the picture: over the circle, and from there on."""
    over = math.copysign(min(abs(way), circle), way)
    return over, way - over


def _link(drawing: Drawing, site: Site, frame: shapes.Frame) -> str:
    """Its marks are of the page, not of the picture: they keep their size, and are sharp at any."""
    look = f"style='{_where(*frame.xy(site.lon, site.lat), frame)}'"
    near = "" if site.exact else site_list.ring(site.country)
    mark = site_list.mark(site.stage, site.country, drawing.age(site))
    return site_list.chooser(site, drawing, f"{near}{mark}", look)


def _where(x: float, y: float, frame: shapes.Frame) -> str:
    return f"left:{x / frame.width * 100:.1f}%;top:{y / frame.height * 100:.1f}%"


def _image(drawing: Drawing, cities: list[Point], frame: shapes.Frame, shown: theme.Theme) -> str:
    shades = drawing.shades(shown)
    inks = shading.inks(shades, shown)
    drawn = [
        *_land(shades or ground.plain(drawing.country, shown), frame, shown),
        *(_circle(frame, circle, inks[circle.site.country]) for circle in drawing.circles),
        _dots(frame, cities, shown),
    ]
    return picture.image(frame, "".join(drawn), shown)


def _land(shades: dict[str, Shade], frame: shapes.Frame, shown: theme.Theme) -> Iterator[str]:
    # A wider picture has no thicker lines.
    yield "<style>path{vector-effect:non-scaling-stroke}</style>"
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
