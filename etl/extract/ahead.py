"""What lies ahead of the day on which an article came out, and what does not."""

from __future__ import annotations

from functools import cache

from etl.extract.brackets import around
from etl.extract.calendar import in_year
from etl.extract.context import Context, Decision
from etl.extract.groups import before
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.extract.times import Time
from etl.extract.verbs import Mood
from etl.model import Period
from etl.reference import language

Found = Decision[Period | None]


def ahead_again(period: Period, time: Time, context: Context) -> Period:
    """ "It will open in the second half", printed in March: a plan does not name the past."""
    today = context.calendar.today
    behind = today is not None and period.last < today.first
    if time.group not in ("months", "part", "month", "day_month") or time.dated or not behind:
        return period
    return Period(in_year(period.first, 1), in_year(period.last, 1))


def ahead_by_period(mood: Mood, period: Found, mention: Mention, at: tuple[Reading, Context]) -> Mood:
    """Told as a fact, but for a time that is not over on the article's day: it is planned or expected."""
    reading, context = at
    if mood.kind and _is_past(period, mention, at, mood):
        return mood._replace(kind=None, tense="past", why=f"{period.why}, which is past")
    if mood.kind or mention.role == "from" or mood.tense == "past":
        return mood
    today = context.calendar.today
    if mood.tense != "perfect" and any(
        time.relation == "ahead" and not _apart(reading, time, mention) for time in reading.times
    ):
        return mood._replace(kind="forecast", why="the sentence speaks of the years to come")
    if period.value is None:
        return mood
    due = period.why.endswith("is when it is due") and mood.tense in ("present", None)
    if today is None or (
        period.value.last <= today.last if due else period.value.last.year <= today.last.year
    ):
        return mood
    return mood._replace(kind="planned", why=f"{period.why}, after the article's own date")


def _is_past(period: Found, mention: Mention, at: tuple[Reading, Context], mood: Mood) -> bool:
    """A past year told beside what is aimed at: "to 78 years (74.7 in 2023)", "after 32 in 2023".

    Or between commas: "trade, a mere $9 million in 2023, is expected to …".
    """
    reading, context = at
    if reading.norms[mention.last : mention.last + 1] and reading.norms[mention.last] in mood.why:
        return False  # "2.8 trillion planned for 2024"
    words = reading.row[max(0, mention.first - 2) : mention.first]
    bracketed = around(reading.row, mention.first) is not None and (
        mention.family != "money" or not any(token.text == "(" for token in words)
    )
    first = before(reading.row, mention)
    against = first >= 0 and reading.row[first].norm in _set_against()
    today = context.calendar.today
    over = period.value is not None and (today is None or period.value.last < today.first)
    beside = around(reading.row, mention.first) or range(mention.last, mention.last + 3)
    told = any(t.period == period.value and reading.token_at(t.span.start) in beside for t in reading.times)
    aside = first >= 0 and reading.row[first].text == "," and mention.role == "level"
    quota = mood.why == "“quota”" and first >= 1 and reading.norms[first - 1 : first + 1] == ["quota", "was"]
    return (bracketed or against or aside or quota) and over and (told or quota)


@cache
def _set_against() -> frozenset[str]:
    return frozenset(language("cues")["set_against"]["words"])


def _apart(reading: Reading, time: Time, mention: Mention) -> bool:
    """Whether a colon or semicolon stands between a time and a number: another statement's time."""
    at = reading.token_at(time.span.start)
    between = reading.row[min(at, mention.first) : max(at, mention.last)]
    return any(token.text in ":;" for token in between)
