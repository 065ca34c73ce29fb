"""Rates as a table: printed number, kind, source, day, what is to be known. HTML, every word escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import pandas as pd

from dashboard import layout, rate_numbers, rate_tiles, rate_words, words
from dashboard.cells import missing, rows, text
from dashboard.language import N_, _, ngettext, nouns
from dashboard.queries.rate_table import PAGE, Size
from dashboard.rate_tiles import Row

COLUMNS = (
    N_("Day"), N_("Currency"), N_("Printed"), N_("Per US dollar"), N_("Kind and source"), N_("To be known"),
)  # fmt: skip
PERSONAL = N_("for personal use")
ALL = nouns("The file has {n} rate.", "The file has all {n} rates.")
NOT_TO_PASS_ON = nouns(
    "The file has all {n} rate; {own} of them are for personal use only: do not pass it on.",
    "The file has all {n} rates; {own} of them are for personal use only: do not pass it on.",
)
WITHOUT_THEM = nouns(
    "The file has {others} of these {n} rate: {own} are for personal use only and are left out of files.",
    "The file has {others} of these {n} rates: {own} are for personal use only and are left out of files.",
)


def table(page: pd.DataFrame) -> str:
    """`page` as `queries.rate_table` gives it."""
    head = "".join(f"<th scope='col'>{_(name)}</th>" for name in COLUMNS)
    body = "".join(_row(row._asdict()) for row in rows(page))
    inner = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return layout.scroll(f"<table class='ox-table ox-rates'>{inner}</table>")


def _row(row: Row) -> str:
    value = "" if missing(row["lcu_per_usd_low"]) else rate_numbers.per_usd(row)
    shown = rate_tiles.opened(row, escape(value)) if value else ""
    cells = (
        f"<span title='{escape(rate_words.basis(row))}'>{rate_words.day(row)}</span>",
        escape(row["lcu"]),
        escape(rate_words.printed(row)),
        shown,
        escape(rate_words.named(row)),
        escape(". ".join(_known(row))),
    )
    struck = " class='ox-struck'" if text(row["problem"]) else ""
    return f"<tr{struck}>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _known(row: Row) -> Iterator[str]:
    if text(row["problem"]):
        yield str(row["problem"]).rstrip(".")
    if text(row["note"]):
        yield str(row["note"]).rstrip(".")
    if text(row["revises"]):
        yield _("revised from {number}").format(number=row["revises"])
    if rate_words.change(row):
        yield _("printed change {change}").format(change=rate_words.change(row))
    if int(row["seen"]) > 1:
        yield words.count(int(row["seen"]), "printed {n} time", "printed {n} times")
    if row["personal_use"]:
        yield _(PERSONAL)


def in_file(size: Size, *, personal: bool) -> str:
    """Which of the rates the file has.

    >>> in_file(Size(740, 240), personal=False)
    'The file has 500 of these 740 rates: 240 are for personal use only and are left out of files.'
    >>> in_file(Size(740, 240), personal=True)
    'The file has all 740 rates; 240 of them are for personal use only: do not pass it on.'
    """
    told = WITHOUT_THEM
    if personal or not size.personal:
        told = NOT_TO_PASS_ON if size.personal else ALL
    return ngettext(*told, size.rates).format(
        n=words.grouped(size.rates),
        own=words.grouped(size.personal),
        others=words.grouped(size.rates - size.personal),
    )


def pages(size: Size) -> int:
    """How many pages there are, one at least."""
    return max(-(-size.rates // PAGE), 1)
