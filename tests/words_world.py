"""A language made up for the tests: each message of the interface in brackets, and what of a page is not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from dashboard import language, names, words
from dashboard.database import ask_rows

INTERFACE = Path(__file__).resolve().parent.parent / "data" / "interface"
MADE_UP = "xx"
SET_IN = re.compile(r"(\{\w+\}|<[^>]+>)")  # what is put into a message, and its markup
BRACKETED = re.compile(r"⟦[^⟦⟧]*⟧|\?lang=\S+")  # and the address of a slide


def template() -> Catalog:
    """The messages of the interface, as a translator gets them."""
    with (INTERFACE / "oxus.pot").open("rb") as file:
        return read_po(file)


def bracketed(message: str) -> str:
    """Brackets around the words, none around what is put in: that must have brackets of its own.

    >>> bracketed("Known for {some} of five countries")
    '⟦Known for ⟧{some}⟦ of five countries⟧'
    """
    parts = SET_IN.split(message)
    return "".join(
        f"⟦{part}⟧" if n % 2 == 0 and re.search(r"[^\W\d]", part) else part for n, part in enumerate(parts)
    )


def make_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Offer the made-up language, and nothing but it and English."""
    made = Catalog(locale=None, charset="utf-8")
    made.locale = "en"
    for message in template():
        forms = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        if forms[0]:
            told = tuple(map(bracketed, forms))
            made.add(message.id, told if len(told) > 1 else told[0], context=message.context)
    file = folder / MADE_UP / "LC_MESSAGES" / "oxus.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as out:
        write_mo(out, made)
    offer(folder, monkeypatch)


def offer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The languages of another folder."""
    monkeypatch.setattr(language, "FOLDER", folder)
    language.catalogue.cache_clear()
    language.offered.cache_clear()


# Of Streamlit's messages to the browser: what a reader sees or hears.
SEEN = {
    "alt",
    "body",
    "content",
    "help",
    "label",
    "options",
    "placeholder",
    "title",
    "json",
    "spec",
    "columns",
}
OF_JSON = {"text", "hovertext", "title", "position", "facts", "label", "display_text"}


def visible(at: AppTest) -> Iterator[str]:
    """Every text on the page that is not a quotation."""
    for node in at._tree:  # the only way to elements that AppTest knows no name of
        for name, text in _strings(getattr(node, "proto", None)):
            if name in ("json", "spec", "columns"):
                yield from _of_json(json.loads(text))
            elif name == "body":
                yield from Texts.of(text)
            elif name in SEEN:
                yield text


def _strings(message: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(message, Message):
        return
    for field, value in message.ListFields():
        for each in value if field.is_repeated else [value]:
            if isinstance(each, Message):
                yield from _strings(each)
            elif isinstance(each, str):
                yield field.name, each


def _of_json(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _of_json(each, key)
    elif isinstance(value, list):
        for each in value:
            yield from _of_json(each, name)
    elif isinstance(value, str) and name in OF_JSON:
        yield re.sub(r"<[^>]+>", " ", value)


class Texts(HTMLParser):
    """Words between tags and in attributes that are seen or read aloud; not what an article says."""

    QUOTING, SAYING, VOID = (
        ("article", "q", "blockquote", "style", "script", "code"),
        ("small", "ul"),
        ("br", "img", "input"),
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []  # in attributes
        self._said: list[str] = []
        self._open: list[str] = []
        self._goes_on = False

    @classmethod
    def of(cls, page: str) -> list[str]:
        reader = cls()
        reader.feed(page)
        reader.close()
        return [*reader.found, *reader._said]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = dict(attrs)
        names = ("title", "aria-label", "alt", "placeholder", "data-copied", "data-shown")
        self.found += [str(got[name]) for name in names if got.get(name)]
        # A mark cuts a word of a name in two.
        self._goes_on = tag == "mark"
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._goes_on = tag == "mark"
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        about = [tag for tag in self._open if tag in (*self.QUOTING, *self.SAYING)]
        if not about or about[-1] in self.SAYING:
            before = self._said.pop() if self._goes_on and self._said else ""
            self._said.append(before + data)


def english(text: str, data: re.Pattern[str]) -> str:
    """What is left of a text without the messages of the made-up language and without data."""
    # Lines are kept from breaking inside a name by blanks of another sort.
    return data.sub(" ", BRACKETED.sub(" ", text).replace("\u00a0", " "))


# What stands on a page as it is, in every language.
NAMES = (
    "Oxus", "UTC", "USD", "CSV", "Frankfurter", "python -m etl rates", "python -m etl build", "make etl",
    "data/articles", "obesity",
)  # fmt: skip
# Columns of the database whose cells are shown as they are.
CELLS = {
    "countries": ("name", "upper(name)"),
    "currencies": ("name", "currency", "peg_note"),
    "places": ("place", "replace(place, ' district', '')"),
    "indicators": ("name", "definition"),
    "articles": ("title", "publisher"),
    "claims": (
        "claimant",
        "quote",
        "sentence",
        "value_text",
        "unnest(string_split(place, '; '))",
        "unnest(reasons)",
    ),
    "rejections": ("reason", "quote"),
    "problems": ("sentence",),
    "stage_words": ("words",),
    "rate_sources": ("name", "terms", "sentence"),
    "rates": ("problem", "note", "value_text"),
    "builds": ("content_hash[:12]",),
}


def data_of(asked: Iterable[str]) -> re.Pattern[str]:
    """What no translator translates: names, quotations, reasons, and what the address asks for."""
    found = {cell for table, each in CELLS.items() for column in each for cell in _cells(column, table)}
    found |= {words.part(code) for code in _cells("dimension", "claims")}
    for listed in map(json.loads, _cells("sources", "articles")):
        found |= {str(value) for source in listed for value in source.values() if value}
    known = sorted({*found, *NAMES, *asked, *names.partners().values()}, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in known))


def _cells(column: str, table: str) -> set[str]:
    return {str(row.cell) for row in ask_rows(f"select distinct {column} as cell from {table}") if row.cell}
