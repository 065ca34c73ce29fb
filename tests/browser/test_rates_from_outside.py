"""The whole program through environment variables alone: the real commands, server, browser and HTTPS.

What lies outside is `tests/outside.py`, a proxy with a certificate of its own.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, expect

from tests import bank_pages as pages
from tests.bank_stand_in import CBT, CBU, FRANKFURTER, NBK, NBKR, NBT, Asked, Banks, Sent, day_asked
from tests.browser.server import ROOT, free_port
from tests.browser.visit import Visit
from tests.outside import Outside, outside
from tests.yahoo_stand_in import LEVELS, LONDON, Reply, chart, working_days
from tests.yahoo_stand_in import Asked as AskedYahoo

pytestmark = pytest.mark.browser

TODAY = datetime.now(LONDON).date()
SINCE = TODAY - timedelta(days=6)  # a business day is among them, and the Saturday of a weekly list
DAYS = pages.working_days(SINCE, TODAY)
CODES = tuple(LEVELS)
HTML = Sent("<!doctype html><html><body>Site under maintenance</body></html>", "text/html")
TOO_OFTEN, NOTHING = Sent("Too Many Requests", "text/html", 429), Sent("", drop=True)
A_RUN = 60_000  # milliseconds

Row = tuple[str, str, str, int, str, date]  # source, base, counter, nominal, number as printed, day


@dataclass(frozen=True)
class World:
    """A store, the dashboard over it, and what both take for the network."""

    store: Path
    outside: Outside
    address: str

    def fetching(self, since: date) -> subprocess.Popen[str]:
        """`python -m etl rates`, under way."""
        command = [sys.executable, "-m", "etl", "rates", "--since", str(since), "--store", str(self.store)]
        around, pipe = {**os.environ, **self.outside.environment}, subprocess.PIPE
        return subprocess.Popen(command, cwd=ROOT, env=around, stdout=pipe, stderr=pipe, text=True)

    def fetched(self) -> set[Row]:
        """Every rate in the database that no article brought."""
        name = (self.store / "CURRENT").read_text("utf-8").strip()
        with duckdb.connect(str(self.store / name), read_only=True) as connection:
            found = connection.execute(
                """
                select source, base, counter, nominal, value_text, date
                from rates
                where kind <> 'ticker' and is_current
                """
            )
            return set(found.fetchall())


@pytest.fixture
def world(browser: Browser, tmp_path: Path) -> Iterator[World]:
    """As `make run` starts it on a machine without a store."""
    store, banks = tmp_path / "store", Banks(TODAY)
    banks.yahoo.answers |= dict.fromkeys(CODES, closes)
    with outside(banks, tmp_path) as found:
        around = {**os.environ, **found.environment, "OXUS_STORE": str(store)}
        command = [sys.executable, "-m", "dashboard.serve", "--port", str(free_port())]
        with subprocess.Popen(command, cwd=ROOT, env=around, stdout=subprocess.PIPE, text=True) as served:
            assert served.stdout is not None
            yield World(store, found, served.stdout.readline().strip())
            served.terminate()


def close(code: str, day: date) -> float:
    return LEVELS[code] + (0 if code == "TMT" else day.day / 4)


def closes(asked: AskedYahoo) -> Reply:
    """A day's close is the same whenever it is asked for."""
    return Reply(chart(asked.currency, [(day, close(asked.currency, day)) for day in working_days(asked)]))


def printed() -> Iterator[Row]:
    """What the sources tell of the days since SINCE, and the first of them of tomorrow and of Saturday."""
    saturday = TODAY - timedelta(days=(TODAY.weekday() + 2) % 7)
    for day in DAYS:
        for bank, lcu in (("nbk", "KZT"), ("nbt", "TJS"), ("cbt", "TMT"), ("cbu", "UZS")):
            yield from listed(bank, bank, lcu, day)
        yield ("nbkr", "USD", "KGS", 1, pages.printed("nbkr", "USD", day), day)
        for code in CODES:
            there = pages.without_zeros(pages.printed(pages.SETS[code], "USD", day))
            yield ("frankfurter", "USD", code, 1, there, day)
            yield ("yahoo", "USD", code, 1, f"{close(code, day):.7g}", day)
    yield from listed("nbkr", "nbkr", "KGS", TODAY + timedelta(days=1))
    yield from listed("nbkr", "nbkr_weekly", "KGS", saturday)


def listed(source: str, bank: str, lcu: str, day: date) -> Iterator[Row]:
    """The dollar and the currencies of the region; the bank of the manat drops zeros at the end."""
    for base, (units, _) in pages.LISTS[bank].items():
        if base in ("USD", *CODES):
            number = pages.printed(bank, base, day)
            yield (source, base, lcu, units, pages.without_zeros(number) if bank == "cbt" else number, day)


def revised(asked: Asked) -> Sent:
    """The page of Tajikistan's bank, with another rate for the newest day."""
    page, day = pages.nbt(day_asked(asked)), DAYS[-1]
    return Sent(page.replace(pages.printed("nbt", "USD", day), REVISED) if day_asked(asked) == day else page)


REVISED = str(Decimal(pages.printed("nbt", "USD", DAYS[-1])) + Decimal("0.0123"))


def refresh(visit: Visit) -> Locator:
    return visit.page.get_by_role("button", name="Refresh rates")


def tiles(visit: Visit) -> Locator:
    return visit.page.locator(".ox-tiles")


def fail(banks: Banks) -> None:
    """Too often, a page for people, and nothing at all."""
    nothing = dict.fromkeys((NBKR, NBT, CBT, FRANKFURTER), lambda _: NOTHING)
    banks.answers |= {**nothing, NBK: lambda _: TOO_OFTEN, CBU: lambda _: HTML}
    banks.yahoo.answers |= dict.fromkeys(CODES, lambda _: Reply("Too Many Requests", 429))


WHY = {
    "National Bank of Kazakhstan": "asked too often",
    "National Bank of the Kyrgyz Republic": "no connection",
    "National Bank of Tajikistan": "no connection",
    "Central Bank of Turkmenistan": "no connection",
    "Central Bank of Uzbekistan": "it sends a page that holds none",
    "Frankfurter": "no connection",
    "Yahoo Finance": "asked too often",
}


def test_rates_come_from_outside_to_the_page_and_what_fails_outside_is_told_there(
    world: World, plain: BrowserContext
) -> None:
    address, banks = f"{world.address}/rates", world.outside.banks
    assert world.outside.sought == [], "the dashboard starts with what is stored"

    fetching = world.fetching(SINCE)
    said, wrong = fetching.communicate(timeout=60)
    assert (fetching.returncode, wrong) == (0, "")
    *sentences, published = said.splitlines()
    assert {line.partition(":")[0] for line in sentences} == set(WHY)
    assert published.startswith("Published")
    everything = world.fetched()
    assert everything == set(printed())

    fail(banks)
    fetching = world.fetching(DAYS[-1])
    visit, other = Visit(plain.new_page()), Visit(plain.new_page())
    visit.open(address)
    for bank in ("nbk", "nbt", "cbu"):
        expect(tiles(visit)).to_contain_text(f"{Decimal(pages.printed(bank, 'USD', DAYS[-1])):,}")
    other.open(address)
    said, wrong = fetching.communicate(timeout=60)
    assert (fetching.returncode, said) == (1, "")
    assert len(wrong.splitlines()) == len(WHY)
    assert world.fetched() == everything

    banks.answers = {NBT: revised}
    refresh(visit).click()
    expect(refresh(visit)).to_be_disabled()
    visit.idle()
    for source, why in WHY.items():
        assert re.search(rf"{source} \w[^.]* since [\w ]+ \d\d:\d\d UTC \({why}\)", visit.words()), source
    refresh(other).click()  # joins
    visit.page.close()
    expect(tiles(other)).to_contain_text(REVISED, timeout=A_RUN)
    expect(refresh(other)).to_be_enabled()
    told = other.page.locator(".ox-refresh")
    expect(told).to_contain_text(re.compile(r"Yahoo Finance said .*; it is asked again from .* UTC\."))
    expect(told).to_contain_text(re.compile(r"National Bank of Tajikistan: \d+ daily rates of TJS"))
    new = {row for row in world.fetched() - everything if row[-1] >= SINCE}
    assert new == {("nbt", "USD", "TJS", 1, REVISED, DAYS[-1])}
    assert (visit.wrong, other.problems()) == ([], [])
