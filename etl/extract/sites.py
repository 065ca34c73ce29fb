"""The plant, mine or field that a value is about: not a place on the map of towns, but what stands there."""

from __future__ import annotations

from functools import lru_cache

from etl.extract.context import Context, Decision
from etl.extract.lexicon import Hit
from etl.extract.mentions import Mention
from etl.extract.open_names import slug
from etl.extract.places import nationwide
from etl.extract.reading import Reading
from etl.extract.towns import here, is_site


def site_of(reading: Reading, mention: Mention, context: Context) -> Decision[str | None]:
    """The site that the sentence names before the number or behind it, else the one it goes on about."""
    found = _named(reading)
    before = [hit for hit in found if hit.last <= mention.first]
    if found:
        name = _name(before[-1] if before else found[0])
        return Decision(name, f"the sentence names it: “{name}”")
    if context.site and not nationwide(reading) and not here(reading):
        return Decision(context.site, "the text goes on about it")
    return Decision(None, "none is named")


def going_on(reading: Reading, context: Context) -> Context:
    """The site that the next sentences are about, until the text turns to the country or a town.

    "Rogun dam … What remains to be built will cost $6 billion" is of the dam; after "In 2024 the country
    consumed …" nothing is.
    """
    found = _named(reading)
    if found:
        return context._replace(site=_name(found[0]))
    if nationwide(reading) or here(reading):
        return context._replace(site=None)
    return context


def at_heading(reading: Reading, context: Context) -> Context:
    """A heading begins anew, but for the site that the title is about."""
    found = _named(reading)
    named = _name(found[0]) if found else None
    if reading.block.role == "title":
        return context._replace(site=named, title_site=named)
    return context._replace(site=named or context.title_site)


@lru_cache(maxsize=8)
def _named(reading: Reading) -> list[Hit]:
    return [hit for hit in reading.hits if hit.list.startswith("place_") and is_site(reading, hit)]


def _name(hit: Hit) -> str:
    """As the map of plants looks it up: "kambarata_1"."""
    return slug(tuple(hit.value.partition("|")[0].replace("-", " ").split()))
