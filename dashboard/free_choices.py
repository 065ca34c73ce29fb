"""Choices of any value, a day or a few words, that live in the address as those of `filters` do."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard import filters, present


def day(label: str, *, key: str, least: date, most: date) -> date | None:
    """A day between two, both included; None until one is chosen."""
    asked = st.query_params.get(key)
    found = _day(asked) if asked else None
    chosen = found if found and least <= found <= most else None
    filters.say_left_out([asked] if asked and chosen is None else [])
    filters.hold(key, chosen)
    if not present.on():
        st.date_input(
            label,
            value=None,
            min_value=least,
            max_value=most,
            key=key,
            format="YYYY-MM-DD",
            on_change=_write,
            args=(key, ""),
        )
    return chosen


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def typed(label: str, *, key: str, default: str) -> str:
    """A few words as the reader types them; nothing typed is `default`."""
    chosen = st.query_params.get(key) or default
    filters.hold(key, chosen)
    if not present.on():
        st.text_input(label, key=key, on_change=_write, args=(key, default), max_chars=40)
    return chosen


def _write(key: str, default: str) -> None:
    value = st.session_state[key]
    said = value.isoformat() if isinstance(value, date) else str(value or "")
    filters.write(key, {said} - {default, ""})
