"""Observed counts and money per head, where the population of the same country and year is known."""

from __future__ import annotations

from html import escape
from typing import Any

import pandas as pd

from dashboard import figures, layout, words
from dashboard.cells import rows
from dashboard.digits import Quotient, quotient

FAMILIES = ("count", "money")
YEAR = 12  # months: what comes in over half a year is not to be divided by heads
THOUSAND = 1000


def per_head(points: pd.DataFrame, population: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Money for each person, things for each thousand, and who was counted; the note is HTML.

    `population` as `queries.indicator.population` gives it; no row where nothing can be divided.
    """
    people = {(row.country, _year(row)): row for row in rows(population)}
    found = [
        (row, heads) for row in rows(points) if (heads := people.get((row.country, _year(row)))) and _may(row)
    ]
    made = [shown for row, heads in found if (shown := _divided(row, heads))]
    table = pd.DataFrame(made, columns=points.columns)
    units = table.unit.value_counts()
    used = {heads.claim_id: heads for row, heads in found}
    table = table[table.unit == units.index[0]] if len(units) else table
    return table, _note(list(used.values())) if len(table) else ""


def _year(row: Any) -> str:
    """The only year of a period; of a span none."""
    period = words.text(row.period) or ""
    return "" if "/" in period else period[:4]


def _may(row: Any) -> bool:
    """A whole country's observed amount of a year or of a day, not a rate already, not people themselves."""
    whole = words.missing(row.place) and words.missing(row.dimension)
    amount = row.unit_family in FAMILIES and "/" not in row.unit and row.indicator != "population"
    return whole and row.kind == "observed" and amount and figures.months(row) in (0, YEAR)


def _divided(row: Any, heads: Any) -> dict[str, Any] | None:
    money = row.unit_family == "money"
    made = quotient(words.Figure.of(row), words.Figure.of(heads), 1 if money else THOUSAND)
    return row._asdict() | _shown(made, f"{row.unit}/{'person' if money else 'thousand'}") if made else None


def _shown(made: Quotient, unit: str) -> dict[str, Any]:
    value = {"value": float(made.value), "value_text": str(made.value)}
    return value | {"unit": unit, "qualifier": made.qualifier}


def _note(used: list[Any]) -> str:
    said = words.listed([_people(row) for row in used])
    return f"Computed: each figure over the population of its year, {said}. The marks open the figures."


def _people(row: Any) -> str:
    address = escape(layout.evidence(row.claim_id))
    return f"<a href='{address}' target='_self'>{escape(figures.spoken(row))}</a>"
