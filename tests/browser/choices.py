"""Changing a page's choices as a reader would, whatever kind of choice they are."""

from __future__ import annotations

from playwright.sync_api import Locator

from tests.browser.visit import Visit

GROUP = '[data-testid="stMain"] [data-testid="stButtonGroup"]'
NOT_CHOSEN = 'button:not([aria-checked="true"])'
LIST = '[data-testid="stMain"] [data-testid="stSelectbox"] input'
TAB = '[data-testid="stMain"] [role="tab"]'


def change_first_choice(visit: Visit) -> None:
    """Take another option of the first choice and wait; a page without a choice stays as it is."""
    lists, groups = visit.page.locator(LIST), visit.page.locator(GROUP)
    if lists.count():
        visit.after_run(lambda: _take_the_next(lists.first))
    elif groups.count():
        visit.after_run(groups.first.locator(NOT_CHOSEN).first.click)


def change_every_choice(visit: Visit) -> None:
    """Take another option of each choice in turn: lists, then buttons, then tabs."""
    for number in range(visit.page.locator(LIST).count()):
        visit.after_run(lambda: _take_the_next(visit.page.locator(LIST).nth(number)))  # noqa: B023
    for number in range(visit.page.locator(GROUP).count()):
        visit.after_run(visit.page.locator(GROUP).nth(number).locator(NOT_CHOSEN).first.click)
    if visit.page.locator(TAB).count():
        visit.after_run(visit.page.locator(TAB).nth(2).click)


def _take_the_next(options: Locator) -> None:
    options.click()
    options.press("ArrowDown")
    options.press("Enter")
