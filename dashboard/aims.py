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
from dashboard.language import N_, _, nouns
from dashboard.words import Figure

AS = {
    "target": N_("as aimed at: {figure}"),
    "planned": N_("as planned: {figure}"),
    "forecast": N_("as expected: {figure}"),
}
BELOW = {
    "target": N_("below what was aimed at: {figure}"),
    "planned": N_("below what was planned: {figure}"),
    "forecast": N_("below what was expected: {figure}"),
}
ABOVE = {
    "target": N_("above what was aimed at: {figure}"),
    "planned": N_("above what was planned: {figure}"),
    "forecast": N_("above what was expected: {figure}"),
}
MORE = nouns("and {n} more figure, due later or longer ago", "and {n} more figures, due later or longer ago")


def listed(aims: Sequence[Any], today: date) -> str:
    """`aims` as `queries.country.aims` gives them, one a line; says so where there are none."""
    if not aims:
        return f"<p class='ox-empty'>{_('Nothing found.')}</p>"
    lines = "".join(_line(row, today) for row in aims)
    rest = aims[0].all_aims - len(aims)
    more = f"<p class='ox-note'>{words.count(rest, *MORE)}</p>" if rest else ""
    return f"<table class='ox-list'>{lines}</table>{more}"


def _line(row: Any, today: date) -> str:
    subject, known = escape(figures.subject(row)), outcome(row, today)
    below = f"<small class='ox-outcome'>{known}</small>"
    return f"<tr><th scope='row'>{subject}</th><td>{figures.linked(row, today)}{below}</td></tr>"


def outcome(row: Any, today: date) -> str:
    """What is known of an aim by now, as HTML: the observed figure in it opens its sentence."""
    due = as_day(row.period_last) < today
    if text(row.was_claim_id) is None:
        return _("due; nothing observed was found") if due else _("not yet due; nothing observed so far")
    return (_due(row) if due else _not_due(row)).format(figure=_was(row))


def _not_due(row: Any) -> str:
    if row.was_unit != row.unit:
        return _("not yet due; cannot be compared with {figure}")
    return _("not yet due; {figure}")


def _due(row: Any) -> str:
    if row.was_unit != row.unit:
        return _("due; cannot be compared with {figure}")
    if row.was_period == row.period:
        return _((BELOW if row.is_below else ABOVE if row.is_above else AS)[row.kind])
    later = as_day(row.was_period_last) >= as_day(row.period_last)
    return _("due; {figure}") if later else _("due; nothing observed since {figure}")


def _was(row: Any) -> str:
    """The observed figure: "12,000 jobs in 2024"."""
    told = Figure.of({name: getattr(row, f"was_{name}") for name in OBSERVED} | {"kind": "observed"})
    said = f"{words.amount(told)} {words.during(text(row.was_period))}"
    opens = escape(layout.evidence(row.was_claim_id))
    return f"<a href='{opens}' target='_self'>{escape(said)}</a>"


OBSERVED = ("value", "low", "high", "value_text", "qualifier", "unit")
