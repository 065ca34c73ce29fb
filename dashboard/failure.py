"""A page that could not be drawn says so in a sentence; what went wrong is in the server's log."""

from __future__ import annotations

import logging

import streamlit as st

from dashboard import database

LOG = logging.getLogger("oxus")


def said(error: Exception) -> bool:
    """For an error nobody answered: into the log, a sentence to the reader, and nothing else to show."""
    LOG.error("A page could not be drawn.", exc_info=error)
    if isinstance(error, database.TooSlow):
        _say(f"{error} Choose less, or try again in a moment.")
    else:
        _say("This page could not be drawn; the other pages still work. The server's log says why.")
    return True


def _say(sentence: str) -> None:
    # The class is what the browser tests look for: a failed page must never pass for a page.
    st.html(f"<p class='ox-empty ox-failed'>{sentence}</p>")
