"""One tab that remembers what must not happen: errors in the console, requests that leave the machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, WebSocket
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

LOCAL_SCHEMES = {"data", "blob", "about"}
PATIENCE = 45_000  # milliseconds

# Streamlit says itself when a script runs; charts and maps draw after that.
IDLE = """
() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const drawn = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
    .every((chart) => chart.querySelector('.main-svg'));
  const mapped = [...document.querySelectorAll('[data-testid="stDeckGlJsonChart"]')]
    .every((map) => map.querySelector('canvas') || document.querySelector('.ox-flat-only'));
  const waiting = ['[data-testid="stSkeleton"]', '[data-testid="stAppSkeleton"]',
    '[data-testid="stSpinner"]', '[data-stale="true"]'].some((sign) => document.querySelector(sign));
  return app && app.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && document.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]')
    && drawn && mapped && !waiting;
}
"""
FOLLOW = """
(address) => {
  const link = Object.assign(document.createElement("a"), { href: address });
  document.querySelector(".stHtml").append(link);
  link.click();
  link.remove();
}
"""
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@dataclass
class Visit:
    """A tab and what went wrong in it, in sentences."""

    page: Page
    wrong: list[str] = field(default_factory=list)
    runs: int = 0  # of the page's script, to their end
    pending: set[Request] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.wrong.append(f"script error: {error}"))
        self.page.on("request", self._asked)
        self.page.on("requestfinished", self._came)
        self.page.on("requestfailed", self._came)
        self.page.on("websocket", self._connected)

    def open(self, address: str) -> None:
        """Load, and wait until nothing runs any more."""
        self.page.goto(address, wait_until="commit")
        self.idle()

    def follow(self, address: str) -> None:
        """Open it in the session that runs, as a link on the page does."""
        self.after_run(lambda: self.page.evaluate(FOLLOW, address))

    def idle(self) -> None:
        """Wait until the script has run and stays done for two drawn frames."""
        self.page.wait_for_function(IDLE, timeout=PATIENCE)
        self.page.evaluate(TWO_FRAMES)
        self.page.wait_for_function(IDLE, timeout=PATIENCE)

    def quiet(self) -> None:
        """Wait until everything that was asked for has come."""
        until = monotonic() + PATIENCE / 1000
        while self.pending:
            assert monotonic() < until, f"Still waiting for {[asked.url for asked in self.pending]}"
            self.page.wait_for_timeout(20)

    def after_run(self, act: Callable[[], object]) -> None:
        """Do `act`, and wait until the script has run because of it: an idle page may not have begun to."""
        before, until = self.runs, monotonic() + PATIENCE / 1000
        act()
        while self.runs == before:
            assert monotonic() < until, f"Nothing ran within {PATIENCE / 1000:.0f} seconds"
            self.page.wait_for_timeout(20)
        self.idle()

    def words(self) -> str:
        """What the page says, without the menu above it."""
        return self.page.get_by_test_id("stMain").inner_text()

    def problems(self) -> list[str]:
        """Everything that must not be, in sentences; empty for a good page."""
        boxes = self.page.locator("[data-testid=stException], .ox-failed").all_inner_texts()
        lost = ["dialog: Page not found"] if self.page.get_by_text("Page not found").count() else []
        return [*self.wrong, *(f"exception box: {box}" for box in boxes), *lost]

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.wrong.append(f"console error: {message.text} ({message.location.get('url', '')})")

    def _asked(self, request: Request) -> None:
        self.pending.add(request)
        self._outside(request.url)

    def _came(self, request: Request) -> None:
        self.pending.discard(request)

    def _connected(self, socket: WebSocket) -> None:
        self._outside(socket.url)
        socket.on("framereceived", self._received)

    def _received(self, frame: str | bytes) -> None:
        # What the page itself shows of a short run may be over before it is drawn.
        if isinstance(frame, bytes) and ForwardMsg.FromString(frame).HasField("script_finished"):
            self.runs += 1

    def _outside(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in LOCAL_SCHEMES and parts.hostname != "127.0.0.1":
            self.wrong.append(f"request outside: {url}")
