"""Axes and ground of a figure, with round numbers, as plotly dictionaries."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

from dashboard import theme, words
from dashboard.theme import Theme

Figure = dict[str, Any]

STEPS = ("1", "2", "2.5", "5", "10")


def ticks(low: float, high: float, at_most: int = 5) -> list[float]:
    """Round numbers from at or below `low` to at or above `high`; around a single value too.

    >>> ticks(0, 17.4)
    [0.0, 5.0, 10.0, 15.0, 20.0]
    >>> ticks(7254000, 7300000)
    [7250000.0, 7260000.0, 7270000.0, 7280000.0, 7290000.0, 7300000.0]
    >>> ticks(5, 5), ticks(0, 0)
    ([0.0, 1.0, 2.0, 3.0, 4.0, 5.0], [0.0, 1.0])
    """
    if low == high:
        low, high = min(low, 0.0), max(low, 0.0)
    # Decimals, because steps of 0.1 added up as floats do not meet the numbers that were printed.
    bottom, top = Decimal(repr(low)), Decimal(repr(high))
    step = _step((top - bottom) / at_most) if top > bottom else Decimal(1)
    first = math.floor(bottom / step)
    last = max(math.ceil(top / step), first + 1)
    # Steps too fine for a float would give one tick twice.
    return list(dict.fromkeys(float(n * step) for n in range(first, last + 1)))


def _step(rough: Decimal) -> Decimal:
    return next(step for each in STEPS if (step := Decimal(each).scaleb(rough.adjusted())) >= rough)


def year_step(span: int) -> int:
    """Years from tick to tick, so that no more than a dozen are written.

    >>> year_step(4), year_step(20), year_step(60)
    (1, 2, 5)
    """
    return next(step for step in (1, 2, 5, 10, 50) if span / step <= 12)


def time(moments: list[float], look: Theme) -> Figure:
    """Years, each named at its middle."""
    first, last = math.floor(min(moments)), math.ceil(max(moments)) - 1
    step = year_step(last - first)
    shown = [year for year in range(first, last + 1) if year % step == 0]
    room = max((last - first) * 0.08, 0.6)
    return axis(look) | {
        "range": [first - room, last + 1 + room],
        "tickvals": [year + 0.5 for year in shown],
        "ticktext": [str(year) for year in shown],
        "showgrid": False,
    }


def amounts(ends: list[float], look: Theme, room: float) -> Figure:
    """Amounts, millions in words. `room`: the part of the axis that stays free for words beside marks."""
    at = ticks(min(ends), max(ends))
    width = at[-1] - at[0]
    return axis(look) | {
        "range": [at[0] - width * 0.02, at[-1] + width * room],
        "tickvals": at,
        "ticktext": [words.plain(Decimal(repr(tick)).normalize()) for tick in at],
        "gridcolor": theme.HAIRLINE[look],
    }


def axis(look: Theme) -> Figure:
    """What every axis has in common."""
    return {
        "zeroline": False,
        "fixedrange": True,
        "ticks": "",
        "tickfont": {"size": 13, "color": theme.INK2[look]},
    }


def hidden() -> Figure:
    """No axis."""
    return {"visible": False, "fixedrange": True}


def layout(look: Theme, height: int) -> Figure:
    """Ground, margins and type of a figure."""
    return {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 16, "b": 36},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": theme.FONT, "size": 14, "color": theme.INK[look]},
        "hoverlabel": {"bgcolor": theme.SURFACE[look], "font": {"color": theme.INK[look], "size": 14}},
        "showlegend": False,
    }
