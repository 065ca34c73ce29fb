"""Back takes a choice back and forward makes it again; a page that is left takes its choices along."""

from __future__ import annotations

import pytest

from tests.browser.server import Server
from tests.browser.tabs import Tabs

pytestmark = pytest.mark.browser


def test_back_and_forward_walk_through_the_choices(server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{server.address}/country")
    heading = visit.page.get_by_role("heading", level=1)
    visit.after_run(visit.page.get_by_role("radio", name="Tajikistan").click)
    visit.after_run(visit.page.get_by_role("radio", name="Uzbekistan").click)
    assert visit.page.url.endswith("/country?country=UZB")
    visit.after_run(visit.page.go_back)
    assert (heading.inner_text(), visit.page.url[-11:]) == ("Tajikistan", "country=TJK")
    visit.after_run(visit.page.go_back)
    assert (heading.inner_text(), visit.page.url[-8:]) == ("Kazakhstan", "/country")
    visit.after_run(visit.page.go_forward)
    assert (heading.inner_text(), visit.page.url[-11:]) == ("Tajikistan", "country=TJK")
    assert visit.problems() == [], server.last_trouble()


def test_a_tab_is_a_step_of_the_history_too(server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{server.address}/indicator")
    visit.after_run(visit.page.get_by_role("tab", name="Map").click)
    visit.after_run(visit.page.get_by_role("tab", name="Table").click)
    assert visit.page.url.endswith("/indicator?view=table")
    visit.after_run(visit.page.go_back)
    assert visit.page.get_by_role("tab", selected=True).inner_text() == "Map"


def test_the_choices_of_a_page_stay_with_it(server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{server.address}/country?country=TKM")
    visit.after_run(visit.page.get_by_role("link", name="Rates", exact=True).click)
    assert visit.page.url == f"{server.address}/rates"
    visit.after_run(visit.page.go_back)
    assert visit.page.get_by_role("heading", level=1).inner_text() == "Turkmenistan"
