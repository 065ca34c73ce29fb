"""Plants and projects as they stand on a map: one site a place, its figures, its circles, its words."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard import marks, words
from dashboard.cells import decimal, rows

LARGEST = 34.0  # pixels: radius of the largest circle on the map
SMALLEST = 3.0  # below this a circle cannot be seen; the legend says so
EXISTING = "observed"
FUTURE = ("planned", "target", "forecast")
MEASURES = {"capacity": "Capacity or output", "money": "Money", "jobs": "Jobs"}


@dataclass(frozen=True, slots=True)
class Site:
    """A place with figures, or one that an article is about and gives no figure for."""

    place: str
    country: str
    country_name: str
    lat: float
    lon: float
    exact: bool  # False: the point stands for a district or a province
    anchor: str
    figures: tuple[Any, ...]  # rows of queries.places.figures
    named_in: str | None = None  # an article's title
    claim_id: str | None = None  # a way into that article

    def of(self, measure: str) -> list[Any]:
        """The figures that a circle can show: of one measure, and an amount, not a change or a share."""
        kinds = (EXISTING, *FUTURE)
        return [row for row in self.figures if row.measure == measure and row.kind in kinds and amounts(row)]


@dataclass(frozen=True, slots=True)
class Circle:
    """One figure on the map. `radius` in pixels, so that areas compare."""

    site: Site
    amount: float
    radius: float
    planned: bool


def measures(found: list[Site]) -> dict[str, str]:
    """Codes and names of what circles can show; dollars first, as they compare across countries."""
    places: dict[str, int] = {}
    for site in found:
        for measure in {
            row.measure for row in site.figures if row.measure != "other" and site.of(row.measure)
        }:
            places[measure] = places.get(measure, 0) + 1
    order = sorted(places, key=lambda measure: (measure != "money USD", -places[measure], measure))
    return {measure: _measure_name(measure) for measure in order}


def _measure_name(measure: str) -> str:
    """
    >>> _measure_name("capacity t/day"), _measure_name("money USD"), _measure_name("jobs")
    ('Capacity or output, t a day', 'Money, USD', 'Jobs')
    """
    group, _, unit = measure.partition(" ")
    return f"{MEASURES[group]}, {words.unit(unit)}" if unit else MEASURES[group]


def sites(figures: pd.DataFrame, named: pd.DataFrame) -> list[Site]:
    """One for each place of the two tables of `queries.places`, those with figures first."""
    groups: dict[tuple[str, str], list[Any]] = {}
    for row in rows(figures):
        groups.setdefault((row.place, row.country), []).append(row)
    found = [_site(group[0], tuple(group)) for group in groups.values()]
    return found + [_site(row, ()) for row in rows(named) if (row.place, row.country) not in groups]


def _site(row: Any, figures: tuple[Any, ...]) -> Site:
    about = (None, None) if figures else (str(row.title), words.text(row.claim_id))
    return Site(
        row.place,
        row.country,
        row.country_name,
        row.lat,
        row.lon,
        row.precision == "point",
        row.anchor,
        figures,
        *about,
    )


def circles(found: list[Site], measure: str) -> list[Circle]:
    """A circle for each figure of this measure, two for a range; the largest first, so none is hidden."""
    figures = [(site, row, amount) for site in found for row in site.of(measure) for amount in amounts(row)]
    largest = max((amount for _, _, amount in figures), default=0)
    made = [
        Circle(site, amount, radius(amount, largest), row.kind != EXISTING) for site, row, amount in figures
    ]
    return sorted(made, key=lambda circle: -circle.radius)


def round_amount(most: float) -> float:
    """The largest of 1, 2, 5, 10, 20 … that is not over `most`: an amount for the legend.

    >>> round_amount(499), round_amount(500), round_amount(0.3)
    (200.0, 500.0, 0.2)
    """
    power = 10.0 ** math.floor(math.log10(most))
    return next(round(step * power, 12) for step in (5, 2, 1) if step * power <= most)


def radii(found: list[Site], drawn: list[Circle], least: float) -> dict[Site, float]:
    """How much room each site's mark takes: its largest circle, or `least`."""
    room = dict.fromkeys(found, least)
    for circle in drawn:
        room[circle.site] = max(room[circle.site], circle.radius)
    return room


def amounts(row: Any) -> list[float]:
    """What is drawn of a figure: its value, or both ends of a range; nothing of an amount in words."""
    if row.qualifier == "vague":
        return []
    values = [decimal(row.value)] if not words.missing(row.value) else [decimal(row.low), decimal(row.high)]
    return [float(value) for value in values if value is not None and value >= 0]


def radius(amount: float, largest: float) -> float:
    """In pixels; a figure four times another has twice the radius. Zero is no circle.

    >>> radius(100, 100), radius(25, 100), radius(0, 100), radius(0, 0)
    (34.0, 17.0, 0.0, 0.0)
    """
    if amount <= 0:
        return 0.0
    return max(SMALLEST, LARGEST * math.sqrt(amount / largest))


def fact(row: Any) -> str:
    """A figure in one line: sign, amount, what it is, of what kind and for when."""
    figure = words.Figure.of(row)
    sign = marks.mark(figure.kind, figure.qualifier, figure.direction).glyph
    return f"{sign} {words.said(figure)} · {subject(row)} · {kind_and_period(row)}"


def _is_here(row: Any, part: str) -> bool:
    """A plant's figures stand under its name already."""
    return words.part(part) == words.text(row.place)


def subject(row: Any) -> str:
    """What is measured, and of what."""
    part = words.text(row.dimension)
    return (
        f"{row.indicator_name}, {words.part(part)}"
        if part and not _is_here(row, part)
        else str(row.indicator_name)
    )


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
    """How the point is meant."""
    return site.country_name if site.exact else f"{site.country_name} · position approximate"


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
    named = (site.place for site in found)
    return f"Map of plants and projects. {takeaway(found, measure)} Places: {', '.join(named)}."


def sources(found: list[Site]) -> tuple[str, ...]:
    """Who published the figures."""
    publishers = (words.text(row.publisher) for site in found for row in site.figures)
    return tuple(sorted({name for name in publishers if name}))


def picked(found: list[Site], chosen: Mapping[str, Sequence[int]]) -> list[Site]:
    """The site pointed at on the map, by its number in the layer `sites`; all of them where none is."""
    return [found[i] for i in chosen.get("sites", ()) if i < len(found)] or found


def left_out(places: list[str]) -> str:
    """Nothing is dropped in silence."""
    return f"Not on the map, as their position is not known: {words.listed(places)}." if places else ""
