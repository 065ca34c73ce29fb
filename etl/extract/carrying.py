"""The period that passes from one sentence to the next."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.bounds import bound_ending, fillers
from etl.extract.context import Context
from etl.extract.reading import Reading
from etl.model import Claim, Period
from etl.reference import language

HAPPENED = ("observed", "change", "share")
NO_TIME = ("ago", "day_month", "day", "us_day", "iso", "dotted", "now", "month", "season")
DEFAULTS = ("present tense", "up to the article", "the article's own")  # years that no word names
REACH = 4  # words between "against" and its number


def timed(reading: Reading, context: Context, claims: Sequence[Claim]) -> Context:
    """The last period named that is not ahead, and all periods of the last sentence that named any."""
    context = _with_named(reading, context)
    told = tuple(
        t.period for t in reading.times if t.period and t.relation in ("at", "by") and t.group not in NO_TIME
    )
    if any(t.period is None and t.group == "relative" for t in reading.times):
        return context._replace(period=None)  # "last year", and nobody can say which
    main = _main(reading, context, claims)
    if main is None and (day := _state(reading, claims, context.running)):
        return context._replace(told=told or context.told, period=day, just=day)
    if not told and main is None:
        return context
    opening = context.opening or (main if claims else None)
    carried = context.period if main is None or _is_aside(reading, main, context) else main
    return context._replace(
        told=told or context.told, period=carried, running=carried, opening=opening, just=main
    )


def _with_named(reading: Reading, context: Context) -> Context:
    """The last time named outright, for "that year" in the next sentence, and the year of a survey."""
    named = [t.period for t in reading.times if t.period and t.relation in ("at", "since", "by")]
    survey = _survey(reading) or context.survey
    if not named and survey is context.survey and context.just is None:
        return context
    campaign = _campaign(reading, context) if named else context.campaign
    last = named[-1] if named else context.named
    return context._replace(named=last, just=None, survey=survey, campaign=campaign)


def _campaign(reading: Reading, context: Context) -> Period | None:
    """ "sowing for the 2021 harvest", "the budget for 2025": what is planned, until another time is told."""
    words = language("time")["words"]["campaigns"]
    for time in reading.times:
        first, last = reading.token_at(time.span.start), reading.token_at(time.span.end - 1)
        behind, before = reading.norms[last + 1 : last + 2], reading.norms[max(0, first - 2) : first]
        named = bool(behind) and behind[0] in words and "for" in before
        if time.period and (named or (len(before) > 1 and before[1] == "for" and before[0] in words)):
            return time.period
    return None if any(time.period for time in reading.times) else context.campaign


def _survey(reading: Reading) -> Period | None:
    """ "A survey of 2023 found 14% of children stunted. Wasting affects 5%": all of the survey's year."""
    if not language("time")["words"]["surveys"].meet(reading.norms):
        return None
    years = [
        t.period for t in reading.times if t.period and t.relation == "at" and t.group in ("year", "years")
    ]
    return years[0] if years else None


def _main(reading: Reading, context: Context, claims: Sequence[Claim]) -> Period | None:
    """The last past period that figures of the sentence are of."""
    year = context.calendar.year
    past = [p for p in _past(reading, claims) if year is None or p.last.year <= year]
    return max(past, key=lambda p: (p.last, p.first), default=None)


def _past(reading: Reading, claims: Sequence[Claim]) -> list[Period]:
    if claims:
        main = [c for c in claims if c.kind in HAPPENED and not is_compared(reading, c)]
        dated = [c for c in main if _is_told(c)]
        if dated[:1] != main[:1]:
            return []  # "The summer brought 1.9 million; in 2024 it was 1.7 million": it goes on about now
        told = [c.period for c in dated if c.period and not _is_since(reading, c.period)]
        return [p for p in told if p.first != p.last and not _is_event(reading, p)]
    return [t.period for t in reading.times if t.period and t.relation == "at" and t.group not in NO_TIME]


def _is_told(claim: Claim) -> bool:
    """ "The decline equals 6.8%": the year of the article's date does not end the one spoken of."""
    return not dict(claim.evidence)["period"].startswith(DEFAULTS)


def _is_since(reading: Reading, period: Period) -> bool:
    """ "Since 2020 prices have risen by 40%": the time of a change, not one that the text goes on about."""
    begun = [time.period.first for time in reading.times if time.period and time.relation == "since"]
    return period.first in begun and period.first.year != period.last.year


def _is_event(reading: Reading, period: Period) -> bool:
    """ "In May 2025 they signed a contract": the month of what happened once is no time of what follows."""
    month = (period.first.year, period.first.month) == (period.last.year, period.last.month)
    return month and any(hit.value in language("time")["words"]["happens_once"] for hit in reading.of("past"))


def _state(reading: Reading, claims: Sequence[Claim], running: Period | None) -> Period | None:
    """ "Reserves stood at 66 billion on 1 January 2026": a state, where no later year is running."""
    opening = reading.times[0] if reading.times else None
    back = (
        opening and opening.relation == "earlier" and reading.token_at(opening.span.start) == 0
    )  # "A year ago"
    if back or not language("time")["words"]["states"].meet(reading.norms):
        return None
    days = [c.period for c in claims if c.period and c.period.first == c.period.last and c.kind in HAPPENED]
    return days[0] if days and (running is None or running.last < days[0].last) else None


def is_compared(reading: Reading, claim: Claim) -> bool:
    """ "against 20.6 in 2023", "(16.2 in 2023)": the year is that number's alone."""
    compares = language("time")["words"]["compares"]
    at = reading.token_at(claim.quote.start)
    bound = bound_ending(reading.row, at)  # "more than 5 million in 2023" compares nothing
    at = bound[1] if bound else at
    words = reading.norms[max(0, at - REACH) : at]
    while ")" in words:
        del words[: words.index(")") + 1]
    while words and words[-1] in fillers():
        words.pop()
    return words[-1:] == ["from"] or compares.meet(words)


def _is_aside(reading: Reading, period: Period, context: Context) -> bool:
    """Whether an earlier year is only looked back at: the text goes on about the year before it."""
    if context.paragraph is not None and period.last < context.paragraph.first:
        return True  # "Schools report 3,434 vacancies. In 2021 the gap was 1,124."
    running = context.running
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
    told = (c.period for c in claims if c.period and c.kind in HAPPENED)
    own = next((period for period in told if period.first != period.last), None)
    return context.paragraph or own
