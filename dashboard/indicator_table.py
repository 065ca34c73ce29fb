"""The selection of the indicator page, as rows on screen and as the same rows in a CSV."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import database, dollars, export, figures, layout, words
from dashboard.cells import rows, text
from dashboard.queries import country, indicator

# Columns of the CSV, named as in the contract where it has a name.
CSV = (
    "country", "country_name", "place", "indicator", "dimension", "period", "value", "low", "high",
    "qualifier", "unit", "value_text", "kind", "direction", "claimant", "n_origins", "disputed", "publisher",
    "title", "published", "published_basis", "claim_id", "usd_low", "usd_high", "usd_rate",
)  # fmt: skip
DOLLARS = "In dollars"


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


def table(chosen: Selection, today: date) -> None:
    """The rows of the view, one a figure."""
    found = chosen.points
    if found.empty:
        layout.empty("No row for this choice.")
        return
    shown = pd.DataFrame(_table_rows(found, today))
    if not shown[DOLLARS].any():
        shown = shown.drop(columns=DOLLARS)
    link = st.column_config.LinkColumn("Sentence", display_text="open")
    st.dataframe(
        shown, hide_index=True, column_config={"Sentence": link}, alt=f"{len(shown)} figures as a table"
    )
    st.download_button("CSV of this table", _csv(found), _file_name(chosen), "text/csv", on_click="ignore")


def _csv(found: pd.DataFrame) -> str:
    return export.csv_text(to_pass_on(found)[list(CSV)])


def to_pass_on(found: pd.DataFrame) -> pd.DataFrame:
    """Without the dollars that were read with a rate for personal use only; a setting lets them in."""
    own = found.personal_use.eq(True) & (not database.personal_use())  # noqa: FBT003 - a cell may be empty
    return found.assign(**{name: found[name].mask(own) for name in CSV if name.startswith("usd_")})


def _file_name(chosen: Selection) -> str:
    build = database.build()
    known = build.built_at.date().isoformat()
    among = "" if len(chosen.countries) == len(country.names()) else " ".join(chosen.countries)
    return export.file_name("indicator", chosen.indicator, among, as_known=known, build=f"b{build.seq}")


def _table_rows(found: pd.DataFrame, today: date) -> Iterator[dict[str, Any]]:
    for row in rows(found):
        yield {
            "Country": row.country_name,
            "Place or part": ", ".join(figures.parts(row)),
            "Refers to": words.period(text(row.period)),
            "Kind": row.kind,
            "": figures.mark_of(row).glyph,
            "Figure": words.said(words.Figure.of(row)),
            DOLLARS: dollars.brief(row),
            "Age": words.age(row.period_last, today),
            "Sources": int(row.n_origins),
            "Publisher": text(row.publisher) or "",
            "Said": words.said_on(text(row.published), text(row.published_basis)),
            "Sentence": layout.evidence(row.claim_id),
        }
