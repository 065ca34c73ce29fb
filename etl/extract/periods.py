"""The period that a value refers to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from etl.extract.calendar import whole_year
from etl.extract.context import Context, Decision
from etl.extract.mentions import Mention
from etl.extract.moods import Mood
from etl.extract.own_times import between_words, own_time
from etl.extract.reading import Reading
from etl.extract.times import Time
from etl.model import Period

Found = Decision[Period | None]
UNDER_WAY = (
    "“is building”",
    "“are building”",
    "“is finishing”",
    "“are finishing”",
    "“under construction”",
    "“being built”",
)
NOTHING: Found = Decision(None, "the text names no time")


def period_of(reading: Reading, mention: Mention, context: Context, mood: Mood) -> Found:
    """The period a mention refers to; None where the text does not say."""
    own = own_time(reading, mention, mood)
    if own:
        return _of_time(reading, own, mention, context, mood)
    if mention.role == "from" or _is_unknown(reading, mention):
        return NOTHING
    return _inherited(reading, mention, context, mood)


def _is_unknown(reading: Reading, mention: Mention) -> bool:
    """ "last year" where the article has no date: a time is told, and nobody can say which."""
    told = [t for t in reading.times if t.period is None and t.group in LEANING]
    return any(reading.gap(mention.first, reading.token_at(t.span.start)) <= NEAR_TIME for t in told)


LEANING = ("relative", "part", "months", "first_months", "month", "day_month", "month_year")
NEAR_TIME = 25


def _of_time(reading: Reading, time: Time, mention: Mention, context: Context, mood: Mood) -> Found:
    words = f"“{_words(reading, time)}”"
    if time.relation == "earlier":
        return _year_before(reading, time, mention, context)
    if time.relation == "now":
        return Decision(time.period, f"{words}: the article's own year") if time.period else NOTHING
    if time.group == "that":
        return _that(reading, time, context, words)
    if time.relation == "same" or time.period is None:
        return _same(mention, context, words)
    return _of_period(time.period, time, mention, (context, mood, words))


def _of_period(period: Period, time: Time, mention: Mention, told: tuple[Context, Mood, str]) -> Found:
    context, mood, words = told
    period = _ahead_again(period, time, context) if mood.kind else period
    if time.group == "ago" and context.year and time.relation == "base":
        return Decision(Period(period.first, context.year.last), f"from {words} to the article's date")
    if time.relation == "by" and time.group == "month_year" and mood.kind is None and mood.tense != "present":
        return Decision(Period(period.first.replace(month=1), period.last), f"{words}: the year up to then")
    if time.relation == "by":
        return Decision(_due(period), f"{words} is when it is due")
    first, last = whole_year(period.first.year), whole_year(period.last.year)
    if mention.role in ("from", "to") and first != last:
        return Decision(first if mention.role == "from" else last, f"one end of {words}")
    if time.relation == "since" and (mention.role == "by" or mood.tense == "perfect"):
        end = context.year
        return Decision(
            Period(period.first, end.last) if end else period, f"{words} until the article's date"
        )
    return Decision(period, f"the sentence says {words}")


def _ahead_again(period: Period, time: Time, context: Context) -> Period:
    """ "It will open in the second half", printed in March: a plan does not name the past."""
    today = context.calendar.today
    behind = today is not None and period.last < today.first
    if time.group not in ("months", "part", "month") or time.dated or not behind:
        return period
    return Period(_in_year(period.first, 1), _in_year(period.last, 1))


def _words(reading: Reading, time: Time) -> str:
    row = reading.row
    return " ".join(t.text for t in row if time.span.start <= t.start < time.span.end)


def _due(period: Period) -> Period:
    return whole_year(period.last.year) if period.first.year != period.last.year else period


def _same(mention: Mention, context: Context, words: str) -> Found:
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


def _that(reading: Reading, time: Time, context: Context, words: str) -> Found:
    """ "signed that summer", "that year": the year of the last time named outright before it."""
    before = [t.period for t in reading.times if t.period and t.span.end <= time.span.start]
    last = before[-1] if before else context.named
    if last is None:
        return NOTHING
    return Decision(whole_year(last.last.year), f"{words}: the last year named")


def _year_before(reading: Reading, time: Time, mention: Mention, context: Context) -> Found:
    """ "2.9% a year earlier": one year before the period of the number compared with."""
    own = next((t.period for t in reading.times if t.period and t.relation == "at"), None)
    base = own or context.period or context.year
    if (
        base is None
        or mention.role == "by"
        or "on year" in _words(reading, time)
        or "over year" in _words(reading, time)
    ):
        return Decision(base, "compared with a year before") if base else NOTHING
    if _is_level_then(reading, time, mention):
        return Decision(a_year_before(base), f"“{_words(reading, time)}”")
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
    return Period(_in_year(period.first, -1), _in_year(period.last, -1))


def _in_year(day: date, step: int) -> date:
    """The same day so many years on; 28 for 29 February. Year 1 stays."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=max(1, day.year + step), day=28 if leap else day.day)


def _inherited(reading: Reading, mention: Mention, context: Context, mood: Mood) -> Found:
    """Without a time of its own: the lead-in's, the present's, or the last one named."""
    lead = _lead(context, reading, ahead=mood.kind is not None)
    if lead:
        return lead
    if mood.kind and mood.why not in UNDER_WAY:
        return _ahead(reading, context, mood)
    listed = mention.inherited and mood.why.startswith("no verb")
    if mood.tense == "present" and not listed:
        return (
            Decision(context.year, "present tense: the year of the article's own date")
            if context.year
            else NOTHING
        )
    if context.period and (listed or mood.tense in ("past", None)) and not _labels_place(reading):
        return Decision(context.period, "the last period named before it")
    if context.year and mood.tense in ("perfect", "past"):
        return Decision(context.year, "up to the article's own date")
    told = mood.tense in ("present", None)
    return Decision(context.year, "the article's own year") if context.year and told else NOTHING


def _labels_place(reading: Reading) -> bool:
    """ "Lebap: 500,000 tons a year": a line of its own, which nothing before it dates."""
    head = [n for n, token in enumerate(reading.row[:4]) if token.text == ":"]
    return bool(head) and any(hit.list.startswith("place") and hit.first == 0 for hit in reading.hits)


def _ahead(reading: Reading, context: Context, mood: Mood) -> Found:
    """Plans and forecasts have the time that their own lead-in or sentence before gives, if it lies ahead."""
    rows = reading.block.role == "table_row"
    if rows and context.claim and context.claim.kind == mood.kind and context.claim.period and mood.inherited:
        return Decision(context.claim.period, "the same plan as before")
    return NOTHING


def _lead(context: Context, reading: Reading, *, ahead: bool) -> Found | None:
    """A list item takes the period of its lead-in."""
    if reading.block.role not in ("item", "table_row") or context.lead is None:
        return None
    wanted = ("by",) if ahead else ("at", "by")
    found = [t for t in context.lead.times if t.period and t.relation in wanted]
    if not found or found[0].period is None:
        return None
    return Decision(found[0].period, f"the list's lead-in says “{_words(context.lead, found[0])}”")


def ahead_by_period(mood: Mood, period: Found, mention: Mention, at: tuple[Reading, Context]) -> Mood:
    """Told as a fact, but for a time that is not over on the article's day: it is planned or expected."""
    reading, context = at
    if mood.kind and _is_past(period, mention, at):
        return replace(mood, kind=None, tense="past", why=f"{period.why}, which is past")
    if mood.kind or mention.role == "from" or mood.tense == "past":
        return mood
    today = context.calendar.today
    if any(time.relation == "ahead" for time in reading.times):
        return replace(mood, kind="forecast", why="the sentence speaks of the years to come")
    if period.value is None:
        return mood
    if today is None or period.value.last.year <= today.last.year:
        return mood
    return replace(mood, kind="planned", why=f"{period.why}, after the article's own date")


def _is_past(period: Found, mention: Mention, at: tuple[Reading, Context]) -> bool:
    """A past year told in brackets behind what is aimed at: "to 78 years (74.7 in 2023)"."""
    reading, context = at
    bracketed = any(token.text == "(" for token in reading.row[max(0, mention.first - 2) : mention.first])
    today = context.calendar.today
    over = period.value is not None and (today is None or period.value.last < today.first)
    beside = range(mention.last, mention.last + 3)
    told = any(t.period == period.value and reading.token_at(t.span.start) in beside for t in reading.times)
    return bracketed and over and told and mention.family != "money"
