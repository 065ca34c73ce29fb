"""Which colour a country has on a map, and the key to the colours. One set of rules for every map.

Colour is for observed rates only. A country without a figure is grey and hatched, and never the lowest step;
what is aimed at, and a figure that may lie in two steps, leaves its country as plain as the land.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from dashboard import classes, theme, words
from dashboard.language import N_, _
from dashboard.shapes import FIVE

NO_DATA = N_("no data")
MANY = 3  # with so many countries empty, hatching would fill the picture

Rows = Mapping[str, Any]  # rows of a table by country


@dataclass(frozen=True, slots=True)
class Shade:
    """How one country is filled."""

    fill: str
    hatched: bool = False


def shades(rows: Rows, land: str, shown: theme.Theme) -> dict[str, Shade]:
    """Of each of the five. `land` is the colour of a country that has a figure and no class."""
    missing = [country for country in FIVE if country not in rows]
    empty = Shade(theme.NODATA[shown], hatched=len(missing) < MANY)
    return {c: _shade(rows[c], land, shown) if c in rows else empty for c in FIVE}


def _shade(row: Any, land: str, shown: theme.Theme) -> Shade:
    step = step_of(row)
    return Shade(land if step is None else classes.ramp(shown)[step])


def inks(shades: Mapping[str, Shade] | None, shown: theme.Theme) -> dict[str, str]:
    """The colour of what is drawn over a country: its own, but over a shade the ink that stands out."""
    if shades is None:
        return {country: theme.of_country(country, shown) for country in FIVE}
    return {country: classes.ink_on(shade.fill) for country, shade in shades.items()}


def step_of(row: Any) -> int | None:
    """The class of a row that may be coloured; None for every other."""
    return classes.step(words.Figure.of(row)) if _is_rate(row) and row.kind == "observed" else None


def _is_rate(row: Any) -> bool:
    return bool(row.unit_family == "rate")


def said(row: Any | None) -> str:
    """What stands on a country: its figure and when, in words.

    >>> said(None)
    'no data'
    """
    if row is None:
        return _(NO_DATA)
    kind = "" if row.kind == "observed" else f"{words.kind(row.kind)} "
    return f"{row.label} · {kind}{row.when}"


def keys(rows: Rows, shown: theme.Theme) -> Iterator[str]:
    """How to read the colours: only what is on the map."""
    unit = next((row.unit for row in rows.values() if step_of(row) is not None), None)
    if unit is not None:
        for colour, name in zip(classes.ramp(shown), classes.names(unit), strict=True):
            yield swatch(f"style='background:{colour}'", name)
    if len(rows) < len(FIVE):
        hatch = " ox-swatch-hatched" if len(FIVE) - len(rows) < MANY else ""
        yield swatch(f"data-key='none' class='ox-swatch ox-swatch-none{hatch}'", _(NO_DATA))
    yield from (f"<span>{escape(note)}</span>" for note in _notes(rows))


def swatch(look: str, name: str) -> str:
    """A small field of a colour with its words. `look` is HTML attributes."""
    marked = look if "class=" in look else f"{look} class='ox-swatch'"
    return f"<span><i {marked}></i>{escape(name)}</span>"


def _notes(rows: Rows) -> Iterator[str]:
    coloured = [row for row in rows.values() if step_of(row) is not None]
    plain = [row for row in rows.values() if _is_rate(row) and step_of(row) is None]
    if any(row.value == 0 for row in coloured):
        yield _("zero is a figure, in the lowest step")
    if len({str(row.when) for row in coloured}) > 1:
        yield _("years differ: each is printed")
    if any(row.kind != "observed" for row in plain):
        yield _("only what was observed is coloured")
    if any(row.kind == "observed" for row in plain):
        yield _("a figure that may be in two steps is not coloured")
