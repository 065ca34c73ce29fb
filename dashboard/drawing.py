"""What a map of places is to show, whichever way it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dashboard import deck, shading, sites, theme, words
from dashboard.shading import Shade
from dashboard.shapes import FIVE
from dashboard.sites import Circle, Site


@dataclass(frozen=True)
class Drawing:
    """`rows` are the figures that shade the countries, by country; None: nothing does."""

    found: list[Site]
    measure: str
    today: date
    country: str = "all"
    rows: shading.Rows | None = None
    picked: Site | None = None
    size: tuple[int, int] = deck.SIZE  # pixels of the map that moves
    least: float = 6.0  # pixels: room for the mark of a site without a circle

    @cached_property
    def circles(self) -> list[Circle]:
        """Of the measure, the largest first."""
        return sites.circles(self.found, self.measure)

    @cached_property
    def radii(self) -> dict[Site, float]:
        """How much room each site's mark takes."""
        return sites.radii(self.found, self.circles, self.least)

    @cached_property
    def extents(self) -> dict[Site, float]:
        """How far from its point each site's marks reach, the rings round its square too."""
        reached = {s: max(r, 0 if s.exact else sites.RING / 2) for s, r in self.radii.items()}
        if self.picked is not None:
            reached[self.picked] = max(reached[self.picked], sites.RING / 2) + 7
        return reached

    def age(self, site: Site) -> int:
        """How far the mark of its stage has shrunk: as that of the figure whose sentence tells it."""
        told = site.told
        return words.age_step(told[0].row.period_last, self.today) if told else 0

    @cached_property
    def notes(self) -> dict[str, str]:
        """What stands on each country; nothing where nothing shades them."""
        rows = self.rows
        return {} if rows is None else {country: shading.said(rows.get(country)) for country in FIVE}

    def shades(self, shown: theme.Theme) -> dict[str, Shade] | None:
        """How the countries are filled."""
        return None if self.rows is None else shading.shades(self.rows, theme.LAND[shown], shown)

    @cached_property
    def names(self) -> dict[Site, str]:
        """What each site is called in the address."""
        return sites.names(self.found)

    @cached_property
    def labels(self) -> dict[str, str]:
        """The same as the reader calls it."""
        return sites.labels(self.found)

    def label(self, site: Site) -> str:
        """What the reader calls a site."""
        return self.labels[self.names[site]]
