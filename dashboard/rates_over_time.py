"""The rates page's charts of each currency by date, a panel each, with their sentence, notes and table."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard import database, layout, rate_charts, rate_drawn, theme
from dashboard.cells import rows
from dashboard.language import _
from dashboard.queries import rate_history, rates
from dashboard.rate_charts import Panel
from dashboard.rate_period import Period

BARE = {"displayModeBar": False}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the panels are of."""

    currencies: tuple[str, ...]
    period: Period


@dataclass(frozen=True, slots=True)
class Drawn:
    """Figures, each with its words, and the HTML above and below them."""

    figures: tuple[go.Figure, ...]
    spoken: tuple[str, ...]
    above: str
    below: str


def draw(asked: Asked) -> None:
    """The panels side by side; below each other where the screen is narrow."""
    drawn = _drawn(database.edition(), asked, theme.current())
    layout.html(drawn.above)
    for place, figure, said in zip(st.columns(len(drawn.figures)), drawn.figures, drawn.spoken, strict=True):
        with place:
            st.plotly_chart(figure, theme=None, config=BARE, alt=said, key=f"over time {said}")
    layout.html(drawn.below)


@st.cache_resource(max_entries=100, show_spinner=False)
def _drawn(build: str, asked: Asked, look: theme.Theme) -> Drawn:  # noqa: ARG001
    """Drawn and checked by plotly once a build: `build` is part of the key, as it would not be with a `_`."""
    lines = rate_history.lines(asked.currencies, asked.period)
    marks = rate_history.marks(asked.currencies, asked.period)
    extremes = rate_history.extremes(asked.currencies, asked.period)
    panels = [Panel(*each, asked.period) for each in _countries(asked.currencies)]
    farthest = rate_history.farthest(asked.currencies, asked.period)
    sentence = rate_drawn.sentence(asked.currencies, extremes, farthest, asked.period)
    return Drawn(
        tuple(go.Figure(rate_charts.panel(about, lines, marks, look)) for about in panels),
        tuple(rate_drawn.spoken(about.currency, extremes) for about in panels),
        f"<div class='ox-over-time'><h2 class='ox-h2'>{_('Over time')}</h2>"
        f"{rate_drawn.key(lines, marks)}</div>",
        f"<p class='ox-summed-up'>{escape(sentence)}</p>"
        f"<p class='ox-note'>{escape(rate_drawn.notes(lines, asked.period))}</p>"
        f"{rate_drawn.table(lines, asked.currencies)}",
    )


def _countries(currencies: tuple[str, ...]) -> list[tuple[str, str]]:
    found: pd.DataFrame = rates.currencies()
    return [(row.currency, row.country) for row in rows(found) if row.currency in currencies]
