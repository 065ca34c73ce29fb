"""What a map of five countries shows when little is known: a picture of every case, to be looked at."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Page

from dashboard.boxes import Box
from tests import map_cases
from tests.browser.conftest import NARROW
from tests.browser.server import Server
from tests.browser.tabs import Tabs

pytestmark = pytest.mark.browser

BOXES = """
(labels) => labels.map((label) => {
  const box = label.getBoundingClientRect();
  return [box.left, box.top, box.right, box.bottom];
})
"""


def labels(page: Page) -> list[Box]:
    return [Box(*box) for box in page.locator(".ox-map-label").evaluate_all(BOXES)]


@pytest.mark.parametrize("name", map_cases.CASES)
def test_the_map_of_an_indicator_says_what_is_known_of_each_country(
    name: str, cases: Server, tabs: Tabs, themed: tuple[str, BrowserContext], screenshots: Path
) -> None:
    case, (theme, context) = map_cases.CASES[name], themed
    visit = tabs.at(f"{cases.address}/indicator?indicator={quote(case.name)}&view=Map", context)
    visit.page.screenshot(path=screenshots / f"map-{name}-wide-{theme}.png")
    said = visit.page.locator(".ox-map").inner_text()
    wide = labels(visit.page)
    visit.page.set_viewport_size(NARROW)
    visit.idle()
    visit.page.locator(".ox-map").screenshot(path=screenshots / f"map-{name}-narrow-{theme}.png")
    narrow, problems = labels(visit.page), visit.problems()
    whole = {told.country for told in case.told if told.place is None and told.country != "REGION"}
    assert said.count("nothing found") == 5 - len(whole)
    assert [words for words in case.said if words not in said] == []
    for boxes in (wide, narrow):
        assert not any(one.touches(other) for one, other in combinations(boxes, 2))
    assert problems == [], cases.last_trouble()
