"""What is aimed at, planned and expected, and what is known of it by now. A table in, escaped HTML out.

Whether more is better nobody says here: below, above, or as it was aimed at.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

from dashboard import figures, layout, words
from dashboard.cells import as_day, text
from dashboard.words import Figure

NOTHING = "<p class='ox-empty'>Nothing found.</p>"
AS = {"target": "as aimed at", "planned": "as planned", "forecast": "as expected"}
THAN = {"target": "what was aimed at", "planned": "what was planned", "forecast": "what was expected"}


def listed(aims: Sequence[Any], today: date) -> str:
    """`aims` as `queries.country.aims` gives them, one a line; says so where there are none."""
    if not aims:
        return NOTHING
    lines = "".join(_line(row, today) for row in aims)
    rest = aims[0].all_aims - len(aims)
    more = (
        f"<p class='ox-note'>and {words.count(rest, 'more figure')}, due later or longer ago</p>"
        if rest
        else ""
    )
    return f"<table class='ox-list'>{lines}</table>{more}"


def _line(row: Any, today: date) -> str:
    subject, known = escape(figures.subject(row)), outcome(row, today)
    below = f"<small class='ox-outcome'>{known}</small>"
    return f"<tr><th scope='row'>{subject}</th><td>{figures.linked(row, today)}{below}</td></tr>"


def outcome(row: Any, today: date) -> str:
    """What is known of an aim by now, as HTML: the observed figure in it opens its sentence."""
    due = as_day(row.period_last) < today
    if text(row.was_claim_id) is None:
        return "due; nothing observed was found" if due else "not yet due; nothing observed so far"
    was = _was(row)
    if row.was_unit != row.unit:
        return f"{'due' if due else 'not yet due'}; cannot be compared with {was}"
    if not due:
        return f"not yet due; {was}"
    if row.was_period == row.period:
        return f"{_beside(row)}: {was}"
    later = as_day(row.was_period_last) >= as_day(row.period_last)
    return f"due; {was}" if later else f"due; nothing observed since {was}"


def _beside(row: Any) -> str:
    if row.is_below or row.is_above:
        return f"{'below' if row.is_below else 'above'} {THAN[row.kind]}"
    return AS[row.kind]


def _was(row: Any) -> str:
    """The observed figure: "12,000 jobs in 2024"."""
    told = Figure.of({name: getattr(row, f"was_{name}") for name in OBSERVED} | {"kind": "observed"})
    said = f"{words.amount(told)} {words.during(text(row.was_period))}"
    opens = escape(layout.evidence(row.was_claim_id))
    return f"<a href='{opens}' target='_self'>{escape(said)}</a>"


OBSERVED = ("value", "low", "high", "value_text", "qualifier", "unit")
