"""The tabs of the indicator page, over one selection."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import charts, dollars, figures, filters, forms, layout, lenses, quotes, widest, words
from dashboard.cells import rows, text
from dashboard.indicator_table import Selection, table
from dashboard.queries import indicator

MAP_NOTE = (
    "<p class='ox-note'>The newest figure of each whole country, in one unit; the rest is in the table.</p>"
)


def subtitle(chosen: Selection) -> str:
    """Units and years of what is shown."""
    found = chosen.points
    if found.empty:
        return "no figure for this choice"
    units = list(dict.fromkeys(words.unit(str(code)) for code in found.unit))
    return f"{words.listed(units)}, as reported in articles"


def chart(chosen: Selection, today: date) -> None:
    """A panel for each unit and sort of value, as the chosen lens shows them."""
    if not chosen.rows:
        layout.empty("Nothing found for this choice.", "Choose more countries, or another indicator.")
        return
    population = list(rows(indicator.population()))
    lens = filters.pick("Show", lenses.offered(chosen.rows, population), key="show")
    seen = lenses.through(lens, chosen.rows, population)
    told = indicator.told(chosen.indicator, list(chosen.countries))
    drawn = "".join(_heading(panel, seen, lens) + _panel(panel, chosen, told, today) for panel in seen.panels)
    note = f"<p class='ox-note'>{seen.note}</p>" if seen.note else ""
    layout.html(f"{charts.legend(seen.panels, today)}{drawn}{note}")


def _panel(panel: forms.Panel, chosen: Selection, told: pd.DataFrame, today: date) -> str:
    alone = panel.form == "sentence"
    return _sentence(panel.figures[0], chosen, today) if alone else charts.chart(panel, told, today)


def _heading(panel: forms.Panel, seen: lenses.Seen, lens: str) -> str:
    """The unit of one panel alone stands under the page's title."""
    needed = len(seen.panels) > 1 or lens != "reported"
    return f"<h3 class='ox-h3'>{escape(panel.title)}</h3>" if needed else ""


def _sentence(row: Any, chosen: Selection, today: date) -> str:
    """The only figure: as large as it is alone, above the words it came from."""
    found = indicator.sentences(chosen.indicator, list(chosen.countries))
    claim = next(rows(found[found.claim_id == row.claim_id]))
    head = f"<p class='ox-name'>{escape(figures.lane(row))}</p>{figures.linked(row, today)}{_dollars(row)}"
    return f"<div class='ox-alone'>{head}{quotes.quote(claim)}</div>"


def _dollars(row: Any) -> str:
    """A second, quiet line for money of the five currencies."""
    shown = dollars.brief(row)
    return f"<p class='ox-note'>{escape(shown)}</p>" if shown else ""


def on_map(chosen: Selection, today: date) -> None:
    """The newest figure of each whole country."""
    newest = indicator.newest(chosen.indicator, list(chosen.countries))
    left, right = st.columns([1, 1], gap="large")
    with left:
        layout.html(widest.drawn(newest))
    with right:
        layout.html(f"{_listed(newest, today)}{MAP_NOTE}")


def _listed(newest: pd.DataFrame, today: date) -> str:
    """What is on the map, one country a line."""
    lines = (
        f"<tr><th scope='row'>{escape(row.country_name)}</th>"
        f"<td>{figures.linked(row, today)}{_dollars(row)}</td></tr>"
        for row in rows(newest)
    )
    return f"<table class='ox-list'>{''.join(lines)}</table>"


def evidence(chosen: Selection, _today: date) -> None:
    """Every sentence, with the figure marked."""
    found = indicator.sentences(chosen.indicator, list(chosen.countries))
    if found.empty:
        layout.empty("No sentence for this choice.")
        return
    layout.html(f"<div class='ox-quotes'>{''.join(quotes.quote(row) for row in rows(found))}</div>")


def definition(chosen: Selection) -> None:
    """What the indicator means, and whether it is of the catalogue."""
    row = indicator.definition(chosen.indicator)
    own = (
        ""
        if row.catalogued
        else " The name was made from the words of an article; it is not in the catalogue."
    )
    layout.html(f"<p class='ox-note'>{escape(text(row.definition) or 'No definition yet.')}{own}</p>")


__all__ = ["TABS", "TAB_NAMES", "Selection", "chart", "definition", "evidence", "on_map", "subtitle", "table"]

TAB_NAMES = {"chart": "Chart", "map": "Map", "table": "Table", "evidence": "Evidence"}
TABS = {"chart": chart, "map": on_map, "table": table, "evidence": evidence}
