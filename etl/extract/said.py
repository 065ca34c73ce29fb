"""The day on which something was said or written: it dates the article, never the value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from etl.extract.calendar import whole_year
from etl.extract.reading import Reading
from etl.extract.times import DAYS, Time
from etl.model import Period

NEAR = 5  # words between "said" and "on 12 November"
SIGNED = 18  # tokens of a last line that says when the text was written
SOON = 2  # words into the sentence
FAR = 8  # and between "On 12 November," and "said"
SAYING = ("day", "us_day", "month_year", "day_month", "month", "iso")


def without_said(reading: Reading) -> Reading:
    """The sentence without the days on which it was said: "the ministry said on 12 November 2024"."""
    said = [time for time in reading.times if _is_said(reading, time)]
    if not said:
        return reading
    return replace(reading, times=tuple(t for t in reading.times if t not in said), said=tuple(said))


def _is_said(reading: Reading, time: Time) -> bool:
    if time.group not in SAYING:
        return False
    at = reading.token_at(time.span.start)
    opens = at == 0 or reading.row[at - 1].norm in ("on", ",")
    if opens and at <= SOON and time.group in DAYS and _tells_first(reading, at, time):
        return True
    for hit in reading.of("says", "meets"):
        between = reading.norms[hit.last : at]
        joined = not any(word in (",", ";", "that") for word in between)
        joined = joined and not any(hit.last <= m.first < at for m in reading.mentions)
        if hit.last <= at and len(between) <= NEAR and joined:
            return True
    return False


def _tells_first(reading: Reading, at: int, time: Time) -> bool:
    """ "On 14 March 2024, the committee published its review", "Today, 14 March 2024, …"."""
    if any(t.group == "now" and reading.token_at(t.span.end - 1) in (at - 1, at - 2) for t in reading.times):
        return True
    last = reading.token_at(time.span.end - 1)
    first = min((m.first for m in reading.mentions), default=len(reading.row))
    return any(last < hit.first <= last + FAR and hit.first < first for hit in reading.of("says", "meets"))


def date_told(readings: Sequence[Reading]) -> Period | None:
    """The article's own date where no line under its title gives one: the first whole date on which something
    was said, the only line that says when the text was written, or the year that its title is about."""
    said = [time.period for reading in readings for time in reading.said if time.period]
    written = [reading.dateline for reading in readings if reading.dateline]
    if said:
        return said[0]
    return written[0] if len(written) == 1 else _of_last_line(readings) or _of_title(readings)


def _of_last_line(readings: Sequence[Reading]) -> Period | None:
    """ "Posted by the press office on 14 March 2024": a short line at the end with a day and nothing told."""
    last = readings[-1] if len(readings) > 1 else None
    if last is None or last.block.role == "title" or last.mentions or len(last.row) > SIGNED:
        return None
    alone = last.block.span.start == last.span.start and not last.of("past", "planned", "forecast", "target")
    days = [time.period for time in last.times if time.period and time.group in (*DAYS, "month_year")]
    return days[0] if alone and len(days) == 1 == len(last.times) else None


def _of_title(readings: Sequence[Reading]) -> Period | None:
    """ "Trade of Kazakhstan in January–September 2025" is read as if written then; a plan's title is not."""
    heads = takewhile(lambda reading: reading.block.role in ("title", "heading", "dateline"), readings)
    told = next((scope for head in heads if (scope := scope_of(head))), None)
    return whole_year(told.last.year) if told and told.first.year == told.last.year else None


def scope_of(head: Reading) -> Period | None:
    """The one past or present period that a title or heading names: it holds for what stands below."""
    if head.of("target", "planned", "forecast"):
        return None
    label = any(token.text == ":" for token in head.row[:-1])  # "Closing: 30 June 2028"
    without = ("now", "day", "us_day", "iso", "dotted") if label else ("now",)
    named = [time for time in head.times if time.period and time.group not in without]
    return named[0].period if len(named) == 1 and named[0].relation == "at" else None
