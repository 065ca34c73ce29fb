"""Currency rates over time as plain figures: a panel a currency. Tables in, a figure out; it may be empty.

Told apart without colour: the official rate is a solid line, the market's close a dotted one, a ticker a bar
with caps, what cannot be right a cross outside the line. No line crosses a time of which nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pandas as pd

from dashboard import axes, language, rate_marks, rate_numbers, rate_period, theme
from dashboard.cells import as_day, rows
from dashboard.language import _
from dashboard.rate_period import Period
from dashboard.theme import Theme

Figure = dict[str, Any]
Row = dict[str, Any]

HEIGHT = 208
ROOM = 0.08  # of the height, above and below the lines
LEAST = 0.005  # of the level, above and below it: a rate that hardly moved is a flat line
STROKES: dict[str, Figure] = {"official": {"width": 2}, "close": {"width": 1.4, "dash": "dot"}}


@dataclass(frozen=True, slots=True)
class Panel:
    """What a panel is of; `country` gives its colour."""

    currency: str
    country: str
    period: Period


def panel(about: Panel, lines: pd.DataFrame, marks: pd.DataFrame, look: Theme) -> Figure:
    """`lines` and `marks` as `queries.rate_history` gives them; only this currency's are drawn."""
    drawn = [row._asdict() for row in rows(lines) if row.lcu == about.currency]
    marked = [row._asdict() for row in rows(marks) if row.lcu == about.currency]
    tickers = [row for row in marked if row["role"] == "ticker"]
    layout = _layout(about, look)
    levels = [float(end) for row in (*drawn, *tickers) for end in rate_numbers.ends(row)]
    if not levels:
        layout |= {"xaxis": axes.hidden(), "yaxis": axes.hidden()}
        layout["annotations"].append(_centred(_("no rate in this time")))
        return {"data": [], "layout": layout}
    layout["yaxis"] = values(levels, look)
    colour = theme.of_country(about.country, look)
    kinds = ([row for row in drawn if row["kind"] == kind] for kind in STROKES)
    data = [_line(series, about.period.step, colour) for series in kinds if series]
    data += [rate_marks.bars(tickers, colour)] if tickers else []
    wrong = [row for row in marked if row["role"] == "problem"]
    data += [rate_marks.crosses(wrong, layout["yaxis"]["range"], look)] if wrong else []
    for row in marked:
        if row["role"] == "shift":
            layout["shapes"].append(rate_marks.shift(row, look))
            layout["annotations"].append(rate_marks.shift_day(row, look))
    return {"data": data, "layout": layout}


def _line(series: Sequence[Row], step: rate_period.Step, colour: str) -> Figure:
    points = list(with_gaps(series, step))
    alone = _alone(points)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [point and as_day(point["date"]).isoformat() for point in points],
        "y": [point and rate_marks.middle(point) for point in points],
        "line": STROKES[series[0]["kind"]] | {"color": colour},
        "marker": {
            "color": colour,
            "size": [rate_marks.DOT if lonely else 0 for lonely in alone],
            "opacity": 1,
        },
        "hovertext": [rate_marks.spoken(point) if point else "" for point in points],
        "hoverinfo": "text",
        "connectgaps": False,
    }


def with_gaps(series: Sequence[Row], step: rate_period.Step) -> Iterator[Row | None]:
    """The points with None where one is missing between two of them."""
    yield series[0]
    for before, after in pairwise(series):
        if not rate_period.follows(step, as_day(before["step"]), as_day(after["step"])):
            yield None
        yield after


def _alone(points: Sequence[Row | None]) -> list[bool]:
    """Which points have a gap or an end on both sides, so that no line shows them."""
    around = [None, *points, None]
    return [
        here is not None and before is None and after is None
        for before, here, after in zip(around, points, around[2:], strict=False)
    ]


def values(levels: Sequence[float], look: Theme) -> Figure:
    low, high = min(levels), max(levels)
    room = max((high - low) * ROOM, high * LEAST - (high - low) / 2)
    return axes.axis(look) | {
        "range": [low - room, high + room],
        "nticks": 4,
        "tickformat": ",~r",
        "gridcolor": theme.HAIRLINE[look],
    }


def _layout(about: Panel, look: Theme) -> Figure:
    return axes.layout(look, HEIGHT) | {
        "margin": {"l": 48, "r": 8, "t": 30, "b": 24},
        "hovermode": "closest",
        "xaxis": axes.axis(look)
        | {"showgrid": False, "linecolor": theme.HAIRLINE[look], "tickangle": 0}
        | days(about.period, ticks=3),
        "annotations": [_heading(about, look)],
        "shapes": [],
    }


def days(period: Period, ticks: int) -> Figure:
    """Days, months or years, as the period is long, with a little room at both ends."""
    length = period.last - period.first
    room = max(length * 0.02, timedelta(days=1))
    # The browser knows no months but English ones.
    day, month = ("%-d %b", "%b %Y") if language.code() == language.ENGLISH else ("%-d.%m", "%m.%Y")
    written = "%Y" if length.days > 900 else month if length.days > 130 else day
    few = sorted({period.first.isoformat(), period.last.isoformat()})
    return {
        "type": "date",
        "range": [_moment(period.first) - room, _moment(period.last) + room],
        "tickformat": written,
        **({"tickvals": few} if length.days < 10 else {"nticks": ticks}),
    }


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001  a day of the axis has no zone


def _heading(about: Panel, look: Theme) -> Figure:
    colour = theme.of_country(about.country, look)
    return rate_marks.note(_("<b>{currency}</b> per USD").format(currency=about.currency)) | {
        "x": 0,
        "xshift": -44,
        "y": 1,
        "yshift": 8,
        "yanchor": "bottom",
        "xanchor": "left",
        "font": {"size": 13, "color": colour},
    }


def _centred(sentence: str) -> Figure:
    return rate_marks.note(sentence) | {"x": 0.5, "y": 0.5}
