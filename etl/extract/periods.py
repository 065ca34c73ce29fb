"""The period that a value refers to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from etl.extract.calendar import whole_year
from etl.extract.context import Context, Decision
from etl.extract.mentions import Mention
from etl.extract.moods import Mood
from etl.extract.reading import MENTION_WALL, Reading
from etl.extract.times import Time
from etl.model import Period

Found = Decision[Period | None]
CLAUSES = ("and", "while", "whereas", "but", ";")
LIST_BREAKS = (
    ";",
    "to",
    "from",
    "after",
    "against",
    "than",
    "vs",
    "compared",
    "(",
    "but",
    "while",
    "up",
    "down",
)
BEHIND = 30  # how far behind its number a time may stand
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
    own = _own_time(reading, mention, mood)
    if own:
        return _of_time(reading, own, mention, context, mood)
    return _inherited(reading, context, mood)


def _own_time(reading: Reading, mention: Mention, mood: Mood) -> Time | None:
    """The time of the sentence that belongs to the mention: in brackets behind it, behind it, before it."""
    usable = [time for time in reading.times if _usable(reading, time, mention, mood)]
    scored = [
        (cost, n)
        for n, time in enumerate(usable)
        if (cost := _cost(reading, time, mention, usable)) is not None
    ]
    return usable[min(scored)[1]] if scored else None


def _usable(reading: Reading, time: Time, mention: Mention, mood: Mood) -> bool:
    if mention.role == "from" and _is_the_other_ends(reading, time, mention):
        return False
    if time.relation == "now" and mood.kind:
        return False
    if _is_another_clause(reading, time, mention):
        return False
    if time.relation == "base":
        return _is_compared(reading, mention, time)
    return time.period is not None or time.relation in ("same", "earlier", "now")


def _is_another_clause(reading: Reading, time: Time, mention: Mention) -> bool:
    """ "two are running and a third is to start in 2025": a verb behind "and" stands between."""
    first = reading.token_at(time.span.start)
    joints = [n for n in range(mention.last, first) if reading.row[n].norm in CLAUSES]
    verbs = [hit.first for hit in reading.of("planned", "forecast", "target", "past", "present")]
    return any(joint < verb < first for joint in joints[:1] for verb in verbs)


def _is_the_other_ends(reading: Reading, time: Time, mention: Mention) -> bool:
    """ "from 22 to 15 in 2025": the time behind the other end is not this one's."""
    at = reading.token_at(time.span.start)
    ends = [m for m in reading.mentions if m.role == "to"]
    one_year = (
        time.period is not None
        and time.period.first.year == time.period.last.year
        and time.relation != "same"
    )
    if not one_year:
        return False
    return any(mention.last <= m.first and m.last <= at for m in ends) or (
        at < mention.first and bool(ends) and time.relation != "now"
    )


def _is_compared(reading: Reading, mention: Mention, time: Time) -> bool:
    """ "than the 12.4 billion recorded in 2022": the number itself is the base of the comparison."""
    at = reading.token_at(time.span.start)
    words = [t.norm for t in reading.row[max(0, mention.first - 4) : mention.first]]
    return mention.last <= at and any(
        word in ("than", "against", "versus", "vs", "compared") for word in words
    )


def _cost(reading: Reading, time: Time, mention: Mention, others: list[Time]) -> int | None:
    first = reading.token_at(time.span.start)
    last = max(first, reading.token_at(time.span.end - 1))
    if first >= mention.last:
        return _behind(reading, first, mention, others)
    if _after_number(reading, first, mention) and not _opens(first):
        return reading.gap(last, mention.first) + 18
    return reading.gap(last, mention.first) + (0 if time.relation != "since" else 6)


def _behind(reading: Reading, first: int, mention: Mention, others: list[Time]) -> int | None:
    """Behind the number, and no other number between that the time is nearer to."""
    gap = reading.gap(mention.last - 1, first)
    between = [m for m in reading.mentions if mention.last <= m.first < first and not _bracketed(reading, m)]
    if not between and first - mention.last <= 2:
        return 0
    gap -= MENTION_WALL
    if between and not _list_to(reading, mention, between):
        if first - between[-1].last <= 4:
            return None
        gap += 14
    opener = any(_opens(reading.token_at(t.span.start)) for t in others)
    penalty = 10 if opener and any(w in (";", ",") for w in _between(reading, mention.last, first)) else 0
    return gap + penalty if gap + penalty <= 2 * BEHIND else None


def _bracketed(reading: Reading, mention: Mention) -> bool:
    """A conversion: its time is that of the number before it."""
    return mention.first > 0 and reading.row[mention.first - 1].text == "(" and mention.family == "money"


def _between(reading: Reading, a: int, b: int) -> list[str]:
    return [token.norm for token in reading.row[a:b]]


def _list_to(reading: Reading, mention: Mention, between: list[Mention]) -> bool:
    """ "3,000 men and 2,000 women in 2024": the numbers are one list."""
    words = _between(reading, mention.last, between[-1].first)
    return len(words) <= 6 * len(between) and not any(w in LIST_BREAKS for w in words)


def _after_number(reading: Reading, first: int, mention: Mention) -> bool:
    """Whether the time stands behind an earlier number, and so is that number's rather than this one's."""
    return any(m.last <= first and first - m.last <= 4 for m in reading.mentions if m.first < mention.first)


def _opens(first: int) -> bool:
    return first <= 3


def _of_time(reading: Reading, time: Time, mention: Mention, context: Context, mood: Mood) -> Found:
    words = f"“{_words(reading, time)}”"
    if time.relation == "earlier":
        return _year_before(reading, time, mention, context)
    if time.relation == "now":
        return Decision(time.period, f"{words}: the article's own year") if time.period else NOTHING
    if time.relation == "same" or time.period is None:
        return _same(mention, context, words)
    return _of_period(time.period, time, mention, (context, mood, words))


def _of_period(period: Period, time: Time, mention: Mention, told: tuple[Context, Mood, str]) -> Found:
    context, mood, words = told
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


def _words(reading: Reading, time: Time) -> str:
    row = reading.row
    return " ".join(t.text for t in row if time.span.start <= t.start < time.span.end)


def _due(period: Period) -> Period:
    return whole_year(period.last.year) if period.first.year != period.last.year else period


def _same(mention: Mention, context: Context, words: str) -> Found:
    """ "during the same period": the first and last period of the sentence before."""
    if not context.told:
        return Decision(context.period, f"{words}: the period before") if context.period else NOTHING
    first, last = min(p.first for p in context.told), max(p.last for p in context.told)
    if mention.role == "from":
        return Decision(whole_year(first.year), f"{words}: where the period before begins")
    if mention.role == "to":
        return Decision(whole_year(last.year), f"{words}: where the period before ends")
    return Decision(Period(first, last), f"{words}: the period before")


def _year_before(reading: Reading, time: Time, mention: Mention, context: Context) -> Found:
    """ "2.9% a year earlier": one year before the period of the number compared with."""
    own = next((t.period for t in reading.times if t.period and t.relation == "at"), None)
    base = own or context.period or context.year
    if base is None or mention.role == "by":
        return Decision(base, "compared with a year before") if base else NOTHING
    if _is_level_then(reading, time, mention):
        return Decision(a_year_before(base), f"“{_words(reading, time)}”")
    return Decision(base, "compared with a year before")


def _is_level_then(reading: Reading, time: Time, mention: Mention) -> bool:
    """ "than the 12.4 recorded a year before" is last year's; "5% more than a year before" is this year's."""
    between = _between(reading, mention.last, reading.token_at(time.span.start))
    before = _between(reading, max(0, mention.first - 4), mention.first)
    return "than" not in between and (
        len(between) <= 1 or "than" in before or "from" in before or "against" in before
    )


def a_year_before(period: Period) -> Period:
    """The same days of the year before."""
    return Period(_back(period.first), _back(period.last))


def _back(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def _inherited(reading: Reading, context: Context, mood: Mood) -> Found:
    """Without a time of its own: the lead-in's, the present's, or the last one named."""
    if mood.kind and mood.why not in UNDER_WAY:
        return _ahead(context, mood)
    lead = _lead(context, reading)
    if lead:
        return lead
    if mood.tense == "present":
        return (
            Decision(context.year, "present tense: the year of the article's own date")
            if context.year
            else NOTHING
        )
    if context.period and mood.tense in ("past", None):
        return Decision(context.period, "the last period named before it")
    if context.year and mood.tense in ("perfect", "past"):
        return Decision(context.year, "up to the article's own date")
    return (
        Decision(context.year, "the article's own year") if context.year and mood.tense is None else NOTHING
    )


def _ahead(context: Context, mood: Mood) -> Found:
    """Plans and forecasts have the time that their own lead-in or sentence before gives, if it lies ahead."""
    if context.claim and context.claim.kind == mood.kind and context.claim.period and mood.inherited:
        return Decision(context.claim.period, "the same plan as before")
    return NOTHING


def _lead(context: Context, reading: Reading) -> Found | None:
    """A list item takes the period of its lead-in."""
    if reading.block.role not in ("item", "table_row") or context.lead is None:
        return None
    found = [t for t in context.lead.times if t.period and t.relation in ("at", "by")]
    if not found or found[0].period is None:
        return None
    return Decision(found[0].period, f"the list's lead-in says “{_words(context.lead, found[0])}”")


def ahead_by_period(mood: Mood, period: Found, mention: Mention, context: Context) -> Mood:
    """Told as a fact, but for a time that is not over on the article's day: it is planned or expected."""
    if mood.kind or period.value is None or mention.role == "from" or mood.tense == "past":
        return mood
    today = context.calendar.today
    if "next" in period.why or "coming" in period.why:
        return replace(mood, kind="forecast", why=period.why)
    if today is None or period.value.last.year <= today.last.year:
        return mood
    return replace(mood, kind="planned", why=f"{period.why}, after the article's own date")
