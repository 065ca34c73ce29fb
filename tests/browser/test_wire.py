"""A first visit with an empty cache stays small, and a second one asks for nothing that it has."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import path_of
from tests.browser.server import Server
from tests.browser.tabs import WIDE
from tests.browser.visit import Visit
from tests.browser.wire import Wire

pytestmark = pytest.mark.browser

MOST = 5_000_000  # bytes of any page's first load
HEAVIEST = ("places", "rates", "snapshots")  # a map, a chart, a grid: the others bring less than one of these


@pytest.mark.parametrize("page", HEAVIEST)
def test_a_first_load_takes_less_than_five_megabytes(page: str, server: Server, browser: Browser) -> None:
    context = browser.new_context(viewport=WIDE)
    visit = Visit(context.new_page())
    wire = Wire(visit.page)
    visit.open(server.address + path_of(page))
    context.close()
    assert 500_000 < wire.total < MOST, f"{page} took {wire.total / 1e6:.2f} MB: {wire.largest()}"


def test_a_second_load_brings_no_script_again(server: Server, browser: Browser) -> None:
    context = browser.new_context(viewport=WIDE)
    visit = Visit(context.new_page())
    visit.open(server.address + path_of("indicator"))
    wire = Wire(visit.page)
    visit.open(server.address + path_of("indicator"))
    context.close()
    scripts = {name: size for name, size in wire.files.items() if name.endswith(".js") and size}
    assert scripts == {}
