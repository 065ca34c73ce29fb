"""A store built from the bundled articles, the server over it, and Chromium in front."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize, sync_playwright

from tests import map_cases
from tests.browser import chromium
from tests.browser.server import ROOT, Server
from tests.browser.tabs import WIDE, Tabs
from tests.browser.visit import Visit

NARROW: ViewportSize = {"width": 390, "height": 844}
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("[!_]*.py"))
LANDING = "region"


def path_of(page: str) -> str:
    return "/" if page == LANDING else f"/{page}"


@pytest.fixture(scope="session")
def store(browser: Browser, request: pytest.FixtureRequest) -> Path:
    """Asks for the browser first: without one nothing is built in vain.

    OXUS_BROWSER_STORE names a store to look at instead of one built from the bundled articles.
    """
    named = os.environ.get("OXUS_BROWSER_STORE")
    return Path(named or request.getfixturevalue("bundled"))


@pytest.fixture(scope="session")
def server(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(store, tmp_path_factory.mktemp("server") / "server.log")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def cases(tmp_path_factory: pytest.TempPathFactory, store: Path) -> Iterator[Server]:
    """The server over a store of what a map may meet. Asks for the usual one first, and so for a browser."""
    folder = tmp_path_factory.mktemp("cases")
    map_cases.built(folder / "store")
    server = Server(folder / "store", folder / "server.log")
    server.start()
    yield server
    server.stop()


# For the whole session, as all above: a store, a server and a browser take ten seconds. The browser's driver
# keeps an event loop running in this thread: a test that needs a loop takes it from tests/loops.py.
@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = chromium.executable()
    if executable is None:
        pytest.skip(chromium.MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(chromium.FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def plain(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=WIDE, color_scheme="light")
    yield context
    context.close()


@pytest.fixture(scope="session")
def dark(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=WIDE, color_scheme="dark")
    yield context
    context.close()


@pytest.fixture(params=["light", "dark"])
def themed(
    request: pytest.FixtureRequest, plain: BrowserContext, dark: BrowserContext
) -> tuple[str, BrowserContext]:
    return request.param, {"light": plain, "dark": dark}[request.param]


@pytest.fixture
def visit(plain: BrowserContext) -> Iterator[Visit]:
    page = plain.new_page()
    yield Visit(page)
    page.close()


@pytest.fixture(scope="session")
def tabs(plain: BrowserContext) -> Tabs:
    return Tabs(plain)


@pytest.fixture(scope="session")
def screenshots() -> Path:
    folder = Path(os.environ.get("OXUS_SCREENSHOTS") or ROOT / "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
