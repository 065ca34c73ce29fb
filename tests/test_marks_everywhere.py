"""A figure has the same mark and the same words on every page that shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard import figures, marks, shell, words
from dashboard.cells import rows
from dashboard.database import ask
from etl.store.reference_rows import reference_rows
from tests.marks_world import article, every_mark
from tests.page_world import markup, opened
from tests.store_world import Store

PAGES: dict[str, dict[str, str]] = {
    "region": {},
    "country": {"country": "UZB"},
    "indicator": {},
    "indicator table": {"view": "table"},
    "indicator evidence": {"view": "evidence"},
    "indicator changes": {"show": "change"},
    "places": {},
    "evidence": {},
}
ALL_OF_THEM = {"indicator", "indicator table", "indicator evidence", "evidence"}


@dataclass
class Link:
    """A link to a figure's sentence: the marks in it, its title, its words."""

    claim: str
    title: str
    marks: list[tuple[str, str | None]]
    text: str = ""


class Links(HTMLParser):
    """All links to sentences in a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Link] = []
        self._open: Link | None = None

    @classmethod
    def of(cls, page: str) -> list[Link]:
        reader = cls()
        reader.feed(page)
        return reader.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = dict(attrs)
        claim = parse_qs(urlsplit(got.get("href") or "").query).get("claim")
        if tag == "a" and claim:
            self._open = Link(claim[0], got.get("title") or "", [])
            self.found.append(self._open)
        elif self._open and tag == "mark":
            self._open.title += got.get("title") or ""
        elif self._open and "ox-m " in f"{got.get('class')} ":
            self._open.marks.append((str(got["class"]), got.get("aria-label")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._open = None

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open.text += data


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A figure of every mark."""
    made = Store(tmp_path_factory.mktemp("marks") / "store", given=reference_rows())
    made.build(article())
    return made


@pytest.fixture
def marked(store: Store, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The claims of every mark, by id."""
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    return {row.claim_id: row for row in rows(ask("select * from claims"))}


def links(page: str, store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Link]:
    at = opened(page.partition(" ")[0], store.folder, monkeypatch, **PAGES[page])
    yield from Links.of(markup(at))


@pytest.mark.parametrize("page", PAGES)
def test_a_figure_has_its_mark_wherever_it_stands(
    page: str, marked: dict[str, Any], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = set()
    for link in links(page, store, monkeypatch):
        shown = figures.mark_of(marked[link.claim])
        age = words.age_step(marked[link.claim].period_last, shell.today())
        assert set(link.marks) <= {(marks.classes(shown, age), shown.words)}
        seen |= {link.claim} if link.marks else set()
    assert seen
    if page in ALL_OF_THEM:
        assert len(seen) == len(every_mark())


@pytest.mark.parametrize("page", PAGES)
def test_a_figure_is_told_in_the_same_words_wherever_it_stands(
    page: str, marked: dict[str, Any], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [link for link in links(page, store, monkeypatch) if link.marks]
    assert found
    for link in found:
        told = words.said(words.Figure.of(marked[link.claim]))
        assert told in f"{link.title} {link.text}".replace("\u00a0", " "), (page, link)


@pytest.mark.parametrize(
    "page", ["region", "country", "indicator", "indicator table", "indicator evidence", "evidence"]
)
def test_a_legend_explains_every_mark_on_the_page(
    page: str, marked: dict[str, Any], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = opened(page.partition(" ")[0], store.folder, monkeypatch, **PAGES[page])
    told = re.findall(r"<span class='ox-key'>.*?</i> ([^<]+)</span>", markup(at))
    used = [figures.mark_of(row) for row in marked.values()]
    wanted = {mark.shape.words for mark in used} | {mark.sign.words for mark in used} - {marks.EXACT.words}
    aged = marks.aged(words.age_step(row.period_last, shell.today()) for row in marked.values())
    assert wanted | {said for _, said in aged} <= set(told)
