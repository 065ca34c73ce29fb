"""What passes from one sentence to the next: country, place, period, lead-in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.extract.calendar import Calendar
from etl.extract.context import Context
from etl.extract.countries import listed_partners, spans_region
from etl.extract.moods import mood_of
from etl.extract.nations import focus
from etl.extract.places import here
from etl.extract.reading import Reading
from etl.model import Claim, Period

LEAD_ENDS = (":", "：")
HEADLINES = ("title", "heading")
EXISTING = (
    "existing",
    "current",
    "today",
    "now",
    "earlier",
    "previous",
    "background",
    "present",
    "history",
    "so",
)
HAPPENED = ("observed", "change", "share")
NO_TIME = ("ago", "day_month", "day", "us_day", "iso", "dotted", "now", "month", "season")


def entering(context: Context, reading: Reading) -> Context:
    """The context before a sentence: a heading resets it, a list keeps its lead-in."""
    role = reading.block.role
    if role in HEADLINES:
        return _under_heading(context, reading)
    if role in ("item", "table_row"):
        return context
    new = context.previous is not None and context.previous.block != reading.block
    return replace(context, lead=None, place=context.section_place if new else context.place)


def _under_heading(context: Context, reading: Reading) -> Context:
    names = [n.code for n in reading.named if n.code in focus() and not n.partner]
    places = [hit.value.partition("|")[0] for hit in here(reading)]
    return replace(
        context,
        section=names[0] if names else None,
        country=None,
        place=places[0] if places else None,
        section_place=places[0] if places else (None if role_resets(reading) else context.section_place),
        mood=None if role_resets(reading) else context.mood,
        lead=None,
        claim=None,
        mention=None,
        recent=(),
        heading=reading if reading.block.role == "heading" else None,
    )


def role_resets(reading: Reading) -> bool:
    """A new article, and a heading on what exists, end what was said of plans."""
    return reading.block.role == "title" or any(token.norm in EXISTING for token in reading.row)


def leaving(context: Context, reading: Reading, claims: Sequence[Claim]) -> Context:
    """The context after a sentence: the country, place and period that the next one may lean on."""
    role = reading.block.role
    if role == "title":
        return replace(context, section=None)
    if role == "heading":
        return context
    lead = reading if reading.span.end and _is_lead(reading) else context.lead
    return replace(
        _timed(reading, context, claims),
        country=_country(context, reading, claims),
        place=_place(context, reading),
        section_place=_section_place(context, reading),
        lead=lead,
        previous=reading,
        calendar=_calendar(context, reading),
        mood=_mood(reading, context),
    )


def _is_lead(reading: Reading) -> bool:
    return bool(reading.row) and reading.row[-1].text in LEAD_ENDS


def _country(context: Context, reading: Reading, claims: Sequence[Claim]) -> str | None:
    if reading.block.role == "item":
        return context.country
    beside = {n.code for n in listed_partners(reading, context)}
    own = [n.code for n in reading.named if n.code in focus() and not n.partner and n.code != "REGION"]
    own = [code for code in own if code not in beside]
    if not own and spans_region(reading):
        return "REGION"
    if own and claims and claims[0].country in (*own, "REGION"):
        return claims[0].country
    return own[0] if own else context.country


def _place(context: Context, reading: Reading) -> str | None:
    places = here(reading)
    if places:
        return places[0].value.partition("|")[0]
    whole = any(h.list in ("country_names", "country_adjectives") for h in reading.hits)
    return context.section_place if whole else context.place


def _section_place(context: Context, reading: Reading) -> str | None:
    """The place of a dateline holds until the next heading that names one."""
    places = here(reading)
    return places[0].value.partition("|")[0] if places and is_dateline(reading) else context.section_place


def is_dateline(reading: Reading) -> bool:
    """ "Kostanai, Sept. 10, 2024", "Saran, June 2025.": a place and a date, no verb."""
    if reading.block.role == "dateline":
        return True
    dated = any(time.period for time in reading.times)
    return (
        dated
        and len(reading.row) <= 8
        and not reading.mentions
        and not reading.of("past", "present", "planned")
    )


def _calendar(context: Context, reading: Reading) -> Calendar:
    """ "Saran, June 2025." in the middle of an article dates what follows."""
    dated = [t.period for t in reading.times if t.period]
    if (
        len(reading.row) <= 8
        and len(dated) == 1
        and any(hit.list.startswith(("place_", "country_capitals")) for hit in reading.hits)
        and not reading.of("past", "present", "planned")
    ):
        return Calendar(dated[0])
    return context.calendar


def _timed(reading: Reading, context: Context, claims: Sequence[Claim]) -> Context:
    """The last period named that is not ahead, and all periods of the last sentence that named any."""
    told = tuple(
        t.period
        for t in reading.times
        if t.period and t.relation in ("at", "since", "by") and t.group not in NO_TIME
    )
    past = [
        t.period
        for t in reading.times
        if t.period and t.relation in ("at", "since") and t.group not in NO_TIME
    ]
    if claims:
        past = [c.period for c in claims if c.period and c.kind in HAPPENED and not _is_a_day(c.period)]
    year = context.calendar.year
    past = [p for p in past if year is None or p.last.year <= year]
    if any(t.period is None and t.group == "relative" for t in reading.times):
        return replace(context, period=None)  # "last year", and nobody can say which
    if not told:
        return context
    latest = max(past, key=lambda p: (p.last, p.first), default=context.period)
    if latest and context.period and latest.last < context.period.last and not _turns_back(reading, latest):
        latest = context.period
    return replace(context, told=told, period=latest)


def _turns_back(reading: Reading, period: Period) -> bool:
    """ "In 2022, …" takes the reader back; "last year's harvest was 17" only looks back."""
    for time in reading.times:
        opens = reading.token_at(time.span.start) <= 3
        if time.period == period and opens and time.group not in ("relative", "ago", "earlier", "same"):
            return True
    return False


def _is_a_day(period: Period) -> bool:
    """The day of an event; what follows it is not of that day."""
    return period.first == period.last


def _mood(reading: Reading, context: Context) -> str | None:
    verbs = reading.of("target", "forecast", "planned", "past", "present")
    if not verbs or reading.block.role in ("item", "table_row"):
        return context.mood
    if reading.mentions:
        return mood_of(reading, reading.mentions[-1], context).kind
    ahead = [hit for hit in verbs if hit.list in ("target", "forecast", "planned")]
    return ahead[0].list if ahead and not reading.of("past") else None
