"""Currencies since one day, each as an index: 100 is what a dollar was worth on its start. Tables in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import pandas as pd

from dashboard import layout, rate_marks, rate_numbers, rate_words, words
from dashboard.cells import missing, rows
from dashboard.language import _
from dashboard.numbers import written
from dashboard.rate_drawn import LINES

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Series:
    """One currency from its start on; `points` follow the start."""

    start: Row
    points: tuple[Row, ...]

    @property
    def currency(self) -> str:
        """ISO 4217."""
        return str(self.start["lcu"])

    @property
    def last(self) -> Row:
        """The newest rate."""
        return self.points[-1] if self.points else self.start

    def index(self, row: Row) -> float:
        """100 at the start."""
        return rate_marks.middle(row) / rate_marks.middle(self.start) * 100


def series(starts: pd.DataFrame, lines: pd.DataFrame, currencies: Sequence[str]) -> list[Series]:
    """In the order of `currencies`; official rates and closes are never in one line.

    `starts` as `queries.rate_start` gives it, `lines` as `queries.rate_history`.
    """
    first = {row.lcu: row._asdict() for row in rows(starts)}
    told = [row._asdict() for row in rows(lines) if int(row.digits) >= rate_numbers.POINT_DIGITS]
    return [Series(first[lcu], tuple(_after(first[lcu], told))) for lcu in currencies if lcu in first]


def _after(start: Row, told: Sequence[Row]) -> Iterator[Row]:
    for row in told:
        if (row["lcu"], row["kind"]) == (start["lcu"], start["kind"]) and row["date"] > start["date"]:
            yield row


def sentence(compared: Sequence[Series], start: date) -> str:
    """Of which currencies a dollar buys more than on the first day, of which less."""
    if not compared:
        return _("No currency can be compared since that day.")
    told = words.listed([_moved(each) for each in compared])
    return _("Since {day} the dollar buys {moves}.").format(day=words.on(start), moves=told)


def _moved(each: Series) -> str:
    share, way = rate_numbers.apart(each.start, each.last)
    name = each.start["currency_name"]
    if not way:
        return _("as much {currency} as then").format(currency=name)
    return (_("{share} more {currency}") if way > 0 else _("{share} less {currency}")).format(
        share=share, currency=name
    )


def left_out(reasons: pd.DataFrame, compared: Sequence[Series]) -> str:
    """Who is not compared, and why; nothing where all are."""
    shown = {each.currency for each in compared}
    alike: dict[str, list[str]] = {}
    for row in rows(reasons):
        if row.lcu not in shown:
            alike.setdefault(_reason(row), []).append(row.lcu)
    told = [f"{words.listed(currencies)} ({reason})" for reason, currencies in alike.items()]
    return _("Left out: {currencies}.").format(currencies="; ".join(told)) if told else ""


def _reason(row: Any) -> str:
    if not missing(row.first):
        return _("its first rate from then on is of {day}").format(day=words.on(row.first))
    if missing(row.digits):
        return _("no rate from then on is known")
    if row.set_daily:
        return _("none of its rates has {n} significant digits").format(n=rate_numbers.POINT_DIGITS)
    return _("only tickers are known, which make no series")


def named(each: Series) -> str:
    """Which rates make the line: the official ones, or the market's."""
    return f"{each.currency} {_(LINES[each.start['kind']])}"


def spoken(compared: Sequence[Series]) -> str:
    """The figure in words, for those who do not see it."""
    told = (f"{named(each)} {level(each, each.last)}" for each in compared)
    newest = ", ".join(told) or _("none")
    return _("Units per US dollar, the first day is 100; newest: {levels}").format(levels=newest)


def table(compared: Sequence[Series]) -> str:
    """In a drawer: first and newest rate of each line, then the points of all. HTML, escaped."""
    ends = _set((_("Line"), _("First"), _("Newest"), _("Index")), (_ends(each) for each in compared))
    points = _set((_("From"), *map(named, compared)), _points(compared))
    inner = layout.scroll(ends + points)
    summary = f"<summary>{_('Table of what is compared')}</summary>"
    return f"<details class='ox-drawer ox-asked'>{summary}{inner}</details>"


def _set(names: Iterable[str], lines: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th scope='col'>{escape(name)}</th>" for name in names)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in line)}</tr>" for line in lines)
    return f"<table class='ox-table'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _ends(each: Series) -> Iterator[str]:
    yield named(each)
    yield from (f"{rate_numbers.per_usd(row)}, {rate_words.day(row)}" for row in (each.start, each.last))
    yield level(each, each.last)


def _points(compared: Sequence[Series]) -> Iterator[list[str]]:
    """A line a step, the newest first; empty where a line has no rate."""
    found = [{row["step"]: level(each, row) for row in each.points} for each in compared]
    for step in sorted({step for points in found for step in points}, reverse=True):
        yield [words.short(words.on(step)), *(points.get(step, "") for points in found)]


def level(each: Series, row: Row) -> str:
    """The index at one rate."""
    return written(f"{each.index(row):.1f}")
