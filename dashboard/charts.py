"""Figures of one indicator as plain plotly dictionaries. A table in, a figure out: no Streamlit, no database.

`table` is as `queries.indicator.points` returns it, of one unit and one sort of value (`forms.panels`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from html import escape
from itertools import accumulate
from math import inf

import pandas as pd

from dashboard import axes, figures, labels, layout, marks, points, theme, words
from dashboard.points import Figure, Point
from dashboard.theme import Theme

ROW, NAMED = 26, 52  # pixels a line of the strip, without and with a name above it
HEIGHT = 400  # of a figure over time
WIDTH = 1100  # that its labels are laid out for
NEAR, FAR = 16, 32  # pixels from a mark to its words; from one with an arrow
ARROW = 16  # pixels that an arrow stands above its mark
NOT_YET = ("target", "planned", "forecast")


def empty(look: Theme, sentence: str = "Nothing found") -> Figure:
    """A figure that says so."""
    note = {"text": sentence, "showarrow": False, "xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5}
    shown = axes.layout(look, 160)
    return {
        "data": [],
        "layout": shown | {"annotations": [note], "xaxis": axes.hidden(), "yaxis": axes.hidden()},
    }


def strip(table: pd.DataFrame, look: Theme) -> Figure:
    """A line a figure, under the name of the country or part it is of; amount and year beside the mark."""
    placed = _largest_first(list(points.placed(table)))
    if not placed:
        return empty(look)
    names = _named_once([figures.lane(point.row) for point in placed])
    shown = axes.layout(look, sum(NAMED if name else ROW for name in names) + 56)
    heights = list(accumulate(NAMED if name else ROW for name in names))
    shown["yaxis"] = axes.hidden() | {"range": [heights[-1] + 16, 0]}
    shown["xaxis"] = axes.amounts([0, *points.ends(placed)], look, room=0.04)
    data = [
        trace
        for at, p in zip(heights, placed, strict=True)
        for trace in points.drawn(p, at, look, across=True)
    ]
    beside = [_beside(point, at, shown, look) for at, point in zip(heights, placed, strict=True)]
    shown["annotations"] = [*_titles(names, heights, placed, look), *beside]
    return {"data": data, "layout": shown}


def _largest_first(placed: list[Point]) -> list[Point]:
    """The lines with something observed by their largest amount, then the lines that are only aimed at."""
    seen: dict[str, float] = {}
    for point in placed:
        if point.row.kind not in NOT_YET:
            lane = figures.lane(point.row)
            seen[lane] = max(seen.get(lane, point.high), point.high)
    return sorted(placed, key=lambda point: -seen.get(figures.lane(point.row), -inf))


def _named_once(lanes: list[str]) -> list[str]:
    """A name where it changes, nothing where it is the one above."""
    return [name if n == 0 or lanes[n - 1] != name else "" for n, name in enumerate(lanes)]


def _titles(names: list[str], heights: list[int], placed: list[Point], look: Theme) -> Iterator[Figure]:
    """Names on the left above their line: no margin to fit them in, so that a telephone has room too."""
    for name, at, point in zip(names, heights, placed, strict=True):
        if name:
            yield {
                "text": escape(name),
                "font": {"size": 14, "color": theme.of_country(point.row.country, look)},
                "showarrow": False,
                "xref": "paper",
                "x": 0,
                "xanchor": "left",
                "y": at,
                "yshift": 20,
            }


def _beside(point: Point, at: int, shown: Figure, look: Theme) -> Figure:
    """To the right of a mark in the left half, to the left of one in the right half."""
    first, last = shown["xaxis"]["range"]
    left_half = (point.low + point.high) / 2 < (first + last) / 2
    gap = FAR if figures.mark_of(point.row).sign is (marks.MORE if left_half else marks.LESS) else NEAR
    end, anchor, shift = (point.high, "left", gap) if left_half else (point.low, "right", -gap)
    return _label(point, look) | {"x": end, "y": at, "xanchor": anchor, "xshift": shift}


def years(table: pd.DataFrame, look: Theme) -> Figure:
    """Figures over time. Only what one article observed for like periods is joined, by a thin dotted line."""
    placed = [point for point in points.placed(table) if not words.missing(point.row.period_last)]
    if not placed:
        return empty(look, "None of the figures says when")
    shown = axes.layout(look, HEIGHT)
    shown["xaxis"] = axes.time([moment for point in placed for moment in points.period(point.row)], look)
    shown["yaxis"] = axes.amounts(_from_zero(points.ends(placed)), look, room=0.12) | {"automargin": True}
    marked = [
        trace
        for point in placed
        for trace in points.drawn(point, points.middle(point.row), look, across=False)
    ]
    shown["annotations"] = list(_around(placed, shown, look))
    return {"data": [*_spans(placed, look), *_links(placed, look), *marked], "layout": shown}


def _from_zero(ends: list[float]) -> list[float]:
    """With zero, or a fall from 2.9 to 2.4 looks like one to nothing; what is nearly alike goes without."""
    alike = min(ends) > 0 and min(ends) > max(ends) * 0.9
    return ends if alike else [0, *ends]


def _around(placed: list[Point], shown: Figure, look: Theme) -> Iterator[Figure]:
    """The words beside the marks; the last figure of a line names it, where there are several lines."""
    last = {figures.lane(point.row): point for point in placed}
    names = [figures.lane(p.row) if len(last) > 1 and last[figures.lane(p.row)] is p else "" for p in placed]
    spots = [_spot(point, name, shown) for point, name in zip(placed, names, strict=True)]
    for point, name, side in zip(placed, names, labels.sides(spots), strict=True):
        label = _label(point, look)
        if name:
            colour = theme.of_country(point.row.country, look)
            label["text"] = f'<span style="color:{colour}">{escape(name)}</span><br>{label["text"]}'
        over_arrow = ARROW if side == labels.ABOVE and figures.mark_of(point.row).sign is marks.MORE else 0
        at = {"x": points.middle(point.row), "y": point.high}
        yield label | at | asdict(replace(side, yshift=side.yshift + over_arrow))


def _spot(point: Point, name: str, shown: Figure) -> labels.Spot:
    (left, right), (bottom, top) = shown["xaxis"]["range"], shown["yaxis"]["range"]
    x = (points.middle(point.row) - left) / (right - left) * WIDTH
    y = (top - point.high) / (top - bottom) * (HEIGHT - 60)
    return labels.Spot(x, y, max(len(figures.said(point.row)), len(name)), 2 if name else 1)


def _label(point: Point, look: Theme) -> Figure:
    amount, when = (
        escape(words.figure(words.Figure.of(point.row))),
        escape(figures.kind_and_period(point.row)),
    )
    address = escape(layout.evidence(point.row.claim_id))
    link = f'<a href="{address}" target="_self" style="color:{theme.INK[look]}"><b>{amount}</b></a>'
    return {
        "text": f"{link}  {when}",
        "showarrow": False,
        "font": {"size": 14, "color": theme.INK2[look]},
        "bgcolor": theme.GROUND[look],
        "borderpad": 1,
    }


def _spans(placed: list[Point], look: Theme) -> Iterator[Figure]:
    """A hairline along a period of more than a year: the figure is of all of it."""
    for point in placed:
        first, last = points.period(point.row)
        if last - first > 1.01 and not point.is_range:
            yield _line([first, last], [point.low] * 2, theme.of_country(point.row.country, look), "solid")


def _links(placed: list[Point], look: Theme) -> Iterator[Figure]:
    """Observed figures of one line from one article; never to a target, a plan or a forecast."""
    joined: dict[tuple[str, str, int], list[Point]] = {}
    for point in placed:
        if point.row.kind not in NOT_YET and not point.is_range:
            key = (figures.lane(point.row), point.row.article_id, figures.months(point.row))
            joined.setdefault(key, []).append(point)
    for line in joined.values():
        if len(line) > 1:
            line.sort(key=lambda point: points.middle(point.row))
            at, amounts = [points.middle(point.row) for point in line], [point.low for point in line]
            yield _line(at, amounts, theme.of_country(line[0].row.country, look), "dot")


def _line(x: list[float], y: list[float], colour: str, dash: str) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": colour, "width": 1.2, "dash": dash},
        "name": "period" if dash == "solid" else "same article",
        "showlegend": False,
        "hoverinfo": "skip",
    }
