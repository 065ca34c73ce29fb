"""Presenting: `present=1` in the address of any view shows it as a slide."""

from __future__ import annotations

import streamlit as st

PARAMETER = "present"


def on() -> bool:
    """Whether this view is presented."""
    return PARAMETER in st.query_params
