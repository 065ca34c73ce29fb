"""The frame around the pages: a first start builds the database, and every answer says what may be loaded."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from streamlit.testing.v1 import AppTest

from dashboard import shell
from dashboard.headers import Headers
from dashboard.health import healthz
from tests import loops
from tests.page_world import said
from tests.store_world import Store, a_claim, say

APP = shell.PAGES.parent / "app.py"
ASKED = Request({"type": "http", "method": "GET", "path": "/", "headers": []})


def test_a_first_start_builds_the_database_and_then_shows_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OXUS_STORE", str(tmp_path / "store"))
    at = AppTest.from_file(APP, default_timeout=90).run()
    assert not at.exception
    assert (tmp_path / "store" / "CURRENT").exists()
    assert "What is known about Central Asia" in said(at)


def test_a_build_that_fails_says_what_it_said_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = tmp_path / "store"
    taken.write_text("a file where the folder should be")
    monkeypatch.setenv("OXUS_STORE", str(taken / "below"))
    at = AppTest.from_file(APP, default_timeout=90).run()
    assert not at.exception
    assert at.status[0].state == "error"
    assert "python -m etl build" in at.markdown[-1].value


def test_health_names_the_build_and_counts_what_is_in_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    assert healthz(ASKED).status_code == 503
    store.build(say("a", a_claim()))
    answer = healthz(ASKED)
    told = json.loads(bytes(answer.body))
    assert answer.status_code == 200
    assert (told["status"], told["seq"], told["claims"]) == ("ok", 1, 1)
    assert told["database"].endswith(".duckdb")


def test_every_answer_forbids_what_comes_from_elsewhere() -> None:
    async def inner(_request: Request) -> Response:
        return PlainTextResponse("ok")

    async def app(*_: object) -> None: ...

    answer = loops.run(Headers(app).dispatch(ASKED, inner))
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("page", sorted(shell.PAGES.glob("[!_]*.py")), ids=lambda path: path.stem)
def test_a_page_is_a_short_script_in_the_bar(page: Path) -> None:
    text = page.read_text("utf-8")
    assert page.stem in shell.TITLES
    assert len(text.splitlines()) <= 30
    assert "def " not in text
    assert "select " not in text


def test_a_name_is_styled_in_one_sheet() -> None:
    """All sheets are on every page: a name that two parts give would be laid out as both say."""
    homes: dict[str, set[str]] = {}
    for sheet in sorted(shell.STYLE.parent.glob("*.css")):
        for name in re.findall(r"^ *\.(ox-[\w-]+) \{", sheet.read_text("utf-8"), re.MULTILINE):
            homes.setdefault(name, set()).add(sheet.name)
    assert {name: sheets for name, sheets in homes.items() if len(sheets) > 1} == {}
