"""Choices that live in the address, so that a link restores the view and Back takes a choice back.

The address is what holds: each run reads it, and a choice is written to it as a code (`?country=TJK`), which
outlives the name that is shown. Streamlit's own binding (`bind="query-params"`) would write the names, and
replaces the address where a step of the browser's history is wanted. A presented page draws no choices.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import present
from dashboard.language import _


def one(
    label: str,
    options: Mapping[str, str],
    *,
    key: str,
    default: str | None = None,
    ends: tuple[str, ...] = (),
) -> str:
    """One of `options` (code to name) from a list; `default`, or the first, until another is chosen.

    A new choice takes the keys `ends` out of the address: they were choices within the one before.
    """
    start = default if default and default in options else next(iter(options))
    code = _asked(key, options, start)
    hold(key, code)
    if not present.on():
        codes, name = list(options), options.__getitem__
        st.selectbox(label, codes, format_func=name, key=key, on_change=_write_one, args=(key, start, ends))
    return code


def pick(
    label: str,
    options: Mapping[str, str],
    *,
    key: str,
    default: str | None = None,
    ends: tuple[str, ...] = (),
) -> str:
    """One of a few `options`, all in sight; `default` or the first at the start. One alone is no choice.

    `ends` as for `one`.
    """
    start = default if default and default in options else next(iter(options))
    code = _asked(key, options, start)
    hold(key, code)
    if len(options) > 1 and not present.on():
        st.segmented_control(
            label,
            list(options),
            required=True,
            format_func=options.__getitem__,
            key=key,
            label_visibility="collapsed",
            on_change=_write_one,
            args=(key, start, ends),
        )
    return code


def some(label: str, options: Mapping[str, str], *, key: str, ends: tuple[str, ...] = ()) -> list[str]:
    """Some of `options` in their own order; none chosen means all of them. `ends` as in `one`."""
    asked = _known(key, options)
    chosen = [code for code in options if code in asked]
    hold(key, chosen)
    if not present.on():
        st.pills(
            label,
            list(options),
            selection_mode="multi",
            wrap=True,
            format_func=options.__getitem__,
            key=key,
            on_change=_write_some,
            args=(key, len(options), ends),
        )
    return chosen or list(options)


def tab(options: Mapping[str, str], *, key: str) -> tuple[str, DeltaGenerator]:
    """The open one of several tabs, the first until another is opened, and the place to draw it in."""
    start = next(iter(options))
    code = _asked(key, options, start)
    if present.on():
        return code, st.container()
    hold(key, options[code])
    codes = {name: each for each, name in options.items()}
    places = st.tabs(list(codes), key=key, on_change=_write_tab, args=(key, codes, start))
    return code, places[list(options).index(code)]


def page(pages: int, *, key: str) -> int:
    """Which of several pages of a long list, from 1; written to the address as a number."""
    code = int(_asked(key, {str(n): str(n) for n in range(1, pages + 1)}, "1"))
    hold(key, code)
    if pages > 1 and not present.on():
        st.pagination(pages, key=key, on_change=_write_page, args=(key,))
    return code


def _asked(key: str, options: Mapping[str, str], start: str) -> str:
    """What the address asks for, the last of several; else `start`."""
    return [start, *_known(key, options)][-1]


def _known(key: str, options: Mapping[str, str]) -> list[str]:
    """The codes that the address asks for, by code or by name; what is not on offer is named and left out.

    It stays in the address until the next choice: to take it out would be a step of the browser's history
    to which Back returns again and again.
    """
    by_name = {name: code for code, name in options.items()} | {code: code for code in options}
    said = st.query_params.get_all(key)
    say_left_out([value for value in said if value not in by_name])
    return [by_name[value] for value in said if value in by_name]


def say_left_out(values: Collection[str]) -> None:
    """Name what the address asks for in vain; without any nothing is said."""
    if values:
        told = _("The address asks for {names}, which is not on offer here; it was left out.")
        st.html(f"<p class='ox-note'>{escape(told.format(names=', '.join(values)))}</p>")


def hold(key: str, value: object) -> None:
    """Give a choice its value; not where it has it, which would fight a reader who clicks quickly."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def _write_one(key: str, start: str, ends: tuple[str, ...]) -> None:
    _end(ends)
    write(key, {st.session_state[key]} - {start})


def _write_some(key: str, offered: int, ends: tuple[str, ...]) -> None:
    _end(ends)
    chosen: list[str] = st.session_state[key]
    write(key, chosen if len(chosen) < offered else ())


def _end(keys: tuple[str, ...]) -> None:
    for key in keys:
        st.query_params.pop(key, None)


def _write_page(key: str) -> None:
    write(key, {str(st.session_state[key])} - {"1"})


def _write_tab(key: str, codes: Mapping[str, str], start: str) -> None:
    write(key, {codes[st.session_state[key]]} - {start})


def write(key: str, codes: Collection[str]) -> None:
    """Into the address; what holds without being asked for stays out of it."""
    if codes:
        st.query_params[key] = list(codes)
    else:
        st.query_params.pop(key, None)
