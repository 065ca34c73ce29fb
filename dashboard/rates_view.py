"""The parts of the rates page."""

from __future__ import annotations

import streamlit as st

from dashboard import export, filters, layout, rate_charts, rate_tiles, rates_refresh, shell, theme
from dashboard.database import build
from dashboard.queries import rates as queries

PERSONAL_USE = "Rates of Yahoo Finance are on screen for personal use and are not in the file."


def choose() -> list[str]:
    """The currencies that are shown; all five until some are chosen."""
    layout.title("Exchange rates", "Local currency per US dollar, with the digits that were really printed")
    chosen = filters.some("Currencies", queries.currencies(), key="currency")
    rates_refresh.button()
    return chosen


def empty() -> None:
    """What to run where no rate is known."""
    layout.empty(
        "No rate is known for the currencies chosen.",
        "A ticker in data/articles brings some (make etl); python -m etl rates fetches others.",
    )
    layout.foot(layout.Foot())


def tiles(currencies: list[str]) -> None:
    """The takeaway and one tile a currency."""
    newest = queries.newest(currencies)
    layout.takeaway(rate_tiles.takeaway(newest))
    st.html(rate_tiles.tiles(newest, queries.history(currencies), shell.today()))


def exactness(currencies: list[str]) -> None:
    """How much each printed rate leaves open."""
    layout.section("What rounding leaves open", "in % of the rate, one scale for all")
    st.html(rate_tiles.openness(queries.newest(currencies)))


def over_time(currencies: list[str]) -> None:
    """Each currency by date, a panel each."""
    layout.section("Over time", "a bar is what rounding leaves open; nothing is drawn where nothing is known")
    history = queries.history(currencies)
    st.plotly_chart(
        rate_charts.history(history, theme.current()),
        theme=None,
        config={"displayModeBar": False},
        alt=rate_charts.summary(history),
        key="rates-over-time",
    )


def every_rate(currencies: list[str]) -> None:
    """The table, and the same rows as a file."""
    history = queries.history(currencies)
    layout.section("Every rate", "as published, the newest first")
    st.html(rate_tiles.table(history))
    export.button(lambda: queries.as_csv(currencies), "rates", " ".join(currencies))
    st.caption(export.citation(build()))
    if (history.source == "yahoo").any():
        st.caption(PERSONAL_USE)
    layout.foot(layout.Foot(tuple(sorted(set(history.source)))))
