"""What passes from one sentence to the next: country, place, period, lead-in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from etl.extract.calendar import Calendar
from etl.extract.carried_moods import is_unfinished, mood_after, role_resets
from etl.extract.carrying import of_paragraph, timed
from etl.extract.context import Context
from etl.extract.labels import country_of_label, is_label, place_of_label
from etl.extract.nations import focus
from etl.extract.partners import listed_partners
from etl.extract.placing import place_of_title, placed
from etl.extract.reading import LISTED, Reading
from etl.extract.regions import spans_region
from etl.extract.said import scope_of
from etl.extract.sites import at_heading, going_on
from etl.extract.towns import here
from etl.model import Claim, Period
from etl.reference import language

LEAD_ENDS = (":", "：")
HEADLINES = ("title", "heading")


def entering(context: Context, reading: Reading) -> Context:
    """The context before a sentence: a heading resets it, a list keeps its lead-in."""
    role = reading.block.role
    if reading.dateline is not None:
        context = _under_dateline(context, reading, reading.dateline)
    if role == "title" or (role == "heading" and reading.dateline is None):
        return at_heading(reading, _under_heading(context, reading))
    if reading.span.start == reading.block.span.start:
        context = _under_label(context, reading)
    if role in LISTED:
        inside = context.previous is not None and context.previous.block.role in LISTED
        return context if inside else context._replace(above_list=context.period, listed=frozenset())
    if context.previous is not None and context.previous.block.role in LISTED and _is_series(context):
        context = context._replace(period=context.above_list, running=None)
    new = context.previous is not None and context.previous.block != reading.block
    if not new:
        return context if context.lead is None else context._replace(lead=None)
    place = place_of_label(reading) if context.label is reading else None
    country = None if context.home == "REGION" else context.country  # each paragraph turns back to the region
    place = place or context.section_place
    return context._replace(lead=None, place=place, paragraph=None, survey=None, country=country)


def _is_series(context: Context) -> bool:
    """ "2021: 206", "2022: 299": where a list goes through years, its last is not that of the text below."""
    return context.above_list is not None and len(context.listed) >= SERIES


SERIES = 2  # years


def _under_label(context: Context, reading: Reading) -> Context:
    """A new paragraph or item: what the one before it named is over, and its own label begins to hold."""
    label = reading if is_label(reading) else None
    country = country_of_label(reading) if label else None
    if reading.block.role in LISTED:
        recent = () if label else context.recent
        return context._replace(place=context.outer_place, own=country, label=label, recent=recent)
    held = None if label or not _adjoins(context, reading) else context.labelled
    recent = () if label else context.recent
    return context._replace(own=None, labelled=country or held, label=label, recent=recent)


def _adjoins(context: Context, reading: Reading) -> bool:
    """Whether no empty line stands between this line and the one above."""
    above = context.previous
    return above is not None and reading.block.span.start - above.block.span.end == 1


def _under_dateline(context: Context, reading: Reading, day: Period) -> Context:
    """ "Saran, June 2025." in the middle of an article dates and places what follows."""
    places = here(reading)
    place = places[0].value.partition("|")[0] if places else context.section_place
    if context.claim is None and context.section_place and context.heading is None:
        place = context.section_place  # what the title is about, wherever it was written
    return context._replace(
        calendar=Calendar(day),
        period=None,
        told=(),
        paragraph=None,
        place=place,
        outer_place=place,
        section_place=place,
        written_in=place,
    )


def _under_heading(context: Context, reading: Reading) -> Context:
    scope = _scope(context, reading)
    names = [n.code for n in reading.named if n.code in focus() and not n.partner]
    places = [hit.value.partition("|")[0] for hit in here(reading)]
    held = context.title_place if reading.block.role == "heading" else None
    return context._replace(
        section=names[0] if names else None,
        country=None,
        own=None,
        labelled=None,
        label=None,
        place=places[0] if places else held,
        outer_place=places[0] if places else held,
        section_place=places[0] if places else (None if role_resets(reading) else context.section_place),
        title_place=held if reading.block.role == "heading" else place_of_title(reading),
        mood="planned" if context.unfinished and not role_resets(reading) else None,
        unfinished=context.unfinished and not role_resets(reading),
        lead=None,
        claim=None,
        mention=None,
        recent=(),
        running=None,
        survey=None,
        campaign=None,
        scope=scope,
        period=scope or context.period,
        heading=reading if reading.block.role == "heading" else None,
    )


def _scope(context: Context, reading: Reading) -> Period | None:
    """ "Trade, January–August 2025": the time of the figures below; a heading without one has its title's."""
    own = scope_of(reading)
    titled = reading.block.role == "heading" and context.title is not None
    return scope_of(context.title) if own is None and titled and context.title else own


def leaving(context: Context, reading: Reading, claims: Sequence[Claim]) -> Context:
    """The context after a sentence: the country, place and period that the next one may lean on."""
    role = reading.block.role
    if role == "title":
        return context._replace(section=None)
    if role == "heading":
        return context
    lead = reading if reading.span.end and _is_lead(reading) else context.lead
    context = timed(reading, context, claims)
    if role in LISTED and context.period:
        context = context._replace(listed=context.listed | {context.period.last.year})
    return going_on(reading, placed(reading, context))._replace(
        own=_own(context, reading, claims),
        paragraph=of_paragraph(context, claims),
        country=_country_after(context, reading, claims),
        lead=lead,
        previous=reading,
        mood=mood_after(reading, context),
        unfinished=context.unfinished or is_unfinished(reading),
    )


def _is_lead(reading: Reading) -> bool:
    return bool(reading.row) and reading.row[-1].text in LEAD_ENDS


def _own(context: Context, reading: Reading, claims: Sequence[Claim]) -> str | None:
    """What the first sentences of a list item name holds for its others."""
    if reading.block.role != "item" or context.label is not None or _is_lead(reading):
        return context.own
    return _country(context._replace(country=context.own), reading, claims)


def _country_after(context: Context, reading: Reading, claims: Sequence[Claim]) -> str | None:
    """A list item's country is its own, unless the item is the lead-in of what follows."""
    if context.own or context.labelled or (reading.block.role == "item" and not _is_lead(reading)):
        return context.country
    return _country(context, reading, claims)


def _country(context: Context, reading: Reading, claims: Sequence[Claim]) -> str | None:
    beside = {n.code for n in listed_partners(reading, context)}
    own = [n.code for n in reading.named if n.code in focus() and not n.partner and n.code != "REGION"]
    own = [code for code in own if code not in beside]
    if any(a in _neighbours() for a in reading.norms[:2]) and context.nation:
        return context.country
    if not own and (spans_region(reading) or (claims and claims[0].country == "REGION")):
        return "REGION"
    if own and claims and claims[0].country in (*own, "REGION"):
        return claims[0].country
    return context.country if not own or _is_aside(claims, own) else own[0]


@cache
def _neighbours() -> frozenset[str]:
    return frozenset(language("relations")["neighbours"])


def _is_aside(claims: Sequence[Claim], own: Sequence[str]) -> bool:
    """ "Kazakhs made up 46% of the guests", "in Kazakhstan she would have more": the text goes on at home."""
    return bool(claims) and claims[0].country is not None and claims[0].country not in own
