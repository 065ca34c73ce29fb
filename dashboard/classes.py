"""Colours for rates: fixed steps, the same on every map, so that two maps can be compared."""

from __future__ import annotations

import math
from itertools import pairwise

from dashboard import theme, words
from dashboard.language import _

BREAKS = {
    "percent": (5, 10, 20, 40),
    "per_1000": (5, 10, 20, 40),
    "per_100000": (25, 50, 100, 200),
}
# ColorBrewer GnBu. In the dark the ramp is turned round: more is always farther from the page.
RAMP = ("#EDF8D9", "#BAE4BC", "#7BCCC4", "#43A2CA", "#0868AC")


def class_of(value: float, unit: str) -> int | None:
    """The step of the ramp, 0 to 4; a value on a break is in the class above. None: no scale for this unit.

    >>> class_of(17.4, "percent"), class_of(0, "percent"), class_of(40, "percent"), class_of(3, "times")
    (2, 0, 4, None)
    """
    breaks = BREAKS.get(unit)
    return None if breaks is None else sum(value >= b for b in breaks)


def step(figure: words.Figure) -> int | None:
    """The class that a figure is surely in: "more than 17 %" is 17 or anything above, so it is in none.

    >>> from dataclasses import replace; from decimal import Decimal
    >>> said = words.Figure(Decimal(17), None, None, "17", "more_than", "percent")
    >>> step(said), step(replace(said, qualifier="exact")), step(replace(said, value=Decimal(60)))
    (None, 2, 4)
    """
    ends = _ends(figure)
    if figure.unit not in BREAKS or ends is None:
        return None
    lowest, highest = (class_of(float(end), figure.unit) for end in ends)
    return lowest if lowest == highest else None


def _ends(figure: words.Figure) -> tuple[float, float] | None:
    """From where to where the number may lie; None for an amount in words."""
    if figure.qualifier == "vague":
        return None
    if figure.value is None:
        known = figure.low is not None and figure.high is not None
        return (float(figure.low or 0), float(figure.high or 0)) if known else None
    value = float(figure.value)
    below, above = math.nextafter(value, -math.inf), math.inf
    return {"more_than": (value, above), "less_than": (-math.inf, below)}.get(
        figure.qualifier, (value, value)
    )


def ramp(shown: theme.Theme) -> tuple[str, ...]:
    """The five colours, the lowest class first."""
    return RAMP if shown == "light" else RAMP[::-1]


def names(unit: str) -> list[str]:
    """The classes in words.

    >>> names("percent")
    ['under 5 %', '5–10', '10–20', '20–40', '40 % or more']
    """
    breaks, said = BREAKS[unit], words.unit(unit)
    between = [f"{low}–{high}" for low, high in pairwise(breaks)]
    lowest = _("under {amount}").format(amount=f"{breaks[0]} {said}")
    return [lowest, *between, _("{amount} or more").format(amount=f"{breaks[-1]} {said}")]


def ink_on(fill: str) -> str:
    """The ink, of day or of night, that stands out more on this colour.

    >>> ink_on("#EDF8D9"), ink_on("#0868AC")
    ('#1B1F24', '#E8ECEF')
    """
    return max(theme.INK.values(), key=lambda ink: contrast(ink, fill))


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast of two colours #RRGGBB, 1 to 21.

    >>> round(contrast("#000000", "#FFFFFF"))
    21
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
