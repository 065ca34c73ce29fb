"""A page that could not be drawn says so in a sentence; what went wrong is in the server's log."""

from __future__ import annotations

import streamlit as st

from dashboard import cursors
from dashboard.language import N_, _

BUILD = "<code>python -m etl build</code>"
OTHER_DATABASE = N_("The database was made by another version of Oxus. Run {command}, then reload this page.")
UNKNOWN = N_("This page could not be drawn; the other pages still work. The server's log says why.")


def said(error: Exception) -> bool:
    """For an error nobody answered: a sentence to the reader, and nothing else to show."""
    # The class is what the browser tests look for: a failed page must never pass for a page.
    st.html(f"<p class='ox-empty ox-failed'>{_sentence(error)}</p>")
    return True


def _sentence(error: Exception) -> str:
    if isinstance(error, cursors.TooSlow):
        return f"{error} {_('Choose less, or try again in a moment.')}"
    if isinstance(error, cursors.OtherVersion):
        return _(OTHER_DATABASE).format(command=BUILD)
    return _(UNKNOWN)
