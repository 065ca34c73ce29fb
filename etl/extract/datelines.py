"""The line that says where and when a text was written: it dates and places what follows, no value in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from etl.extract.calendar import Calendar
from etl.extract.reading import Reading, read_again
from etl.extract.times import Time, told_in
from etl.extract.tokens import Token
from etl.reference import language

LONGEST = 16  # tokens of a dateline
DATED = ("iso", "dotted", "day", "us_day", "month_year")
ENDS = ("–", "—", "-", ":")
OPENERS = ("in", "on", "by", "since", "until", "from", "during", "for", "as", "before", "after")


def read_on(text: str, reading: Reading, calendar: Calendar) -> tuple[Reading, Calendar]:
    """The sentence, and the calendar for it and what follows; a dateline begins a new one."""
    time = dateline(reading)
    if time is None or time.period is None:
        if calendar.today or not reading.times or reading.of("planned", "forecast", "target"):
            return reading, calendar  # "a return to 5% in 2027" tells no year past
        return reading, told_in(reading.times, calendar)
    own = Calendar(time.period)
    reading = read_again(text, reading, own)
    times = tuple(other for other in reading.times if other.span != time.span)
    return replace(reading, times=times, dateline=time.period), own


def dateline(reading: Reading) -> Time | None:
    """The date of "Saran, June 2025." or "OSH, 3 May 2024 – …"; None where the sentence tells of a day."""
    if reading.block.role in ("title", "item", "table_row") or not reading.times:
        return None
    time = reading.times[0]
    if time.group not in DATED or time.period is None or time.period.first.year != time.period.last.year:
        return None
    end = _end(reading, time)
    if end is None or reading.row[0].norm in OPENERS:
        return None
    outside = [t for t in reading.row[:end] if not time.span.start <= t.start < time.span.end]
    return time if _names_only(outside) else None


def _end(reading: Reading, time: Time) -> int | None:
    """Where the dateline ends: with the sentence, or before a dash in the first words of its paragraph."""
    last = reading.token_at(time.span.end - 1) + 1
    opens = reading.span.start == reading.block.span.start
    if opens and last < min(len(reading.row), LONGEST) and reading.row[last].text in ENDS:
        return last
    alone = len(reading.row) <= LONGEST and len(reading.times) == 1 and not reading.mentions
    return len(reading.row) if alone else None


def _names_only(row: Sequence[Token]) -> bool:
    """Names, marks, and the words of a by-line; "Closing: 30 June 2028" labels a day of another kind."""
    if any(t.text == ":" for t in row) and any(t.kind == "word" and t.norm not in _byline() for t in row):
        return False
    return all(t.kind == "mark" or t.norm in _byline() or t.text[0].isupper() for t in row) and not any(
        t.kind == "number" for t in row
    )


@cache
def _byline() -> frozenset[str]:
    return frozenset(language("time")["words"]["byline"])
