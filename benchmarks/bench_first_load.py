"""A first visit with an empty cache: bytes over the wire of every page, and seconds until charts are drawn.

The largest page with charts stands beside Dash, which serves four of its charts and nothing else. Both
servers are started anew for each visit, and the clock runs from the visit until every chart is drawn.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from benchmarks import peers
from benchmarks.bench_pages import bundled, pages
from tests.browser import chromium
from tests.browser.server import HOST, Server, free_port
from tests.browser.visit import Visit
from tests.browser.wire import Wire

VISITS = 5
FIGURES = 4
BYTES, SECONDS = 5_000_000, 3.0
SIZE: ViewportSize = {"width": 1280, "height": 720}
OF_PAGE = """
() => [...document.querySelectorAll('.js-plotly-plot')]
  .map((chart) => JSON.stringify({ data: chart.data, layout: chart.layout }))
"""
DRAWN = f"() => document.querySelectorAll('.js-plotly-plot .main-svg').length >= {FIGURES}"


@contextmanager
def tab(browser: Browser) -> Iterator[Page]:
    """A tab of a browser that was never anywhere."""
    context = browser.new_context(viewport=SIZE)
    yield context.new_page()
    context.close()


def visited(browser: Browser, server: Server, page: str) -> tuple[float, Wire]:
    """Seconds until everything on the page is drawn, and what came over the wire."""
    with tab(browser) as page_of_tab:
        wire, visit = Wire(page_of_tab), Visit(page_of_tab)
        before = time.monotonic()
        visit.open(f"{server.address}/{'' if page == 'region' else page}")
        return time.monotonic() - before, wire


def charts(browser: Browser, server: Server, page: str) -> list[object]:
    """The charts of plotly as our page draws them."""
    with tab(browser) as page_of_tab:
        Visit(page_of_tab).open(f"{server.address}/{page}")
        return [json.loads(chart) for chart in page_of_tab.evaluate(OF_PAGE)]


def dash_seconds(browser: Browser, python: Path, drawn: Path) -> float:
    """The same of Dash, from the moment that it answers."""
    port = free_port()
    script = Path(peers.__file__).with_name("serve_dash.py")
    served = subprocess.Popen(
        [python, script, str(port), drawn], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        with tab(browser) as page:
            _wait_for(port)
            before = time.monotonic()
            page.goto(f"http://{HOST}:{port}/", wait_until="commit")
            page.wait_for_function(DRAWN, timeout=60_000)
            return time.monotonic() - before
    finally:
        served.terminate()
        served.wait(timeout=10)


def _wait_for(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        connection = HTTPConnection(HOST, port, timeout=2)
        try:
            connection.request("GET", "/_dash-layout")
            connection.getresponse()
        except (OSError, HTTPException):
            time.sleep(0.1)
        else:
            return
        finally:
            connection.close()
    sys.exit("Dash did not answer within 60 seconds.")


def every_page(browser: Browser, server: Server) -> list[str]:
    """Print a line for each page; the pages, the largest first."""
    sizes = {}
    print(f"first visit, at most {BYTES / 1e6:.0f} MB\npage            MB   seconds")
    for page in pages():
        seconds, wire = visited(browser, server, page)
        sizes[page] = wire.total
        over = "   over" if wire.total > BYTES else ""
        print(f"{page:12} {wire.total / 1e6:5.2f}   {seconds:7.2f}{over}", flush=True)
    return sorted(sizes, key=sizes.__getitem__, reverse=True)


def again(browser: Browser, server: Server, page: str) -> float:
    """A first visit to a server that has just been started."""
    with server.cold() as cold:
        return visited(browser, cold, page)[0]


def compare(browser: Browser, server: Server, page: str, drawn: Path) -> None:
    """Print our page beside Dash, in turns. `drawn` holds the charts that Dash serves."""
    python = peers.interpreter("dash")
    ours, theirs = [], []
    for _ in range(VISITS):
        ours.append(again(browser, server, page))
        if isinstance(python, Path):
            theirs.append(dash_seconds(browser, python, drawn))
    over = f"   over {SECONDS:g}" if median(ours) > SECONDS else ""
    print(f"\n{page}, seconds until drawn, median of {VISITS}: {median(ours):.2f}{over}")
    print(f"Dash, {FIGURES} of its charts alone: {median(theirs):.2f}" if theirs else python)


def main() -> None:
    """Measure on the bundled articles."""
    executable = chromium.executable()
    if executable is None:
        sys.exit(chromium.MISSING)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        work = Path(name)
        bundled(work / "store")
        server = Server(work / "store", work / "server.log")
        browser = playwright.chromium.launch(executable_path=executable, args=list(chromium.FLAGS))
        server.start()
        try:
            largest = every_page(browser, server)
            found = {page: charts(browser, server, page) for page in largest}
            page = next(page for page in largest if found[page])
            four = [found[page][number % len(found[page])] for number in range(FIGURES)]
            (work / "figures.json").write_text(json.dumps(four), encoding="utf-8")
            compare(browser, server, page, work / "figures.json")
        finally:
            server.stop()
            browser.close()


if __name__ == "__main__":
    main()
