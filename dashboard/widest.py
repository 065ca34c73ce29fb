"""The one indicator that is known for most countries, as a small map beside its words."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any

import pandas as pd

from dashboard import layout, region_map, theme, words
from dashboard.cells import rows, text
from dashboard.language import _, pgettext
from dashboard.takeaways import COUNTS


def widest(newest: pd.DataFrame, today: date) -> str:
    """`newest` as `queries.region.widest` gives it; it may be empty."""
    if newest.empty:
        return f"<p class='ox-empty'>{_('No indicator is known for a whole country yet.')}</p>"
    name = str(newest.name.iloc[0])
    opens = layout.address("indicator", indicator=str(newest.indicator.iloc[0]), view="map")
    title = f"<a href='{escape(opens)}' target='_self'>{escape(name)}</a>"
    unit = words.unit(str(newest.unit.iloc[0]))
    some = pgettext(*COUNTS[len(newest)])
    known = escape(f"{unit} · {_('known for {some} of five countries').format(some=some)}")
    return f"<h2 class='ox-h2'>{title} <small>{known}</small></h2>{drawn(newest, today)}"


def drawn(newest: pd.DataFrame, today: date) -> str:
    """The map of a table with one row a country."""
    return region_map.region_map(worded(newest, today), theme.current())


def worded(newest: pd.DataFrame, today: date) -> pd.DataFrame:
    """The same table with figures and periods in words (label, when), and how far marks have shrunk (age)."""
    labels = [words.brief(words.Figure.of(row)) + _percent(row) for row in rows(newest)]
    when = [words.period(text(period)) for period in newest.period]
    ages = [words.age_step(last, today) for last in newest.period_last]
    return newest.assign(label=labels, when=when, age=ages)


def _percent(row: Any) -> str:
    """The only unit that a number is never said without."""
    return " %" if row.unit == "percent" else ""
