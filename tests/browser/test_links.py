"""The link is the view: what one reader copies, another opens, right after the server has started."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.choices import change_every_choice
from tests.browser.conftest import PAGES, path_of
from tests.browser.server import Server
from tests.browser.tabs import WIDE, Tabs
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

COPIED = "() => navigator.clipboard.readText()"


@pytest.fixture
def stranger(browser: Browser) -> Iterator[BrowserContext]:
    """Another browser: no cookie, no cache, no session."""
    context = browser.new_context(viewport=WIDE, color_scheme="light")
    yield context
    context.close()


def copy_link(visit: Visit) -> str:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.get_by_role("button", name="Link").click()
    visit.page.get_by_text("Copied").wait_for()
    copied: str = visit.page.evaluate(COPIED)
    return copied


@pytest.mark.parametrize("page", [page for page in PAGES if page != "search"])
def test_the_copied_link_opens_the_same_view_elsewhere_on_a_cold_server(
    page: str, server: Server, tabs: Tabs, stranger: BrowserContext
) -> None:
    visit = tabs.at(server.address + path_of(page))
    change_every_choice(visit)
    words, link = visit.words(), copy_link(visit)
    with server.cold() as cold:
        other = Visit(stranger.new_page())
        other.open(link.replace(server.address, cold.address))
        assert other.words() == words
        assert other.page.url == link.replace(server.address, cold.address)
        assert other.problems() == [], server.last_trouble()


def test_the_link_of_a_search_opens_what_was_found(
    server: Server, tabs: Tabs, stranger: BrowserContext
) -> None:
    visit = tabs.at(f"{server.address}/search?q=obesity")
    words, link = visit.words(), copy_link(visit)
    with server.cold() as cold:
        other = Visit(stranger.new_page())
        other.open(link.replace(server.address, cold.address))
        assert other.words() == words
        assert other.problems() == [], server.last_trouble()


def test_a_link_says_codes_and_not_the_names_on_screen(server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{server.address}/indicator")
    change_every_choice(visit)
    asked = dict(parse_qsl(urlsplit(visit.page.url).query))
    assert asked["countries"].isupper()
    assert asked["indicator"].islower()
    assert asked["view"] == "table"
