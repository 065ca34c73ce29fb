"""The year before another: "2.9% a year earlier"."""

from __future__ import annotations

from etl.extract.calendar import in_year
from etl.extract.context import Context, Decision
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.extract.time_clauses import is_on_year, words_of_time
from etl.extract.time_comparisons import between_words
from etl.extract.times import Time
from etl.model import Period

Found = Decision[Period | None]
NOTHING: Found = Decision(None, "the text names no time")


def year_before(reading: Reading, time: Time, mention: Mention, context: Context) -> Found:
    """ "2.9% a year earlier": one year before the period of the number compared with."""
    plain = is_on_year(reading, time)  # "18% year on year … on 1 January 2025"
    own = next(
        (
            t.period
            for t in reading.times
            if (plain and t.period and t.relation == "at") or _is_base_of(reading, t, time)
        ),
        None,
    )
    base = own or context.period or context.year
    if base is None or mention.role == "by" or plain:
        return Decision(base, "compared with a year before") if base else NOTHING
    if _is_level_then(reading, time, mention):
        return Decision(a_year_before(base), f"“{words_of_time(reading, time)}”")
    return Decision(base, "compared with a year before")


def _is_base_of(reading: Reading, other: Time, time: Time) -> bool:
    """ "The year before it was 529, and in 2020 only 50": a time behind another number is no base."""
    if other.period is None or other.relation not in ("at", "by"):
        return False
    end, start = reading.token_at(time.span.end - 1), reading.token_at(other.span.start)
    return start <= end or not any(end < m.first < start for m in reading.mentions)


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
