"""The figure of currencies compared since one day. Series in, a plain figure out; there may be none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard import axes, rate_charts, rate_rebased, rate_words, theme
from dashboard.cells import as_day
from dashboard.language import _
from dashboard.rate_charts import STROKES
from dashboard.rate_period import Period
from dashboard.rate_rebased import Series
from dashboard.theme import Theme

Figure = dict[str, Any]

HEIGHT = 320
LINE = 17  # pixels between two labels at the lines' ends
PLOT = HEIGHT - 16 - 28  # pixels that the axis is high


def figure(compared: Sequence[Series], countries: dict[str, str], period: Period, look: Theme) -> Figure:
    """A line a currency, named at its end; the first day is 100."""
    layout = axes.layout(look, HEIGHT) | {
        "margin": {"l": 40, "r": 136, "t": 16, "b": 28},
        "hovermode": "closest",
        "xaxis": axes.axis(look) | {"showgrid": False, "tickangle": 0} | rate_charts.days(period, ticks=3),
    }
    if not compared:
        return {"data": [], "layout": layout | _none(look)}
    levels = [each.index(row) for each in compared for row in (each.start, *each.points)]
    layout["yaxis"] = rate_charts.values(levels, look)
    layout["shapes"] = [_hundred(look)]
    layout["annotations"] = _names(compared, countries, layout["yaxis"]["range"], look)
    return {
        "data": [_line(each, theme.of_country(countries[each.currency], look), period) for each in compared],
        "layout": layout,
    }


def _line(each: Series, colour: str, period: Period) -> Figure:
    first = each.start | {"step": each.points[0]["step"] if each.points else each.start["date"]}
    points = list(rate_charts.with_gaps((first, *each.points), period.step))
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [point and as_day(point["date"]).isoformat() for point in points],
        "y": [point and each.index(point) for point in points],
        "line": STROKES[each.start["kind"]] | {"color": colour},
        "hovertext": [point and _spoken(each, point) for point in points],
        "hoverinfo": "text",
        "connectgaps": False,
    }


def _spoken(each: Series, point: dict[str, Any]) -> str:
    return f"{rate_rebased.named(each)} {rate_rebased.level(each, point)}<br>{rate_words.day(point)}"


def _names(
    compared: Sequence[Series], countries: dict[str, str], room: Sequence[float], look: Theme
) -> list[Figure]:
    """At the lines' ends, one below the other where ends are close."""
    low, high = room
    ends = [(high - each.index(each.last)) / (high - low) * PLOT for each in compared]
    return [
        {
            "text": f"<b>{rate_rebased.named(each)}</b> {rate_rebased.level(each, each.last)}",
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 4,
            "y": 1 - place / PLOT,
            "yref": "paper",
            "yanchor": "middle",
            "showarrow": False,
            "font": {"size": 13, "color": theme.of_country(countries[each.currency], look)},
        }
        for each, place in zip(compared, spread(ends, LINE, PLOT), strict=True)
    ]


def spread(places: Sequence[float], least: float, most: float) -> list[float]:
    """The same places moved apart by `least`, in their order, inside 0 to `most` while there is room.

    >>> spread([10, 12, 100], 16, 200), spread([198, 199], 16, 200)
    ([10, 26, 100], [184, 200])
    """
    order = sorted(range(len(places)), key=lambda n: places[n])
    moved = [0.0] * len(places)
    above = -least
    for n in order:
        above = moved[n] = max(places[n], above + least)
    below = most + least
    for n in reversed(order):
        below = moved[n] = min(moved[n], below - least)
    return moved


def _hundred(look: Theme) -> Figure:
    line = {"color": theme.INK2[look], "width": 1}
    return {"type": "line", "x0": 0, "x1": 1, "xref": "paper", "y0": 100, "y1": 100, "line": line}


def _none(look: Theme) -> Figure:
    note = {"text": _("No currency can be compared since that day"), "showarrow": False}
    at = {"xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5, "font": {"color": theme.INK2[look]}}
    return {"annotations": [note | at], "xaxis": axes.hidden(), "yaxis": axes.hidden(), "height": 120}
