"""Periods, days and ages as people say them. `dashboard.words` hands them on."""

from __future__ import annotations

from datetime import date
from typing import Any

from dashboard.cells import as_day, missing, text
from dashboard.language import C_, _, in_each, ngettext, nouns, pgettext

AFTER_A_DAY = (
    C_("after a day", "January"), C_("after a day", "February"), C_("after a day", "March"),
    C_("after a day", "April"), C_("after a day", "May"), C_("after a day", "June"),
    C_("after a day", "July"), C_("after a day", "August"), C_("after a day", "September"),
    C_("after a day", "October"), C_("after a day", "November"), C_("after a day", "December"),
)  # fmt: skip
MONTHS = (
    C_("month and year", "January"), C_("month and year", "February"), C_("month and year", "March"),
    C_("month and year", "April"), C_("month and year", "May"), C_("month and year", "June"),
    C_("month and year", "July"), C_("month and year", "August"), C_("month and year", "September"),
    C_("month and year", "October"), C_("month and year", "November"), C_("month and year", "December"),
)  # fmt: skip
IN_SHORT = (
    C_("in short", "Jan"), C_("in short", "Feb"), C_("in short", "Mar"), C_("in short", "Apr"),
    C_("in short", "May"), C_("in short", "Jun"), C_("in short", "Jul"), C_("in short", "Aug"),
    C_("in short", "Sep"), C_("in short", "Oct"), C_("in short", "Nov"), C_("in short", "Dec"),
)  # fmt: skip
MONTHS_AGO, YEARS_AGO = nouns("{n} month ago", "{n} months ago"), nouns("{n} year ago", "{n} years ago")
IN_MONTHS, IN_YEARS = nouns("in {n} month", "in {n} months"), nouns("in {n} year", "in {n} years")


@in_each(5_000)
def period(label: str | None) -> str:
    """A period as it is said.

    >>> period("2012/2023"), period("2023-01/2023-07"), period("2025-03-14"), period(None)
    ('2012–2023', 'Jan–Jul 2023', '14 March 2025', 'no date given')
    >>> period("2024-11/2025-02"), period("2025-03")
    ('Nov 2024–Feb 2025', 'March 2025')
    """
    label = text(label)
    if label is None:
        return _("no date given")
    first, slash, last = label.partition("/")
    return _between(first, last) if slash else day(first)


def during(label: str | None) -> str:
    """A period in a sentence.

    >>> during("2024"), during("2024-10-01"), during(None)
    ('in 2024', 'on 1 October 2024', '(no date given)')
    """
    stamp = text(label)
    if stamp is None:
        return f"({_('no date given')})"
    is_day = stamp.count("-") == 2 and "/" not in stamp
    return (_("on {day}") if is_day else _("in {day}")).format(day=period(stamp))


@in_each(10_000)
def day(stamp: str) -> str:
    """A day, month or year.

    >>> day("2025"), day("2025-03"), day("2025-03-04")
    ('2025', 'March 2025', '4 March 2025')
    """
    year, *rest = stamp.split("-")
    if not rest:
        return year
    n = int(rest[0]) - 1
    if len(rest) == 1:
        return _("{month} {year}").format(month=pgettext(*MONTHS[n]), year=year)
    return _("{day} {month} {year}").format(day=int(rest[1]), month=pgettext(*AFTER_A_DAY[n]), year=year)


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
    start, end = (pgettext(*IN_SHORT[int(month) - 1]) for month in (m1, m2))
    return f"{start}–{end} {y2}" if y1 == y2 else f"{start} {y1}–{end} {y2}"


def on_or_about(published: str | None, basis: str | None) -> str | None:
    """The day on which an article said it, behind the word "said"; None where none is known.

    >>> on_or_about("2025-03-04", None), on_or_about("2025-03", "inferred"), on_or_about(None, None)
    ('on 4 March 2025', 'about March 2025', None)
    """
    stamp = text(published)
    if stamp is None:
        return None
    if basis == "inferred":
        return _("about {day}").format(day=day(stamp))
    told = pgettext("said …", "on {day}") if stamp.count("-") == 2 else pgettext("said …", "in {day}")
    return told.format(day=day(stamp))


def said_on(published: str | None, basis: str | None = None) -> str:
    """When an article said it; an inferred date says so.

    >>> said_on("2025-03-04"), said_on("2025-03", "inferred"), said_on(None)
    ('said on 4 March 2025', 'said about March 2025', 'no date given')
    """
    stamp = text(published)
    if stamp is None:
        return _("no date given")
    if basis == "inferred":
        return _("said about {day}").format(day=day(stamp))
    return (_("said on {day}") if stamp.count("-") == 2 else _("said in {day}")).format(day=day(stamp))


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
    if months == 0:
        return _("this month")
    n, ago, ahead = (months // 12, YEARS_AGO, IN_YEARS) if months >= 12 else (months, MONTHS_AGO, IN_MONTHS)
    return ngettext(*(ago if then < today else ahead), n).format(n=n)


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
