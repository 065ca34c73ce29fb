"""The long parts of the country page, drawn once for a database, a choice and a day, and kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard import aims, country_map, database, figures, glance, places_made, theme, timeline, words
from dashboard.drawing import Drawing
from dashboard.language import _, nouns
from dashboard.queries import country, country_known
from dashboard.queries.country_known import Known

NOTE = timeline.NOTE
NEWEST = nouns(
    "Of {n} figure the newest of each indicator is drawn.",
    "Of {n} figures the newest of each indicator is drawn.",
)


@dataclass(frozen=True, slots=True)
class Parts:
    """Escaped HTML."""

    leading: str
    timeline: str
    by_topic: str
    aims: str


def parts(code: str, topic: str, today: date) -> Parts:
    """Of the country and the topic with these codes."""
    return _parts(database.edition(), code, topic, today)


@st.cache_data(max_entries=100, show_spinner=False)
def _parts(of: str, code: str, topic: str, today: date) -> Parts:  # noqa: ARG001, part of the key
    shown, known = country.figures(code, topic), country_known.known(code, topic)
    return Parts(
        glance.glance(country.leading(code, topic), today),
        timeline.timeline(shown, today) + figures.legend(shown, today) + _left_out(len(shown), known),
        glance.by_topic(shown, today, known.topics, code),
        aims.listed(country.aims(code, today, topic), today),
    )


def places(code: str, today: date) -> str:
    """The map of its plants and projects, and their list: the same for every topic."""
    return _places(database.edition(), code, today, theme.current())


@st.cache_data(max_entries=20, show_spinner=False)
def _places(of: str, code: str, today: date, shown: theme.Theme) -> str:  # noqa: ARG001, part of the key
    drawing = Drawing(places_made.sites_of(code), places_made.NONE, today, code)
    return country_map.country_map(drawing, country.places(code), shown)


def _left_out(shown: int, known: Known) -> str:
    if shown == known.figures:
        return ""
    first = words.count(known.figures, *NEWEST)
    more = (
        _("Choose a topic for all of its figures.")
        if len(known.topics) > 1
        else _("Indicator shows all of them.")
    )
    return f"<p class='ox-note'>{first} {more}</p>"
