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
from dashboard.language import N_, _, ngettext, nouns
from dashboard.queries import snapshots as queries
from dashboard.queries.snapshots import ANY, NONE, View

DICTIONARY = Path(__file__).with_name("csv_columns.toml")
# On screen; the file has every column.
SHOWN = {
    "country_name": N_("Country"),
    "indicator_name": N_("Indicator"),
    "place": N_("Place"),
    "dimension": N_("Of"),
    "period": N_("Period"),
    "value": N_("Value"),
    "low": N_("Low"),
    "high": N_("High"),
    "unit": N_("Unit"),
    "kind": N_("Kind"),
    "qualifier": N_("Qualifier"),
    "publisher": N_("Publisher"),
    "sentence": N_("Sentence"),
    "claim_url": N_("Evidence"),
}
IN_ROWS = nouns("The {n} figure of this view, one a row", "The {n} figures of this view, one a row")
NUMBERS = ("value", "low", "high")
PREVIEW_HEIGHT = 360
FEW = 9  # rows that fit without scrolling


def choose() -> View:
    """What the address and the row of choices ask for."""
    subtitle = _("Every reported figure as CSV, with its sentence, source and status in its row")
    layout.title(_("Snapshots"), subtitle)
    topic, indicator, year = st.columns(3)
    where, what = st.columns([4, 3])
    with where:
        countries = filters.some(_("Countries"), queries.countries(), key="countries")
    with what:
        kinds = filters.some(_("Kinds"), {kind: words.kind(kind) for kind in queries.kinds()}, key="kinds")
    with topic:
        topics = {ANY: _("any topic")} | {code: words.topic(code) for code in queries.topics()}
        of_topic = filters.one(_("Topic"), topics, key="topic")
    with indicator:
        names = {ANY: _("any indicator")} | queries.indicator_names(of_topic)
        of_indicator = filters.one(_("Indicator"), names, key="measure")
    with year:
        years = {ANY: _("any period")} | {year: year for year in queries.years()} | {NONE: _("not given")}
        of_year = filters.one(_("Refers to"), years, key="year")
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
        layout.empty(_("No reported figure fits these choices."), _("Take one of them back."))
        return
    st.dataframe(
        table,
        hide_index=True,
        height=PREVIEW_HEIGHT if table.num_rows > FEW else "content",
        placeholder="",
        column_config={name: _column(name, _(label)) for name, label in SHOWN.items()},
        alt=words.count(table.num_rows, *IN_ROWS),
        key="preview",
        lazy=True,
    )


def _column(name: str, label: str) -> ColumnConfig:
    if name == "claim_url":
        return st.column_config.LinkColumn(label, display_text=_("open"))
    width: Literal["large"] | None = "large" if name == "sentence" else None
    return st.column_config.TextColumn(label, width=width, alignment="right" if name in NUMBERS else "left")


def takeaway(counts: Any) -> str:
    """How many figures, from how many articles, and how many of them no chart may use."""
    told = _counted(counts.figures, counts.everything)
    if not counts.figures:
        return f"{told}."
    from_files = ngettext("{figures}, from {n} file", "{figures}, from {n} files", counts.files)
    told = from_files.format(figures=told, n=words.grouped(counts.files))
    notes = _apart(counts)
    return f"{told}; {words.listed(notes)}." if notes else f"{told}."


def _counted(shown: int, everything: int) -> str:
    if shown == everything:
        return words.count(shown, "All {n} reported figure", "All {n} reported figures")
    told = ngettext("{n} reported figure of {all}", "{n} reported figures of {all}", shown)
    return told.format(n=words.grouped(shown), all=words.grouped(everything))


def _apart(counts: Any) -> list[str]:
    """What is told of some of them."""
    told = (
        (counts.repeats, nouns("{n} repeat another", "{n} repeat another")),
        (counts.wrong, nouns("{n} cannot be right", "{n} cannot be right")),
        (counts.disputed, nouns("{n} are disputed", "{n} are disputed")),
    )
    return [words.count(int(n), *forms) for n, forms in told if n]


def files(view: View) -> None:
    """The buttons: this view, everything, and the files beside it."""
    chosen = (
        view.indicator if view.indicator != ANY else view.topic.replace(ANY, ""),
        " ".join(view.countries),
    )
    with st.container(horizontal=True):
        export.button(lambda: queries.claims(view), "claims", *chosen, label=_this_view(view))
        export.button(queries.everything, "claims", "all", label=_("Everything (CSV)"))
        export.button(queries.rates, "rates", "all", label=_("Rates (CSV)"))
        export.button(queries.indicators, "indicators", "all", label=_("Indicators (CSV)"))
        export.button(queries.sources, "sources", "all", label=_("Sources (CSV)"))
    st.html(f"<p class='ox-note'>{escape(export.citation(build()))} {escape(_(FORM))}</p>")


FORM = N_(
    "Files are UTF-8 with commas and a point for decimals; a missing value is an empty cell, never 0; "
    "a text that a spreadsheet would run has a quote mark in front."
)


def _this_view(view: View) -> str:
    return words.count(queries.counts(view).figures, "This view: {n} row (CSV)", "This view: {n} rows (CSV)")


def dictionary() -> None:
    """What each column of the file means."""
    with st.expander(_("What each column means")):
        st.html(dictionary_html(columns()))


def columns() -> dict[str, str]:
    """Name and meaning of every column of claims.csv."""
    return tomllib.loads(DICTIONARY.read_text(encoding="utf-8"))


def dictionary_html(meanings: dict[str, str]) -> str:
    """The dictionary as a table."""
    body = "".join(
        f"<tr><td><code>{escape(name)}</code></td><td>{escape(_(meaning))}</td></tr>"
        for name, meaning in meanings.items()
    )
    return (
        f"<table class='ox-table'><thead><tr><th>{_('Column')}</th><th>{_('Meaning')}</th></tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )
