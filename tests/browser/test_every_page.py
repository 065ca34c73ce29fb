"""Every page, wide and narrow, light and dark: no error, nothing from outside, open to all, and a picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.browser import access
from tests.browser.conftest import NARROW, PAGES, path_of
from tests.browser.server import Server
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_no_error_and_asks_nothing_outside(
    page: str, server: Server, themed: tuple[str, BrowserContext], screenshots: Path
) -> None:
    theme, context = themed
    visit = Visit(context.new_page())
    visit.open(server.address + path_of(page))
    visit.page.screenshot(path=screenshots / f"{page}-wide-{theme}.png")
    wrong = access.found(visit)
    visit.page.set_viewport_size(NARROW)
    visit.idle()
    visit.page.screenshot(path=screenshots / f"{page}-narrow-{theme}.png")
    spills = visit.page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth")
    wrong += access.found(visit)
    words, problems = visit.words(), visit.problems()
    visit.page.close()
    assert problems == [], server.last_trouble()
    assert len(words) > 200, f"{page} says next to nothing: {words!r}"
    assert wrong == []
    assert not spills, f"{page} scrolls sideways at 390 pixels"
