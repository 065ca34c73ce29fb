"""Written times into periods, as read on the day the article came out."""

from __future__ import annotations

import calendar as months_of
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from etl.model import Period
from etl.reference import language

YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")
WORD = re.compile(r"[^\W_]+")


def whole_year(first: int, last: int | None = None) -> Period:
    """One year, or several."""
    return Period(date(first, 1, 1), date(last or first, 12, 31))


def whole_months(year: int, first: int, last: int | None = None) -> Period:
    """One month of a year, or several; a last month before the first is the next year's."""
    last = last or first
    end_year = year + (last < first)
    return Period(date(year, first, 1), date(end_year, last, months_of.monthrange(end_year, last)[1]))


@dataclass(frozen=True, slots=True)
class Calendar:
    """`today` is the article's own date, None where it has none; nothing relative is then worked out."""

    today: Period | None

    @property
    def year(self) -> int | None:
        """The article's own year."""
        return self.today.last.year if self.today else None

    def read(self, group: str, match: re.Match[str]) -> Period | None:
        """The period of a match of the time pattern; None where it cannot be worked out."""
        reader: Callable[[Calendar, re.Match[str]], Period | None] | None = READERS.get(group)
        try:
            return reader(self, match) if reader else None
        except ValueError:  # 31.02.2024, year 0: not a day of any calendar
            return None

    def year_of(self, words: str | None) -> int | None:
        """The year that "2024", "this year" or "last year" names."""
        if not words:
            return None
        found = YEAR.search(words)
        if found:
            return int(found.group())
        back = bool(re.search(r"last|previous|preceding|past", words, re.IGNORECASE))
        return None if self.year is None else self.year - back


def _numbers(words: str) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", words)]


def _months(words: str) -> list[int]:
    names: dict[str, int] = language("time")["months"]
    return [names[w.lower()] for w in WORD.findall(words) if w.lower() in names]


def count(words: str) -> int:
    """ "six", "6"."""
    counts: dict[str, int] = language("time")["counts"]
    return int(words) if words.isdigit() else counts[words.lower()]


def _day(_: Calendar, match: re.Match[str]) -> Period:
    numbers = _numbers(match.group())
    day = date(numbers[-1], _months(match.group())[0], numbers[0])
    return Period(day, day)


def _iso(_: Calendar, match: re.Match[str]) -> Period:
    day = date.fromisoformat(match.group())
    return Period(day, day)


def _dotted(_: Calendar, match: re.Match[str]) -> Period:
    day, month, year = _numbers(match.group())
    return Period(date(year, month, day), date(year, month, day))


def _day_month(own: Calendar, match: re.Match[str]) -> Period | None:
    if own.year is None:
        return None
    day = date(own.year, _months(match.group())[0], _numbers(match.group())[0])
    return Period(day, day)


def _month_range(own: Calendar, match: re.Match[str]) -> Period | None:
    year = own.year_of(match["months_of"]) or own.year
    first, last = _months(match.group())[:2]
    return _past(own, whole_months(year, first, last), match["months_of"]) if year else None


def _month_year(own: Calendar, match: re.Match[str]) -> Period | None:
    year = own.year_of(match.group())
    return whole_months(year, _months(match.group())[0]) if year else None


def _month(own: Calendar, match: re.Match[str]) -> Period | None:
    month = _months(match.group())[-1]
    if own.today is None:
        return None
    # News names the past: "in December", printed in January, is last December.
    ahead = month > own.today.last.month and own.today.first.month == own.today.last.month
    return whole_months(own.today.last.year - ahead, month)


def _q_label(_: Calendar, match: re.Match[str]) -> Period:
    text = match.group().upper()
    numbers = _numbers(text)
    part, year = (
        (numbers[0], numbers[1]) if len(numbers) > 1 else (int(str(numbers[0])[0]), int(str(numbers[0])[1:]))
    )
    size = 3 if "Q" in text else 6
    return whole_months(year + 2000 if year < 100 else year, (part - 1) * size + 1, part * size)


def _part(own: Calendar, match: re.Match[str]) -> Period | None:
    year = own.year_of(match["part_of"]) or own.year
    ordinals: dict[str, int] = language("time")["ordinals"]
    words = match.group().lower().replace("-", " ").split()
    nth = next(ordinals[w] for w in words if w in ordinals)
    size = 3 if "quarter" in words else 6
    if not year or nth * size > 12:
        return None
    return _past(own, whole_months(year, (nth - 1) * size + 1, nth * size), match["part_of"])


def _past(own: Calendar, period: Period, year: str | None) -> Period:
    """News names the past: "January-October", printed in February, is last year's."""
    today = own.today
    dated = today is not None and today.first.month == today.last.month
    if year or not dated or today is None or _is_open(period, today):
        return period
    return whole_months(period.first.year - 1, period.first.month, period.last.month)


def _is_open(period: Period, today: Period) -> bool:
    """Begun on the day, or months that end with it."""
    quarter = (period.first.month - 1) % 3 == 0 and period.last.month - period.first.month in (2, 5)
    return period.first <= today.last if quarter else period.last.month <= today.last.month


def _year_end(own: Calendar, _: re.Match[str]) -> Period | None:
    return None if own.year is None else whole_year(own.year)


def _first_months(own: Calendar, match: re.Match[str]) -> Period | None:
    year = own.year_of(match["fm_of"]) or own.year
    size = count(match["fm_count"]) * (3 if "quarter" in match.group().lower() else 1)
    return whole_months(year, 1, size) if year and 0 < size <= 12 else None


def _years(_: Calendar, match: re.Match[str]) -> Period:
    first, last = _numbers(match.group())[:2]
    last = first // 100 * 100 + last if last < 100 else last
    return whole_year(*sorted((first, last)))


def _season(own: Calendar, match: re.Match[str]) -> Period | None:
    seasons: dict[str, list[int]] = language("time")["seasons"]
    first, last = next(v for k, v in seasons.items() if k in " ".join(match.group().lower().split()))
    if own.today is None:
        return None
    begun = own.today.last.month >= first
    return Period(
        date(own.today.last.year - (not begun), first, 1),
        whole_months(own.today.last.year + begun, last).last,
    )


def _year(_: Calendar, match: re.Match[str]) -> Period:
    return whole_year(_numbers(match.group())[-1])


def _ago(own: Calendar, match: re.Match[str]) -> Period | None:
    if own.year is None or "month" in match.group().lower():
        return None
    words = match.group().split()
    return whole_year(own.year - count(words[0]) * (10 if words[1].startswith("decade") else 1))


def _window(own: Calendar, match: re.Match[str]) -> Period | None:
    size = count(match["window_count"]) * (10 if match["window_unit"].startswith("decade") else 1)
    if own.year is None or not match["window_unit"].startswith(("year", "decade")):
        return None
    words = match.group().lower()
    if re.search(r"next|coming|following", words):
        return whole_year(own.year, own.year + size)
    if words.startswith(("within", "in")) and not re.search(r"past|last|previous|recent", words):
        return whole_year(own.year + size)
    return None if words.startswith("first") else whole_year(own.year - size, own.year)


def _relative(own: Calendar, match: re.Match[str]) -> Period | None:
    words, today = " ".join(match.group().lower().split()), own.today
    if today is None:
        return None
    back = words.startswith(("last", "the previous", "the preceding", "the past"))
    year = today.last.year - back + words.startswith(("next", "the coming"))
    if words.endswith(("year", "summer", "winter", "autumn", "spring")):
        return whole_year(year)
    months = _months(words)
    if months:
        own_month = today.last.month if today.first.month == today.last.month else 12
        return (
            whole_months(today.last.year - (months[0] >= own_month), months[0])
            if back
            else whole_months(year, months[0])
        )
    return None


def _now(own: Calendar, _: re.Match[str]) -> Period | None:
    return None if own.year is None else whole_year(own.year)


READERS: dict[str, Any] = {
    "now": _now,
    "iso": _iso,
    "dotted": _dotted,
    "day": _day,
    "us_day": _day,
    "months": _month_range,
    "q_label": _q_label,
    "day_month": _day_month,
    "month_year": _month_year,
    "year_end": _year_end,
    "part": _part,
    "first_months": _first_months,
    "from_to": _years,
    "years": _years,
    "season": _season,
    "year": _year,
    "month": _month,
    "ago": _ago,
    "window": _window,
    "relative": _relative,
}
