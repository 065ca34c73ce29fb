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

    usual: BrowserContext
    open: dict[tuple[BrowserContext, str], Visit] = field(default_factory=dict)

    def at(self, address: str, context: BrowserContext | None = None, size: ViewportSize = WIDE) -> Visit:
        """The tab, of that size, at this address."""
        context = context or self.usual
        key = (context, urlsplit(address).netloc)
        if key in self.open and self.open[key].wrong:
            self.open.pop(key).page.close()
        if key not in self.open:
            self.open[key] = Visit(context.new_page())
        visit = self.open[key]
        visit.page.bring_to_front()  # behind another tab it would draw a frame a second
        visit.page.set_viewport_size(size)
        visit.page.mouse.move(0, 0)
        if visit.page.url.startswith("http"):
            visit.follow(address)
        else:
            visit.open(address)
        return visit

    def leave(self, server: str) -> None:
        """Close those of a server that will be gone: they would look for it again and again."""
        for key in [key for key in self.open if key[1] == urlsplit(server).netloc]:
            self.open.pop(key).page.close()
