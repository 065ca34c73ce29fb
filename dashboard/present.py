"""Presenting: `present=1` in the address of any view shows it as a slide."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.navigation.page import StreamlitPage

PARAMETER = "present"
SLIDES = ("region", "country", "indicator", "places", "rates", "evidence")  # the pages that carry a figure
VIEWS = "presented"  # of the session: what was chosen on each page on the way


def on() -> bool:
    """Whether this view is presented."""
    return PARAMETER in st.query_params


def start_button() -> None:
    """Present this view; the choices stay in the address."""
    st.button("Present", key="present-start", on_click=_start)


def controls(pages: Mapping[str, StreamlitPage], name: str) -> None:
    """Left and right walk the pages that carry a figure, each as it was left; Escape ends it."""
    views = st.session_state.setdefault(VIEWS, {})
    views[name] = {key: st.query_params.get_all(key) for key in st.query_params}
    with st.container(key="slides", horizontal=True, width="content"):
        _step("‹ Before", pages, neighbour(name, -1), shortcut="Left")
        _step("Next ›", pages, neighbour(name, 1), shortcut="Right")
        st.button("End", key="present-end", on_click=_end, shortcut="Escape")


def neighbour(name: str, step: int) -> str:
    """The slide before or after; the last is followed by the first. Other pages stand in front of the first.

    >>> neighbour("region", 1), neighbour("region", -1), neighbour("snapshots", 1)
    ('country', 'evidence', 'region')
    """
    here = SLIDES.index(name) if name in SLIDES else -max(step, 0)
    return SLIDES[(here + step) % len(SLIDES)]


def _step(label: str, pages: Mapping[str, StreamlitPage], name: str, *, shortcut: str) -> None:
    if st.button(label, key=f"present-{shortcut}", shortcut=shortcut):
        st.switch_page(pages[name], query_params={PARAMETER: "1"} | st.session_state[VIEWS].get(name, {}))


def _start() -> None:
    st.session_state.pop(VIEWS, None)
    st.query_params[PARAMETER] = "1"


def _end() -> None:
    st.query_params.pop(PARAMETER, None)
