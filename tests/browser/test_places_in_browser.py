"""The map of plants: shaded in every case, linked with its list, reached by keys, flat without WebGL."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page

from dashboard import deck, theme
from dashboard.boxes import Box
from tests import map_cases
from tests.browser import chromium
from tests.browser.conftest import NARROW
from tests.browser.server import Server
from tests.browser.tabs import WIDE, Tabs
from tests.browser.test_map_cases import BOXES
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

LIST = ".st-key-places_list"
MAP = ".st-key-places_map canvas"
ZOOMED = {"width": WIDE["width"] // 2, "height": WIDE["height"] // 2}  # what 200 % leaves of a screen


@pytest.fixture
def plants(cases: Server, tabs: Tabs) -> Visit:
    """The page as it opens."""
    return tabs.at(f"{cases.address}/places")


def drawn(visit: Visit) -> None:
    """The shapes come after the page, from addresses of their own."""
    visit.quiet()
    visit.page.wait_for_timeout(500)


def spot(page: Page, lon: float, lat: float) -> tuple[float, float]:
    """Where a point of the earth is on the screen."""
    box = page.locator(MAP).first.bounding_box()
    assert box is not None
    x, y = deck.view_of("all").xy(lon, lat)
    return box["x"] + box["width"] / 2 + x, box["y"] + box["height"] / 2 + y


def colour(page: Page, x: float, y: float) -> tuple[int, ...]:
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    found = picture.getpixel((round(x), round(y)))
    assert isinstance(found, tuple)
    return found


def near(one: tuple[int, ...], other: str) -> bool:
    return max(abs(a - b) for a, b in zip(one, deck.rgba(other), strict=False)) < 40


@pytest.mark.parametrize("name", map_cases.CASES)
def test_a_shaded_map_says_what_is_known_of_each_country(
    name: str, cases: Server, tabs: Tabs, themed: tuple[str, BrowserContext], screenshots: Path
) -> None:
    case, (look, context) = map_cases.CASES[name], themed
    visit = tabs.at(f"{cases.address}/places?place_shade={case.indicator}", context)
    drawn(visit)
    visit.page.screenshot(path=screenshots / f"places-{name}-wide-{look}.png")
    said = visit.words()
    assert visit.problems() == []
    if any(told.kind == "observed" and told.place is None and told.country != "REGION" for told in case.told):
        whole = [told for told in case.told if told.place is None]
        assert all(f"{told.value} % · {told.year}" in said for told in whole)
        assert said.count("no data") >= 5 - len(whole)
    else:
        assert "which is not on offer here" in said  # nothing was observed that could shade a country


def test_a_place_picked_in_the_list_is_ringed_on_the_map(plants: Visit) -> None:
    drawn(plants)
    x, y = spot(plants.page, 80.25, 50.421)
    radius = 34 * math.sqrt(50 / 80) + 4  # the largest circle has 80 million dollars
    assert not near(colour(plants.page, x, y - radius), theme.INK["light"])
    plants.after_run(plants.page.locator(f"{LIST} a[data-site='Semey']").click)
    drawn(plants)
    assert "place_site=Semey" in plants.page.url
    assert near(colour(plants.page, x, y - radius), theme.INK["light"])


def tap(visit: Visit, x: float, y: float) -> None:
    """Click on the map until the page hears it: under heavy load deck.gl takes a click for a long press."""
    before = visit.runs
    for _ in range(10):
        visit.page.mouse.move(x, y)
        visit.page.wait_for_timeout(500)
        visit.page.mouse.click(x, y)
        if heard(visit, before):
            visit.idle()
            return
    raise AssertionError("the page heard none of ten clicks on the map")


def heard(visit: Visit, before: int) -> bool:
    """Whether the page ran again. It may take its time, and a second click too early would undo the first."""
    for _ in range(16):
        visit.page.wait_for_timeout(500)
        if visit.runs > before:
            return True
    return False


def test_a_place_picked_on_the_map_stands_out_in_the_list(plants: Visit) -> None:
    drawn(plants)
    tap(plants, *spot(plants.page, 61.83, 37.594))  # Mary
    assert "place_site=Mary" in plants.page.url
    chosen = plants.page.locator(f"{LIST} .ox-site[aria-current]")
    assert chosen.locator("h3").inner_text() == "Mary"
    assert plants.problems() == []


def test_every_place_is_reached_and_picked_by_keys_alone(plants: Visit) -> None:
    links = plants.page.locator(f"{LIST} a[data-site]")
    assert {links.nth(n).inner_text() for n in range(links.count())} == {p.place for p in map_cases.PLANTS}
    links.first.focus()
    reached = set()
    for _ in range(4 * len(map_cases.PLANTS)):
        reached.add(plants.page.evaluate("() => document.activeElement.dataset.site"))
        plants.page.keyboard.press("Tab")
    assert {plant.place for plant in map_cases.PLANTS} <= reached
    links.first.focus()
    plants.after_run(lambda: plants.page.keyboard.press("Enter"))
    assert "place_site=" in plants.page.url


def test_every_mark_has_its_words_and_its_sentence_in_the_list(plants: Visit) -> None:
    said = plants.page.locator(LIST).inner_text()
    assert "operating “was opened”" in said
    assert "under construction “being built”" in said
    assert "planned “will be built”" in said
    assert "stage not said" in said
    assert "position approximate" in said
    assert plants.page.locator(f"{LIST} a.ox-site-fact[href*='evidence?claim=']").count() == len(
        map_cases.PLANTS
    )
    label = plants.page.locator("[data-testid=stDeckGlJsonChart]").get_attribute("aria-label")
    assert label is not None
    assert "Semey (operating)" in label


@pytest.fixture
def blind(browser: Browser) -> Iterator[Visit]:
    """A tab of a browser that draws no WebGL."""
    flags = ["--no-sandbox", "--disable-3d-apis", "--disable-gpu"]
    other = browser.browser_type.launch(executable_path=chromium.executable(), args=flags)
    yield Visit(other.new_page(viewport=WIDE))
    other.close()


def test_without_webgl_the_page_says_so_and_shows_a_flat_map(
    cases: Server, blind: Visit, screenshots: Path
) -> None:
    blind.open(f"{cases.address}/places?place_shade=anaemia_prevalence")
    blind.page.wait_for_selector(".ox-flat", state="visible")
    blind.page.screenshot(path=screenshots / "places-without-webgl.png")
    assert "lacks WebGL" in blind.words()
    assert blind.page.locator(".ox-flat:visible").count() == 1
    assert not blind.page.locator(".st-key-places_map").is_visible()
    names = blind.page.locator(".ox-flat span").evaluate_all(BOXES)
    assert len(names) > 4
    assert not any(one.touches(other) for one, other in combinations([Box(*box) for box in names], 2))
    blind.after_run(blind.page.locator(".ox-flat a[data-site='Mary']").click)
    assert blind.page.locator(f"{LIST} .ox-site[aria-current] h3").inner_text() == "Mary"
    assert [wrong for wrong in blind.problems() if "WebGL" not in wrong] == []


def test_without_webgl_a_slide_has_the_flat_map_whole_and_its_foot(
    cases: Server, blind: Visit, screenshots: Path
) -> None:
    blind.open(f"{cases.address}/places?present=1")
    blind.page.wait_for_selector(".ox-flat", state="visible")
    blind.page.screenshot(path=screenshots / "places-slide-without-webgl.png")
    flat, foot = (
        blind.page.locator(part).evaluate_all(BOXES)[0] for part in (".ox-flat", "footer.ox-slide-foot")
    )
    assert not Box(*flat).touches(Box(*foot))
    assert Box(*foot).bottom <= WIDE["height"]


def test_with_webgl_nothing_is_said_of_it(plants: Visit) -> None:
    assert "WebGL" not in plants.words()
    assert plants.page.locator(".ox-flat:visible").count() == 0
    assert plants.page.locator(MAP).first.is_visible()


@pytest.mark.parametrize("size", [NARROW, ZOOMED], ids=["narrow", "zoomed"])
def test_on_a_small_screen_the_map_is_flat_and_nothing_is_cut_off(
    size: dict[str, int], cases: Server, visit: Visit, screenshots: Path
) -> None:
    visit.page.set_viewport_size(size)  # type: ignore[arg-type]
    visit.open(f"{cases.address}/places?place_shade=anaemia_prevalence&place_site=Mary")
    visit.page.screenshot(path=screenshots / f"places-{size['width']}.png", full_page=True)
    assert visit.page.locator(".ox-flat").is_visible()
    assert not visit.page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth")
    assert visit.problems() == []


def test_a_place_on_a_countrys_small_map_leads_to_it_on_the_map_of_plants(
    cases: Server, visit: Visit, screenshots: Path
) -> None:
    visit.open(f"{cases.address}/country?country=UZB")
    small = visit.page.locator(".ox-flat-here")
    small.scroll_into_view_if_needed()
    visit.page.screenshot(path=screenshots / "country-places.png")
    names = [Box(*box) for box in small.locator("span").evaluate_all(BOXES)]
    assert len(names) > 1
    assert not any(one.touches(other) for one, other in combinations(names, 2))
    visit.after_run(small.locator("a[data-site='Bukhara']").click)
    assert "place_country=UZB&place_site=Bukhara" in visit.page.url
    assert visit.page.locator(f"{LIST} .ox-site[aria-current] h3").inner_text() == "Bukhara"
    assert visit.problems() == []
