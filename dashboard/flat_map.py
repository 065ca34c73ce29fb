"""The map of places as a flat picture: for paper, for a telephone, and for a browser that draws no WebGL."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape

from dashboard import deck, map_labels, map_names, maps, picture, shading, shapes, site_words, theme
from dashboard.boxes import Box
from dashboard.drawing import Drawing
from dashboard.shading import Shade
from dashboard.site_list import chooser
from dashboard.sites import Circle, Site

SOFT, PALE = ".35", ".85"
WIDTH = 358.0  # pixels: a telephone of 390; wider screens draw it larger
SMALLER = 0.62  # circles, against those of the map that moves
SQUARE, NAME = 10.0, 13  # pixels
NO_WEBGL = (
    "This browser does not draw maps that move (it lacks WebGL). Here is a flat one, with the same figures."
)


def flat_map(drawing: Drawing, shown: theme.Theme) -> str:
    """HTML, hidden where the other map is shown. The same marks; names where they fit."""
    frame = shapes.Frame(*deck.edges(drawing.country), width=WIDTH)
    said = escape(site_words.spoken(drawing.found, drawing.measure))
    image = f"<img src='{_image(drawing, frame, shown)}' alt='{said}'>"
    names = "".join(_name(one, frame) for one in _placed(drawing, frame))
    links = "".join(_link(drawing, site, frame) for site in drawing.found)
    shaded = " ox-flat-shaded" if drawing.notes else ""
    note = f"<p class='ox-note ox-no-webgl'>{NO_WEBGL}</p>"
    return f"{note}<figure class='ox-flat{shaded}'>{image}{names}{links}</figure>"


def _placed(drawing: Drawing, frame: shapes.Frame) -> Iterator[map_labels.Placed]:
    """Figures of countries first, where they shade them; then sites, that with the largest circle first."""
    radii = {site: max(SQUARE / 2, r * SMALLER) for site, r in drawing.radii.items()}
    spots = {site: frame.xy(site.lon, site.lat) for site in drawing.found}
    taken = [map_labels.box_of(*spots[s], 2 * r, 2 * r) for s, r in radii.items()]
    page = Box(0, 0, frame.width, frame.height)
    if drawing.notes:
        countries = [one.placed for one in map_names.countries(frame, page, drawing.notes, taken)]
        taken += [one.box for one in countries]
        yield from countries
    names = (
        map_labels.Name(map_names.short(s), *spots[s], radii[s], s.anchor, NAME)
        for s in map_names.first(drawing)
    )
    yield from map_labels.placed(names, taken, page)


def _name(one: map_labels.Placed, frame: shapes.Frame) -> str:
    where = _where(one.name.x + one.dx, one.name.y + one.dy, frame)
    return f"<span style='{where}'>{escape(one.name.text)}</span>"


def _link(drawing: Drawing, site: Site, frame: shapes.Frame) -> str:
    look = f"style='{_where(*frame.xy(site.lon, site.lat), frame)}'"
    return chooser(drawing.names[site], "", look, current=site is drawing.picked)


def _where(x: float, y: float, frame: shapes.Frame) -> str:
    return f"left:{x / frame.width * 100:.1f}%;top:{y / frame.height * 100:.1f}%"


def _image(drawing: Drawing, frame: shapes.Frame, shown: theme.Theme) -> str:
    shades = drawing.shades(shown)
    inks = shading.inks(shades, shown)
    near = [site for site in drawing.found if not site.exact]
    drawn = [
        _marks(),
        *_land(shades, frame, shown),
        *(_plate(frame, site, shown) for site in drawing.found if shades),
        *(_circle(frame, circle, inks[circle.site.country]) for circle in drawing.circles),
        *(_mark(frame, site, "approximate", SQUARE * 1.9, shown) for site in near),
        *(_mark(frame, site, site.stage.code, SQUARE, shown) for site in drawing.found),
    ]
    return picture.image(frame, "".join(drawn), shown)


@cache
def _marks() -> str:
    """Every mark once, to be used by its name."""
    drawn = (f'<symbol id="{code}" viewBox="0 0 16 16">{svg}</symbol>' for code, svg in maps.MARKS.items())
    return f"<defs>{''.join(drawn)}</defs>"


def _land(shades: dict[str, Shade] | None, frame: shapes.Frame, shown: theme.Theme) -> Iterator[str]:
    filled = shades or {country: Shade(deck.LAND[shown]) for country in shapes.FIVE}
    yield picture.areas(frame, {c: shade.fill for c, shade in filled.items()}, theme.BORDER[shown])
    hatched = {c: picture.HATCHED for c, shade in filled.items() if shade.hatched}
    yield picture.areas(frame, hatched, theme.BORDER[shown])
    yield f'<path d="{picture.lakes(frame)}" fill="{deck.SEA[shown]}"/>'


def _plate(frame: shapes.Frame, site: Site, shown: theme.Theme) -> str:
    x, y = frame.xy(site.lon, site.lat)
    look = f'fill="{deck.LAND[shown]}" fill-opacity="{PALE}"'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{SQUARE * 0.75:.1f}" {look}/>'


def _circle(frame: shapes.Frame, circle: Circle, ink: str) -> str:
    """Filled where it is so; an outline where it is not yet."""
    x, y = frame.xy(circle.site.lon, circle.site.lat)
    fill = 'fill="none" stroke-width="1.6"' if circle.planned else f'fill="{ink}" fill-opacity="{SOFT}"'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{circle.radius * SMALLER:.1f}" stroke="{ink}" {fill}/>'


def _mark(frame: shapes.Frame, site: Site, mark: str, side: float, shown: theme.Theme) -> str:
    """The square of a stage, or the ring of an approximate position, as the other map has it."""
    x, y = frame.xy(site.lon, site.lat)
    at = f'x="{x - side / 2:.1f}" y="{y - side / 2:.1f}" width="{side:g}" height="{side:g}"'
    return f'<use href="#{mark}" {at} color="{theme.of_country(site.country, shown)}"/>'
