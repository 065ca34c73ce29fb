"""A page that could not be drawn says so in a sentence; what went wrong is in the server's log."""

from __future__ import annotations

import streamlit as st

from dashboard import database

OTHER_DATABASE = (
    "The database was made by another version of Oxus. "
    "Run <code>python -m etl build</code>, then reload this page."
)
UNKNOWN = "This page could not be drawn; the other pages still work. The server's log says why."


def said(error: Exception) -> bool:
    """For an error nobody answered: a sentence to the reader, and nothing else to show."""
    # The class is what the browser tests look for: a failed page must never pass for a page.
    st.html(f"<p class='ox-empty ox-failed'>{_sentence(error)}</p>")
    return True


def _sentence(error: Exception) -> str:
    if isinstance(error, database.TooSlow):
        return f"{error} Choose less, or try again in a moment."
    if isinstance(error, database.OtherVersion):
        return OTHER_DATABASE
    return UNKNOWN
