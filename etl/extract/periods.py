"""The period that a value refers to."""

from __future__ import annotations

from etl.extract.ahead import ahead_again
from etl.extract.calendar import whole_year
from etl.extract.context import Context, Decision
from etl.extract.leaning_times import leaning, same
from etl.extract.mentions import Mention
from etl.extract.own_times import own_time
from etl.extract.reading import Reading
from etl.extract.time_clauses import begins_move, words_of_time
from etl.extract.times import Time
from etl.extract.verbs import AHEAD, Mood, verbs_of
from etl.extract.year_before import NOTHING, year_before
from etl.model import Period
from etl.reference import language

Found = Decision[Period | None]


def period_of(reading: Reading, mention: Mention, context: Context, mood: Mood) -> Found:
    """The period a mention refers to; None where the text does not say."""
    own = own_time(reading, mention, mood)
    if own and mood.kind and own.group in ("same", "that", "then") and begins_move(reading, mention):
        return _before_the_move(reading, context, mood)
    if own:
        return _of_time(reading, own, mention, context, mood)
    if begins_move(reading, mention):
        return _before_the_move(reading, context, mood)
    if _is_unknown(reading, mention):
        return NOTHING
    return _inherited(reading, mention, context, mood)


def _before_the_move(reading: Reading, context: Context, mood: Mood) -> Found:
    """ "from 6.8 to 5.5 percent in 2024": the year before; what is to move by 2027 is so high today."""
    if mood.kind:
        return Decision(context.year, "where it stands before it moves") if context.year else NOTHING
    years = [t for t in reading.times if t.period and t.period == whole_year(t.period.first.year)]
    if len(years) != 1 or len([t for t in reading.times if t.period]) != 1 or years[0].period is None:
        return NOTHING
    ends = years[0].period.first.year if years[0].relation in ("at", "base") else None
    return Decision(whole_year(ends - 1), f"before the move of {ends}") if ends else NOTHING


def _is_unknown(reading: Reading, mention: Mention) -> bool:
    """ "last year" where the article has no date: a time is told, and nobody can say which."""
    told = [t for t in reading.times if t.period is None and t.group in LEANING]
    return any(reading.gap(mention.first, reading.token_at(t.span.start)) <= NEAR_TIME for t in told)


LEANING = ("relative", "part", "months", "first_months", "opening", "month", "day_month", "month_year", "ago")
NEAR_TIME = 25


def _of_time(reading: Reading, time: Time, mention: Mention, context: Context, mood: Mood) -> Found:
    words = f"“{words_of_time(reading, time)}”"
    if time.relation == "earlier":
        return year_before(reading, time, mention, context)
    if time.relation == "now":
        return Decision(time.period, f"{words}: the article's own year") if time.period else NOTHING
    if time.group in ("that", "ago", "reported", "later") or (
        time.group in ("whole_year", "year_end") and not mood.kind
    ):
        found = leaning(reading, time, context, words)
        if found is not None:
            return found
    if time.period is None and time.group in LEANING:
        return NOTHING
    if time.relation == "same" or time.period is None:
        return same(mention, context, words)
    return _of_period(time.period, time, mention, (context, mood, words))


def _of_period(period: Period, time: Time, mention: Mention, told: tuple[Context, Mood, str]) -> Found:
    context, mood, words = told
    period = ahead_again(period, time, context) if mood.kind else period
    if time.group == "ago" and context.year and time.relation == "base":
        return Decision(Period(period.first, context.year.last), f"from {words} to the article's date")
    if time.relation == "by" and time.group == "month_year" and mood.kind is None and mood.tense != "present":
        return Decision(Period(period.first.replace(month=1), period.last), f"{words}: the year up to then")
    if time.relation == "by":
        return Decision(_due(period), f"{words} is when it is due")
    first, last = whole_year(period.first.year), whole_year(period.last.year)
    season = "/" in words and last.first.year - first.first.year == 1  # "fiscal 2022/23" is one year
    if mention.role in ("from", "to") and first != last and not season:
        return Decision(first if mention.role == "from" else last, f"one end of {words}")
    summed = (
        mention.family != "money" and mention.per is None
    )  # "repaired since 2020: 38 km"; not "38 km a year"
    grown = mood.tense in ("past", None) and summed
    if time.relation == "since" and (mention.role == "by" or mood.tense == "perfect" or grown):
        end = context.year
        return Decision(
            Period(period.first, end.last) if end else period, f"{words} until the article's date"
        )
    return Decision(period, f"the sentence says {words}")


def _due(period: Period) -> Period:
    return whole_year(period.last.year) if period.first.year != period.last.year else period


def _inherited(reading: Reading, mention: Mention, context: Context, mood: Mood) -> Found:
    """Without a time of its own: the lead-in's, the present's, or the last one named."""
    lead = _lead(context, reading, ahead=mood.kind is not None)
    if lead:
        return lead
    if mood.kind and not _is_under_way(mood):
        return _ahead(reading, context, mood)
    told = context.beside.claim if context.beside else None
    alike = told is not None and told.period is not None and told.amount.unit == mention.unit
    listed = (mention.inherited or alike) and mood.why.startswith("no verb")  # "took 72%; Turkey 6.5%"
    if listed and context.beside and context.beside.claim.period:
        return Decision(context.beside.claim.period, "listed with the number before it")
    if mood.tense == "present" and context.survey and mention.family in ("rate", "points"):
        return Decision(context.survey, "the survey of the sentences before")
    if mood.tense == "present" and not listed:
        return _of_present(context)
    return _of_past(reading, context, mood, listed=listed)


def _of_present(context: Context) -> Found:
    if context.campaign:
        return Decision(context.campaign, "the harvest, season or budget that is spoken of")
    if context.year is None and context.scope:
        return Decision(context.scope, "present tense: the time of the heading")
    told = "present tense: the year of the article's own date"
    return Decision(context.year, told) if context.year else NOTHING


def _of_past(reading: Reading, context: Context, mood: Mood, *, listed: bool) -> Found:
    fresh = context.running is None and context.heading is not None and context.scope is None
    if fresh and context.year is None and (mood.tense is None or reading.block.role == "item"):
        return NOTHING  # a list under a heading of its own, in a text without a date
    if context.period and (listed or mood.tense in ("past", None)) and not _labels_place(reading):
        just = context.just if _points_back(reading) else None
        return Decision(just or context.period, "the last period named before it")
    if context.year and mood.tense in ("perfect", "past"):
        return Decision(context.year, "up to the article's own date")
    told = mood.tense in ("present", None)
    return Decision(context.year, "the article's own year") if context.year and told else NOTHING


def _is_under_way(mood: Mood) -> bool:
    """ "is being built": not finished, and true of the day of the text."""
    return any(mood.why.endswith(f"{words}”") for words in language("time")["words"]["under_way"])


def _points_back(reading: Reading) -> bool:
    """ "They were attended by 812": it goes on about the sentence before, even where that looked back."""
    return bool(reading.row) and reading.row[0].norm in language("time")["words"]["goes_on"]


def _labels_place(reading: Reading) -> bool:
    """ "Lebap: 500,000 tons a year": a line of its own, which nothing before it dates."""
    head = [n for n, token in enumerate(reading.row[:4]) if token.text == ":"]
    return bool(head) and any(hit.list.startswith("place") and hit.first == 0 for hit in reading.hits)


def _ahead(reading: Reading, context: Context, mood: Mood) -> Found:
    """Plans and forecasts have the time that their own lead-in or sentence before gives, if it lies ahead;
    "the bank had expected 5%" is of the time spoken of."""
    if context.campaign:
        return Decision(context.campaign, "the harvest, season or budget that is spoken of")
    rows = reading.block.role == "table_row"
    if rows and context.claim and context.claim.kind == mood.kind and context.claim.period and mood.inherited:
        return Decision(context.claim.period, "the same plan as before")
    if mood.tense == "past" and context.period and any(token.norm == "had" for token in reading.row):
        return Decision(context.period, "the last period named before it: “had”")
    return NOTHING


def _lead(context: Context, reading: Reading, *, ahead: bool) -> Found | None:
    """A list item takes the period of its lead-in; a plan also that of a heading over the list."""
    above = context.lead or (context.heading if ahead else None)
    if reading.block.role not in ("item", "table_row") or above is None:
        return None
    plans = ahead and any(hit.list in AHEAD for hit in verbs_of(above))  # "To be built in 2025:"
    wanted = ("by",) if ahead and not plans else ("at", "by")
    found = [t for t in above.times if t.period and t.relation in wanted]
    if not found or found[0].period is None:
        return None
    return Decision(found[0].period, f"the list's lead-in says “{words_of_time(above, found[0])}”")
