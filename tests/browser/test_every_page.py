"""Every page, wide and narrow, light and dark: no error, nothing from outside, open to all, and a picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.browser import access
from tests.browser.conftest import NARROW, PAGES, path_of
from tests.browser.server import Server
from tests.browser.tabs import Tabs

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_no_error_and_asks_nothing_outside(
    page: str, server: Server, tabs: Tabs, themed: tuple[str, BrowserContext], screenshots: Path
) -> None:
    theme, context = themed
    visit = tabs.at(server.address + path_of(page), context)
    visit.page.screenshot(path=screenshots / f"{page}-wide-{theme}.png")
    wrong = access.found(visit)
    visit.page.set_viewport_size(NARROW)
    visit.idle()
    visit.page.screenshot(path=screenshots / f"{page}-narrow-{theme}.png")
    spills = visit.page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth")
    wrong += access.found(visit)
    words, problems = visit.words(), visit.problems()
    assert problems == [], server.last_trouble()
    assert len(words) > 200, f"{page} says next to nothing: {words!r}"
    assert wrong == []
    assert not spills, f"{page} scrolls sideways at 390 pixels"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_as_it_opens_has_nothing_in_its_address(page: str, server: Server, tabs: Tabs) -> None:
    visit = tabs.at(server.address + path_of(page))
    assert visit.page.url == server.address + path_of(page)
