"""Tabs that stay open: what is not about a first load goes on in the session that runs, as a reader does.

A first load costs three to eight seconds of the machine, most of it to read scripts and to make shaders.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ViewportSize

from tests.browser.visit import Visit

WIDE: ViewportSize = {"width": 1280, "height": 720}


@dataclass
class Tabs:
    """One for each browser context and server. Where something went wrong, the next test gets a new one."""

    open: dict[tuple[BrowserContext, str], Visit] = field(default_factory=dict)

    def at(self, address: str, context: BrowserContext) -> Visit:
        """The tab, wide, with this page as it was left by nobody."""
        key = (context, urlsplit(address).netloc)
        if key in self.open and self.open[key].wrong:
            self.open.pop(key).page.close()
        if key not in self.open:
            self.open[key] = Visit(context.new_page())
            self.open[key].open(address)
            return self.open[key]
        visit = self.open[key]
        visit.page.mouse.move(0, 0)
        visit.page.set_viewport_size(WIDE)
        visit.follow(address)
        return visit

    def close(self) -> None:
        """All of them."""
        for visit in self.open.values():
            visit.page.close()
