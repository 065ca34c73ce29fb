"""Which form the figures of an indicator take: the data decide, not the reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from dashboard import figures, words
from dashboard.cells import rows

Form = Literal["nothing", "sentence", "strip", "years"]
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
    return f"{SORTS[kind]} in {name}" if kind in SORTS else f"In {name}"


def form(points: pd.DataFrame) -> Form:
    """One figure is a sentence; a line with more than one date is drawn over time; the rest is a strip."""
    if len(points) <= 1:
        return "sentence" if len(points) else "nothing"
    return "years" if any(_has_a_past(points)) else "strip"


def _has_a_past(points: pd.DataFrame) -> Iterator[bool]:
    lanes = [figures.lane(row) for row in rows(points)]
    for _, line in points.groupby(lanes):
        yield len(set(line.period.dropna())) > 1
