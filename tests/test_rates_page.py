"""The rates page's tiles: the digits that were printed, never more; both ways; what stands beside a rate."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dashboard import rate_openness, rate_takeaway, rate_tiles
from dashboard.queries import rates
from dashboard.rate_tiles import Standing
from etl.model import Rate
from etl.rates.ticker import rates_of
from etl.read import document_from_text
from tests.page_world import Words, opened, said
from tests.rates_world import FRIDAY, NOTHING, TODAY, close, keep, official, ticker
from tests.store_world import Said, Store

LINES = """\
• KGS/USD = 0.01144 0%
• KZT/USD = {kzt} -0%
• TJS/USD = 0.10899 0.19%
• UZS/USD = 0.00008 -0%
• TMT/USD = 0.28490 0%
"""
THURSDAY = date(2026, 11, 19)
Tiles = Callable[..., str]


def page_with_ticker(name: str, day: str, kzt: str = "0.00196") -> Said:
    """A page with the ticker printed twice, and its date."""
    text = LINES.format(kzt=kzt) * 2 + f"{day}\n"
    return Said(name, (), text=text, rates=tuple(rates_of(document_from_text(text, name))))


def standing(store: Store, monkeypatch: pytest.MonkeyPatch, today: date = TODAY) -> Standing:
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    shown = rates.headline(today)
    return Standing.of(rates.currencies(), shown, rates.around(shown, today), today)


@pytest.fixture
def tiles(store: Store, monkeypatch: pytest.MonkeyPatch) -> Tiles:
    """The tiles as HTML, where these rates are known."""

    def shown(*known: Rate, today: date = TODAY) -> str:
        keep(store, *known)
        return rate_tiles.tiles(standing(store, monkeypatch, today))

    return shown


def test_each_ticker_has_the_digits_it_has(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(page_with_ticker("december", "8 December 2025"))
    page = said(opened("rates", store.folder, monkeypatch))
    for shown in ("510 ±1.3 KZT per USD", "87.41 KGS per USD", "9.1752 TJS per USD", "3.5100 TMT per USD"):
        assert shown in page
    assert "11,800–13,300 about, in UZS per USD" in page
    assert "1 UZS ≈ 0.000075–0.000085 USD" in page
    assert "1 KZT = 0.00196 ±0.000005 USD" in page
    assert "printed with one significant digit" in page
    assert "12,500" not in page


def test_an_official_rate_both_ways_with_kind_source_day_and_age(tiles: Tiles) -> None:
    page = Words.of(tiles(official("KZT", "478.77")))
    assert "478.77 KZT per USD 1 KZT = 0.0020887 USD" in page
    assert "official rate, National Bank of Kazakhstan" in page
    assert "20 Nov 2026, the source's date 1 business day ago" in page


def test_the_number_opens_its_source_or_its_sentence(
    tiles: Tiles, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "href='https://nationalbank.kz/" in tiles(official("KZT", "478.77"))
    store.build(page_with_ticker("december", "8 December 2025"))
    page = "".join(e.proto.body for e in opened("rates", store.folder, monkeypatch).get("html"))
    assert "href='evidence?claim=" in page or "class='ox-figure'" in page


def test_a_rate_of_four_business_days_is_old_and_of_six_stale(tiles: Tiles) -> None:
    known = official("KZT", "478.77")
    assert "ox-fresh" in tiles(known)
    old = tiles(known, today=date(2026, 11, 26))
    assert "ox-old" in old
    assert "old: 4 business days ago" in old
    stale = tiles(known, today=date(2026, 11, 30))
    assert "ox-stale" in stale
    assert "stale: 6 business days ago" in stale


def test_the_move_since_the_day_before_of_the_same_source(tiles: Tiles) -> None:
    known = (official("KZT", "478.77", THURSDAY), official("KZT", "480.20"), close("KZT", "500", THURSDAY))
    page = Words.of(tiles(*known))
    assert "↑ 0.30 % more KZT per dollar since 19 Nov" in page


def test_a_stale_rate_has_no_arrow(tiles: Tiles) -> None:
    known = (official("KZT", "478.77", THURSDAY), official("KZT", "477.20"))
    assert "↓ 0.33 % less KZT per dollar since 19 Nov" in Words.of(tiles(*known))
    stale = Words.of(tiles(*known, today=date(2027, 2, 1)))
    assert "0.33 % less KZT per dollar" in stale
    assert "↓" not in stale


def test_a_move_is_told_only_where_the_digits_show_one(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = (
        page_with_ticker("a", "8 December 2025"),
        page_with_ticker("b", "13 December 2025", kzt="0.00192"),
    )
    store.build(*pages)
    page = said(opened("rates", store.folder, monkeypatch))
    assert "1.6–2.6 % more KZT per dollar since 8 Dec" in page
    assert "no change since 8 Dec that its digits could show" in page
    assert "unchanged since 8 Dec" in page
    assert "printed change −0 %: a fall too small to print" in page


def test_what_stands_beside_is_of_the_nearest_day(tiles: Tiles) -> None:
    known = (official("KZT", "510.25"), close("KZT", "512.30"), close("KZT", "505.00", THURSDAY))
    page = Words.of(tiles(*known, ticker("KZT", "0.00196", THURSDAY)))
    assert "Yahoo Finance close 512.30 that day, 0.40 % above" in page
    assert "ticker 510 ±1.3 on 19 Nov, the same within its digits" in page


def test_days_far_apart_are_not_compared(tiles: Tiles) -> None:
    page = Words.of(tiles(close("KZT", "512.30"), official("KZT", "478.77", date(2026, 10, 1))))
    assert "512.30 KZT per USD" in page
    assert "official 478.77 on 1 Oct" in page
    assert "below" not in page


def test_what_is_set_for_tomorrow_is_a_line(tiles: Tiles) -> None:
    page = Words.of(
        tiles(official("KGS", "87.45", source="nbkr"), official("KGS", "87.50", date(2026, 11, 24), "nbkr"))
    )
    assert "87.45 KGS per USD" in page
    assert "set for 24 Nov: 87.50" in page


def test_a_peg_is_never_without_its_note(tiles: Tiles) -> None:
    fixed = "fixed by the central bank at 3.50 since 2015. A parallel market is reported and not shown."
    assert fixed in Words.of(tiles(ticker("TMT", "0.28490")))
    page = Words.of(
        tiles(official("TMT", "3.5000", THURSDAY, "cbt"), official("TMT", "3.5000", source="cbt"))
    )
    assert fixed in page
    assert "no change" not in page


def test_what_speaks_against_a_newer_rate_is_told(tiles: Tiles) -> None:
    page = Words.of(tiles(official("KZT", "478.77"), close("KZT", "51200", TODAY)))
    assert "478.77 KZT per USD" in page
    assert (
        "not shown: Yahoo Finance close of 23 Nov 2026. 51,200 KZT per dollar is outside 50 to 5,000." in page
    )


def test_a_revision_says_what_stood_before(store: Store, tiles: Tiles) -> None:
    keep(store, official("KZT", "478.77"))
    assert "revised from 478.77" in tiles(official("KZT", "478.79"))


def test_a_rate_that_is_passed_on_names_the_bank(tiles: Tiles) -> None:
    page = Words.of(tiles(official("KZT", "478.77", source="frankfurter")))
    assert "official rate, National Bank of Kazakhstan, passed on by Frankfurter" in page


def test_a_currency_without_any_rate_says_what_to_run(tiles: Tiles) -> None:
    page = Words.of(tiles(official("KZT", "478.77")))
    assert page.count("python -m etl rates") == 4
    assert "No rate of UZS that can be shown" in page


def test_every_word_is_escaped(tiles: Tiles) -> None:
    odd = Rate(
        "USD", "KZT", 1, official("KZT", "478.77").value, "478.77", FRIDAY, "published", "official", "<b>"
    )
    assert "<b>>" not in tiles(odd)


def test_the_address_chooses_the_currencies(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(page_with_ticker("december", "8 December 2025"))
    page = said(opened("rates", store.folder, monkeypatch, currency="UZS"))
    assert "11,800–13,300" in page
    assert "KZT" not in page


def test_without_any_rate_the_page_still_speaks(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(NOTHING)
    page = said(opened("rates", store.folder, monkeypatch))
    assert "No rate that can be shown is known yet." in page
    assert "No source of rates has been asked yet. This asks them all: python -m etl rates" in page


def test_the_takeaway_names_the_largest_moves(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(
        store,
        official("KZT", "478.77", THURSDAY),
        official("KZT", "480.20"),
        official("KGS", "87.45", THURSDAY, "nbkr"),
        official("KGS", "87.40", source="nbkr"),
        official("UZS", "12190.34", THURSDAY, "cbu"),
        official("UZS", "12068.00", source="cbu"),
    )
    told = rate_takeaway.takeaway(standing(store, monkeypatch))
    assert told == (
        "Official rates of 20 November 2026. Since the rate before, a dollar buys 1.0 % less sum and "
        "0.30 % more tenge, the largest moves."
    )


def test_the_takeaway_says_of_whom_least_is_known(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(page_with_ticker("december", "8 December 2025"))
    assert rate_takeaway.takeaway(standing(store, monkeypatch)) == (
        "Tickers of 8 December 2025, 11 months ago. Least is known of the sum: printed with one significant "
        "digit, a dollar may be worth about 11,800–13,300."
    )


def test_only_rates_with_few_digits_are_drawn_as_open(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(page_with_ticker("december", "8 December 2025"))
    loose = rate_openness.loose(standing(store, monkeypatch).headlines())
    assert [row["lcu"] for row in loose] == ["KZT", "UZS"]
    page = rate_openness.openness(loose)
    assert "width:max(100.00%,2px)" in page
    assert "±6.3 %" in Words.of(page)
