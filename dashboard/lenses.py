"""Other ways to look at the figures of an indicator: countries compared, as an index, per head, changes only.

A lens is offered where it is lawful and adds something, and is absent otherwise. What is computed comes from
observed figures alone, and is never more exact than the least exact of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import pandas as pd

from dashboard import forms, ranks
from dashboard.forms import Panel
from dashboard.heads import per_head
from dashboard.indexed import indexed

NAMES = {
    "reported": "As reported",
    "compare": "Countries compared",
    "index": "Index",
    "head": "Per head",
    "change": "Changes",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What a lens shows, and how it was made, as HTML."""

    panels: list[Panel]
    note: str = ""


def offered(points: pd.DataFrame, population: pd.DataFrame) -> dict[str, str]:
    """The lenses that have something to show. `population` as `queries.indicator.population` gives it."""
    seen = {code for code in NAMES if through(code, points, population).panels}
    return {code: name for code, name in NAMES.items() if code == "reported" or code in seen}


def through(code: str, points: pd.DataFrame, population: pd.DataFrame) -> Seen:
    """The figures as that lens shows them; no panel where it would not be lawful."""
    if points.empty or code == "reported":
        return Seen(forms.panels(points))
    if code == "compare":
        return _compared(points)
    if code == "change":
        return _changes(points)
    table, note = indexed(points) if code == "index" else per_head(points, population)
    note = escape(note) if code == "index" else note
    if table.empty:
        return Seen([])
    title = "Index" if code == "index" else forms.in_unit(str(table.unit.iloc[0]))
    return Seen([Panel(title, table, "years" if code == "index" else "strip")], note)


def _compared(points: pd.DataFrame) -> Seen:
    """The newest observed figure of each whole country, in the unit of most of them."""
    newest = ranks.newest(points)
    if len(newest) < 2 or len(newest) == len(points):
        return Seen([])
    unit = forms.in_unit(str(newest.unit.iloc[0]))
    return Seen([Panel(unit, newest, "strip")], "The newest observed figure of each country, largest first.")


def _changes(points: pd.DataFrame) -> Seen:
    """Claims of a change, where there are others beside them."""
    found = [panel for panel in forms.panels(points) if panel.points.kind.iloc[0] == "change"]
    return Seen(
        found if found and (points.kind != "change").any() else [], "Changes as the articles say them."
    )
