"""Times that only the article's own day makes a period: "last year", "in December", "the past five years"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from etl.extract.calendar import Calendar, whole_months, whole_year
from etl.extract.calendar_words import count, months_in
from etl.model import Period
from etl.reference import language


def month_of(own: Calendar, match: re.Match[str]) -> Period | None:
    month = months_in(match.group())[-1]
    if own.today is None:
        return whole_months(own.told, month) if own.told else None
    # News names the past: "in December", printed in January, is last December.
    ahead = month > own.today.last.month and own.today.first.month == own.today.last.month
    return whole_months(own.today.last.year - ahead, month)


def not_ahead(own: Calendar, period: Period, year: str | None) -> Period:
    """News names the past: "January-October", printed in February, is last year's."""
    today = own.today
    dated = today is not None and today.first.month == today.last.month
    if year or not dated or today is None or _is_open(period, today):
        return period
    return whole_months(period.first.year - 1, period.first.month, period.last.month)


def _is_open(period: Period, today: Period) -> bool:
    """A quarter or half that is half over on the day, or months that end with it."""
    size = period.last.month - period.first.month + 1
    if (period.first.month - 1) % 3 or size not in (3, 6):
        return period.last.month <= today.last.month
    return 2 * (today.last.month - period.first.month + 1) >= size


def year_end_of(own: Calendar, _: re.Match[str]) -> Period | None:
    return None if own.nearest is None else whole_year(own.nearest)


def season_of(own: Calendar, match: re.Match[str]) -> Period | None:
    seasons: dict[str, list[int]] = language("time")["seasons"]
    first, last = next(v for k, v in seasons.items() if k in " ".join(match.group().lower().split()))
    if own.today is None:
        return None
    which, month = (match["which"] or "").lower(), own.today.last.month
    running = month >= first or month <= last  # "the coming year", told in between, is the one about to begin
    step = {"coming": 1, "next": 1, "new": 0, "last": -1, "previous": -1, "past": -1}.get(which, 0)
    year = own.today.last.year - (month < first) + (step if running or step < 0 else 1)
    return Period(date(year, first, 1), whole_months(year + 1, last).last)


def decade_of(own: Calendar, _: re.Match[str]) -> Period | None:
    """The year with which the next decade begins, as people say it: 2030."""
    return None if own.year is None else whole_year(own.year // 10 * 10 + 10)


def event_of(_: Calendar, match: re.Match[str]) -> Period | None:
    """ "since independence" begins with the year of the event."""
    events: dict[str, int] = language("time")["events"]
    return next((whole_year(year) for name, year in events.items() if name in match.group().lower()), None)


def ago_of(own: Calendar, match: re.Match[str]) -> Period | None:
    if own.year is None or "month" in match.group().lower():
        return None
    words = match.group().split()
    years = 1 if words[0].lower() in ("a", "an") else count(words[0])
    return whole_year(own.year - years * (10 if words[1].startswith("decade") else 1))


def window_of(own: Calendar, match: re.Match[str]) -> Period | None:
    size = count(match["window_count"]) * (10 if match["window_unit"].startswith("decade") else 1)
    if own.year is None or not match["window_unit"].startswith(("year", "decade")):
        return None
    words = match.group().lower()
    if re.search(r"next|coming|following", words):
        return whole_year(own.year, own.year + size)
    if words.startswith(("within", "in")) and not re.search(r"past|last|previous|recent", words):
        return whole_year(own.year + size)
    return None if words.startswith("first") else whole_year(own.year - size, own.year)


def past_year_of(own: Calendar, _: re.Match[str]) -> Period | None:
    """ "over the past year": the twelve months up to the day; told in winter, the year that is over."""
    if own.year is None or own.today is None:
        return None
    winter = own.today.first.month == own.today.last.month <= WINTER
    return whole_year(own.year - 1, own.year - winter)


WINTER = 2  # months into the year


def relative_of(own: Calendar, match: re.Match[str]) -> Period | None:
    words, today = " ".join(match.group().lower().split()), own.today
    if today is None:
        return None
    back = words.startswith(("last", "the previous", "the preceding", "the past"))
    year = today.last.year - back + words.startswith(("next", "the coming"))
    if words.endswith(("year", "summer", "winter", "autumn", "spring")):
        return whole_year(year)
    if words.endswith(("month", "week")):
        return _month_or_week(today, words, back=back)
    months = months_in(words)
    if months:
        own_month = today.last.month if today.first.month == today.last.month else 12
        return (
            whole_months(today.last.year - (months[0] >= own_month), months[0])
            if back
            else whole_months(year, months[0])
        )
    return None


def _month_or_week(today: Period, words: str, *, back: bool) -> Period | None:
    """ "last month", "this week", where the article's day is known and not only its year."""
    step = words.startswith(("next", "the coming")) - back
    if words.endswith("month") and today.first.month == today.last.month:
        month = today.last.month - 1 + step
        return whole_months(today.last.year + month // 12, month % 12 + 1)
    if words.endswith("week") and today.first == today.last:
        monday = today.first + timedelta(days=7 * step - today.first.weekday())
        return Period(monday, monday + timedelta(days=6))
    return None


def now_of(own: Calendar, _: re.Match[str]) -> Period | None:
    return None if own.year is None else whole_year(own.year)
