"""The year before another: "2.9% a year earlier"."""

from __future__ import annotations

from datetime import date

from etl.extract.context import Context, Decision
from etl.extract.mentions import Mention
from etl.extract.own_times import between_words
from etl.extract.reading import Reading
from etl.extract.times import Time
from etl.model import Period

Found = Decision[Period | None]
NOTHING: Found = Decision(None, "the text names no time")


def year_before(reading: Reading, time: Time, mention: Mention, context: Context) -> Found:
    """ "2.9% a year earlier": one year before the period of the number compared with."""
    own = next((t.period for t in reading.times if t.period and t.relation == "at"), None)
    base = own or context.period or context.year
    if (
        base is None
        or mention.role == "by"
        or "on year" in words_of_time(reading, time)
        or "over year" in words_of_time(reading, time)
    ):
        return Decision(base, "compared with a year before") if base else NOTHING
    if _is_level_then(reading, time, mention):
        return Decision(a_year_before(base), f"“{words_of_time(reading, time)}”")
    return Decision(base, "compared with a year before")


def _is_level_then(reading: Reading, time: Time, mention: Mention) -> bool:
    """ "than the 12.4 recorded a year before" is last year's; "5% more than a year before" is this year's."""
    between = between_words(reading, mention.last, reading.token_at(time.span.start))
    before = between_words(reading, max(0, mention.first - 4), mention.first)
    return "than" not in between and (
        len(between) <= 1 or "than" in before or "from" in before or "against" in before
    )


def a_year_before(period: Period) -> Period:
    """The same days of the year before."""
    return Period(in_year(period.first, -1), in_year(period.last, -1))


def in_year(day: date, step: int) -> date:
    """The same day so many years on; 28 for 29 February. Year 1 stays."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=max(1, day.year + step), day=28 if leap else day.day)


def words_of_time(reading: Reading, time: Time) -> str:
    row = reading.row
    return " ".join(t.text for t in row if time.span.start <= t.start < time.span.end)
