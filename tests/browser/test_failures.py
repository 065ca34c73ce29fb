"""What a reader sees where a page cannot be drawn: a sentence that says what to do, and the bar."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.browser.server import Server
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser


def test_a_database_of_another_version_says_how_to_make_a_new_one(visit: Visit, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    duckdb.connect(str(folder / "old.duckdb")).close()
    (folder / "CURRENT").write_text("old.duckdb\n", encoding="utf-8")
    server = Server(folder, tmp_path / "server.log")
    server.start()
    try:
        visit.open(f"{server.address}/country")
        said = visit.page.locator(".ox-failed").inner_text()
        assert "made by another version of Oxus. Run python -m etl build" in said
        assert visit.page.get_by_test_id("stException").count() == 0
        assert visit.page.get_by_role("link", name="Evidence").is_visible()
        assert "Catalog Error" in server.last_trouble()
    finally:
        server.stop()
