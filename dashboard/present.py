"""Presenting: `present=1` in the address of any view shows it as a slide."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard import language
from dashboard.language import _

PARAMETER = "present"
SLIDES = ("region", "country", "indicator", "places", "rates", "evidence")  # the pages that carry a figure
VIEWS = "presented"  # of the session: what was chosen on each page on the way


def on() -> bool:
    """Whether this view is presented."""
    return PARAMETER in st.query_params


def most(slide: int) -> int | None:
    """So many on a slide; as many as there are on a page."""
    return slide if on() else None


def address() -> str:
    """The address of the view, as one would read it out: without its scheme and without presenting."""
    host = str(st.context.url or "").partition("://")[2].rstrip("/")
    asked = {key: st.query_params.get_all(key) for key in st.query_params if key != PARAMETER}
    return f"{host}?{urlencode(asked, doseq=True)}" if asked else host


def start_button() -> None:
    """Present this view; the choices stay in the address."""
    st.button(_("Present"), key="present-start", on_click=_start)


def controls(name: str) -> None:
    """Left and right (bar.js) walk the pages that carry a figure, each as it was left; Escape ends it."""
    views = st.session_state.setdefault(VIEWS, {})
    views[name] = {key: st.query_params.get_all(key) for key in st.query_params}
    with st.container(key="slides", horizontal=True, width="content"):
        st.html(
            _step("before", _("‹ Before"), neighbour(name, -1))
            + _step("next", _("Next ›"), neighbour(name, 1))
        )
        st.button(_("End"), key="present-end", on_click=_end, shortcut="Escape")


def neighbour(name: str, step: int) -> str:
    """The slide before or after; the last is followed by the first. Other pages stand in front of the first.

    >>> neighbour("region", 1), neighbour("region", -1), neighbour("snapshots", 1)
    ('country', 'evidence', 'region')
    """
    here = SLIDES.index(name) if name in SLIDES else -max(step, 0)
    return SLIDES[(here + step) % len(SLIDES)]


def _step(way: str, label: str, name: str) -> str:
    asked = {PARAMETER: "1"} | st.session_state[VIEWS].get(name, {}) | language.asked()
    path = "." if name == SLIDES[0] else name  # the landing has no path of its own
    address = escape(f"{path}?{urlencode(asked, doseq=True)}")
    return f"<a class='ox-step ox-step-{way}' href='{address}' target='_self'>{label}</a>"


def _start() -> None:
    st.session_state.pop(VIEWS, None)
    st.query_params[PARAMETER] = "1"


def _end() -> None:
    st.query_params.pop(PARAMETER, None)
