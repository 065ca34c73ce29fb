"""The long parts of the country page, drawn once for a database and a day, and kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard import database, glance, timeline
from dashboard.queries import country

NOTE = timeline.NOTE


@dataclass(frozen=True, slots=True)
class Parts:
    """Escaped HTML."""

    leading: str
    timeline: str
    by_topic: str
    aims: str


def parts(code: str, today: date) -> Parts:
    """Of the country with that code."""
    return _parts(database.path(), code, today)


@st.cache_data(max_entries=20, show_spinner=False)
def _parts(of: str, code: str, today: date) -> Parts:  # noqa: ARG001, part of the key
    known = country.figures(code)
    return Parts(
        glance.glance(country.leading(code), today),
        timeline.timeline(known, today),
        glance.by_topic(known, today),
        glance.listed(country.aims(code, today), today),
    )
