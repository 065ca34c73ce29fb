"""The reader's language in a browser: chosen in the bar, kept on every way through the pages."""

from __future__ import annotations

import pytest

from tests.browser.server import Server
from tests.browser.tabs import Tabs
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

SPOKEN = "() => document.documentElement.lang"


def heading(visit: Visit) -> str:
    return visit.page.get_by_role("heading", level=1).inner_text()


def test_a_choice_in_the_bar_shows_the_same_view_in_another_language_and_back(
    server: Server, tabs: Tabs
) -> None:
    visit = tabs.at(f"{server.address}/country?country=TJK")
    visit.after_run(lambda: visit.page.get_by_role("button", name="RU", exact=True).click())
    assert visit.page.url == f"{server.address}/country?country=TJK&lang=ru"
    assert (heading(visit), visit.page.evaluate(SPOKEN)) == ("Таджикистан", "ru")
    visit.after_run(lambda: visit.page.get_by_role("button", name="EN", exact=True).click())
    assert visit.page.url == f"{server.address}/country?country=TJK"
    assert (heading(visit), visit.page.evaluate(SPOKEN)) == ("Tajikistan", "en")
    assert visit.problems() == [], server.last_trouble()


def test_the_language_stays_from_page_to_page_and_in_a_search(server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{server.address}/?lang=ru")
    visit.after_run(lambda: visit.page.get_by_test_id("stTopNavLink").get_by_text("Курсы").click())
    assert (visit.page.url, heading(visit)) == (f"{server.address}/rates?lang=ru", "Обменные курсы")
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("obesity")
    visit.after_run(lambda: visit.page.keyboard.press("Enter"))
    assert (visit.page.url, heading(visit)) == (
        f"{server.address}/search?q=obesity&lang=ru",
        "Поиск: obesity",
    )
    visit.after_run(visit.page.go_back)
    assert (visit.page.url, heading(visit)) == (f"{server.address}/rates?lang=ru", "Обменные курсы")
    assert visit.problems() == [], server.last_trouble()


def test_a_choice_and_a_fragment_speak_the_language_of_the_page(server: Server, tabs: Tabs) -> None:
    visit = tabs.at(f"{server.address}/rates?lang=ru")
    box = visit.page.get_by_label("Сумма")
    box.fill("250")
    visit.after_run(lambda: box.press("Enter"))
    assert visit.page.url == f"{server.address}/rates?lang=ru&amount=250"
    assert "тикер на веб-странице" in visit.page.locator(".ox-used").inner_text()
