"""The button that asks the sources of rates now, and what they said. It is for staff."""

from __future__ import annotations

import os
from html import escape

import streamlit as st

from dashboard import present, refresh, words
from dashboard.language import _
from dashboard.refresh import RATES, Run

SETTING = "OXUS_STAFF"
THIS_MACHINE = {"127.0.0.1", "::1", "localhost"}
EVERY = 1.0  # seconds between two looks at a run under way
SEEN = "refresh-seen"


def is_staff(chosen: str, address: str | None) -> bool:
    """Whether visitors may set the server to work: as chosen, else where only this machine can visit.

    >>> is_staff("", "127.0.0.1"), is_staff("", "0.0.0.0"), is_staff("", None)
    (True, False, False)
    >>> is_staff("0", "127.0.0.1"), is_staff("1", "0.0.0.0")
    (False, True)
    """
    return chosen == "1" if chosen else address in THIS_MACHINE


def button() -> None:
    """Refresh rates: the lines of a run as they come, and then the page with what it brought."""
    if present.on() or not is_staff(os.environ.get(SETTING, ""), st.get_option("server.address")):
        return
    run = RATES.latest
    running = run is not None and not run.over
    if running:
        st.session_state[SEEN] = run
    with st.container(key="refresh", horizontal=True):
        st.button(_("Refresh rates"), key="refresh-rates", type="tertiary", disabled=running, on_click=_start)
        if run is not None:
            st.fragment(_told, run_every=EVERY if running else None)(run, awaited=running)


def _start() -> None:
    st.session_state[SEEN] = refresh.start_rates()


def _told(run: Run, *, awaited: bool) -> None:
    """Who has seen it under way reads its lines at once, also after it; who comes later opens them."""
    if awaited and run.over:
        st.rerun()
    st.html(drawer(run, opened=st.session_state.get(SEEN) is run))


def drawer(run: Run, *, opened: bool) -> str:
    """What the command says, under a summary of when and how. Every word is escaped."""
    said = "".join(f"<li>{escape(_(line))}</li>" for line in run.lines)
    return (
        f"<details class='ox-drawer ox-refresh'{' open' if opened else ''}>"
        f"<summary>{summary(run)}</summary><ul class='ox-plain'>{said}</ul></details>"
    )


def summary(run: Run) -> str:
    """When it was, and whether all went well."""
    time = f"{run.started:%H:%M}"
    if not run.over:
        return _("Refreshing since {time} UTC.").format(time=time)
    well, badly = (
        _("Last refresh: {day}, {time} UTC."),
        _("Last refresh: {day}, {time} UTC; not every source gave rates."),
    )
    return (badly if run.failed else well).format(day=words.on(run.started), time=time)
