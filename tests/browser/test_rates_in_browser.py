"""The rates page in a real browser: what is typed and picked stands in the address, which restores it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.server import Server
from tests.browser.tabs import Tabs
from tests.browser.visit import Visit
from tests.rates_world import FRIDAY, close, keep, official, workdays
from tests.store_world import Store

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def rates_server(tmp_path_factory: pytest.TempPathFactory, tabs: Tabs) -> Iterator[Server]:
    """A year of two currencies."""
    folder = tmp_path_factory.mktemp("rates")
    days = workdays(FRIDAY.replace(year=FRIDAY.year - 1), 260)
    banks = [official("KZT", f"{500 + n / 10:.2f}", day) for n, day in enumerate(days)]
    more = [official("KGS", f"{87 + n / 500:.4f}", day, "nbkr") for n, day in enumerate(days)]
    keep(Store(folder / "store"), *banks, *more, *(close("KZT", "512.30", day) for day in days))
    server = Server(folder / "store", folder / "server.log")
    server.start()
    yield server
    tabs.leave(server.address)
    server.stop()


def asked(visit: Visit) -> dict[str, list[str]]:
    return parse_qs(urlsplit(visit.page.url).query)


def test_the_converter_writes_its_choices_and_a_cold_server_restores_them(
    rates_server: Server, tabs: Tabs, visit: Visit
) -> None:
    first = tabs.at(f"{rates_server.address}/rates")
    amount = first.page.get_by_label("Amount")
    amount.fill("2500")
    first.after_run(lambda: amount.press("Enter"))
    assert asked(first) == {"amount": ["2500"]}
    shown = first.page.locator(".ox-result").inner_text()
    assert re.fullmatch(r"2,500 USD = [\d,]+ KZT", shown)
    view = "amount=2500&from=KGS&into=KZT&on=2026-03-03&since=2026-02-02&span=3m"
    with rates_server.cold() as cold:
        visit.open(f"{cold.address}/rates?{view}")
        assert visit.page.locator(".ox-result").inner_text().startswith("2,500 KGS = ")
        assert "3 March 2026" in visit.page.locator(".ox-used").inner_text()
        assert visit.page.get_by_text("Since 2 February 2026 the dollar buys").count() == 1
        assert visit.problems() == [], rates_server.last_trouble()


def test_the_file_has_the_banks_rows_of_the_view(rates_server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{rates_server.address}/rates?currency=KZT")
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name="CSV of this view").click()
    path = download.value.path()
    rows = list(csv.DictReader(io.StringIO(Path(path).read_text("utf-8"), newline="")))
    assert {row["source"] for row in rows} == {"nbk"}
    assert {row["lcu"] for row in rows} == {"KZT"}
    told = visit.page.get_by_text(re.compile(r"The file has \d+ of these \d+ rates")).inner_text()
    assert told.startswith(f"The file has {len(rows)} of these {2 * len(rows)} rates")


def test_panels_stand_below_each_other_on_a_telephone(rates_server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{rates_server.address}/rates")
    visit.page.set_viewport_size({"width": 390, "height": 844})
    visit.idle()
    boxes = [plot.bounding_box() for plot in visit.page.locator(".js-plotly-plot").all()]
    assert len(boxes) == 6
    assert all(box and box["width"] > 300 for box in boxes)
    assert len({round(box["y"]) for box in boxes if box}) == 6


def test_tiles_and_the_first_chart_are_above_the_fold(rates_server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{rates_server.address}/rates")
    box = visit.page.locator(".js-plotly-plot").first.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 720


def test_a_number_opens_who_publishes_it(rates_server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{rates_server.address}/rates")
    number = visit.page.locator(".ox-tiles a.ox-figure").first
    assert (number.get_attribute("href") or "").startswith("https://nationalbank.kz/")
    assert "noopener" in (number.get_attribute("rel") or "")
