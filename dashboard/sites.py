"""Plants and projects as they stand on a map: one site a place, its figures, its circles."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from dashboard import stages, words
from dashboard.cells import decimal, rows
from dashboard.language import N_, _
from dashboard.stages import Stage, Told

LARGEST = 34.0  # pixels: radius of the largest circle on the map
SQUARE, RING = 14, 26  # pixels: the mark of a stage, and the broken ring of a position that is approximate
PLATE, COVERED = 22, 8.0  # pixels: the box under the mark, the radius of the largest circle that it covers
SMALLEST = 3.0  # below this a circle cannot be seen; the legend says so
EXISTING = "observed"
FUTURE = ("planned", "target", "forecast")
# Of the gazetteer.
PLACES = {
    "capital": N_("capital"),
    "city": N_("city"),
    "town": N_("town"),
    "district": N_("district"),
    "province": N_("province"),
    "site": N_("site"),
}


@dataclass(frozen=True, eq=False)
class Site:
    """A place with figures, or one that an article is about and gives no figure for. Each is only itself."""

    place: str
    country: str
    country_name: str
    kind: str  # of the place, as the gazetteer has it: city, district, province, site …
    lat: float
    lon: float
    exact: bool  # False: the point stands for a district or a province
    anchor: str
    figures: tuple[Any, ...]  # rows of queries.places.figures
    named_in: str | None = None  # an article's title
    claim_id: str | None = None  # a way into that article

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """How far along the plant is said to be, the furthest first."""
        return stages.told(self.figures)

    @property
    def called(self) -> str:
        """As the reader calls the place."""
        return words.place(self.place)

    @property
    def within(self) -> str:
        """As the reader calls its country."""
        return words.country(self.country, self.country_name)

    @property
    def stage(self) -> Stage:
        """What stands on the map: the furthest along that is told, which is less than all of it."""
        return next((one.stage for one in self.told), stages.UNSAID)

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


def names(found: list[Site]) -> dict[Site, str]:
    """What each is called: as short as tells it from the others."""
    forms = {s: (s.place, f"{s.place}, {s.country_name}", f"{s.place} ({s.kind})") for s in found}
    often = Counter(form for site in found for form in forms[site])
    return {site: next((f for f in forms[site] if often[f] == 1), forms[site][-1]) for site in found}


def labels(found: list[Site]) -> dict[str, str]:
    """By what each is called, as the reader calls it."""
    shown = {site: (name, _label(site, name)) for site, name in names(found).items()}
    return dict(shown.values())


def _label(site: Site, name: str) -> str:
    if name == site.place:
        return site.called
    whose = site.within if name.endswith(site.country_name) else _(PLACES.get(site.kind, site.kind))
    return f"{site.called}, {whose}" if name.endswith(site.country_name) else f"{site.called} ({whose})"


def measures(found: list[Site]) -> list[str]:
    """Codes of what circles can show; dollars first, as they compare across countries."""
    places: dict[str, int] = {}
    for site in found:
        for measure in {
            row.measure for row in site.figures if row.measure != "other" and site.of(row.measure)
        }:
            places[measure] = places.get(measure, 0) + 1
    return sorted(places, key=lambda measure: (measure != "money USD", -places[measure], measure))


def sites(figures: pd.DataFrame, named: pd.DataFrame) -> list[Site]:
    """One for each place of the two tables of `queries.places`, those with figures first."""
    groups: dict[tuple[str, str, bool], list[Any]] = {}
    for row in rows(figures):
        groups.setdefault(_where(row), []).append(row)
    found = [_site(group[0], tuple(group)) for group in groups.values()]
    return found + [_site(row, ()) for row in rows(named) if _where(row) not in groups]


def _where(row: Any) -> tuple[str, str, bool]:
    """A city and the province round it may share a name, and are two places."""
    return row.place, row.country, row.place_kind == "province"


def _site(row: Any, figures: tuple[Any, ...]) -> Site:
    about = (None, None) if figures else (str(row.title), words.text(row.claim_id))
    return Site(
        row.place,
        row.country,
        row.country_name,
        row.place_kind,
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
