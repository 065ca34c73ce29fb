"""The five countries with one figure each: a picture of the shapes, and the words over it as HTML.

The shapes are an SVG image and the words are not in it: Streamlit takes SVG out of HTML, an image cannot use
the page's fonts, and words of a fixed size stay readable when the picture shrinks.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import pairwise
from typing import Any
from urllib.parse import quote

import pandas as pd

from dashboard import layout, marks, shapes, theme, words

FRAME = shapes.Frame(west=45.5, south=30.2, east=89.5, north=56, width=720)
# Rates of one unit have one scale on every map, so that two maps can be compared.
BREAKS = {
    "percent": (5, 10, 20, 40),
    "per_1000": (5, 10, 20, 40),
    "per_100000": (25, 50, 100, 200),
}
# ColorBrewer GnBu. In the dark the ramp is turned round: more is always farther from the page.
RAMP = ("#EDF8D9", "#BAE4BC", "#7BCCC4", "#43A2CA", "#0868AC")
LAND: dict[theme.Theme, str] = {"light": "#ECE9E1", "dark": "#202C38"}
HATCH: dict[theme.Theme, str] = {"light": "#BFC4CC", "dark": "#3C4A59"}
LARGEST = 46.0  # radius of the largest circle, in a picture 720 wide
# Where the words stand, in hundredths of the picture, and where the line from them ends.
# Four countries are too small to write in beside one another on a telephone.
CALLOUTS: dict[str, tuple[float, float, tuple[float, float] | None]] = {
    "KAZ": (48, 33, None),
    "KGZ": (88, 72, (78.4, 41.6)),
    "TJK": (76, 90, (71.6, 37.3)),
    "TKM": (15, 90, (56.2, 38.3)),
    "UZB": (46, 90, (66.9, 37.8)),
}
# The words stand in Kazakhstan, so its circle stands beside them.
CIRCLES = {"KAZ": (76.5, 49.0)}
ROOM = 3  # with more countries empty than this minus one, hatching would fill the picture

STYLE = """
.ox-map{position:relative;margin:0;container-type:inline-size;max-width:720px}
.ox-map>div{position:relative}
.ox-map img{display:block;width:100%;height:auto}
.ox-map-label{position:absolute;transform:translate(-50%,-50%);text-align:center;white-space:nowrap;
 font-size:13px;line-height:16px;color:var(--ox-ink2)}
.ox-map-label .ox-figure{display:inline-block}
.ox-map-label b{font-size:16px;line-height:20px;font-weight:600;color:var(--ox-ink)}
.ox-map-label i.ox-chip{width:8px;height:8px;margin:0 5px 0 0}
@container (min-width:560px){
 .ox-map-label{font-size:14px;line-height:18px}
 .ox-map-label b{font-size:20px;line-height:24px}}
.ox-map figcaption{color:var(--ox-ink2);font-size:13px;line-height:20px}
.ox-map-keys{display:flex;flex-wrap:wrap;gap:2px 14px}
.ox-map-keys span{display:inline-flex;align-items:center;gap:5px;white-space:nowrap}
.ox-map-keys i.ox-swatch{width:18px;height:12px;display:inline-block;border:1px solid var(--ox-hairline)}
"""

Rows = dict[str, Any]  # rows of a table by country


@dataclass(frozen=True, slots=True)
class Drawn:
    """How one country is filled, and what stands on it. `radius` of 0: no circle."""

    fill: str
    hatched: bool = False
    radius: float = 0
    ring: bool = False  # not yet so: outline, dashed


def region_map(values: pd.DataFrame, shown: theme.Theme) -> str:
    """HTML of the five countries. `values` has a row for each country that has a figure, maybe none at all.

    Columns: country, value, label and when (in words), kind, unit, unit_family; claim_id where the figure
    opens a sentence. Colour is for observed rates; counts and amounts are circles; what is only aimed at is
    never coloured.
    """
    rows: Rows = {str(row.country): row for row in values.itertuples() if row.country in CALLOUTS}
    drawn = _drawn(rows, shown)
    picture = _address(_svg(drawn, shown))
    labels = "".join(_label(country, rows.get(country), drawn[country].fill) for country in CALLOUTS)
    keys = "".join(_keys(rows, shown))
    return (
        f"<style>{STYLE}</style><figure class='ox-map'><div>"
        f"<img src='{picture}' alt='{escape(spoken(rows))}'>{labels}</div>"
        f"<figcaption><div class='ox-map-keys'>{keys}</div>{escape(shapes.CREDIT)}</figcaption></figure>"
    )


def spoken(rows: Rows) -> str:
    """The map as a sentence."""
    parts = (f"{_name(c)}: {_said(rows.get(c))}" for c in CALLOUTS)
    return f"Map of Central Asia. {'; '.join(parts)}."


def class_of(value: float, unit: str) -> int | None:
    """The step of the ramp, 0 to 4; a value on a break is in the class above. None: no scale for this unit.

    >>> class_of(17.4, "percent"), class_of(0, "percent"), class_of(40, "percent"), class_of(3, "times")
    (2, 0, 4, None)
    """
    breaks = BREAKS.get(unit)
    return None if breaks is None else sum(value >= b for b in breaks)


def ramp(shown: theme.Theme) -> tuple[str, ...]:
    """The five colours, the lowest class first."""
    return RAMP if shown == "light" else RAMP[::-1]


def _drawn(rows: Rows, shown: theme.Theme) -> dict[str, Drawn]:
    missing = [c for c in CALLOUTS if c not in rows]
    empty = Drawn(theme.NODATA[shown], hatched=len(missing) < ROOM)
    largest = max((abs(row.value) for row in rows.values() if _has_circle(row)), default=0)
    return {c: _mark(rows[c], largest, shown) if c in rows else empty for c in CALLOUTS}


def _mark(row: Any, largest: float, shown: theme.Theme) -> Drawn:
    if _has_circle(row):
        radius = LARGEST * math.sqrt(abs(row.value) / largest) if largest else 0.0
        return Drawn(LAND[shown], radius=radius, ring=row.kind != "observed")
    step = class_of(row.value, row.unit) if _is_coloured(row) else None
    return Drawn(LAND[shown] if step is None else ramp(shown)[step])


def _is_coloured(row: Any) -> bool:
    return row.unit_family == "rate" and row.kind == "observed" and not words.missing(row.value)


def _has_circle(row: Any) -> bool:
    return row.unit_family != "rate" and not words.missing(row.value)


def _svg(drawn: dict[str, Drawn], shown: theme.Theme) -> str:
    ground, line = theme.GROUND[shown], theme.INK2[shown]
    hatch = (
        f'<pattern id="h" width="7" height="7" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">'
        f'<path d="M0 0V7" stroke="{HATCH[shown]}" stroke-width="2"/></pattern>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {FRAME.width:g} {FRAME.height:.0f}">'
        f"<defs>{hatch}</defs>"
        f'<g stroke="{ground}" stroke-width="1.4" stroke-linejoin="round">{_areas(drawn)}</g>'
        f'<path d="{_lakes()}" fill="{ground}"/>'
        f'<g stroke="{line}" stroke-width="1">{_leaders()}</g>{_circles(drawn, shown)}</svg>'
    )


def _areas(drawn: dict[str, Drawn]) -> str:
    def area(country: str, fill: str) -> str:
        return f'<path d="{_outline(country)}" fill="{fill}"/>'

    plain = "".join(area(country, mark.fill) for country, mark in drawn.items())
    return plain + "".join(area(country, "url(#h)") for country, mark in drawn.items() if mark.hatched)


def _leaders() -> str:
    lines = []
    for x, y, end in CALLOUTS.values():
        if end is not None:
            to_x, to_y = FRAME.xy(*end)
            lines.append(f'<path d="M{x / 100 * FRAME.width:.0f} {_above(y):.0f}L{to_x:.0f} {to_y:.0f}"/>')
    return "".join(lines)


def _above(y: float) -> float:
    """A line starts over the words, whose middle is at `y` hundredths."""
    return (y - 8) / 100 * FRAME.height


def _circles(drawn: dict[str, Drawn], shown: theme.Theme) -> str:
    return "".join(_circle(c, mark, shown) for c, mark in drawn.items() if mark.radius > 0)


def _circle(country: str, mark: Drawn, shown: theme.Theme) -> str:
    x, y = FRAME.xy(*CIRCLES.get(country, _label_point(country)))
    colour = theme.of_country(country, shown)
    fill = 'fill="none" stroke-dasharray="5 4"' if mark.ring else f'fill="{colour}" fill-opacity=".35"'
    at = f'cx="{x:.1f}" cy="{y:.1f}" r="{mark.radius:.1f}"'
    return f'<circle {at} {fill} stroke="{colour}" stroke-width="2"/>'


def _label(country: str, row: Any | None, fill: str) -> str:
    x, y, leader = CALLOUTS[country]
    ink = f";--ox-ink:{ink_on(fill)};--ox-ink2:{ink_on(fill)}" if leader is None else ""
    chip = f"<i class='ox-chip' style='color:var(--ox-{country.lower()})'></i>" if leader else ""
    return (
        f"<div class='ox-map-label' style='left:{x}%;top:{y}%{ink}'>{chip}{escape(_name(country))}<br>"
        f"{_figure(country, row)}</div>"
    )


def ink_on(fill: str) -> str:
    """The ink, of day or of night, that stands out more on this colour.

    >>> ink_on("#EDF8D9"), ink_on("#0868AC")
    ('#1B1F24', '#E8ECEF')
    """
    return max(theme.INK.values(), key=lambda ink: _contrast(ink, fill))


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """WCAG 2 relative luminance of #RRGGBB."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _figure(country: str, row: Any | None) -> str:
    if row is None:
        return "nothing found"
    sign = marks.html(marks.mark(row.kind, getattr(row, "qualifier", "exact")))
    inner = f"<b>{escape(str(row.label))}</b><br>{sign} {escape(_when(row))}"
    claim = words.text(getattr(row, "claim_id", None))
    return layout.link(claim, inner, f"{_name(country)}: {_said(row)}: open the sentence") if claim else inner


def _said(row: Any | None) -> str:
    return "nothing found" if row is None else f"{row.label}, {_when(row)}"


def _when(row: Any) -> str:
    return str(row.when) if row.kind == "observed" else f"{row.kind} {row.when}"


def _keys(rows: Rows, shown: theme.Theme) -> list[str]:
    keys = []
    coloured = [row for row in rows.values() if _is_coloured(row) and row.unit in BREAKS]
    if coloured:
        names = _class_names(coloured[0].unit)
        keys += [_swatch(colour, name) for colour, name in zip(ramp(shown), names, strict=True)]
    if any(_has_circle(row) for row in rows.values()):
        keys.append("<span>area of a circle: the amount</span>")
    if any(row.kind != "observed" for row in rows.values()):
        keys.append(f"<span>{marks.html(marks.TARGET)} target, plan or forecast: not coloured</span>")
    if len(rows) < len(CALLOUTS):
        keys.append(_swatch(theme.NODATA[shown], "nothing found"))
    return keys


def _class_names(unit: str) -> list[str]:
    """
    >>> _class_names("percent")
    ['under 5 %', '5–10', '10–20', '20–40', '40 % or more']
    """
    breaks, name = BREAKS[unit], words.unit(unit)
    between = [f"{low}–{high}" for low, high in pairwise(breaks)]
    return [f"under {breaks[0]} {name}", *between, f"{breaks[-1]} {name} or more"]


def _swatch(colour: str, name: str) -> str:
    return f"<span><i class='ox-swatch' style='background:{colour}'></i>{escape(name)}</span>"


@cache
def _outline(country: str) -> str:
    return next(FRAME.path(f, 0.7) for f in shapes.features("focus") if f["id"] == country)


@cache
def _lakes() -> str:
    return "".join(FRAME.path(f, 0.7) for f in shapes.features("lakes"))


@cache
def _properties(country: str) -> dict[str, Any]:
    return next(f["properties"] for f in shapes.features("focus") if f["id"] == country)


def _name(country: str) -> str:
    return str(_properties(country)["name"])


def _label_point(country: str) -> tuple[float, float]:
    found = _properties(country)
    return found["label_lon"], found["label_lat"]


def _address(svg: str) -> str:
    return f"data:image/svg+xml,{quote(svg, safe=' =:/;,.()')}"
