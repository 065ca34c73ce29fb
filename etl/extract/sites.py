"""The plant, mine or field that a value is about: not a place on the map of towns, but what stands there."""

from __future__ import annotations

from etl.extract.context import Context, Decision
from etl.extract.mentions import Mention
from etl.extract.places import nationwide
from etl.extract.reading import Reading
from etl.extract.site_names import name_of, sites_in
from etl.extract.towns import here


def site_of(reading: Reading, mention: Mention, context: Context) -> Decision[str | None]:
    """The site that the sentence names before the number or behind it, else the one it goes on about."""
    found = sites_in(reading)
    before = [hit for hit in found if hit.last <= mention.first]
    if found:
        name = name_of(before[-1] if before else found[0])
        return Decision(name, f"the sentence names it: “{name}”")
    if context.site and not nationwide(reading) and not here(reading):
        return Decision(context.site, "the text goes on about it")
    return Decision(None, "none is named")


def going_on(reading: Reading, context: Context) -> Context:
    """The site that the next sentences are about, until the text turns to the country or a town.

    "Rogun dam … What remains to be built will cost $6 billion" is of the dam; after "In 2024 the country
    consumed …" nothing is.
    """
    found = sites_in(reading)
    if found:
        return context._replace(site=name_of(found[0]))
    if context.site and (nationwide(reading) or here(reading)):
        return context._replace(site=None)
    return context


def at_heading(reading: Reading, context: Context) -> Context:
    """A heading begins anew, but for the site that the title is about."""
    found = sites_in(reading)
    named = name_of(found[0]) if found else None
    if reading.block.role == "title":
        return context._replace(site=named, title_site=named)
    return context._replace(site=named or context.title_site)
