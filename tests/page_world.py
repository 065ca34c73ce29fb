"""A page as a reader gets it, over a store of the test's own making."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

# Each AppTest starts a server, which looks through all that is installed for components: once is enough.
manifest_scanner.scan_component_manifests = functools.cache(manifest_scanner.scan_component_manifests)

PAGES = Path(__file__).resolve().parent.parent / "pages"


def opened(page: str, store: Path, monkeypatch: pytest.MonkeyPatch, /, **address: str | list[str]) -> AppTest:
    """The page after its first run at that address; an exception box fails the test."""
    monkeypatch.setenv("OXUS_STORE", str(store))
    at = AppTest.from_file(PAGES / f"{page}.py", default_timeout=30)
    for name, value in address.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def markup(at: AppTest) -> str:
    """All our own HTML on the page."""
    return "\n".join(str(element.proto.body) for element in at.get("html"))


def said(at: AppTest) -> str:
    """The words of our own HTML, as a browser would show them."""
    return Words.of(markup(at))


def table_of(at: AppTest) -> list[dict[str, str]]:
    """The table of figures on the page, a dictionary a row."""
    table = re.findall(r"<table class='ox-figures'>.*?</table>", markup(at), flags=re.DOTALL)
    head, *body = (re.findall(r"<t[hd].*?</t[hd]>", row) for row in re.findall(r"<tr.*?</tr>", *table))
    return [dict(zip(map(Words.of, head), map(Words.of, row), strict=True)) for row in body]


class Words(HTMLParser):
    """The text between tags; the tags and attributes that were met on the way."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    @classmethod
    def of(cls, page: str) -> str:
        return " ".join("".join(cls.read(page).parts).split())

    @classmethod
    def read(cls, page: str) -> Words:
        reader = cls()
        reader.feed(page)
        reader.close()
        return reader

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= dict(attrs).keys()
        if tag in BLOCKS:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


BLOCKS: Mapping[str, None] = dict.fromkeys(
    ("p", "li", "dt", "dd", "td", "th", "h1", "h2", "h3", "h4", "section", "u")
)
