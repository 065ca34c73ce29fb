"""Changing a page's first choice as a reader would, whatever kind of choice it is."""

from __future__ import annotations

from playwright.sync_api import Locator

from tests.browser.visit import Visit

BUTTON_NOT_CHOSEN = '[data-testid="stMain"] [data-testid="stButtonGroup"] button:not([aria-checked="true"])'
LIST = '[data-testid="stMain"] [data-testid="stSelectbox"] input'


def change_first_choice(visit: Visit) -> None:
    """Take another option of the first choice and wait; a page without a choice stays as it is."""
    lists, buttons = visit.page.locator(LIST), visit.page.locator(BUTTON_NOT_CHOSEN)
    if lists.count():
        visit.after_run(lambda: _take_the_next(lists.first))
    elif buttons.count():
        visit.after_run(buttons.first.click)


def _take_the_next(options: Locator) -> None:
    options.click()
    options.press("ArrowDown")
    options.press("Enter")
