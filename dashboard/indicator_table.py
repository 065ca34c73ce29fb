"""Figures as a table, one a line, with the marks of the charts. Rows in, HTML with every word escaped out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from html import escape
from typing import Any

from dashboard import dollars, figures, words
from dashboard.cells import text
from dashboard.fact import own, to
from dashboard.language import N_, _

Cell = Callable[[Any, date], str]


def table(shown: Sequence[Any], today: date) -> str:
    """A column for dollars only where there are any."""
    columns = {name: cell for name, cell in COLUMNS.items() if name != DOLLARS or _has_dollars(shown)}
    head = "".join(f"<th scope='col'>{escape(_(name))}</th>" for name in columns)
    body = "".join(_line(row, list(columns.values()), today) for row in shown)
    return f"<table class='ox-figures'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _has_dollars(shown: Sequence[Any]) -> bool:
    return any(dollars.brief(row) for row in shown)


def _line(row: Any, cells: Sequence[Cell], today: date) -> str:
    inner = "".join(f"<td>{cell(row, today)}</td>" for cell in cells)
    return f"<tr style='{own(row)}'>{inner}</tr>"


def _whose(row: Any, _today: date) -> str:
    parts = ", ".join(figures.parts(row))
    return f"<b class='ox-who'>{escape(row.country_name)} <small>{escape(parts)}</small></b>"


def _figure(row: Any, today: date) -> str:
    return f"<a class='ox-figure' {to(row)}>{figures.headline(row, today)}</a>"


def _when(row: Any, today: date) -> str:
    age = words.age(row.period_last, today)
    return f"{escape(figures.kind_and_period(row))}{f'<small>{escape(age)}</small>' if age else ''}"


def _said(row: Any, _today: date) -> str:
    said = words.said_on(text(row.published), text(row.published_basis))
    by = " · ".join(part for part in (text(row.publisher), text(row.claimant)) if part)
    return f"{escape(by)}<small>{escape(said)}</small>"


DOLLARS = N_("In dollars")
COLUMNS: dict[str, Cell] = {
    N_("Whose"): _whose,
    N_("Figure"): _figure,
    DOLLARS: lambda row, _today: escape(dollars.brief(row)),
    N_("Refers to"): _when,
    N_("Sources"): lambda row, _today: escape(figures.origins(row)),
    N_("Said by"): _said,
}
