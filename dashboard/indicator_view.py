"""The tabs of the indicator page, over one selection."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard import charts, database, dollars, figures, forms, layout, marks, quotes, theme, widest, words
from dashboard.cells import rows, text
from dashboard.indicator_table import Selection, table
from dashboard.queries import indicator

DRAWN = {"strip": charts.strip, "years": charts.years}
TOOLS = {
    "displaylogo": False,
    "modeBarButtonsToRemove": ["zoom", "pan", "select", "lasso", "autoScale", "resetScale"],
}

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
    """A panel for each unit and sort of value, each with its sentence or figure."""
    parts = forms.panels(chosen.points)
    if not parts:
        layout.empty("Nothing found for this choice.", "Choose more countries, or another indicator.")
    for panel in parts:
        if len(parts) > 1:
            layout.html(f"<h3 class='ox-h3'>{escape(panel.title)}</h3>")
        _panel(panel, chosen, today)
    layout.html(marks.legend(_marks(chosen.points)))


def _panel(panel: forms.Panel, chosen: Selection, today: date) -> None:
    if panel.form in DRAWN:
        look = theme.current()
        figure = _figure(str(database.store() / database.build_name()), chosen, panel.title, look)
        st.plotly_chart(figure, theme=None, config=TOOLS, alt=_alt(panel), key=f"{look} {panel.title}")
    else:
        layout.html(_sentence(panel.points, chosen, today))


@st.cache_resource(max_entries=200, show_spinner=False)
def _figure(build: str, chosen: Selection, title: str, look: theme.Theme) -> go.Figure:  # noqa: ARG001
    """Drawn and checked by plotly once a build: `build` is part of the key, as it would not be with a `_`."""
    panel = next(panel for panel in forms.panels(chosen.points) if panel.title == title)
    return go.Figure(DRAWN[panel.form](panel.points, look))


def _alt(panel: forms.Panel) -> str:
    said = "; ".join(figures.spoken(row) for row in rows(panel.points.head(12)))
    more = f"; and {len(panel.points) - 12} more" if len(panel.points) > 12 else ""
    return f"{panel.points.name.iloc[0]}, {panel.title}. {said}{more}."


def _sentence(points: pd.DataFrame, chosen: Selection, today: date) -> str:
    """The only figure: as large as it is alone, above the words it came from."""
    row = next(rows(points))
    found = indicator.sentences(chosen.indicator, list(chosen.countries))
    claim = next(rows(found[found.claim_id == row.claim_id]))
    head = f"<p class='ox-name'>{escape(figures.lane(row))}</p>{figures.linked(row, today)}{_dollars(row)}"
    return f"<div class='ox-alone'>{head}{quotes.quote(claim)}</div>"


def _dollars(row: Any) -> str:
    """A second, quiet line for money of the five currencies."""
    shown = dollars.brief(row)
    return f"<p class='ox-note'>{escape(shown)}</p>" if shown else ""


def _marks(points: pd.DataFrame) -> tuple[marks.Mark, ...]:
    used = {figures.mark_of(row) for row in rows(points)}
    return tuple(mark for mark in marks.ALL if mark in used)


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
