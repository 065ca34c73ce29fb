"""The place that passes from one sentence to the next."""

from __future__ import annotations

from functools import cache

from etl.extract.capitals import capital_told
from etl.extract.context import Context
from etl.extract.places import nationwide, spread
from etl.extract.reading import LISTED, Reading
from etl.extract.site_names import names_of_sites
from etl.extract.towns import here
from etl.reference import language


def placed(reading: Reading, context: Context) -> Context:
    """The last place named; none, and no dateline's either, once the text turns to the whole country."""
    places = here(reading)
    dateline = reading.block.role == "dateline" or reading.dateline is not None
    if dateline and context.section_place and context.claim is None and context.heading is None:
        return context  # what the title is about, wherever it was written
    if places:
        place = None if spread(reading) else places[0].value.partition("|")[0]
        held = place if reading.block.role == "dateline" else context.section_place
        written = place if reading.block.role == "dateline" else context.written_in
        if _opens(context) and place:
            context, held = context._replace(title_place=place), place
        context = context._replace(site_place=_sited(reading, place) or context.site_place)
        return _outside(reading, context._replace(place=place, section_place=held, written_in=written))
    capital = capital_told(reading, context.nation)
    if capital and _opens(context):
        context = context._replace(title_place=capital, section_place=capital)
    if capital:
        return _outside(reading, context._replace(place=capital))
    if nationwide(reading, context.place) or _of_the_state(reading, context):
        back = context.title_place if context.title_place == context.section_place else None
        return _outside(reading, context._replace(place=None, section_place=back))
    if context.site_place and context.site_place[0] in names_of_sites(reading):
        context = context._replace(place=context.site_place[1])
    return _outside(reading, context)


def _opens(context: Context) -> bool:
    """Whether a sentence is the first of an article whose title names no place: it says where that is."""
    first = context.previous is None or context.previous.block.role == "dateline"
    return first and context.title_place is None and context.heading is None and context.label is None


def place_of_title(reading: Reading) -> str | None:
    """The one place of a title; of two, one of them a capital, neither."""
    names = {hit.value.partition("|")[0] for hit in reading.hits if hit.list.startswith("place_")}
    found = {hit.value.partition("|")[0] for hit in here(reading)}
    return next(iter(found)) if len(found) == 1 and len(names) == 1 else None


def _sited(reading: Reading, place: str | None) -> tuple[str, str] | None:
    """ "The Kumtor mine in Issyk-Kul region": where it stands, for when it is named again."""
    sites = names_of_sites(reading)
    return (sites[0], place) if sites and place else None


def _of_the_state(reading: Reading, context: Context) -> bool:
    """ "Karakol, 2 April. The Finance Ministry …": written there, and told of the country."""
    told = not _state().isdisjoint(reading.norms)
    return told and context.written_in is not None and context.place == context.written_in


@cache
def _state() -> frozenset[str]:
    return frozenset(language("relations")["of_the_state"])


def _outside(reading: Reading, context: Context) -> Context:
    """What held before a list holds again for each of its items."""
    if reading.block.role in LISTED or context.outer_place == context.place:
        return context
    return context._replace(outer_place=context.place)
