"""The right end of the bar: search, the address of the view, presenting."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard import present

SCRIPT = Path(__file__).with_name("bar.js")
WANTED = "q"  # in the address of the search page
TYPED = "search-typed"
LINK = (
    "<button type='button' class='ox-copy' title='Copy the address of this view'>Link</button>"
    "<span class='ox-copied' role='status'></span>"
)


def draw(pages: Mapping[str, StreamlitPage], name: str) -> None:
    """On the page called `name`; on a slide only the way on and out."""
    if present.on():
        present.controls(pages, name)
        return
    wanted = st.query_params.get(WANTED, "") if name == "search" else ""
    if st.session_state.get(TYPED) != wanted:
        st.session_state[TYPED] = wanted
    with st.container(key="bar", horizontal=True, vertical_alignment="center", gap="small"):
        _box(pages["search"], wanted)
        st.html(f"{LINK}<script>{_script()}</script>", width="content", unsafe_allow_javascript=True)
        present.start_button()


@st.fragment
def _box(page: StreamlitPage, wanted: str) -> None:
    """A form: what is typed is looked for on Enter, and not when the box is left.

    A fragment: the page below is not run again for it.
    """
    with st.form("search", border=False), st.container(horizontal=True, gap="xsmall"):
        typed = st.text_input("Search", key=TYPED, placeholder=HINT, label_visibility="collapsed")
        asked = st.form_submit_button("Search")
    if asked and typed.strip() != wanted:
        st.switch_page(page, query_params={WANTED: typed.strip()} if typed.strip() else {})


HINT = "Indicator, place, words"


@st.cache_resource
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")
