"""Dates as a page or an article's first line prints them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from etl.model import Period, Span
from etl.read.words import months, words


def _one_of(names: frozenset[str] | dict[str, int]) -> str:
    # Longest first, so that "sept" is not read as "sep" and a stray "t".
    return "|".join(sorted(names, key=len, reverse=True))


WEEKDAY = rf"(?:(?:{_one_of(words('weekdays'))})\s*,?\s+)?"
MONTH = rf"(?P<month>{_one_of(months())})\.?"
YEAR = r"(?P<year>(?:19|20)\d\d)(?:\s+года|\s*г\.)?"  # 2025, 2025 года
HAS_YEAR = re.compile(r"(?:19|20)\d\d")  # every form has one
DATE_FORMS = tuple(
    re.compile(WEEKDAY + form + r"(?!\d)", re.IGNORECASE)
    for form in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH}\s*,?\s+{YEAR}",  # 08 December 2025, 8th Dec. 2025
        rf"{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+){YEAR}",  # December 8, 2025
        rf"{YEAR}-(?P<number>\d\d)-(?P<day>\d\d)",  # 2025-12-08
        rf"(?P<day>\d\d)[./](?P<number>\d\d)[./]{YEAR}",  # 08.12.2025
        rf"{MONTH}\s*,?\s+{YEAR}",  # December 2025
    )
)
# A place before a date, as in "Astana, 24 December 2025", "TASHKENT. December 18, 2023." and
# "MANILA, PHILIPPINES (18 May 2023)".
PLACE_NAME = r"[^\W\d_][^\W\d_'’-]*(?:[ -][^\W\d_][^\W\d_'’-]*){0,2}"
PLACE_END = r"(?:\s*[,.]\s+|\s*[,.]?\s+[–—|/-]\s+|\s*[,.]?\s*\()"
PLACES = (re.compile(PLACE_NAME + PLACE_END), re.compile(rf"{PLACE_NAME},\s+{PLACE_NAME}{PLACE_END}"))
OPENING = re.compile(
    r"""
    [\[(]?(?:
        (?:published|posted|updated|released|for\s+release|dated?)(?:\s+on)?\s*:?\s+
      | (?:опубликовано|обновлено|дата(?:\s+публикации)?)\s*:?\s+  # Опубликовано: 12 мая 2025 г.
    )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
CLOCK = re.compile(
    r",?\s+(?:at\s+|в\s+)?\d{1,2}[:.]\d\d(?:\s*(?:am|pm|GMT|UTC))?(?=\s*$)", re.IGNORECASE
)  # ", 10:30"
# What follows the date of a lead: "2023. ", "2025 – ", "2025 /KNA/ -- ", "2025) ", or nothing
LEAD_END = re.compile(r"[)\]](?=\s)|[)\]]?(?:\s*[/(][^/()]{2,20}[/)])?\s*(?:[.:–—|-]|$)")
# A wire's lead names the town in capitals before a dash.
WIRE = re.compile(
    r"""
    [A-ZА-ЯЁ][A-ZА-ЯЁ'’\ -]{2,}         # BISHKEK
    (?: \s*\([^)]{2,20}\)              # NUR-SULTAN (agency)
      | ,\s[^–—-]{2,24} )?              # ASTANA, March 3
    \s+[–—-]{1,2}\s                     # and a dash
    (?=[“"A-ZА-ЯЁ])                     # before a sentence, so that "GDP – 5.5 %" is none
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class DateHere:
    """A date that stands in a text."""

    period: Period
    span: Span


def date_here(text: str, at: int = 0) -> DateHere | None:
    """The date that begins at `at`, if one does.

    >>> date_here("Sept. 10, 2024").period.label
    '2024-09-10'
    >>> date_here("June 2025. The Prime Minister").period.label
    '2025-06'
    >>> date_here("31 February 2025") is None
    True
    """
    for form in DATE_FORMS:
        match = form.match(text, at)
        period = _period(match.groupdict()) if match else None
        if match and period:
            return DateHere(period, Span(match.start(), match.end()))
    return None


def _period(parts: dict[str, str]) -> Period | None:
    """None where the calendar has no such day."""
    year = int(parts["year"])
    month = int(parts["number"]) if "number" in parts else months()[parts["month"].lower()]
    try:
        if "day" in parts:
            day = date(year, month, int(parts["day"]))
            return Period(day, day)
        return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    except (ValueError, calendar.IllegalMonthError):
        return None


def only_date(line: str) -> date | None:
    """The day, if the line says nothing else: the form of a page's date."""
    found = date_here(line)
    whole = found is not None and not line[found.span.end :].strip(" .")
    return found.period.first if found and whole and found.period.first == found.period.last else None


@lru_cache(maxsize=256)  # asked of each line, and again of those around a heading
def lead_date(line: str) -> DateHere | None:
    """The date in an article's lead, with or without the town before it.

    >>> lead_date("TASHKENT. December 18, 2023. Excess weight will").period.label
    '2023-12-18'
    >>> lead_date("In December 2025 the ministry") is None
    True
    """
    if HAS_YEAR.search(line) is None:
        return None
    opening = OPENING.match(line)
    first = opening.end() if opening else 0
    here = date_here(line, first) or next((date for at in PLACES if (date := _behind(at, line, first))), None)
    if here is None:
        return None
    clock = CLOCK.match(line, here.span.end)
    return here if LEAD_END.match(line, clock.end() if clock else here.span.end) else None


def _behind(place: re.Pattern[str], line: str, first: int) -> DateHere | None:
    """The date behind a place; "Trade (May 2024) – …" is a heading."""
    found = place.match(line, first)
    here = date_here(line, found.end()) if found else None
    month = here is not None and here.period.first != here.period.last
    return None if found is None or (month and found.group().endswith("(")) else here


def is_dateline(line: str) -> bool:
    """True for a line that is only a lead: "Astana, 24 December 2025"."""
    here = lead_date(line)
    return here is not None and not CLOCK.sub("", line[here.span.end :]).strip(" .)]")


def has_wire_lead(line: str) -> bool:
    """True for "BISHKEK – As of January 1": a town in capitals, then a dash."""
    return WIRE.match(line) is not None
