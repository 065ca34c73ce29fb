"""Choices bound to the address, so that a link restores the view.

Each page has its own key for a choice: Streamlit clears the parameters of a page that is left, and a key
shared between two pages would lose its value on the way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st


def one(label: str, options: Mapping[str, str], *, key: str, default: str | None = None) -> str:
    """One of `options` (code to name), written to the address as `?key=code`."""
    _say_dropped(key, options)
    codes = list(options)
    index = codes.index(default) if default and default in options else 0
    return st.selectbox(
        label, codes, index=index, format_func=options.__getitem__, key=key, bind="query-params"
    )


def pick(label: str, options: Mapping[str, str], *, key: str) -> str:
    """One of a few `options`, all in sight; the first until another is chosen."""
    _say_dropped(key, options)
    codes = list(options)
    return st.segmented_control(
        label,
        codes,
        default=codes[0],
        required=True,
        format_func=options.__getitem__,
        key=key,
        label_visibility="collapsed",
        bind="query-params",
    )


def some(label: str, options: Mapping[str, str], *, key: str) -> list[str]:
    """Some of `options` in their own order; none chosen means all of them."""
    _say_dropped(key, options)
    chosen = st.pills(
        label,
        list(options),
        selection_mode="multi",
        wrap=True,
        format_func=options.__getitem__,
        key=key,
        bind="query-params",
    )
    return [code for code in options if code in chosen] or list(options)


def _say_dropped(key: str, options: Mapping[str, str]) -> None:
    """A value in the address that is not on offer is named before it is dropped."""
    unknown = [value for value in st.query_params.get_all(key) if value not in accepted(options)]
    if unknown:
        said = f"The address asks for {', '.join(unknown)}, which is not on offer here; it was left out."
        st.html(f"<p class='ox-note'>{escape(said)}</p>")


def accepted(options: Mapping[str, str] | Sequence[str]) -> frozenset[str]:
    """What the address may say: Streamlit writes the names that are shown."""
    return frozenset(options.values() if isinstance(options, Mapping) else options)
