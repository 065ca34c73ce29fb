"""What is said of plants and projects: in a tooltip, above the map, and to who cannot see it."""

from __future__ import annotations

from typing import Any

from dashboard import marks, words
from dashboard.language import N_, _, in_each, ngettext, nouns
from dashboard.sites import Site, amounts

MEASURES = {"capacity": N_("Capacity or output"), "money": N_("Money"), "jobs": N_("Jobs")}


COUNTRIES = nouns("{n} country", "{n} countries")  # places in so many


def measure(code: str) -> str:
    """
    >>> measure("capacity t/day"), measure("money USD"), measure("jobs")
    ('Capacity or output, t a day', 'Money, USD', 'Jobs')
    """
    group, _blank, unit = code.partition(" ")
    return f"{_(MEASURES[group])}, {words.unit(unit)}" if unit else _(MEASURES[group])


@in_each(5000)
def fact(row: Any) -> str:
    """A figure in one line: sign, amount, what it is, of what kind and for when."""
    figure = words.Figure.of(row)
    sign = marks.mark(figure.kind, figure.qualifier, figure.direction).glyph
    return f"{sign} {words.said(figure)} · {subject(row)} · {kind_and_period(row)}"


def subject(row: Any) -> str:
    """What is measured, and of what; a plant's figures stand under its name already."""
    part = words.text(row.dimension)
    named = words.part(part) if part else None
    apart = named and named != words.place(row.place)
    return f"{row.indicator_name}, {named}" if apart else str(row.indicator_name)


def kind_and_period(row: Any) -> str:
    """ "observed, 2024"; the kind alone where the text names no time."""
    when = words.text(row.period)
    return f"{words.kind(row.kind)}, {words.period(when)}" if when else words.kind(row.kind)


def facts(site: Site, measure: str, most: int = 4) -> str:
    """What is known of a site, a line a figure, those of the measure first; the rest are counted."""
    if not site.figures:
        return _("No figure found. Named in: {article}").format(article=site.named_in)
    first = sorted(site.figures, key=lambda row: row.measure != measure)
    lines = [fact(row) for row in first[:most]]
    more = len(first) - most
    one, many = nouns("and {n} figure more in the list", "and {n} figures more in the list")
    return "\n".join([*lines, words.count(more, one, many)] if more > 0 else lines)


def position(site: Site) -> str:
    """Where it is, how the point is meant, and how far along the plant is."""
    near = "" if site.exact else f" · {_('position approximate')}"
    return f"{site.within}{near} · {site.stage.words}"


def takeaway(found: list[Site], measure: str) -> str:
    """A sentence made from what is on the map."""
    if not found:
        return _("No plant or project was found here.")
    top = [(max(amounts(row)), site, row) for site in found for row in site.of(measure)]
    if not top:
        return _known(found)
    _most, site, row = max(top, key=lambda one: one[0])
    amount = words.amount(words.Figure.of(row))
    told = _("Largest on the map: {place}, {amount} ({when}).")
    return f"{_known(found)} {told.format(place=site.called, amount=amount, when=kind_and_period(row))}"


def _known(found: list[Site]) -> str:
    """For how many places there are figures."""
    places = sum(bool(site.figures) for site in found)
    if not places:
        one, many = nouns(
            "No figure found; {n} place named in articles.", "No figure found; {n} places named in articles."
        )
        return words.count(len(found), one, many)
    countries = words.count(len({site.country for site in found}), *COUNTRIES)
    told = ngettext("Figures for {n} place in {countries}.", "Figures for {n} places in {countries}.", places)
    return told.format(n=words.grouped(places), countries=countries)


def spoken(found: list[Site], measure: str) -> str:
    """The map as a sentence, for who cannot see it."""
    named = ", ".join(f"{site.called} ({site.stage.words})" for site in found)
    told = _("Map of plants and projects. {sentence} Places: {places}.")
    return told.format(sentence=takeaway(found, measure), places=named)


def left_out(places: list[str]) -> str:
    """Nothing is dropped in silence."""
    told = _("Not on the map, as their position is not known: {places}.")
    return told.format(places=words.listed(list(map(words.place, places)))) if places else ""
