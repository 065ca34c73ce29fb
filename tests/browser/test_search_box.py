"""The search box on every page: by keyboard alone, its words in the address, the page below left in peace."""

from __future__ import annotations

import pytest

from tests.browser.conftest import NARROW, PAGES, path_of
from tests.browser.server import Server
from tests.browser.tabs import Tabs
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

FOCUSED = "() => document.activeElement.textContent.trim()"


def type_in_box(visit: Visit, words: str) -> None:
    visit.page.keyboard.press("/")
    visit.page.keyboard.type(words)


def test_by_keyboard_alone_a_word_leads_to_its_page(server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{server.address}/country?country=TJK")
    type_in_box(visit, "obesity")
    visit.after_run(lambda: visit.page.keyboard.press("Enter"))
    assert visit.page.url == f"{server.address}/search?q=obesity"
    assert visit.page.get_by_role("heading", level=1).inner_text() == "Search: obesity"
    for _ in range(10):
        visit.page.keyboard.press("Tab")
        if visit.page.evaluate(FOCUSED) == "Obesity":
            break
    visit.after_run(lambda: visit.page.keyboard.press("Enter"))
    assert "/indicator?indicator=" in visit.page.url
    assert visit.page.get_by_role("heading", level=1).inner_text() == "Obesity"
    assert visit.problems() == [], server.last_trouble()


def test_back_from_the_search_shows_the_view_before_it(server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{server.address}/country?country=TJK")
    type_in_box(visit, "obesity")
    visit.after_run(lambda: visit.page.keyboard.press("Enter"))
    visit.after_run(visit.page.go_back)
    assert visit.page.url == f"{server.address}/country?country=TJK"
    assert visit.page.get_by_role("heading", level=1).inner_text() == "Tajikistan"


def test_typing_runs_nothing(server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{server.address}/places")
    before = visit.runs
    type_in_box(visit, "hydropower")
    visit.page.get_by_role("heading", level=1).click()
    visit.page.wait_for_timeout(500)
    assert visit.runs == before


def test_the_box_holds_the_words_of_the_address(server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{server.address}/search?q=waste+plant")
    assert visit.page.get_by_role("searchbox").input_value() == "waste plant"


def test_a_word_with_a_slip_leads_on_to_what_was_meant(server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{server.address}/search?q=obesty")
    visit.after_run(visit.page.get_by_role("link", name="obesity", exact=True).click)
    assert visit.page.url == f"{server.address}/search?q=obesity"
    assert visit.page.get_by_role("searchbox").input_value() == "obesity"


@pytest.mark.parametrize("page", PAGES)
def test_the_box_is_in_sight_on_every_page(page: str, server: Server, tabs: Tabs) -> None:
    visit = tabs.at(server.address + path_of(page))
    for size in ({"width": 1280, "height": 720}, NARROW):
        visit.page.set_viewport_size(size)  # type: ignore[arg-type]
        visit.idle()
        box = visit.page.get_by_role("searchbox").bounding_box()
        end = visit.page.get_by_role("button", name="Present").bounding_box()
        assert box is not None
        assert end is not None
        assert box["y"] < 100
        assert box["width"] > 90
        assert end["x"] + end["width"] <= size["width"]


def test_a_sentence_that_was_found_opens_in_its_article_without_loading_the_page_anew(
    server: Server, tabs: Tabs
) -> None:
    visit = tabs.at(f"{server.address}/search?q=obesity")
    visit.page.evaluate("() => { window.stayed = true; }")
    visit.after_run(visit.page.locator("blockquote a").first.click)
    assert "/evidence?claim=" in visit.page.url
    assert visit.page.locator(".ox-text .ox-q-chosen").count() >= 1
    assert visit.page.evaluate("() => window.stayed")
