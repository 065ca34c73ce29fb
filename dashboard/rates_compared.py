"""The rates page's comparison of currencies since one day, with its choice of that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape

import plotly.graph_objects as go
import streamlit as st

from dashboard import database, free_choices, layout, rate_index_chart, rate_rebased, theme
from dashboard.cells import rows
from dashboard.language import N_, _
from dashboard.queries import rate_history, rate_start, rates
from dashboard.rate_period import Period

BARE = {"displayModeBar": False}
HOW = N_("units per US dollar, the first day is 100: where a line rises, a currency falls")
LABEL = N_("First day: that of the time above unless chosen")


@dataclass(frozen=True, slots=True)
class Drawn:
    """The figure, its words, and the HTML below it; without a series there is no figure."""

    figure: go.Figure | None
    spoken: str
    below: str


@st.fragment
def draw(currencies: tuple[str, ...], period: Period, oldest: date) -> None:
    """One chart for all; a change of the day draws nothing else anew."""
    layout.section(_("Since one day"), _(HOW))
    with st.columns([1, 3])[0]:
        chosen = free_choices.day(_(LABEL), key="since", least=oldest, most=period.last)
    since = Period(chosen or period.first, period.last)
    drawn = _drawn(database.edition(), currencies, since, theme.current())
    if drawn.figure:
        st.plotly_chart(drawn.figure, theme=None, config=BARE, alt=drawn.spoken, key="since one day")
    layout.html(drawn.below)


@st.cache_resource(max_entries=100, show_spinner=False)
def _drawn(build: str, currencies: tuple[str, ...], period: Period, look: theme.Theme) -> Drawn:  # noqa: ARG001
    """Drawn and checked by plotly once a build: `build` is part of the key, as it would not be with a `_`."""
    starts, lines = rate_start.starts(currencies, period.first), rate_history.lines(currencies, period)
    compared = rate_rebased.series(starts, lines, currencies)
    countries = {row.currency: row.country for row in rows(rates.currencies())}
    why = rate_rebased.left_out(rate_start.reasons(currencies, period.first), compared)
    return Drawn(
        go.Figure(rate_index_chart.figure(compared, countries, period, look)) if compared else None,
        rate_rebased.spoken(compared),
        f"<p class='ox-summed-up'>{escape(rate_rebased.sentence(compared, period.first))}</p>"
        f"<p class='ox-note'>{escape(why)}</p>{rate_rebased.table(compared) if compared else ''}",
    )
