"""Scales of a chart, with round numbers: where an amount or a moment stands, in hundredths of the room.

At the end what the plotly figures of the rates have in common.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dashboard import theme, words
from dashboard.numbers import written
from dashboard.theme import Theme

Figure = dict[str, Any]

STEPS = ("1", "2", "2.5", "5", "10")
MOST_YEARS = 12  # that are written under a wide chart
FEW_YEARS = 4  # under a narrow one


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


@dataclass(frozen=True, slots=True)
class Amounts:
    """From the first to the last of round numbers."""

    ticks: tuple[float, ...]

    @classmethod
    def of(cls, amounts: Iterable[float]) -> Amounts:
        """Around all of them."""
        found = list(amounts)
        return cls(tuple(ticks(min(found), max(found))))

    def at(self, amount: float) -> float:
        """
        >>> Amounts((0.0, 5.0, 10.0)).at(2.5)
        25.0
        """
        first, last = self.ticks[0], self.ticks[-1]
        # Divided first: the whole may be too large for a float.
        return 100 * (amount / (last - first) - first / (last - first))

    def named(self) -> Iterator[tuple[float, str]]:
        """Where each tick stands, and its number, millions in words."""
        for tick in self.ticks:
            yield self.at(tick), words.plain(Decimal(repr(tick)).normalize())


@dataclass(frozen=True, slots=True)
class Years:
    """From the start of a year to the end of a later one, with a little room on both sides."""

    first: int
    last: int

    @classmethod
    def of(cls, moments: Iterable[float]) -> Years:
        """Around all of them; a moment is a year with its fraction."""
        found = list(moments)
        return cls(math.floor(min(found)), math.ceil(max(found)) - 1)

    def at(self, moment: float) -> float:
        """
        >>> Years(2020, 2029).at(2025.0)
        50.0
        """
        room = max((self.last - self.first) * 0.08, 0.6)
        start = self.first - room
        return 100 * (moment - start) / (self.last + 1 + room - start)

    def named(self) -> Iterator[tuple[float, int, bool]]:
        """Where each year's middle stands, the year, and whether there is room for it on a telephone.

        >>> [(year, narrow) for _, year, narrow in Years(2012, 2023).named()][-3:]
        [(2021, False), (2022, False), (2023, True)]
        """
        span = self.last - self.first
        step, rare = _year_step(span, MOST_YEARS), _year_step(span, FEW_YEARS)
        rare = max(rare, step)
        for year in range(self.first, self.last + 1):
            if year % step == 0 or step == 1:
                yield self.at(year + 0.5), year, (self.last - year if step == 1 else year) % rare == 0


def _year_step(span: int, at_most: int) -> int:
    """Years from tick to tick, so that no more than `at_most` are written.

    >>> _year_step(4, 12), _year_step(20, 12), _year_step(60, 12)
    (1, 2, 5)
    """
    return next((step for step in (1, 2, 5, 10, 20, 50, 100) if span / step <= at_most), 500)


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
        "separators": written(".,"),
    }
