"""What only a browser can show: a number opens its sentence, the mark is in sight, a file has the rows."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import duckdb
import pytest

from tests.browser.server import Server
from tests.browser.tabs import Tabs
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

IN_SIGHT = """
() => {
  const mark = document.querySelector('.ox-text .ox-q-chosen').getBoundingClientRect();
  const box = document.querySelector('.ox-text').getBoundingClientRect();
  return mark.top >= box.top && mark.bottom <= box.bottom;
}
"""


def ask(store: Path, question: str) -> list[tuple[str, ...]]:
    name = (store / "CURRENT").read_text(encoding="utf-8").strip()
    with duckdb.connect(str(store / name), read_only=True) as connection:
        return [tuple(row) for row in connection.execute(question).fetchall()]


def test_the_address_of_a_claim_far_down_shows_its_mark_in_sight_on_a_cold_server(
    server: Server, visit: Visit, store: Path
) -> None:
    ((claim_id, quote),) = ask(
        store,
        """
        select c.claim_id, c.quote
        from claims c join articles a using (article_id)
        order by c.start - a.start desc
        limit 1
        """,
    )
    with server.cold() as cold:
        visit.open(f"{cold.address}/evidence?claim={claim_id}")
        chosen = visit.page.locator(".ox-text .ox-q-chosen").first.inner_text()
        assert chosen.startswith(quote.split("\n")[0])
        assert visit.page.evaluate(IN_SIGHT)
        assert visit.problems() == [], server.last_trouble()


def test_a_number_on_the_landing_opens_its_sentence_in_one_action(server: Server, tabs: Tabs) -> None:
    visit = tabs.at(server.address + "/")
    visit.after_run(visit.page.locator("a.ox-figure[href*='evidence?claim=']").first.click)
    assert "/evidence?claim=" in visit.page.url
    assert visit.page.locator(".ox-text .ox-q-chosen").count() >= 1
    assert visit.problems() == [], server.last_trouble()


def test_the_next_figure_is_shown_and_in_the_address(server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{server.address}/evidence")
    first = visit.page.locator(".ox-panel-name, .ox-panel-value").all_inner_texts()
    visit.after_run(visit.page.get_by_role("button", name=re.compile(r"Figure \d+ ›")).click)
    assert "claim=" in visit.page.url
    assert visit.page.locator(".ox-panel-name, .ox-panel-value").all_inner_texts() != first


def test_the_saved_file_has_the_rows_that_the_page_counts(server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{server.address}/snapshots?countries=Kazakhstan")
    button = visit.page.get_by_role("button", name=re.compile(r"This view: [\d,]+ rows? \(CSV\)"))
    counted = int(re.sub(r"\D", "", button.inner_text()))
    with visit.page.expect_download() as download:
        button.click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8"), newline="")))
    assert len(rows) == counted > 0
    assert {row["country"] for row in rows} == {"KAZ"}
    assert re.fullmatch(
        r"central-asia_claims_KAZ_asknown-[\d-]+_[\w-]+\.csv", download.value.suggested_filename
    )
