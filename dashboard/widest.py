"""The one indicator that is known for most countries, as a small map beside its words."""

from __future__ import annotations

from html import escape
from typing import Any

import pandas as pd

from dashboard import layout, region_map, theme, words
from dashboard.cells import rows, text

COUNTS = ("none", "one", "two", "three", "four", "five")


def widest(newest: pd.DataFrame) -> str:
    """`newest` as `queries.region.widest` gives it; it may be empty."""
    if newest.empty:
        return "<p class='ox-empty'>No indicator is known for a whole country yet.</p>"
    name = str(newest.name.iloc[0])
    opens = layout.address("indicator", indicator=str(newest.indicator.iloc[0]), view="map")
    title = f"<a href='{escape(opens)}' target='_self'>{escape(name)}</a>"
    unit = words.unit(str(newest.unit.iloc[0]))
    known = escape(f"{unit} · known for {COUNTS[len(newest)]} of five countries")
    return f"<h2 class='ox-h2'>{title} <small>{known}</small></h2>{drawn(newest)}"


def drawn(newest: pd.DataFrame) -> str:
    """The map of a table with one row a country."""
    return region_map.region_map(worded(newest), theme.current())


def worded(newest: pd.DataFrame) -> pd.DataFrame:
    """The same table with its figures and periods in words: columns label, when."""
    labels = [words.brief(words.Figure.of(row)) + _percent(row) for row in rows(newest)]
    when = [words.period(text(period)) for period in newest.period]
    return newest.assign(label=labels, when=when)


def _percent(row: Any) -> str:
    """The only unit that a number is never said without."""
    return " %" if row.unit == "percent" else ""
