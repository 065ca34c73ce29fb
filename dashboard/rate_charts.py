"""Currency rates over time as a plain figure: a panel a currency, a bar for what rounding leaves open.

A table in, a figure out; an empty table gets a figure that says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from dashboard import rate_words, theme, words
from dashboard.cells import as_day, rows
from dashboard.dates import MONTHS
from dashboard.theme import Theme

Figure = dict[str, Any]

HEIGHT = 248
BETWEEN = 0.085  # of the width, between two panels: room for the next one's numbers
LONGEST_STEP = 4  # days; a line is broken over a longer one
FEW = 9  # rates of a source that stand as points with caps; more are a line


def history(rates: pd.DataFrame, look: Theme) -> Figure:
    """`rates` as `queries.rates.history` returns it; it may be empty."""
    currencies = list(dict.fromkeys(rates.lcu)) if len(rates) else []
    figure: Figure = {"data": [], "layout": _layout(look)}
    if not currencies:
        figure["layout"]["annotations"] = [_centred("No dated rate has been read yet")]
        return figure
    width = (1 - BETWEEN * (len(currencies) - 1)) / len(currencies)
    for place, currency in enumerate(currencies):
        first = place * (width + BETWEEN)
        _add_panel(figure, rates[rates.lcu == currency], (place + 1, first, first + width), look)
    return figure


def _add_panel(figure: Figure, rates: pd.DataFrame, panel: tuple[int, float, float], look: Theme) -> None:
    number, left, right = panel
    suffix = "" if number == 1 else str(number)
    days = sorted({as_day(row.date) for row in rows(rates)})
    figure["layout"][f"xaxis{suffix}"] = _days(days, look) | {"domain": [left, right], "anchor": f"y{suffix}"}
    figure["layout"][f"yaxis{suffix}"] = _values(rates, look) | {"anchor": f"x{suffix}"}
    figure["layout"]["annotations"].append(_heading(str(rates.lcu.iloc[0]), left))
    for _, series in rates.groupby(["source", "kind"], sort=True):
        figure["data"].append(_series(series.sort_values("date"), suffix, look))


def _series(series: pd.DataFrame, suffix: str, look: Theme) -> Figure:
    points = [row._asdict() for row in rows(series)]
    colour = theme.of_country(points[0]["country"], look)
    broken = list(_with_gaps(points))
    return {
        "type": "scatter",
        "mode": "markers" if len(points) <= FEW else "lines",
        "x": [point and as_day(point["date"]).isoformat() for point in broken],
        "y": [point and _middle(point) for point in broken],
        "error_y": {
            "type": "data",
            "array": [point and _half(point) for point in broken],
            "visible": any(_half(point) for point in points),
            "color": colour,
            "thickness": 2.5,
            "width": 6 if len(points) <= FEW else 0,
        },
        "line": {"color": colour, "width": 2},
        "marker": {"color": colour, "size": [_dot(point) for point in broken]},
        "hovertext": [_spoken(point) if point else "" for point in broken],
        "hoverinfo": "text",
        "connectgaps": False,
        "showlegend": False,
        "xaxis": f"x{suffix}",
        "yaxis": f"y{suffix}",
    }


def _with_gaps(points: list[dict[str, Any]]) -> Iterator[dict[str, Any] | None]:
    """The points with None where days are missing between two of them."""
    before: date | None = None
    for point in points:
        day = as_day(point["date"])
        if before is not None and (day - before).days > LONGEST_STEP:
            yield None
        yield point
        before = day


def _middle(row: dict[str, Any]) -> float:
    low, high = rate_words.ends(row)
    return float((low + high) / 2)


def _half(row: dict[str, Any]) -> float:
    low, high = rate_words.ends(row)
    return float((high - low) / 2)


def _dot(row: dict[str, Any] | None) -> int:
    """A band has no middle that anyone stated."""
    return 5 if row and rate_words.significant(row["value_text"]) >= rate_words.TOLERANCE_DIGITS else 0


def _spoken(row: dict[str, Any]) -> str:
    day = words.day(as_day(row["date"]).isoformat())
    return f"{rate_words.per_usd(row)} {row['lcu']} per USD<br>{day}, {row['source']}"


def _days(days: list[date], look: Theme) -> Figure:
    """A tick for each day while they are few; the first and the last always."""
    shown = days if len(days) <= 3 else [days[0], days[-1]]
    labels = [f"{day.day} {MONTHS[day.month - 1][:3]}<br>{day.year}" for day in shown]
    margin = max((days[-1] - days[0]).days * 0.35, 1.5)
    return {
        "type": "date",
        "tickvals": [day.isoformat() for day in shown],
        "ticktext": labels,
        "range": [_shift(days[0], -margin), _shift(days[-1], margin)],
        "showgrid": False,
        "linecolor": theme.INK2[look],
        "tickfont": {"size": 13},
        "fixedrange": True,
    }


def _shift(day: date, days: float) -> str:
    return (pd.Timestamp(day) + pd.Timedelta(days=days)).isoformat()


def _values(rates: pd.DataFrame, look: Theme) -> Figure:
    """Room on both sides of what is open; few ticks, with no more digits than a point would have."""
    pairs = [rate_words.ends(row._asdict()) for row in rows(rates)]
    low, high = float(min(pair[0] for pair in pairs)), float(max(pair[1] for pair in pairs))
    room = (high - low) * 0.25 or high * 0.01
    return {
        "range": [low - room, high + room],
        "nticks": 4,
        "tickformat": ",~r",
        "gridcolor": theme.HAIRLINE[look],
        "tickfont": {"size": 13},
        "separatethousands": True,
        "zeroline": False,
        "fixedrange": True,
    }


def _layout(look: Theme) -> Figure:
    return {
        "height": HEIGHT,
        "margin": {"l": 48, "r": 8, "t": 32, "b": 40},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": theme.FONT, "size": 13, "color": theme.INK2[look]},
        "hoverlabel": {"font": {"family": theme.FONT, "size": 13}},
        "annotations": [],
    }


def _heading(currency: str, left: float) -> Figure:
    return {
        "text": f"<b>{currency}</b> per USD",
        "x": left,
        "y": 1,
        "yshift": 24,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "middle",
        "showarrow": False,
        "font": {"size": 13},
    }


def _centred(sentence: str) -> Figure:
    return {"text": sentence, "x": 0.5, "y": 0.5, "xref": "paper", "yref": "paper", "showarrow": False}


def summary(rates: pd.DataFrame) -> str:
    """The figure in a sentence, for those who do not see it."""
    if rates.empty:
        return "No dated rate has been read yet."
    newest = (row._asdict() for row in rows(rates.drop_duplicates("lcu")))
    told = (_spoken(row).replace("<br>", " on ") for row in newest)
    return f"Rates over time, newest: {'; '.join(told)}."
