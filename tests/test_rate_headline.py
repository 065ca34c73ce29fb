"""Which rate stands for a currency: one rule for the tiles, the landing's strip and the country's page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dashboard import matrix, rate_words
from dashboard.cells import rows
from dashboard.queries import country, rates
from etl.model import Rate
from tests.page_world import Words, opened, said
from tests.rates_world import TODAY, close, keep, official, ticker
from tests.store_world import Store

Headline = Callable[..., tuple[str, str]]
OLD = date(2026, 11, 13)  # six business days before TODAY
KEPT = date(2026, 11, 16)  # five


@pytest.fixture
def headline(store: Store, monkeypatch: pytest.MonkeyPatch) -> Headline:
    """Source and day of the tenge's rate, where these are known."""

    def found(*known: Rate, today: date = TODAY) -> tuple[str, str]:
        keep(store, *known)
        monkeypatch.setenv("OXUS_STORE", str(store.folder))
        (row,) = (row for row in rows(rates.headline(today)) if row.lcu == "KZT")
        return row.source, str(row.date)[:10]

    return found


def test_the_official_rate_comes_before_a_newer_close_and_ticker(headline: Headline) -> None:
    known = (official("KZT", "478.77", KEPT), close("KZT", "512.3"), ticker("KZT", "0.001957"))
    assert headline(*known) == ("nbk", "2026-11-16")


def test_an_official_rate_older_than_five_business_days_makes_way(headline: Headline) -> None:
    known = (official("KZT", "478.77", OLD), close("KZT", "512.3", KEPT), ticker("KZT", "0.001957"))
    assert headline(*known) == ("yahoo", "2026-11-16")


def test_where_bank_and_market_are_old_a_ticker_stands(headline: Headline) -> None:
    known = (official("KZT", "478.77", OLD), close("KZT", "512.3", OLD), ticker("KZT", "0.001957"))
    assert headline(*known) == ("ticker", "2026-11-20")


def test_an_old_official_rate_stays_where_nothing_is_newer(headline: Headline) -> None:
    known = (official("KZT", "478.77", OLD), close("KZT", "512.3", date(2026, 11, 12)))
    assert headline(*known) == ("nbk", "2026-11-13")


def test_where_all_are_old_the_newest_stands(headline: Headline) -> None:
    later = date(2027, 3, 1)
    known = (official("KZT", "478.77", OLD), close("KZT", "512.3", KEPT))
    assert headline(*known, today=later) == ("yahoo", "2026-11-16")


def test_of_one_day_a_bank_speaks_before_who_passes_its_rate_on(headline: Headline) -> None:
    known = (official("KZT", "478.8", source="frankfurter"), official("KZT", "478.77"))
    assert headline(*known) == ("nbk", "2026-11-20")


def test_the_same_banks_newer_rate_counts_though_it_is_passed_on(headline: Headline) -> None:
    known = (official("KZT", "478.8", source="frankfurter"), official("KZT", "478.77", KEPT))
    assert headline(*known) == ("frankfurter", "2026-11-20")


def test_what_is_set_for_tomorrow_is_not_the_rate_of_today(headline: Headline) -> None:
    known = (official("KZT", "478.77"), official("KZT", "480.10", date(2026, 11, 24)))
    assert headline(*known) == ("nbk", "2026-11-20")
    assert headline(*known, today=date(2026, 11, 24)) == ("nbk", "2026-11-24")


def test_a_rate_against_which_something_speaks_never_stands(headline: Headline) -> None:
    known = (official("KZT", "0.0020"), close("KZT", "512.3", KEPT))
    assert headline(*known) == ("yahoo", "2026-11-16")


def test_a_rate_still_moving_never_stands(headline: Headline) -> None:
    live = Rate("USD", "KZT", 1, close("KZT", "513").value, "513", TODAY, "bar_london", "live", "yahoo")
    assert headline(live, close("KZT", "512.3")) == ("yahoo", "2026-11-20")


def test_a_revised_rate_stands_as_it_is_now(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, official("KZT", "478.77"))
    keep(store, official("KZT", "478.79"))
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    (row,) = rows(rates.headline(TODAY))
    assert (row.value_text, row.revises) == ("478.79", "478.77")


def test_the_landing_and_the_country_page_have_the_rate_of_the_tiles(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, official("KZT", "478.77", KEPT), close("KZT", "512.3"))
    for page in ("region", "country", "rates"):
        at = opened(page, store.folder, monkeypatch)
        assert "478.77" in said(at), page
    assert rates.headline(TODAY).equals(country.rate("KAZ", TODAY))


def test_the_landings_strip_names_kind_day_and_rule(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, official("KZT", "478.77"), official("TMT", "3.5000", source="cbt"))
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    known = matrix.Known(
        [], rates.headline(TODAY).iloc[:0].assign(indicator="", name=""), rates.headline(TODAY)
    )
    strip = matrix.matrix(known, {"KAZ": "Kazakhstan", "TKM": "Turkmenistan"}, matrix.Search(1, TODAY))
    assert "US dollar official 20 Nov" in Words.of(strip).replace("dollarofficial", "dollar official")
    assert "fixed since 2015" in Words.of(strip)
    assert rate_words.RULE.split(";")[0] in strip


def test_a_stale_strip_says_so(bundled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OXUS_STORE", str(bundled))
    found = rates.headline(TODAY)
    empty = found.iloc[:0].assign(indicator="", name="")
    strip = matrix.matrix(matrix.Known([], empty, found), country.names(), matrix.Search(1, TODAY))
    assert "ticker 13 Dec 2025" in Words.of(strip)
    assert Words.of(strip).count("stale: 11 months ago") == 5
