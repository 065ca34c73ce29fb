"""The right end of the bar: search, the address of the view, presenting."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard import present

SCRIPT = Path(__file__).with_name("bar.js")
WANTED = "q"  # in the address of the search page
# Words in the box cost the server nothing until Enter. Never a value in it: the box is made once a visit.
SEARCH = (
    "<form class='ox-search' role='search' action='search'>"
    f"<input type='search' name='{WANTED}' aria-label='Search' placeholder='Indicator, place, words' "
    "autocomplete='off'><button type='submit'>Search</button></form>"
)
LINK = (
    "<button type='button' class='ox-copy' title='Copy the address of this view'>Link</button>"
    "<span class='ox-copied' role='status'></span>"
)


def draw(name: str) -> None:
    """On the page called `name`; on a slide only the way on and out."""
    if present.on():
        present.controls(name)
        _html("")
        return
    with st.container(key="bar", horizontal=True, vertical_alignment="center", gap="small"):
        _html(f"{SEARCH}{LINK}")
        present.start_button()


def _html(markup: str) -> None:
    """Our own markup with our own script, in which nothing of the data stands."""
    st.html(f"{markup}<script>{_script()}</script>", width="content", unsafe_allow_javascript=True)


@st.cache_resource
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")
