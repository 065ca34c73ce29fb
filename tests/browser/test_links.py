"""The link is the view: what one reader copies, another opens, right after the server has started."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.choices import change_every_choice
from tests.browser.conftest import PAGES, path_of
from tests.browser.server import Server
from tests.browser.tabs import WIDE
from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.thorough]

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
    page: str, server: Server, visit: Visit, stranger: BrowserContext
) -> None:
    visit.open(server.address + path_of(page))
    change_every_choice(visit)
    words, link = visit.words(), copy_link(visit)
    server.restart()
    other = Visit(stranger.new_page())
    other.open(link)
    assert other.words() == words
    assert other.page.url == link
    assert other.problems() == [], server.last_trouble()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_as_it_opens_has_nothing_in_its_address(page: str, server: Server, visit: Visit) -> None:
    visit.open(server.address + path_of(page))
    assert visit.page.url == server.address + path_of(page)


def test_the_link_of_a_search_opens_what_was_found(
    server: Server, visit: Visit, stranger: BrowserContext
) -> None:
    visit.open(f"{server.address}/search?q=obesity")
    words, link = visit.words(), copy_link(visit)
    server.restart()
    other = Visit(stranger.new_page())
    other.open(link)
    assert other.words() == words


def test_a_link_says_codes_and_not_the_names_on_screen(server: Server, visit: Visit) -> None:
    visit.open(f"{server.address}/indicator")
    change_every_choice(visit)
    asked = dict(parse_qsl(urlsplit(visit.page.url).query))
    assert asked["countries"].isupper()
    assert asked["indicator"].islower()
    assert asked["view"] == "table"
