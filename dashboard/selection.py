"""What the reader of the indicator page chose, and the figures that it holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from dashboard import database, export
from dashboard.cells import rows
from dashboard.queries import country, indicator

# Columns of the CSV, named as in the contract where it has a name.
CSV = (
    "country", "country_name", "place", "indicator", "dimension", "period", "value", "low", "high",
    "qualifier", "unit", "value_text", "kind", "direction", "claimant", "n_origins", "disputed", "publisher",
    "title", "published", "published_basis", "claim_id", "usd_low", "usd_high", "usd_rate",
)  # fmt: skip


@dataclass(frozen=True)
class Selection:
    """What the reader chose; made anew for each run of the page."""

    indicator: str
    countries: tuple[str, ...]

    @cached_property
    def points(self) -> pd.DataFrame:
        """The observations of the selection."""
        return indicator.points(self.indicator, list(self.countries))

    @cached_property
    def rows(self) -> list[Any]:
        """The same, row by row."""
        return list(rows(self.points))

    @property
    def asked(self) -> list[str]:
        """The countries, as queries take them."""
        return list(self.countries)

    def csv(self) -> str:
        """The rows of the table, with their sources."""
        found = indicator.points(self.indicator, self.asked)
        return export.csv_text(to_pass_on(found)[list(CSV)])

    def file_name(self) -> str:
        """Of the CSV."""
        build = database.build()
        known = build.built_at.date().isoformat()
        among = "" if len(self.countries) == len(country.names()) else " ".join(self.countries)
        return export.file_name("indicator", self.indicator, among, as_known=known, build=f"b{build.seq}")


def to_pass_on(found: pd.DataFrame) -> pd.DataFrame:
    """Without the dollars that were read with a rate for personal use only; a setting lets them in."""
    own = found.personal_use.eq(True) & (not database.personal_use())  # noqa: FBT003 - a cell may be empty
    return found.assign(**{name: found[name].mask(own) for name in CSV if name.startswith("usd_")})
