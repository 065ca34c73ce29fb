"""Figures as points on a chart: the amount and the moment each stands at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard import figures, words
from dashboard.cells import as_day


@dataclass(frozen=True, slots=True)
class Point:
    """A row and the amount it stands at: `low` and `high` are one but for a range."""

    row: Any
    low: float
    high: float

    @property
    def is_range(self) -> bool:
        """Two ends and nothing between them that was said."""
        return self.low != self.high

    @property
    def lane(self) -> str:
        """Whose figure."""
        return figures.lane(self.row)


def point(row: Any) -> Point | None:
    """Where a figure stands; None for one in words only and for a change that goes neither up nor down.

    A fall stands below zero.
    """
    figure = words.Figure.of(row)
    low = figure.low if figure.value is None else figure.value
    high = figure.high if figure.value is None else figure.value
    if low is None or high is None or figure.qualifier == "vague":
        return None
    if figure.kind != "change":
        return Point(row, float(low), float(high))
    sign = {"up": 1, "down": -1}.get(figure.direction or "")
    ends = sorted(sign * abs(float(end)) for end in (low, high)) if sign else None
    return Point(row, *ends) if ends else None


def placed(shown: Iterable[Any]) -> list[Point]:
    """The rows that have an amount to stand at."""
    return [found for row in shown if (found := point(row)) is not None]


def ends(points: Iterable[Point]) -> list[float]:
    """All amounts."""
    return [end for each in points for end in (each.low, each.high)]


def middle(row: Any) -> float:
    """The moment a figure of a period stands at."""
    return sum(period(row)) / 2


def period(row: Any) -> tuple[float, float]:
    """First and last moment of a row's period in years: 2023 is from 2023.0 to 2024.0."""
    first, last = as_day(row.period_first), as_day(row.period_last)
    return _year(first), _year(last) + 1 / 366


def _year(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 366


def by_lane(points: Iterable[Point]) -> Iterator[tuple[str, list[Point]]]:
    """The figures of each country or part, in the order in which they first come."""
    lanes: dict[str, list[Point]] = {}
    for each in points:
        lanes.setdefault(each.lane, []).append(each)
    yield from lanes.items()
