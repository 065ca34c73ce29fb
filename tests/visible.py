"""Every text of a page that a reader sees or hears and that is not a quotation."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

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
        if not about or (about[-1] in self.SAYING and "article" not in about):
            before = self._said.pop() if self._goes_on and self._said else ""
            self._said.append(before + data)
