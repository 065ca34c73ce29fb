"""A presented view: large type, no chrome, its origin under it, and keys that lead on and out."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ViewportSize

from dashboard.present import SLIDES
from tests.browser import access
from tests.browser.conftest import path_of
from tests.browser.server import Server
from tests.browser.tabs import Tabs
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

CHOICES = "[data-testid=stSelectbox], [data-testid=stButtonGroup], [data-testid=stTextInput], [role=tab]"
# Type as it looks: the size that is set, times what the transforms above it make of it.
SIZES = """
() => {
  const large = (element) => {
    let times = 1;
    for (let e = element; e; e = e.parentElement) times *= new DOMMatrix(getComputedStyle(e).transform).a;
    return times;
  };
  const main = document.querySelector('[data-testid=stMain]');
  const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const sizes = {};
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement, box = element.getBoundingClientRect();
    const shown = box.width && box.height && box.top < innerHeight;
    if (!shown || !node.textContent.trim() || element.closest('.st-key-slides, style')) continue;
    if (getComputedStyle(element).visibility === 'hidden') continue;
    const kind = element.closest('h1') ? 'title' : element.closest('.ox-takeaway') ? 'sentence' : 'other';
    const size = parseFloat(getComputedStyle(element).fontSize) * large(element);
    if (!(sizes[kind]?.size <= size)) sizes[kind] = { size, text: node.textContent.trim() };
  }
  return sizes;
}
"""
KINDS = "observed|target|planned|forecast|change|share|ticker on a web page"
WIDTHS = {"light": 1280, "dark": 1920}
LEAST = {"title": 44, "sentence": 28, "other": 20}


@pytest.mark.parametrize("page", SLIDES)
def test_a_slide_reads_from_the_back_of_a_room(
    page: str, server: Server, tabs: Tabs, themed: tuple[str, BrowserContext], screenshots: Path
) -> None:
    """By day on a small projector, by night on a large one."""
    look, context = themed
    width = WIDTHS[look]
    size: ViewportSize = {"width": width, "height": width * 9 // 16}
    visit = tabs.at(f"{server.address}{path_of(page)}?present=1", context, size)
    visit.page.screenshot(path=screenshots / f"{page}-slide-{width}.png")
    wrong = access.found(visit)
    small = {
        kind: found
        for kind, found in visit.page.evaluate(SIZES).items()
        if found["size"] < LEAST[kind] * width / 1280 - 0.5
    }
    assert small == {}
    assert visit.problems() == [], server.last_trouble()
    assert wrong == []


@pytest.mark.parametrize("page", SLIDES)
def test_a_slide_has_no_chrome_and_says_where_its_figure_is_from(
    page: str, server: Server, tabs: Tabs
) -> None:
    visit = tabs.at(f"{server.address}{path_of(page)}?present=1")
    assert (
        visit.page.get_by_test_id("stHeader").count() == 0
        or not visit.page.get_by_test_id("stHeader").is_visible()
    )
    assert visit.page.locator(CHOICES).count() == 0
    foot = visit.page.locator(".ox-slide-foot").inner_text()
    assert re.search(
        rf"^Sources .+ · refers to .+ · .*({KINDS}).* · build \d+ of \d+ \w+ \d{{4}} · 127\.0\.0\.1", foot
    )
    assert visit.page.locator(".ox-slide-foot").bounding_box()["y"] < 720  # type: ignore[index]


def test_the_button_shows_the_view_as_a_slide_and_escape_takes_it_back(server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{server.address}/country?country=TJK")
    visit.after_run(visit.page.get_by_role("button", name="Present").click)
    assert visit.page.url == f"{server.address}/country?country=TJK&present=1"
    visit.after_run(lambda: visit.page.keyboard.press("Escape"))
    assert visit.page.url == f"{server.address}/country?country=TJK"
    assert visit.page.get_by_role("heading", level=1).inner_text() == "Tajikistan"
    assert visit.page.get_by_test_id("stHeader").is_visible()


def test_left_and_right_walk_the_slides_and_each_is_as_it_was_left(server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{server.address}/country?country=TJK&present=1")
    seen = [step(visit, "ArrowRight") for _ in SLIDES]
    assert seen == ["indicator", "places", "rates", "evidence", "", "country"]
    assert visit.page.url == f"{server.address}/country?present=1&country=TJK"
    assert visit.page.get_by_role("heading", level=1).inner_text() == "Tajikistan"
    assert step(visit, "ArrowLeft") == ""
    assert visit.problems() == [], server.last_trouble()


def step(visit: Visit, key: str) -> str:
    """The path of the slide that the key leads to."""
    visit.after_run(lambda: visit.page.keyboard.press(key))
    return urlsplit(visit.page.url).path[1:]


def test_a_view_of_a_tab_is_presented_as_that_tab(server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{server.address}/indicator?view=map&present=1")
    assert visit.page.locator(".ox-map").is_visible()
    assert visit.page.get_by_test_id("stPlotlyChart").count() == 0
