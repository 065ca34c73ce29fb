"""Times that lean on one told before: "that year", "a year later", "during the same period"."""

from __future__ import annotations

from etl.extract.calendar import whole_year
from etl.extract.calendar_words import count
from etl.extract.context import Context, Decision
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.extract.times import Time
from etl.extract.year_before import NOTHING
from etl.model import Period
from etl.reference import language

Found = Decision[Period | None]


def leaning(reading: Reading, time: Time, context: Context, words: str) -> Found | None:
    """ "that year", "five years before": leans on the years told before, not on the article's day."""
    if time.group == "reported" and (period := context.year or context.opening):
        return Decision(period, f"{words}: the year that the text is about")
    if time.group in ("whole_year", "year_end"):
        return _in_the_year(reading, time, context, words)
    if time.group == "later":
        return _later(reading, time, context, words)
    if time.group == "that":
        return _that(reading, time, context, words)
    if not words.endswith("ago”") and context.period and not _is_dated(reading):
        return _years_before(reading, time, context.period, words)
    return NOTHING if time.period is None else None


def same(mention: Mention, context: Context, words: str) -> Found:
    """ "during the same period": the first and last period of the sentence before."""
    if "then" in words and context.told:
        return Decision(context.told[-1], f"{words}: the last period named")
    if not context.told:
        return Decision(context.period, f"{words}: the period before") if context.period else NOTHING
    first, last = min(p.first for p in context.told), max(p.last for p in context.told)
    if mention.role == "from":
        return Decision(whole_year(first.year), f"{words}: where the period before begins")
    if mention.role == "to":
        return Decision(whole_year(last.year), f"{words}: where the period before ends")
    return Decision(Period(first, last), f"{words}: the period before")


def _is_dated(reading: Reading) -> bool:
    return any(t.period and t.relation == "at" and t.group != "ago" for t in reading.times)


def _years_before(reading: Reading, time: Time, last: Period, words: str) -> Found:
    """ "The share had been 5% five years before": before the year spoken of, not before the article's day."""
    row = reading.row
    said = [t.text for t in row if time.span.start <= t.start < time.span.end]
    if not said[1].lower().startswith("year"):
        return NOTHING
    return Decision(whole_year(max(1, last.last.year - count(said[0]))), f"{words} the last period named")


def _that(reading: Reading, time: Time, context: Context, words: str) -> Found:
    """ "signed that summer", "that year": the year of the last time named outright before it."""
    before = [t.period for t in reading.times if t.period and t.span.end <= time.span.start]
    last = before[-1] if before else context.named
    if last is None:
        return NOTHING
    return Decision(whole_year(last.last.year), f"{words}: the last year named")


def _in_the_year(reading: Reading, time: Time, context: Context, words: str) -> Found | None:
    """ "In 2023 52 trains crossed. They carried 10,799 containers in the year", "by the end of the year"."""
    before = [t.period for t in reading.times if t.period and t.span.end <= time.span.start]
    told = before[-1] if before and time.group == "year_end" else context.just
    if told is None or (time.group == "year_end" and not before):
        return None
    return Decision(whole_year(told.last.year), f"{words}: the year told before")


def _later(reading: Reading, time: Time, context: Context, words: str) -> Found:
    """ "A year later", "two years later", "the following year": after the year told before."""
    before = [t.period for t in reading.times if t.period and t.span.end <= time.span.start]
    last = before[-1] if before else context.just or context.period
    if last is None:
        return NOTHING
    said = reading.row[reading.token_at(time.span.start)].norm
    step = count(said) if said in language("time")["counts"] or said.isdigit() else 1
    return Decision(whole_year(last.last.year + step), f"{words} the last period named")
