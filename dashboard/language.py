"""The reader's language: English, or one that has a catalogue in data/interface.

Words on screen stand in English where they are used, inside `_()`, and are looked up when they are shown,
never when a module is loaded. `N_`, `C_` and `nouns` mark words of a table for whoever gathers them.
"""

from __future__ import annotations

import gettext as catalogues
import threading
from collections import defaultdict
from collections.abc import Callable
from functools import cache, lru_cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

P = ParamSpec("P")
R = TypeVar("R")

FOLDER = Path(__file__).resolve().parent.parent / "data" / "interface"
DOMAIN = "oxus"
PARAMETER = "lang"  # in the address of any page
ENGLISH = "en"


class _Reader(threading.local):
    """Of the page that this thread draws; empty until the first word is looked up."""

    code = ""
    catalogue = catalogues.NullTranslations()


_reader = _Reader()


def begin() -> None:
    """A page is drawn anew: its address may ask for another language than the one before."""
    _reader.code = ""


def code() -> str:
    """The reader's language, ISO 639-1; English where no page is drawn."""
    if not _reader.code and get_script_run_ctx(suppress_warning=True):
        asked = str(st.query_params.get(PARAMETER, ENGLISH))
        _reader.code = asked if asked in offered() else ENGLISH
        _reader.catalogue = catalogue(_reader.code)
    return _reader.code or ENGLISH


@cache
def catalogue(code: str) -> catalogues.NullTranslations:
    """Its messages; English needs none, and what a catalogue lacks is said in English."""
    return catalogues.translation(DOMAIN, FOLDER, [code], fallback=True)


@cache
def offered() -> dict[str, str]:
    """Code and own name of each language that a reader can choose."""
    found = sorted(path.parts[-3] for path in FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    # A catalogue says in place of "English" what its own language is called.
    return {ENGLISH: "English"} | {each: catalogue(each).gettext(N_("English")) for each in found}


def _(message: str) -> str:
    """The message in the reader's language. Asked thousands of times a page."""
    return message if (_reader.code or code()) == ENGLISH else _reader.catalogue.gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """The form of the message that goes with the number."""
    code()
    return _reader.catalogue.ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    """The message in the reader's language, where English says two things with one word."""
    code()
    return _reader.catalogue.pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - the name that gatherers of messages know
    """Marks a message of a table, which `_` looks up where it is shown."""
    return message


def C_(context: str, message: str) -> tuple[str, str]:  # noqa: N802
    """Marks a message with its context, for `pgettext`."""
    return context, message


def nouns(one: str, many: str) -> tuple[str, str]:
    """Marks a counted noun, for `ngettext`."""
    return one, many


def kept(address: str) -> str:
    """An address of ours, which keeps the reader's language; English needs no word."""
    return f"{address}{'&' if '?' in address else '?'}{urlencode(asked())}" if asked() else address


def asked() -> dict[str, str]:
    """What an address needs to keep the reader's language."""
    return {} if code() == ENGLISH else {PARAMETER: code()}


def in_each(most: int | None = None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """As `lru_cache`, for what answers in words: each language has answers of its own."""

    def remembering(function: Callable[P, R]) -> Callable[P, R]:
        answers: defaultdict[str, Any] = defaultdict(lambda: lru_cache(maxsize=most)(function))

        @wraps(function)
        def told(*args: P.args, **named: P.kwargs) -> R:
            return answers[_reader.code or code()](*args, **named)  # type: ignore[no-any-return]

        return told

    return remembering
