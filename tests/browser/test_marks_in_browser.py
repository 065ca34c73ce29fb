"""Every mark of a chart opens its sentence: under the pointer, with the keyboard, on a telephone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import NARROW
from tests.browser.server import Server
from tests.browser.tabs import Tabs
from tests.browser.test_evidence_in_browser import ask
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

# What is hit in the middle of each mark; marks that cover one another answer for each other.
HITS = """
() => [...document.querySelectorAll('.ox-chart .ox-at')].map((mark) => {
  mark.scrollIntoView({ block: 'center' });
  const box = mark.getBoundingClientRect();
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.closest('a');
  return { of: mark.search, hit: hit ? hit.search : null };
})
"""
FOCUSED = "() => document.activeElement?.closest('.ox-chart') ? document.activeElement.search : null"
SPILLS = "() => document.documentElement.scrollWidth > window.innerWidth"
FORMS = {"a strip": "count(*) desc", "over time": "max(dates) desc"}


@pytest.fixture(params=FORMS)
def indicator(request: pytest.FixtureRequest, store: Path) -> str:
    """The indicator with the most figures, and one with the longest past."""
    ((code,),) = ask(
        store,
        f"""
        with lanes as (
            select indicator, country, place, dimension, unit, count(distinct period) as dates
            from observations
            where indicator <> 'exchange_rate' and kind <> 'change'
            group by all
        )
        select indicator
        from lanes join observations using (indicator)
        group by indicator
        order by {FORMS[request.param]}, indicator
        limit 1
        """,
    )
    return code


@pytest.fixture
def chart(server: Server, tabs: Tabs, indicator: str) -> Iterator[Visit]:
    visit = tabs.at(f"{server.address}/indicator?indicator={indicator}")
    yield visit
    assert visit.problems() == [], server.last_trouble()


def opens_its_sentence(visit: Visit, search: str, act: Callable[[], object]) -> None:
    visit.after_run(act)
    assert search in visit.page.url
    assert visit.page.locator(".ox-text .ox-q-chosen").count() >= 1


def test_in_the_middle_of_each_mark_is_a_link_to_a_sentence(chart: Visit) -> None:
    hits = chart.page.evaluate(HITS)
    assert len(hits) > 2
    marks = {hit["of"] for hit in hits}
    assert all(hit["hit"] in marks for hit in hits), hits


def test_a_click_on_a_mark_lands_on_its_sentence(chart: Visit) -> None:
    mark = chart.page.locator(".ox-chart .ox-at").last
    mark.scroll_into_view_if_needed()
    search, box = mark.evaluate("(link) => link.search"), mark.bounding_box()
    assert box is not None
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    opens_its_sentence(chart, search, lambda: chart.page.mouse.click(*middle))


def test_the_keyboard_reaches_every_figure_and_opens_its_sentence(chart: Visit) -> None:
    all_of_them = {hit["of"] for hit in chart.page.evaluate(HITS)}
    reached: list[str] = []
    chart.page.locator(".ox-takeaway").click()
    for _ in range(200):
        chart.page.keyboard.press("Tab")
        focused = chart.page.evaluate(FOCUSED)
        if focused:
            reached.append(focused)
        elif reached:
            break
    assert set(reached) >= all_of_them
    assert len(reached) == len(set(reached)), "a figure is a stop of the keyboard twice"
    chart.page.keyboard.press("Shift+Tab")
    opens_its_sentence(chart, reached[-1], lambda: chart.page.keyboard.press("Enter"))


@pytest.mark.parametrize("view", ["chart", "map", "table", "evidence"])
def test_no_tab_scrolls_sideways_on_a_telephone(
    view: str, server: Server, tabs: Tabs, indicator: str
) -> None:
    visit = tabs.at(f"{server.address}/indicator?indicator={indicator}&view={view}", size=NARROW)
    assert not visit.page.evaluate(SPILLS)
    assert visit.problems() == [], server.last_trouble()
