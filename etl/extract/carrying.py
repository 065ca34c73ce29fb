"""The period that passes from one sentence to the next."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.bounds import bound_ending
from etl.extract.context import Context
from etl.extract.reading import Reading
from etl.model import Claim, Period

HAPPENED = ("observed", "change", "share")
NO_TIME = ("ago", "day_month", "day", "us_day", "iso", "dotted", "now", "month", "season")
COMPARED = ("against", "versus", "vs", "compared", "than", "(", "from")
REACH = 4  # words between "against" and its number


def timed(reading: Reading, context: Context, claims: Sequence[Claim]) -> Context:
    """The last period named that is not ahead, and all periods of the last sentence that named any."""
    context = _named(reading, context)
    told = tuple(
        t.period
        for t in reading.times
        if t.period and t.relation in ("at", "since", "by") and t.group not in NO_TIME
    )
    if any(t.period is None and t.group == "relative" for t in reading.times):
        return context._replace(period=None)  # "last year", and nobody can say which
    if not told:
        return context
    return context._replace(told=told, period=_latest(reading, context, claims))


def _named(reading: Reading, context: Context) -> Context:
    """The last time named outright, for "that year" in the next sentence."""
    named = [t.period for t in reading.times if t.period and t.relation in ("at", "since", "by")]
    return context._replace(named=named[-1]) if named else context


def _latest(reading: Reading, context: Context, claims: Sequence[Claim]) -> Period | None:
    year = context.calendar.year
    past = [p for p in _past(reading, claims) if year is None or p.last.year <= year]
    latest = max(past, key=lambda p: (p.last, p.first), default=None)
    if latest is None or _is_aside(reading, latest, context):
        return context.period
    return latest


def _past(reading: Reading, claims: Sequence[Claim]) -> list[Period]:
    if claims:
        main = [c for c in claims if c.kind in HAPPENED and not _is_compared(reading, c)]
        return [c.period for c in main if c.period and c.period.first != c.period.last]
    return [
        t.period
        for t in reading.times
        if t.period and t.relation in ("at", "since") and t.group not in NO_TIME
    ]


def _is_compared(reading: Reading, claim: Claim) -> bool:
    """ "against 20.6 in 2023", "(16.2 in 2023)": the year is that number's alone."""
    at = reading.token_at(claim.quote.start)
    bound = bound_ending(reading.row, at)  # "more than 5 million in 2023" compares nothing
    at = bound[1] if bound else at
    words = [token.norm for token in reading.row[max(0, at - REACH) : at]]
    while ")" in words:
        del words[: words.index(")") + 1]
    return any(word in COMPARED for word in words)


def _is_aside(reading: Reading, period: Period, context: Context) -> bool:
    """Whether an earlier year is only looked back at: the text goes on about the year before it."""
    if context.paragraph is not None and period.last < context.paragraph.first:
        return True  # "Schools report 3,434 vacancies. In 2021 the gap was 1,124."
    running = context.period
    return running is not None and period.last < running.last and not _turns_back(reading, period)


def _turns_back(reading: Reading, period: Period) -> bool:
    """ "In 2022, …" takes the reader back; "last year's harvest was 17" only looks back."""
    for time in reading.times:
        opens = reading.token_at(time.span.start) <= 3
        if time.period == period and opens and time.group not in ("relative", "ago", "earlier", "same"):
            return True
    return False


def of_paragraph(context: Context, claims: Sequence[Claim]) -> Period | None:
    """The period that the paragraph's figures have been of so far, its first that has one."""
    own = next((c.period for c in claims if c.period and c.kind in HAPPENED), None)
    return context.paragraph or own
