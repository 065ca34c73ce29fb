"""Rates as a table: printed number, kind, source, day, what is to be known. HTML, every word escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import pandas as pd

from dashboard import layout, rate_numbers, rate_tiles, rate_words, words
from dashboard.cells import missing, rows, text
from dashboard.queries.rate_table import PAGE, Size
from dashboard.rate_tiles import Row

COLUMNS = ("Day", "Currency", "Printed", "Per US dollar", "Kind and source", "To be known")
PERSONAL = "for personal use"


def table(page: pd.DataFrame) -> str:
    """`page` as `queries.rate_table` gives it."""
    head = "".join(f"<th scope='col'>{name}</th>" for name in COLUMNS)
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
        yield f"revised from {row['revises']}"
    if rate_words.change(row):
        yield f"printed change {rate_words.change(row)}"
    if int(row["seen"]) > 1:
        yield f"printed {words.count(int(row['seen']), 'time')}"
    if row["personal_use"]:
        yield PERSONAL


def in_file(size: Size, *, personal: bool) -> str:
    """Which of the rates the file has.

    >>> in_file(Size(740, 240), personal=False)
    'The file has 500 of these 740 rates: 240 are for personal use only and are left out of files.'
    >>> in_file(Size(740, 240), personal=True)
    'The file has all 740 rates; 240 of them are for personal use only: do not pass it on.'
    """
    if not size.personal:
        return f"The file has {'all ' if size.rates > 1 else ''}{words.count(size.rates, 'rate')}."
    own, rates = words.grouped(size.personal), words.count(size.rates, "rate")
    if personal:
        return f"The file has all {rates}; {own} of them are for personal use only: do not pass it on."
    left = f"{own} are for personal use only and are left out of files."
    return f"The file has {words.grouped(size.rates - size.personal)} of these {rates}: {left}"


def pages(size: Size) -> int:
    """How many pages there are, one at least."""
    return max(-(-size.rates // PAGE), 1)
