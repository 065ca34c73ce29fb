"""The right end of the bar: search, the address of the view, presenting."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from dashboard import language, present
from dashboard.language import _

SCRIPT = Path(__file__).with_name("bar.js")
WANTED = "q"  # in the address of the search page


def draw(name: str) -> None:
    """On the page called `name`; on a slide only the way on and out."""
    if present.on():
        present.controls(name)
        _html("")
        return
    with st.container(key="bar", horizontal=True, vertical_alignment="center", gap="small"):
        _html(_made())
        present.start_button()


@language.in_each()
def _made() -> str:
    return _search() + _link() + _languages()


def _search() -> str:
    """Words in the box cost the server nothing until Enter. Never a value in it: it is made once a visit."""
    kept = "".join(
        f"<input type='hidden' name='{name}' value='{code}'>" for name, code in language.asked().items()
    )
    return (
        f"<form class='ox-search' role='search' action='search'>"
        f"<input type='search' name='{WANTED}' aria-label='{escape(_('Search'))}' "
        f"placeholder='{escape(_('Indicator, place, words'))}' "
        f"autocomplete='off'>{kept}<button type='submit'>{_('Search')}</button></form>"
    )


def _link() -> str:
    """The script says that the address was copied, or shows it where it cannot copy."""
    copied, shown = escape(_("Copied")), escape(_("The address of this view"))
    title = escape(_("Copy the address of this view"))
    return (
        f"<button type='button' class='ox-copy' title='{title}' data-copied='{copied}' data-shown='{shown}'>"
        f"{_('Link')}</button><span class='ox-copied' role='status'></span>"
    )


def _languages() -> str:
    """The same view in another language, by the script: it knows the address that is shown."""
    others = ((code, name) for code, name in language.offered().items() if code != language.code())
    return "".join(
        f"<button class='ox-tongue' lang='{code}' title='{escape(name)}'>{code.upper()}</button>"
        for code, name in others
    )


def _html(markup: str) -> None:
    """Our own markup with our own script, in which nothing of the data stands."""
    st.html(f"{markup}<script>{_script()}</script>", width="content", unsafe_allow_javascript=True)


@st.cache_resource
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")
