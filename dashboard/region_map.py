"""The five countries with one figure each: a picture of the shapes, and the words over it as HTML.

The words are not in the picture: an image cannot use the page's fonts, and words of a fixed size stay
readable when the picture shrinks.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd

from dashboard import classes, figures, layout, marks, picture, shading, shapes, theme, words
from dashboard.language import _
from dashboard.shading import Shade

FRAME = shapes.Frame(west=45.5, south=30.2, east=91.5, north=56, width=720)
LAND: dict[theme.Theme, str] = {"light": "#ECE9E1", "dark": "#202C38"}
LARGEST = 38.0  # radius of the largest circle, in a picture 720 wide
# Where the words stand, in hundredths of the picture, and where the line from them ends.
# Four countries are too small to write in beside one another on a telephone.
CALLOUTS: dict[str, tuple[float, float, shapes.Point | None]] = {
    "KAZ": (46, 34, None),
    "KGZ": (88, 65, (78.4, 41.6)),
    "TJK": (75, 90, (71.6, 37.3)),
    "TKM": (15, 90, (56.2, 38.3)),
    "UZB": (45, 90, (66.9, 37.8)),
}
# The words stand in Kazakhstan, so its circle stands beside them.
CIRCLES = {"KAZ": (76.5, 49.0)}

AMOUNTS = ("observed", "target", "planned", "forecast")  # a share of something is no amount

Rows = dict[str, Any]  # rows of a table by country


@dataclass(frozen=True, slots=True)
class Drawn:
    """How one country is filled, and what stands on it. `radius` of 0: no circle."""

    shade: Shade
    radius: float = 0
    ring: bool = False  # not yet so: outline, dashed


def region_map(values: pd.DataFrame, shown: theme.Theme) -> str:
    """HTML of the five countries. `values` has a row for each country that has a figure, maybe none at all.

    Columns: country, value, label and when (in words), age (a step), kind, unit, unit_family; claim_id where
    the figure opens a sentence. Colour is for observed rates; counts and amounts are circles; what is only
    aimed at is never coloured.
    """
    rows: Rows = {str(row.country): row for row in values.itertuples() if row.country in CALLOUTS}
    drawn = _drawn(rows, shown)
    labels = "".join(_label(country, rows.get(country), drawn[country].shade.fill) for country in CALLOUTS)
    keys = f"<div class='ox-map-keys'>{''.join(_keys(rows, shown))}</div>"
    return (
        f"<figure class='ox-map'>{keys}<div>"
        f"<img src='{_image(drawn, shown)}' alt='{escape(spoken(rows))}'>{labels}</div>"
        f"<figcaption>{escape(_(shapes.SHORT_CREDIT))}</figcaption></figure>"
    )


def spoken(rows: Rows) -> str:
    """The map as a sentence."""
    parts = (f"{_name(c)}: {_said(rows.get(c))}" for c in CALLOUTS)
    return _("Map of Central Asia. {figures}.").format(figures="; ".join(parts))


def _name(country: str) -> str:
    return words.country(country, shapes.name(country))


def _drawn(rows: Rows, shown: theme.Theme) -> dict[str, Drawn]:
    shades = shading.shades(rows, LAND[shown], shown)
    largest = max((abs(float(row.value)) for row in rows.values() if _has_circle(row)), default=0)
    return {c: _mark(rows.get(c), shade, largest) for c, shade in shades.items()}


def _mark(row: Any | None, shade: Shade, largest: float) -> Drawn:
    if row is None or not _has_circle(row) or not largest:
        return Drawn(shade)
    radius = LARGEST * math.sqrt(abs(float(row.value)) / largest)
    return Drawn(shade, radius, ring=row.kind != "observed")


def _has_circle(row: Any) -> bool:
    return row.unit_family != "rate" and row.kind in AMOUNTS and not words.missing(row.value)


def _image(drawn: dict[str, Drawn], shown: theme.Theme) -> str:
    ground = theme.GROUND[shown]
    fills = {country: mark.shade.fill for country, mark in drawn.items()}
    hatched = {country: picture.HATCHED for country, mark in drawn.items() if mark.shade.hatched}
    circles = "".join(_circle(c, mark, shown) for c, mark in drawn.items() if mark.radius > 0)
    parts = (
        picture.areas(FRAME, fills, theme.BORDER[shown]),
        picture.areas(FRAME, hatched, theme.BORDER[shown]),
        f'<path d="{picture.lakes(FRAME)}" fill="{ground}"/>',
        f'<g stroke="{theme.INK2[shown]}" stroke-width="1">{"".join(_leaders())}</g>',
        circles,
    )
    return picture.image(FRAME, "".join(parts), shown)


def _leaders() -> Iterator[str]:
    """A line from over the words to the country they are about."""
    for x, y, end in CALLOUTS.values():
        if end is not None:
            to_x, to_y = FRAME.xy(*end)
            over = (y - 8) / 100 * FRAME.height
            yield f'<path d="M{x / 100 * FRAME.width:.0f} {over:.0f}L{to_x:.0f} {to_y:.0f}"/>'


def _circle(country: str, mark: Drawn, shown: theme.Theme) -> str:
    x, y = FRAME.xy(*CIRCLES.get(country, shapes.label_point(country)))
    colour = theme.of_country(country, shown)
    fill = 'fill="none" stroke-dasharray="5 4"' if mark.ring else f'fill="{colour}" fill-opacity=".35"'
    at = f'cx="{x:.1f}" cy="{y:.1f}" r="{mark.radius:.1f}"'
    return f'<circle {at} {fill} stroke="{colour}" stroke-width="2"/>'


def _label(country: str, row: Any | None, fill: str) -> str:
    """Words on a country take the ink that its colour needs; words beside one take the page's."""
    x, y, leader = CALLOUTS[country]
    ink = "" if leader else ";--ox-ink:{0};--ox-ink2:{0}".format(classes.ink_on(fill))
    where = f"left:{x}%;top:{y}%{ink}"
    name, figure = escape(_name(country)), _figure(country, row)
    return f"<div class='ox-map-label' style='{where}'>{name}<br>{figure}</div>"


def _figure(country: str, row: Any | None) -> str:
    if row is None:
        return _("nothing found")
    sign = marks.html(marks.mark(row.kind, getattr(row, "qualifier", "exact")), age=row.age)
    inner = f"<b>{escape(str(row.label))}</b><br>{sign} {escape(_when(row))}"
    claim = words.text(getattr(row, "claim_id", None))
    return layout.link(claim, inner, figures.opens(f"{_name(country)}: {_said(row)}")) if claim else inner


def _said(row: Any | None) -> str:
    return _("nothing found") if row is None else f"{row.label}, {_when(row)}"


def _when(row: Any) -> str:
    return str(row.when) if row.kind == "observed" else f"{words.kind(row.kind)} {row.when}"


def _keys(rows: Rows, shown: theme.Theme) -> Iterator[str]:
    """Only what is on the map."""
    yield from shading.keys(rows, shown)
    circles = [row for row in rows.values() if _has_circle(row)]
    if circles:
        aims = any(row.kind != "observed" for row in circles)
        area, dashed = (
            _("a circle's area is the amount"),
            _("a circle's area is the amount; dashed: not yet so"),
        )
        yield f"<span>{dashed if aims else area}</span>"
    shrunk = marks.aged(row.age for row in rows.values())
    yield from (f"<span>{sign}{escape(said)}</span>" for sign, said in shrunk)
