"""Periods, days and ages as people say them. `dashboard.words` hands them on."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Any

from dashboard.cells import as_day, missing, text

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
QUARTERS = {"Jan–Mar": "Q1", "Apr–Jun": "Q2", "Jul–Sep": "Q3", "Oct–Dec": "Q4"}


@lru_cache(maxsize=5_000)
def period(label: str | None) -> str:
    """A period as it is said.

    >>> period("2012/2023"), period("2023-01/2023-07"), period("2025-03-14"), period(None)
    ('2012–2023', 'Jan–Jul 2023', '14 March 2025', 'no date given')
    >>> period("2024-11/2025-02"), period("2025-03")
    ('Nov 2024–Feb 2025', 'March 2025')
    """
    label = text(label)
    if label is None:
        return "no date given"
    first, _, last = label.partition("/")
    return _between(first, last) if last else day(first)


def during(label: str | None) -> str:
    """A period in a sentence.

    >>> during("2024"), during("2024-10-01"), during(None)
    ('in 2024', 'on 1 October 2024', '(no date given)')
    """
    stamp = text(label)
    if stamp is None:
        return "(no date given)"
    return f"{'on' if stamp.count('-') == 2 and '/' not in stamp else 'in'} {period(stamp)}"


@lru_cache(maxsize=10_000)
def day(stamp: str) -> str:
    """A day, month or year.

    >>> day("2025"), day("2025-03"), day("2025-03-04")
    ('2025', 'March 2025', '4 March 2025')
    """
    year, *rest = stamp.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def on(cell: Any) -> str:
    """The day in a cell that holds a date or a moment.

    >>> on(date(2025, 3, 4))
    '4 March 2025'
    """
    return day(as_day(cell).isoformat())


def _between(first: str, last: str) -> str:
    if len(first) == len(last) == len("2025-03"):
        return _months(first, last)
    return f"{day(first)}–{day(last)}"


def _months(first: str, last: str) -> str:
    (y1, m1), (y2, m2) = first.split("-"), last.split("-")
    start, end = MONTHS[int(m1) - 1][:3], MONTHS[int(m2) - 1][:3]
    return f"{start}–{end} {y2}" if y1 == y2 else f"{start} {y1}–{end} {y2}"


def said_on(published: str | None, basis: str | None = None) -> str:
    """When an article said it; an inferred date says so.

    >>> said_on("2025-03-04"), said_on("2025-03", "inferred"), said_on(None)
    ('said on 4 March 2025', 'said about March 2025', 'no date given')
    """
    stamp = text(published)
    if stamp is None:
        return "no date given"
    word = "about" if basis == "inferred" else ("on" if stamp.count("-") == 2 else "in")
    return f"said {word} {day(stamp)}"


def age(last_day: Any, today: date) -> str:
    """How long ago a period ended, or when it will.

    >>> age(date(2023, 12, 31), date(2026, 11, 22)), age(date(2029, 12, 31), date(2026, 11, 22))
    ('2 years ago', 'in 3 years')
    >>> age(date(2026, 9, 30), date(2026, 11, 22)), age(None, date(2026, 11, 22))
    ('1 month ago', '')
    """
    if missing(last_day):
        return ""
    then = as_day(last_day)
    earlier, later = sorted((then, today))
    months = (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)
    n, noun = (months // 12, "year") if months >= 12 else (months, "month")
    if n == 0:
        return "this month"
    return f"{counted(n, noun)} ago" if then < today else f"in {counted(n, noun)}"


OLD, OLDER = 3, 8  # years, full ones


def age_step(last_day: Any, today: date) -> int:
    """How far a mark has shrunk with age: 0, 1 after three years, 2 after eight.

    >>> age_step(date(2023, 12, 31), date(2026, 11, 22)), age_step(date(2012, 12, 31), date(2026, 11, 22))
    (0, 2)
    """
    if missing(last_day):
        return 0
    then = as_day(last_day)
    years = today.year - then.year - ((today.month, today.day) < (then.month, then.day))
    return (years >= OLD) + (years >= OLDER)


def short(said: str) -> str:
    """The same where there is little room.

    >>> short("planned October 2025 · 10 months ago"), short("target, no date given"), short("in 3 years")
    ('planned Oct 2025 · 10 mo', 'target, no date', 'in 3 yr')
    >>> short("Jan–Mar 2025 · 1 year ago"), short("Jan–Jul 2025")
    ('Q1 2025 · 1 yr', 'Jan–Jul 2025')
    """
    ages = re.sub(r"(month|year)s?(?: ago)?", lambda found: {"month": "mo", "year": "yr"}[found[1]], said)
    quarters = re.sub("|".join(QUARTERS), lambda found: QUARTERS[found[0]], ages)
    months = re.sub("|".join(MONTHS), lambda found: found[0][:3], quarters)
    return months.replace("no date given", "no date")


def counted(n: int, noun: str) -> str:
    """Months and years, the only nouns of an age."""
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
