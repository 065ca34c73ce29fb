"""The map of places as a flat picture: for paper, for a telephone, and for a browser that draws no WebGL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from dashboard import deck, map_labels, map_names, maps, picture, shading, shapes, site_words, stages, theme
from dashboard.boxes import Box
from dashboard.drawing import Drawing
from dashboard.shading import Shade
from dashboard.site_list import chooser
from dashboard.sites import Circle, Site

SOFT, PALE = ".35", ".85"
NAME = 13
NO_WEBGL = (
    "This browser does not draw maps that move (it lacks WebGL). Here is a flat one, with the same figures."
)


@dataclass(frozen=True, slots=True)
class Size:
    """Of a picture. `circles` against those of the map that moves; `square`: side of the mark of a stage."""

    name: str
    width: float
    circles: float
    square: float


SMALL = Size("small", 358.0, 0.62, 10.0)  # a telephone of 390
LARGE = Size("large", 600.0, 0.85, 13.0)


def flat_maps(drawing: Drawing, shown: theme.Theme) -> str:
    """HTML of both sizes, hidden where the other map is shown. The same marks; names where they fit."""
    both = "".join(_flat_map(drawing, size, shown) for size in (SMALL, LARGE))
    return f"<p class='ox-note ox-no-webgl'>{NO_WEBGL}</p>{both}"


def _flat_map(drawing: Drawing, size: Size, shown: theme.Theme) -> str:
    frame = shapes.Frame(*deck.edges(drawing.country), width=size.width)
    said = escape(site_words.spoken(drawing.found, drawing.measure))
    image = f"<img src='{_image(drawing, frame, size, shown)}' alt='{said}'>"
    names = "".join(_name(one, frame) for one in _placed(drawing, frame, size))
    links = "".join(_link(drawing, site, frame) for site in drawing.found)
    shaded = " ox-flat-shaded" if drawing.notes else ""
    return f"<figure class='ox-flat ox-flat-{size.name}{shaded}'>{image}{names}{links}</figure>"


def _placed(drawing: Drawing, frame: shapes.Frame, size: Size) -> Iterator[map_labels.Placed]:
    """Figures of countries first, where they shade them; then sites, that with the largest circle first."""
    radii = {site: max(size.square / 2, r * size.circles) for site, r in drawing.radii.items()}
    spots = {site: frame.xy(site.lon, site.lat) for site in drawing.found}
    taken = [map_labels.box_of(*spots[s], 2 * r, 2 * r) for s, r in radii.items()]
    page = Box(0, 0, frame.width, frame.height)
    if drawing.notes:
        countries = [one.placed for one in map_names.countries(frame.xy, page, drawing.notes, taken)]
        taken += [one.box for one in countries]
        yield from countries
    order = sorted(radii.items(), key=lambda one: (one[0] is not drawing.picked, -one[1]))
    names = [map_labels.Name(map_names.short(s), *spots[s], r, s.anchor, NAME) for s, r in order]
    yield from map_labels.placed(names, taken, page)


def _name(one: map_labels.Placed, frame: shapes.Frame) -> str:
    where = _where(one.name.x + one.dx, one.name.y + one.dy, frame)
    return f"<span style='{where}'>{escape(one.name.text)}</span>"


def _link(drawing: Drawing, site: Site, frame: shapes.Frame) -> str:
    look = f"style='{_where(*frame.xy(site.lon, site.lat), frame)}'"
    return chooser(drawing.names[site], "", look, current=site is drawing.picked)


def _where(x: float, y: float, frame: shapes.Frame) -> str:
    return f"left:{x / frame.width * 100:.1f}%;top:{y / frame.height * 100:.1f}%"


def _image(drawing: Drawing, frame: shapes.Frame, size: Size, shown: theme.Theme) -> str:
    shades = drawing.shades(shown)
    inks = shading.inks(shades, shown)
    drawn = [
        *_land(shades, frame, shown),
        *(_plate(frame, site, size, shown) for site in drawing.found if shades),
        *(_circle(frame, c, size, inks[c.site.country]) for c in drawing.circles),
        *(_square(frame, s, "approximate", size.square * 1.9, shown) for s in drawing.found if not s.exact),
        *(_square(frame, s, stages.furthest(s.figures).code, size.square, shown) for s in drawing.found),
    ]
    return picture.image(frame, "".join(drawn), shown)


def _land(shades: dict[str, Shade] | None, frame: shapes.Frame, shown: theme.Theme) -> Iterator[str]:
    filled = shades or {country: Shade(deck.LAND[shown]) for country in shapes.FIVE}
    yield picture.areas(frame, {c: shade.fill for c, shade in filled.items()}, theme.BORDER[shown])
    hatched = {c: picture.HATCHED for c, shade in filled.items() if shade.hatched}
    yield picture.areas(frame, hatched, theme.BORDER[shown])
    yield f'<path d="{picture.lakes(frame)}" fill="{deck.SEA[shown]}"/>'


def _plate(frame: shapes.Frame, site: Site, size: Size, shown: theme.Theme) -> str:
    x, y = frame.xy(site.lon, site.lat)
    look = f'fill="{deck.LAND[shown]}" fill-opacity="{PALE}"'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size.square * 0.75:.1f}" {look}/>'


def _circle(frame: shapes.Frame, circle: Circle, size: Size, ink: str) -> str:
    """Filled where it is so; an outline where it is not yet."""
    x, y = frame.xy(circle.site.lon, circle.site.lat)
    fill = 'fill="none" stroke-width="1.6"' if circle.planned else f'fill="{ink}" fill-opacity="{SOFT}"'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{circle.radius * size.circles:.1f}" stroke="{ink}" {fill}/>'


def _square(frame: shapes.Frame, site: Site, mark: str, side: float, shown: theme.Theme) -> str:
    """The mark of a stage, or the ring of an approximate position, as the other map has it."""
    x, y = frame.xy(site.lon, site.lat)
    moved = f"translate({x - side / 2:.1f} {y - side / 2:.1f}) scale({side / 16:.3f})"
    drawn = maps.MARKS[mark].replace("currentColor", theme.of_country(site.country, shown))
    return f'<g transform="{moved}">{drawn}</g>'
