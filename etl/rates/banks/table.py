"""What a bank's page prints, a row a currency, before anything is chosen from it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,12})?", re.ASCII)  # 478.77
NOMINAL = re.compile(r"\d{1,6}", re.ASCII)  # 100
CODE = re.compile(r"[A-Z]{3}")  # USD
DAY = re.compile(
    r"""
    (?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>\d{4})         # 20.05.2026
  | (?P<year_>\d{4})-(?P<month_>\d\d)-(?P<day_>\d\d)        # 2026-05-20
    """,
    re.ASCII | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """`value_text` of `counter` for `nominal` of `base`, as printed but for a comma, which is now a point."""

    base: str  # ISO 4217
    counter: str
    nominal: int
    value_text: str
    day: date

    @property
    def value(self) -> Decimal:
        """`counter` for `nominal` of `base`."""
        return Decimal(self.value_text)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that are rates, and how many are none: zero, no number, nothing for which they are paid."""

    rows: tuple[Row, ...]
    left_out: int = 0


class NoTable(ValueError):  # noqa: N818 - what a page is, not a failure of ours
    """The page holds no such table. The message says what it holds instead."""


@dataclass(frozen=True, slots=True)
class Cells:
    """One row as the page has it; None where a cell is missing."""

    base: str | None
    nominal: str | None
    value: str | None


def table(counter: str, day: str | None, rows: Iterable[Cells]) -> Table:
    """A page of one day in one currency. Raises NoTable where there are rows and the day is none."""
    cells = list(rows)
    if not cells:
        return Table(())
    of = day_of(day)
    return gathered(row(each, counter, of) for each in cells)


def gathered(rows: Iterable[Row | None]) -> Table:
    """The rows that are some, and the number of the others."""
    found = list(rows)
    kept = tuple(each for each in found if each is not None)
    return Table(kept, len(found) - len(kept))


def row(cells: Cells, counter: str, day: date) -> Row | None:
    """None where this cannot be a rate.

    >>> row(Cells("JPY", "10", "5,4969"), "KGS", date(2026, 5, 23)).value_text
    '5.4969'
    >>> row(Cells("JPY", "10", "0,0000"), "KGS", date(2026, 5, 23)) is None
    True
    """
    base, nominal, value = (
        (text or "").strip().replace(",", ".") for text in (cells.base, cells.nominal, cells.value)
    )
    if not (CODE.fullmatch(base) and NOMINAL.fullmatch(nominal) and NUMBER.fullmatch(value)):
        return None
    if not int(nominal) or not Decimal(value):
        return None
    return Row(base, counter, int(nominal), value, day)


def dated_row(cells: Cells, counter: str, day: str | None) -> Row | None:
    """As `row`, where each row has a day of its own, which may be none."""
    try:
        return row(cells, counter, day_of(day))
    except NoTable:
        return None


def day_of(text: str | None) -> date:
    """A day as the banks write it. Raises NoTable.

    >>> day_of("20.05.2026"), day_of("2026-05-20")
    (datetime.date(2026, 5, 20), datetime.date(2026, 5, 20))
    """
    found = DAY.fullmatch((text or "").strip())
    if found is None:
        raise NoTable(f"“{(text or '')[:40]}” is no day")
    year, month, day = (int(found[name] or found[f"{name}_"]) for name in ("year", "month", "day"))
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NoTable(f"“{found[0]}” is no day") from error
