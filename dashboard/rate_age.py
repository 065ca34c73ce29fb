"""How old a rate is. Business days count, Monday to Friday: banks and markets set no rate on the others."""

from __future__ import annotations

from datetime import date
from typing import Literal

import numpy as np

from dashboard import words
from dashboard.language import N_, _

FRESH = 2  # business days up to which a rate is of now
KEEPS = 5  # and up to which it may still stand for today's

State = Literal["fresh", "old", "stale"]
STATES: dict[State, str] = {"fresh": "{ago}", "old": N_("old: {ago}"), "stale": N_("stale: {ago}")}


def business_days(day: date, today: date) -> int:
    """The days that have passed, of those on which rates are set; none before a day to come.

    >>> monday, friday = date(2026, 11, 23), date(2026, 11, 20)
    >>> business_days(friday, monday), business_days(monday, friday)
    (1, 0)
    """
    return max(int(np.busday_count(day, today)), 0)


def kept_since(today: date) -> date:
    """The first day whose rate is no older than it keeps.

    >>> kept_since(date(2026, 11, 23)), business_days(date(2026, 11, 14), date(2026, 11, 23))
    (datetime.date(2026, 11, 14), 5)
    """
    too_old = np.busday_offset(np.datetime64(today), -KEEPS - 1, roll="forward")
    return date.fromisoformat(str(too_old + 1))


def state(day: date, today: date) -> State:
    """Fresh, old or stale."""
    passed = business_days(day, today)
    return "fresh" if passed <= FRESH else "old" if passed <= KEEPS else "stale"


def age(day: date, today: date) -> str:
    """In words; a rate that is old or stale says so.

    >>> age(date(2025, 12, 8), date(2025, 12, 9)), age(date(2025, 12, 8), date(2025, 12, 12))
    ('1 business day ago', 'old: 4 business days ago')
    >>> age(date(2025, 12, 8), date(2026, 11, 22))
    'stale: 11 months ago'
    """
    return _(STATES[state(day, today)]).format(ago=ago(day, today))


def ago(day: date, today: date) -> str:
    """Business days while it is fresh or old, months and years after.

    >>> ago(date(2025, 12, 8), date(2025, 12, 8)), ago(date(2025, 12, 8), date(2025, 12, 17))
    ('today', '7 business days ago')
    """
    passed = business_days(day, today)
    if passed > KEEPS and words.age(day, today) != _("this month"):
        return words.age(day, today)
    if passed == 0:
        return _("today") if day >= today else _("less than a business day ago")
    return words.count(passed, "{n} business day ago", "{n} business days ago")


def kept_until(start: date) -> date:
    """The last day whose rate may still stand for `start`, of which none is known.

    >>> kept_until(date(2025, 3, 3)), business_days(date(2025, 3, 3), date(2025, 3, 10))
    (datetime.date(2025, 3, 10), 5)
    """
    too_late = np.busday_offset(np.datetime64(start), KEEPS + 1, roll="forward")
    return date.fromisoformat(str(too_late - 1))
