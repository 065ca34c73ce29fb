"""What each source is asked in a run: for which currencies, days and pages, the newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from etl.rates.answers import Page, Question
from etl.rates.banks import cbt, cbu, frankfurter, nbk, nbkr, nbt
from etl.rates.banks.table import Table
from etl.rates.currencies import currencies

A_YEAR = timedelta(days=364)  # from its first day to its last
# Sources fill and correct the last days later, and a day that failed is asked for again.
TAIL = timedelta(days=10)
# A bank prints in the afternoon what holds tomorrow, and before holidays what holds after them.
AHEAD = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Wanted:
    """`since` is a day of the reader's own. `kept`: currency -> days with a rate in the store."""

    today: date
    since: date | None
    kept: Mapping[str, frozenset[date]]

    def newest(self) -> date | None:
        """The newest day kept of any currency."""
        return max((day for days in self.kept.values() for day in days), default=None)

    def first(self, lcu: str, at_first: timedelta) -> date:
        """The day to ask from: ten days before the newest kept, else so long ago."""
        if self.since:
            return self.since
        newest = max(self.kept.get(lcu, ()), default=None)
        return min(newest, self.today) - TAIL if newest else self.today - at_first


class PageADay(Protocol):
    """A bank that prints a page for each day."""

    FIRST: date

    def address(self, day: date) -> str: ...
    def parse(self, body: bytes) -> Table: ...


def _daily(source: str, lcu: str, bank: PageADay, wanted: Wanted) -> list[Question]:
    """A question for each business day of the last ten, and for each before them that is not in the store."""
    first = max(wanted.first(lcu, TAIL), bank.FIRST)
    kept, tail = wanted.kept.get(lcu, frozenset()), wanted.today - TAIL
    return [
        Question(source, lcu, first, wanted.today, Page(bank.address(day), bank.parse))
        for day in _business_days_back(wanted.today, first)
        if day >= tail or day not in kept
    ]


def _business_days_back(last: date, first: date) -> Iterator[date]:
    days = (last - timedelta(days=back) for back in range((last - first).days + 1))
    return (day for day in days if day.weekday() < 5)


def _nbkr(wanted: Wanted) -> list[Question]:
    """Today's pages, and the archive in pages of a year."""
    first = max(wanted.first("KGS", A_YEAR), nbkr.FIRST)
    ahead = wanted.today + AHEAD
    return [
        Question("nbkr", "KGS", first, ahead, Page(nbkr.DAILY, nbkr.parse)),
        Question("nbkr", "KGS", first, ahead, Page(nbkr.WEEKLY, nbkr.parse, expected="UZS")),
        *(
            Question("nbkr", "KGS", start, end, Page(nbkr.archive(start, end), nbkr.parse_archive))
            for start, end in _years_back(wanted.today, first)
        ),
    ]


def _years_back(last: date, first: date) -> Iterator[tuple[date, date]]:
    """Both ends of each year, the newest first.

    >>> [str(start) for start, _ in _years_back(date(2026, 11, 20), date(2025, 1, 1))]
    ['2025-11-21', '2025-01-01']
    """
    while last >= first:
        start = max(first, last - A_YEAR)
        yield start, last
        last = start - timedelta(days=1)


def _frankfurter(wanted: Wanted) -> list[Question]:
    """One question a bank, however long ago."""
    since = {currency.code: wanted.first(currency.code, A_YEAR) for currency in currencies()}
    return [
        Question("frankfurter", lcu, first, wanted.today, Page(address, frankfurter.parse))
        for lcu, first, address in (
            (lcu, first, frankfurter.address(lcu, first, wanted.today)) for lcu, first in since.items()
        )
    ]


def _yahoo(wanted: Wanted) -> list[Question]:
    """A question a currency and year, the newest year of all currencies first."""
    questions = [
        Question("yahoo", currency.code, start, end)
        for currency in currencies()
        for start, end in _years_back(wanted.today, wanted.first(currency.code, A_YEAR))
    ]
    return sorted(questions, key=lambda question: question.last, reverse=True)


PLANS: Mapping[str, Callable[[Wanted], list[Question]]] = {
    "nbk": lambda wanted: _daily("nbk", "KZT", nbk, wanted),
    "nbkr": _nbkr,
    "nbt": lambda wanted: _daily("nbt", "TJS", nbt, wanted),
    "cbt": lambda wanted: _daily("cbt", "TMT", cbt, wanted),
    "cbu": lambda wanted: _daily("cbu", "UZS", cbu, wanted),
    "frankfurter": _frankfurter,
    "yahoo": _yahoo,
}
