"""Figures as marks on a chart: where each stands, and how it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import pandas as pd

from dashboard import dollars, figures, marks, theme, words
from dashboard.cells import as_day, rows
from dashboard.theme import Theme

Figure = dict[str, Any]

# What plotly calls our shapes, full and empty.
SYMBOLS = {
    "observed": ("circle", "circle-open"),
    "target": ("diamond", "diamond-open"),
    "planned": ("diamond-open-dot", "diamond-open"),
    "forecast": ("circle-open-dot", "circle-open"),
    "share": ("circle-cross-open", "circle-open"),
    "up": ("triangle-up", "triangle-up-open"),
    "down": ("triangle-down", "triangle-down-open"),
    "change": ("hourglass", "hourglass-open"),
}


@dataclass(frozen=True, slots=True)
class Point:
    """Where a figure stands, and what is written beside it."""

    row: Any
    low: float
    high: float

    @property
    def is_range(self) -> bool:
        """Two ends and nothing between them that was said."""
        return self.low != self.high


def placed(points: pd.DataFrame) -> Iterator[Point]:
    """What has an amount to stand at; a figure in words only has none."""
    for row in rows(points):
        figure = words.Figure.of(row)
        low = figure.low if figure.value is None else figure.value
        high = figure.high if figure.value is None else figure.value
        if low is not None and high is not None and figure.qualifier != "vague":
            yield Point(row, float(low), float(high))


def ends(points: Iterable[Point]) -> list[float]:
    return [end for point in points for end in (point.low, point.high)]


def drawn(point: Point, at: float, look: Theme, *, across: bool) -> Iterator[Figure]:
    """The mark of a figure at its amount: a bar with caps for a range, an arrow added for more or less."""
    shown = figures.mark_of(point.row)
    colour = theme.of_country(point.row.country, look)
    amounts = [point.low, point.high] if point.is_range else [point.low]
    spots = [at] * len(amounts)
    cap = "line-ns-open" if across else "line-ew-open"
    symbol = cap if point.is_range else SYMBOLS[shown.shape.name][shown.sign is marks.ABOUT]
    trace: Figure = {
        "type": "scatter",
        "x": amounts if across else spots,
        "y": spots if across else amounts,
        "mode": "lines+markers" if point.is_range else "markers",
        "line": {"color": colour, "width": 2},
        "marker": {"symbol": symbol, "size": 11, "color": colour, "line": {"color": colour, "width": 2}},
        "name": shown.words,
        "showlegend": False,
        "hovertext": _hover(point.row, look),
        "hoverinfo": "text",
    }
    yield trace
    if shown.sign in (marks.MORE, marks.LESS):
        yield _arrow(trace, colour, shown.sign is marks.MORE, across=across)


def _hover(row: Any, look: Theme) -> str:
    """Whose figure, how much and when; under it, quieter, money of the five currencies in dollars."""
    spoken, read = escape(figures.spoken(row)), escape(dollars.brief(row))
    return f'{spoken}<br><span style="color:{theme.INK2[look]}">{read}</span>' if read else spoken


def _arrow(trace: Figure, colour: str, more: bool, *, across: bool) -> Figure:  # noqa: FBT001
    """From the dot outwards: at least this much, or at most."""
    head, side = (
        ("\u2002→", "middle right") if more else ("←\u2002", "middle left")
    )  # the space clears the dot
    if not across:
        head, side = ("↑", "top center") if more else ("↓", "bottom center")
    font = {"size": 18, "color": colour}
    return trace | {"mode": "text", "text": head, "textposition": side, "textfont": font, "hoverinfo": "skip"}


def middle(row: Any) -> float:
    """The moment a figure of a period stands at."""
    return sum(period(row)) / 2


def period(row: Any) -> tuple[float, float]:
    """First and last moment of a row's period in years: 2023 is from 2023.0 to 2024.0."""
    first, last = as_day(row.period_first), as_day(row.period_last)
    return _year(first), _year(last) + 1 / 366


def _year(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 366
