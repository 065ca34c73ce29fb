"""What axe-core finds on every page, light and dark: nothing that is ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from dashboard.present import SLIDES
from tests.browser.conftest import NARROW, PAGES, path_of
from tests.browser.server import Server
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

AXE = Path(__file__).with_name("axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Marks of the timeline and of the small map lie where they must; each is a link of full size in a list below.
EXCUSED = {"target-size": (".ox-lane", ".ox-flat")}
# What the focus is on, and whether it looks otherwise than when it is not.
REACHED = """
() => {
  const element = document.activeElement, looks = ['outlineStyle', 'outlineWidth', 'boxShadow',
    'borderColor', 'textDecorationLine', 'backgroundColor'];
  const look = () => JSON.stringify(looks.flatMap((name) =>
    [element, element.parentElement].map((each) => getComputedStyle(each)[name])));
  const focused = look();
  element.blur();
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
FIND = """
async (rules) => (await axe.run(document, { runOnly: rules })).violations
  .flatMap((rule) => rule.nodes.map((node) => [rule.id, String(node.target), node.html, node.failureSummary]))
"""


VIEWS = (
    "/search?q=obesity",
    "/search?q=obesty",
    "/indicator?view=map",
    "/indicator?view=table",
    "/indicator?view=evidence",
)


def found(visit: Visit) -> list[str]:
    """What is wrong with the page as it stands, a sentence each."""
    visit.page.evaluate(AXE.read_text(encoding="utf-8"))
    nodes = visit.page.evaluate(FIND, RULES)
    return [
        f"{rule}: {target} {html[:160]} {why}"
        for rule, target, html, why in nodes
        if not any(part in target for part in EXCUSED.get(rule, ()))
    ]


@pytest.mark.parametrize("address", [*map(path_of, PAGES), *VIEWS])
def test_axe_finds_nothing_on_a_page(
    address: str, server: Server, themed: tuple[str, BrowserContext]
) -> None:
    visit = Visit(themed[1].new_page())
    visit.open(server.address + address)
    wrong = found(visit)
    visit.page.close()
    assert wrong == []


@pytest.mark.parametrize("page", SLIDES)
def test_axe_finds_nothing_on_a_slide(page: str, server: Server, themed: tuple[str, BrowserContext]) -> None:
    visit = Visit(themed[1].new_page())
    visit.open(f"{server.address}{path_of(page)}?present=1")
    wrong = found(visit)
    visit.page.close()
    assert wrong == []


@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_on_a_narrow_page(page: str, server: Server, visit: Visit) -> None:
    visit.page.set_viewport_size(NARROW)
    visit.open(server.address + path_of(page))
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
