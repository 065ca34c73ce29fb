"""What axe-core finds on a page's other views, light and dark: nothing that is ours.

The pages themselves and their slides are judged where they are looked at: test_every_page.py, test_slides.py.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.access import found
from tests.browser.server import Server
from tests.browser.tabs import Tabs
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

# What the focus is on, and whether it looks otherwise without it; a list is framed a moment later.
REACHED = """
async () => {
  const element = document.activeElement, looks = ['outlineStyle', 'outlineWidth', 'boxShadow',
    'borderColor', 'textDecorationLine', 'backgroundColor'];
  const look = () => JSON.stringify(looks.flatMap((name) =>
    [element, element.parentElement].map((each) => getComputedStyle(each)[name])));
  const focused = look();
  element.blur();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const seen = look() !== focused;
  element.focus();
  return [element.getAttribute('aria-label') || element.title || element.textContent.trim(), seen];
}
"""
MOVING = """
() => [...document.querySelectorAll('*')].filter((element) => {
  const look = getComputedStyle(element);
  return [look.animationName !== 'none' && look.animationDuration, look.transitionDuration]
    .some((time) => time && Math.max(...time.split(',').map(parseFloat)) > 0.01);
}).map((element) => element.className)
"""


VIEWS = (
    "/search?q=obesity",
    "/search?q=obesty",
    "/indicator?view=map",
    "/indicator?view=table",
    "/indicator?view=evidence",
)


@pytest.mark.parametrize("address", VIEWS)
def test_axe_finds_nothing_on_a_view(
    address: str, server: Server, tabs: Tabs, themed: tuple[str, BrowserContext]
) -> None:
    visit = tabs.at(server.address + address, themed[1])
    assert found(visit) == []


def test_the_keys_reach_bar_choices_and_figures_in_their_order_and_show_where_they_are(
    server: Server, visit: Visit
) -> None:
    visit.open(f"{server.address}/country")
    reached = []
    for _ in range(30):
        visit.page.keyboard.press("Tab")
        reached.append(visit.page.evaluate(REACHED))
    names = [name for name, _ in reached]
    order = ["Region", "Snapshots", "Copy the address of this view", "Present", "Kazakhstan"]
    assert [name for name in names if name in order] == order
    assert any("open the sentence" in name for name in names)
    assert [name for name, seen in reached if not seen] == []


def test_nothing_moves_for_those_who_asked_for_less_motion(server: Server, browser: Browser) -> None:
    context = browser.new_context(reduced_motion="reduce")
    visit = Visit(context.new_page())
    visit.open(f"{server.address}/country")
    moving = visit.page.evaluate(MOVING)
    context.close()
    assert moving == []
