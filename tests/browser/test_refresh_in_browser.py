"""`make run` without a network: what is stored is there, and a refresh tells everyone why nothing new is."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.server import ROOT, free_port
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

ONE_SOURCE_GIVEN_UP = 30_000  # milliseconds


@dataclass(frozen=True)
class Offline:
    """A dashboard whose way out says nothing until it is closed, and then nothing is there."""

    address: str
    way_out: socket.socket


@pytest.fixture
def offline(browser: Browser, tmp_path: Path) -> Iterator[Offline]:
    """As `make run` starts it on a machine without a network and without a store."""
    with socket.create_server(("127.0.0.1", 0)) as way_out:
        proxy = f"http://127.0.0.1:{way_out.getsockname()[1]}"
        nowhere = dict.fromkeys(("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"), proxy)
        environment = {**os.environ, **nowhere, "OXUS_STORE": str(tmp_path / "store")}
        command = [sys.executable, "-m", "dashboard.serve", "--port", str(free_port())]
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as run:
            assert run.stdout is not None
            yield Offline(run.stdout.readline().strip(), way_out)
            run.terminate()


def refresh(page: Page) -> Locator:
    return page.get_by_role("button", name="Refresh rates")


def tiles(visit: Visit) -> str:
    return visit.page.locator(".ox-tiles").inner_text()


def test_the_page_shows_what_is_stored_and_how_old_it_is_and_a_refresh_says_why_there_is_no_more(
    offline: Offline, plain: BrowserContext
) -> None:
    pressed, joined = Visit(plain.new_page()), Visit(plain.new_page())
    pressed.open(f"{offline.address}/rates")
    stored = tiles(pressed)
    assert re.search(r"(?s)per USD.*(old|ago)\n", stored)
    pressed.after_run(refresh(pressed.page).click)
    pressed.page.close()  # the run is the server's: it goes on
    joined.open(f"{offline.address}/rates")
    expect(refresh(joined.page)).to_be_disabled()
    offline.way_out.close()
    told = joined.page.locator(".ox-refresh")
    expect(told).to_contain_text("not every source gave rates", timeout=ONE_SOURCE_GIVEN_UP)
    expect(told).to_contain_text("Yahoo Finance could not be reached; check the network")
    expect(refresh(joined.page)).to_be_enabled()
    joined.idle()
    assert tiles(joined) == stored
    assert (pressed.wrong, joined.problems()) == ([], [])
    joined.page.close()
