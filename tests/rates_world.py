"""A small world for the tests of rates: rates as sources publish them, and stores that hold them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from etl.model import Rate
from etl.store.rates import SeriesRun, SourceRun, write_rates
from tests.store_world import Said, Store, a_claim, say

TODAY = date(2026, 11, 23)  # a Monday
FRIDAY = date(2026, 11, 20)
FIVE = ("KZT", "KGS", "TJS", "TMT", "UZS")
NOTHING = say("a", a_claim())  # an article without a rate


def official(lcu: str, text: str, day: date = FRIDAY, source: str = "nbk") -> Rate:
    """What a bank says of a dollar; `text` as it prints it."""
    return Rate("USD", lcu, 1, Decimal(text), text, day, "published", "official", source)


def close(lcu: str, text: str, day: date = FRIDAY) -> Rate:
    """A market's close."""
    return Rate("USD", lcu, 1, Decimal(text), text, day, "bar_london", "close", "yahoo")


def ticker(lcu: str, text: str, day: date = FRIDAY) -> Rate:
    """A dollar's part that a page prints for one unit."""
    return Rate(lcu, "USD", 1, Decimal(text), text, day, "page_date", "ticker", "ticker")


def workdays(first: date, number: int) -> list[date]:
    """Monday to Friday."""
    days = (first + timedelta(days=ahead) for ahead in range(number * 2 + 3))
    return [day for day in days if day.weekday() < 5][:number]


def keep(store: Store, *rates: Rate, said: Iterable[Said] = (NOTHING,)) -> Store:
    """The store, published with these rates, each source's in one answer."""
    for source in dict.fromkeys(rate.source for rate in rates):
        mine = [rate for rate in rates if rate.source == source]
        write_rates(store.folder, mine, SourceRun(source, "ok", "all came"))
    store.build(*said)
    return store


def fail(store: Store, source: str, outcome: str, *series: tuple[str, str]) -> None:
    """An attempt that brought nothing; `series` are its currencies, each with what came of it."""
    told = tuple(SeriesRun(lcu, came, f"{lcu}: {came}") for lcu, came in series)
    write_rates(store.folder, [], SourceRun(source, outcome, f"what {source} said", told))
