"""Other ways to look at the figures of an indicator: countries compared, as an index, per head, changes only.

A lens is offered where it is lawful and adds something, and is absent otherwise. What is computed comes from
observed figures alone, and is never more exact than the least exact of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from dashboard import forms, ranks
from dashboard.forms import Panel
from dashboard.heads import per_head
from dashboard.indexed import indexed
from dashboard.language import N_, _

NAMES = {
    "reported": N_("As reported"),
    "compare": N_("Countries compared"),
    "index": N_("Index"),
    "head": N_("Per head"),
    "change": N_("Changes"),
}


TWO = 2  # can be compared


@dataclass(frozen=True, slots=True)
class Seen:
    """What a lens shows, and how it was made, as HTML."""

    panels: list[Panel]
    note: str = ""


def offered(shown: list[Any], population: list[Any]) -> dict[str, str]:
    """The lenses that have something to show: rows of `queries.indicator.points` and `.population`."""
    return {
        code: _(name)
        for code, name in NAMES.items()
        if code == "reported" or through(code, shown, population).panels
    }


def through(code: str, shown: list[Any], population: list[Any]) -> Seen:
    """The figures as that lens shows them; no panel where it would not be lawful."""
    if code == "compare":
        return _compared(shown)
    if code == "change":
        return _changes(shown)
    if code == "index":
        made, note = indexed(shown)
        return Seen([Panel(_("Index"), made, "years")] if made else [], escape(note))
    if code == "head":
        made, note = per_head(shown, population)
        return Seen([Panel(forms.in_unit(made[0].unit), made, "strip")] if made else [], note)
    return Seen(forms.panels(shown))


def _compared(shown: list[Any]) -> Seen:
    """The newest observed figure of each whole country, in the unit of most of them."""
    newest = ranks.newest(shown)
    if len(newest) < TWO or len(newest) == len(shown):
        return Seen([])
    panel = Panel(forms.in_unit(newest[0].unit), newest, "strip")
    return Seen([panel], _("The newest observed figure of each country, largest first."))


def _changes(shown: list[Any]) -> Seen:
    """Claims of a change, where there are others beside them."""
    changes = [row for row in shown if row.kind == "change"]
    beside = len(changes) < len(shown)
    return Seen(forms.panels(changes) if beside else [], _("Changes as the articles say them."))
