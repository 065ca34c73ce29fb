"""The interface in another language: every word on screen can be translated, and no other word is."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import language
from etl.store.reference_rows import reference_rows
from tests.marks_world import article
from tests.page_world import opened
from tests.store_world import Store
from tests.words_world import MADE_UP, data_of, english, make_up, visible

VIEWS: dict[str, dict[str, str | list[str]]] = {
    "region": {},
    "country": {"country": "TJK"},
    "country topic": {"country": "KAZ", "topic": "energy"},
    "country UZB": {"country": "UZB"},
    "indicator changes": {"show": "change"},
    "country missing": {"country": "Narnia"},
    "indicator": {"indicator": "obesity_prevalence"},
    "indicator map": {"indicator": "project_cost", "view": "map"},
    "indicator table": {"indicator": "installed_capacity", "view": "table"},
    "indicator evidence": {"indicator": "installed_capacity", "view": "evidence"},
    "indicator none": {"indicator": "obesity_prevalence", "countries": ["TKM"]},
    "places": {},
    "places shaded": {"place_country": "UZB", "place_shade": "obesity_prevalence"},
    "rates": {},
    "rates all": {"span": "all", "amount": "much"},
    "evidence": {},
    "evidence missing": {"claim": "nowhere"},
    "search": {},
    "search Tajikistan": {"q": "Tajikistan"},
    "search jobs": {"q": "jobs"},
    "search nothing": {"q": "xylophon"},
    "search misspelt": {"q": "obezity"},
    "snapshots": {},
    "snapshots none": {"countries": ["TKM"], "kinds": ["share"]},
}
SLIDES = ("region", "country", "indicator", "places", "rates", "evidence")

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = "data/interface/oxus.pot"


@pytest.fixture
def made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The made-up language is on offer."""
    make_up(tmp_path / "interface", monkeypatch)
    yield
    monkeypatch.undo()
    language.catalogue.cache_clear()
    language.offered.cache_clear()


def left_in_english(
    view: str, store: Path, monkeypatch: pytest.MonkeyPatch, **address: str
) -> dict[str, str]:
    """Texts of a view that are neither of the made-up language nor data, and what of them is so."""
    asked: dict[str, str | list[str]] = {**VIEWS[view], **address}
    at = opened(view.partition(" ")[0], store, monkeypatch, lang=MADE_UP, **asked)
    texts = set(visible(at))
    assert any("⟦" in text for text in texts)
    data = data_of([value for value in asked.values() if isinstance(value, str)])
    return {text: left for text in texts if re.search("[A-Za-z]", left := english(text, data))}


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize("view", VIEWS)
def test_whatever_is_not_a_message_is_data(view: str, bundled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not left_in_english(view, bundled, monkeypatch)


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize("view", SLIDES)
def test_so_it_is_on_slides(view: str, bundled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not left_in_english(view, bundled, monkeypatch, present="1")


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize(
    "view", ["region", "country UZB", "indicator", "indicator changes", "places", "evidence"]
)
def test_so_it_is_of_every_kind_of_figure(view: str, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.given = reference_rows()
    store.build(article())
    assert not left_in_english(view, store.folder, monkeypatch)


def test_the_template_holds_what_the_source_says_today(tmp_path: Path) -> None:
    made = tmp_path / "oxus.pot"
    command = [str(made) if each == TEMPLATE else each for each in _gathering()]
    subprocess.run([sys.executable, *command], cwd=ROOT, check=True)
    assert made.read_text("utf-8") == (ROOT / TEMPLATE).read_text("utf-8"), "make words brings it up to date"


def _gathering() -> list[str]:
    """The arguments with which `make words` gathers the messages."""
    rule = (ROOT / "Makefile").read_text("utf-8").partition("\nwords:")[2]
    command = re.search(r"@\$\(BIN\)/python (.*? extract .*?[^\\])\n", rule, re.DOTALL)
    assert command
    return shlex.split(command[1].replace("\\\n", " "))
