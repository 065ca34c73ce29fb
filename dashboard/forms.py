"""Which form the figures of an indicator take: the data decide, not the reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from dashboard import figures, words
from dashboard.cells import rows

Form = Literal["nothing", "sentence", "strip", "years"]
MOST_LINES = 6  # that can be told apart in a figure over time
SORTS = {"change": "Changes", "share": "Shares"}  # what is never on one axis with levels


@dataclass(frozen=True, slots=True)
class Panel:
    """Figures that may stand on one axis: one unit; levels, changes or shares."""

    title: str
    points: pd.DataFrame
    form: Form


def panels(points: pd.DataFrame) -> list[Panel]:
    """The largest first. Levels carry no word of their own."""
    if points.empty:
        return []
    sort = points.kind.where(points.kind.isin(list(SORTS)), "level")
    groups = [
        (str(kind), str(unit), group)
        for (kind, unit), group in points.groupby([sort, points.unit], sort=False)
    ]
    groups.sort(key=lambda found: (found[0] != "level", -len(found[2])))
    return [Panel(_title(kind, unit), group, form(group)) for kind, unit, group in groups]


def _title(kind: str, unit: str) -> str:
    name = words.unit(unit)
    in_unit = name if name.startswith("per ") else f"in {name}"
    return f"{SORTS[kind]} {in_unit}" if kind in SORTS else in_unit[0].upper() + in_unit[1:]


def form(points: pd.DataFrame) -> Form:
    """One figure is a sentence; mostly lines with a past are drawn over time; the rest is a strip."""
    if len(points) <= 1:
        return "sentence" if len(points) else "nothing"
    dated = _dates_by_line(points)
    with_past = sum(dates for dates in dated if dates > 1)
    return "years" if with_past * 2 > len(points) and len(dated) <= MOST_LINES else "strip"


def _dates_by_line(points: pd.DataFrame) -> list[int]:
    """How many dates the figures of each country or part have."""
    dates: dict[str, set[str]] = {}
    for row in rows(points):
        dates.setdefault(figures.lane(row), set()).update(filter(None, (words.text(row.period),)))
    return [len(found) for found in dates.values()]
