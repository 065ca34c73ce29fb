"""Observed counts and money per head, where the population of the same country and year is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape
from typing import Any

from dashboard import figures, layout, words
from dashboard.digits import quotient
from dashboard.language import _
from dashboard.ranks import is_whole

FAMILIES = ("count", "money")
YEAR = 12  # months: what comes in over half a year is not to be divided by heads
THOUSAND = 1000


def per_head(shown: Iterable[Any], population: Iterable[Any]) -> tuple[list[Any], str]:
    """Money for each person, things for each thousand, and who was counted; the note is HTML.

    `population`: rows of `queries.indicator.population`; no row where nothing can be divided.
    """
    people = {(row.country, _year(row)): row for row in population}
    found = [
        (row, heads) for row in shown if (heads := people.get((row.country, _year(row)))) and may_be(row)
    ]
    divided = [(made, heads) for row, heads in found if (made := _divided(row, heads))]
    unit = Counter(made.unit for made, _ in divided).most_common(1)
    of_one = [(made, heads) for made, heads in divided if made.unit == unit[0][0]]
    used = {heads.claim_id: heads for _, heads in of_one}
    return [made for made, _ in of_one], _note(list(used.values())) if of_one else ""


def _year(row: Any) -> str:
    """The only year of a period; of a span none."""
    period = words.text(row.period) or ""
    return "" if "/" in period else period[:4]


def may_be(row: Any) -> bool:
    """A whole country's observed amount of a year or of a day, not a rate already, not people themselves."""
    amount = row.unit_family in FAMILIES and "/" not in row.unit and row.indicator != "population"
    observed = is_whole(row) and row.kind == "observed" and amount
    return bool(observed and _year(row)) and figures.months(row) in (0, YEAR)


def _divided(row: Any, heads: Any) -> Any | None:
    money = row.unit_family == "money"
    made = quotient(words.Figure.of(row), words.Figure.of(heads), 1 if money else THOUSAND)
    unit = f"{row.unit}/{'person' if money else 'thousand'}"
    if made is None:
        return None
    return row._replace(value=made.value, value_text=str(made.value), qualifier=made.qualifier, unit=unit)


def _note(used: list[Any]) -> str:
    said = words.listed([_people(row) for row in used])
    told = _("Computed: each figure over the population of its year, {people}. The marks open the figures.")
    return told.format(people=said)


def _people(row: Any) -> str:
    address = escape(layout.evidence(row.claim_id))
    return f"<a href='{address}' target='_self'>{escape(figures.spoken(row))}</a>"
