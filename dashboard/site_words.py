"""What is said of plants and projects: in a tooltip, above the map, and to who cannot see it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from dashboard import marks, words
from dashboard.sites import Site, amounts

MEASURES = {"capacity": "Capacity or output", "money": "Money", "jobs": "Jobs"}


def measure(code: str) -> str:
    """
    >>> measure("capacity t/day"), measure("money USD"), measure("jobs")
    ('Capacity or output, t a day', 'Money, USD', 'Jobs')
    """
    group, _, unit = code.partition(" ")
    return f"{MEASURES[group]}, {words.unit(unit)}" if unit else MEASURES[group]


@lru_cache(maxsize=5000)
def fact(row: Any) -> str:
    """A figure in one line: sign, amount, what it is, of what kind and for when."""
    figure = words.Figure.of(row)
    sign = marks.mark(figure.kind, figure.qualifier, figure.direction).glyph
    return f"{sign} {words.said(figure)} · {subject(row)} · {kind_and_period(row)}"


def subject(row: Any) -> str:
    """What is measured, and of what; a plant's figures stand under its name already."""
    part = words.text(row.dimension)
    named = words.part(part) if part else None
    return f"{row.indicator_name}, {named}" if named and named != row.place else str(row.indicator_name)


def kind_and_period(row: Any) -> str:
    """ "observed, 2024"; the kind alone where the text names no time."""
    when = words.text(row.period)
    return f"{row.kind}, {words.period(when)}" if when else str(row.kind)


def facts(site: Site, measure: str, most: int = 4) -> str:
    """What is known of a site, a line a figure, those of the measure first; the rest are counted."""
    if not site.figures:
        return f"No figure found. Named in: {site.named_in}"
    first = sorted(site.figures, key=lambda row: row.measure != measure)
    lines = [fact(row) for row in first[:most]]
    more = len(first) - most
    return "\n".join([*lines, f"and {words.count(more, 'figure')} more in the list"] if more > 0 else lines)


def position(site: Site) -> str:
    """Where it is, how the point is meant, and how far along the plant is."""
    near = "" if site.exact else " · position approximate"
    return f"{site.country_name}{near} · {site.stage.words}"


def takeaway(found: list[Site], measure: str) -> str:
    """A sentence made from what is on the map."""
    if not found:
        return "No plant or project was found here."
    with_figures = [site for site in found if site.figures]
    countries = {site.country for site in found}
    first = (
        f"Figures for {words.count(len(with_figures), 'place')} in {words.count(len(countries), 'country')}."
        if with_figures
        else f"No figure found; {words.count(len(found), 'place')} named in articles."
    )
    top = [(max(amounts(row)), site, row) for site in found for row in site.of(measure)]
    if not top:
        return first
    _, site, row = max(top, key=lambda one: one[0])
    amount = words.amount(words.Figure.of(row))
    return f"{first} Largest on the map: {site.place}, {amount} ({kind_and_period(row)})."


def spoken(found: list[Site], measure: str) -> str:
    """The map as a sentence, for who cannot see it."""
    named = (f"{site.place} ({site.stage.words})" for site in found)
    return f"Map of plants and projects. {takeaway(found, measure)} Places: {', '.join(named)}."


def left_out(places: list[str]) -> str:
    """Nothing is dropped in silence."""
    return f"Not on the map, as their position is not known: {words.listed(places)}." if places else ""
