"""The map of places as a flat picture, for paper and for screens too narrow for deck.gl to fit its view."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from dashboard import deck, map_labels, picture, shapes, sites, theme
from dashboard.boxes import Box

WIDTH = 358.0  # pixels: a telephone of 390
SMALLER = 0.62  # circles, against those of the large map
DOT, NAME = 3.0, 13
SOLID, SOFT, FAINT = "1", ".4", ".18"
HALO = 6.0

STYLE = """
.ox-flat{display:none;position:relative;margin:0;max-width:460px}
.ox-flat img{display:block;width:100%;height:auto}
.ox-flat span{position:absolute;transform:translate(-50%,-50%);white-space:nowrap;font-size:13px;
 line-height:16px;color:var(--ox-ink)}
@media print,(max-width:640px){.ox-flat{display:block}.st-key-places_map{display:none}
 .ox-c-scale{zoom:.62}}
"""


def flat_map(found: list[sites.Site], measure: str, country: str, shown: theme.Theme) -> str:
    """HTML, hidden on wide screens. The same marks as the large map; names where they fit."""
    frame = shapes.Frame(*deck.edges(country), width=WIDTH)
    circles = sites.circles(found, measure)
    names = "".join(_name(one, frame) for one in _placed(found, circles, frame))
    address, said = _image(frame, found, circles, shown), escape(sites.spoken(found, measure))
    return f"<style>{STYLE}</style><figure class='ox-flat'><img src='{address}' alt='{said}'>{names}</figure>"


def _placed(
    found: list[sites.Site], circles: list[sites.Circle], frame: shapes.Frame
) -> Iterator[map_labels.Placed]:
    radii = _radii(found, circles)
    spots = {site: frame.xy(site.lon, site.lat) for site in found}
    taken = [map_labels.box_of(*spots[s], 2 * r, 2 * r) for s, r in radii.items()]
    names = [
        map_labels.Name(s.place.removesuffix(" district"), *spots[s], r, s.anchor, NAME)
        for s, r in sorted(radii.items(), key=lambda one: -one[1])
    ]
    page = Box(0, 0, frame.width, frame.height)
    return map_labels.placed(names, taken, page)


def _radii(found: list[sites.Site], circles: list[sites.Circle]) -> dict[sites.Site, float]:
    return {site: max(DOT, r * SMALLER) for site, r in sites.radii(found, circles, DOT).items()}


def _name(one: map_labels.Placed, frame: shapes.Frame) -> str:
    left = (one.name.x + one.dx) / frame.width * 100
    top = (one.name.y + one.dy) / frame.height * 100
    return f"<span style='left:{left:.1f}%;top:{top:.1f}%'>{escape(one.name.text)}</span>"


def _image(
    frame: shapes.Frame, found: list[sites.Site], circles: list[sites.Circle], shown: theme.Theme
) -> str:
    radii = _radii(found, circles)
    land = dict.fromkeys((f["id"] for f in shapes.features("focus")), deck.LAND[shown])
    drawn = [
        picture.areas(frame, land, theme.BORDER[shown]),
        f'<path d="{picture.lakes(frame)}" fill="{deck.SEA[shown]}"/>',
        *(_circle(frame, s, radii[s] + HALO, FAINT, shown) for s in found if not s.exact),
        *(_circle(frame, c.site, c.radius * SMALLER, SOFT, shown) for c in circles if not c.planned),
        *(_ring(frame, c.site, c.radius * SMALLER, shown) for c in circles if c.planned),
        *(_circle(frame, s, DOT, SOLID, shown) for s in found if s.figures and s.exact),
        *(_ring(frame, s, DOT, shown) for s in found if not (s.figures and s.exact)),
    ]
    return picture.image(frame, "".join(drawn), shown)


def _circle(frame: shapes.Frame, site: sites.Site, radius: float, opacity: str, shown: theme.Theme) -> str:
    look = f'fill="{theme.of_country(site.country, shown)}" fill-opacity="{opacity}"'
    return f"<circle {_at(frame, site, radius)} {look}/>"


def _ring(frame: shapes.Frame, site: sites.Site, radius: float, shown: theme.Theme) -> str:
    look = f'fill="none" stroke="{theme.of_country(site.country, shown)}" stroke-width="1.6"'
    return f"<circle {_at(frame, site, radius)} {look}/>"


def _at(frame: shapes.Frame, site: sites.Site, radius: float) -> str:
    x, y = frame.xy(site.lon, site.lat)
    return f'cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"'
