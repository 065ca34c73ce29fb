"""The parts of the snapshots page: choices, the rows on screen, the files, what each column means."""

from __future__ import annotations

import tomllib
from html import escape
from pathlib import Path
from typing import Any, Literal

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from dashboard import export, filters, layout, words
from dashboard.database import build
from dashboard.queries import snapshots as queries
from dashboard.queries.snapshots import ANY, NONE, View

DICTIONARY = Path(__file__).with_name("csv_columns.toml")
# On screen; the file has every column.
SHOWN = {
    "country_name": "Country",
    "indicator_name": "Indicator",
    "place": "Place",
    "dimension": "Of",
    "period": "Period",
    "value": "Value",
    "low": "Low",
    "high": "High",
    "unit": "Unit",
    "kind": "Kind",
    "qualifier": "Qualifier",
    "publisher": "Publisher",
    "sentence": "Sentence",
    "claim_url": "Evidence",
}
NUMBERS = ("value", "low", "high")
PREVIEW_HEIGHT = 360
FEW = 9  # rows that fit without scrolling


def choose() -> View:
    """What the address and the row of choices ask for."""
    layout.title("Snapshots", "Every reported figure as CSV, with its sentence, source and status in its row")
    topic, indicator, year = st.columns(3)
    where, what = st.columns([4, 3])
    with where:
        countries = filters.some("Countries", queries.countries(), key="countries")
    with what:
        kinds = filters.some("Kinds", {kind: kind for kind in queries.kinds()}, key="kinds")
    with topic:
        topics = {ANY: "any topic"} | {code: words.topic(code) for code in queries.topics()}
        of_topic = filters.one("Topic", topics, key="topic")
    with indicator:
        names = {ANY: "any indicator"} | queries.indicator_names(of_topic)
        of_indicator = filters.one("Indicator", names, key="measure")
    with year:
        years = {ANY: "any period"} | {year: year for year in queries.years()} | {NONE: "not given"}
        of_year = filters.one("Refers to", years, key="year")
    return View(
        _unless_all(countries, queries.countries()),
        of_topic,
        of_indicator,
        _unless_all(kinds, queries.kinds()),
        of_year,
    )


def _unless_all(chosen: list[str], offered: dict[str, str] | list[str]) -> tuple[str, ...]:
    return () if len(chosen) == len(offered) else tuple(chosen)


def counted(view: View) -> None:
    """How many figures there are."""
    layout.takeaway(takeaway(queries.counts(view)))


def preview(view: View) -> None:
    """The rows of the view, as many as the file has; of many, those in sight and the next."""
    table = queries.listed(view)
    if not table.num_rows:
        layout.empty("No reported figure fits these choices.", "Take one of them back.")
        return
    st.dataframe(
        table,
        hide_index=True,
        height=PREVIEW_HEIGHT if table.num_rows > FEW else "content",
        placeholder="",
        column_config={name: _column(name, label) for name, label in SHOWN.items()},
        alt=f"The {words.count(table.num_rows, 'figure')} of this view, one a row",
        key="preview",
        lazy=True,
    )


def _column(name: str, label: str) -> ColumnConfig:
    if name == "claim_url":
        return st.column_config.LinkColumn(label, display_text="open")
    width: Literal["large"] | None = "large" if name == "sentence" else None
    return st.column_config.TextColumn(label, width=width, alignment="right" if name in NUMBERS else "left")


def takeaway(counts: Any) -> str:
    """How many figures, from how many articles, and how many of them no chart may use."""
    counted = words.count(counts.figures, "reported figure")
    told = (
        f"All {counted}"
        if counts.figures == counts.everything
        else f"{counted} of {words.grouped(counts.everything)}"
    )
    if not counts.figures:
        return f"{told}."
    told += f", from {words.count(counts.files, 'file')}"
    apart = {
        "repeat another": counts.repeats,
        "cannot be right": counts.wrong,
        "are disputed": counts.disputed,
    }
    notes = [f"{words.grouped(n)} {what}" for what, n in apart.items() if n]
    return f"{told}; {words.listed(notes)}." if notes else f"{told}."


def files(view: View) -> None:
    """The buttons: this view, everything, and the files beside it."""
    chosen = (
        view.indicator if view.indicator != ANY else view.topic.replace(ANY, ""),
        " ".join(view.countries),
    )
    with st.container(horizontal=True):
        export.button(lambda: queries.claims(view), "claims", *chosen, label=_label("This view", view))
        export.button(queries.everything, "claims", "all", label="Everything (CSV)")
        export.button(queries.rates, "rates", "all", label="Rates (CSV)")
        export.button(queries.indicators, "indicators", "all", label="Indicators (CSV)")
        export.button(queries.sources, "sources", "all", label="Sources (CSV)")
    st.html(f"<p class='ox-note'>{escape(export.citation(build()))} {escape(FORM)}</p>")


FORM = (
    "Files are UTF-8 with commas and a point for decimals; a missing value is an empty cell, never 0; "
    "a text that a spreadsheet would run has a quote mark in front."
)


def _label(name: str, view: View) -> str:
    return f"{name}: {words.count(queries.counts(view).figures, 'row')} (CSV)"


def dictionary() -> None:
    """What each column of the file means."""
    with st.expander("What each column means"):
        st.html(dictionary_html(columns()))


def columns() -> dict[str, str]:
    """Name and meaning of every column of claims.csv."""
    return tomllib.loads(DICTIONARY.read_text(encoding="utf-8"))


def dictionary_html(meanings: dict[str, str]) -> str:
    """The dictionary as a table."""
    body = "".join(
        f"<tr><td><code>{escape(name)}</code></td><td>{escape(meaning)}</td></tr>"
        for name, meaning in meanings.items()
    )
    return (
        "<table class='ox-table'><thead><tr><th>Column</th><th>Meaning</th></tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )
