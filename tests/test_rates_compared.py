"""Currencies since one day: each from its first rate after it, official and market never in one line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import rate_index_chart, rate_rebased
from dashboard.queries import rate_history, rate_start
from dashboard.rate_period import Period
from dashboard.rate_rebased import Series
from etl.model import Rate
from tests.page_world import Words, opened, said
from tests.rates_world import FIVE, close, keep, official, ticker
from tests.store_world import Store

START, LAST = date(2025, 3, 3), date(2025, 6, 2)
PERIOD = Period(START, LAST)
COUNTRIES = {"KZT": "KAZ", "KGS": "KGZ", "TJS": "TJK", "TMT": "TKM", "UZS": "UZB"}
Compare = Callable[..., list[Series]]


@pytest.fixture
def compare(store: Store, monkeypatch: pytest.MonkeyPatch) -> Compare:
    """The series since START, where these rates are known."""

    def compared(*known: Rate) -> list[Series]:
        keep(store, *known)
        monkeypatch.setenv("OXUS_STORE", str(store.folder))
        return rate_rebased.series(rate_start.starts(FIVE, START), rate_history.lines(FIVE, PERIOD), FIVE)

    return compared


def test_the_first_day_is_one_hundred(compare: Compare) -> None:
    (tenge,) = compare(official("KZT", "500.00", START), official("KZT", "520.50", LAST))
    assert tenge.index(tenge.start) == 100
    assert tenge.index(tenge.last) == pytest.approx(104.1)


def test_the_sentence_says_of_what_a_dollar_buys_more(compare: Compare) -> None:
    compared = compare(
        official("KZT", "500.00", START),
        official("KZT", "520.50", LAST),
        official("KGS", "87.4500", START, "nbkr"),
        official("KGS", "85.7000", LAST, "nbkr"),
        official("TMT", "3.5000", START, "cbt"),
        official("TMT", "3.5000", LAST, "cbt"),
    )
    assert rate_rebased.sentence(compared, START) == (
        "Since 3 March 2025 the dollar buys 4.1 % more tenge, 2.0 % less som and as much manat as then."
    )


def test_an_official_series_is_taken_before_the_market_and_never_mixed_with_it(compare: Compare) -> None:
    (tenge,) = compare(
        close("KZT", "505.00", START),
        official("KZT", "500.00", date(2025, 3, 5)),
        close("KZT", "530.00", date(2025, 5, 1)),
        official("KZT", "520.00", LAST),
    )
    assert rate_rebased.named(tenge) == "KZT official"
    assert [row["kind"] for row in (tenge.start, *tenge.points)] == ["official", "official"]


def test_without_an_official_rate_in_time_the_market_is_taken_and_named(compare: Compare) -> None:
    (tenge,) = compare(
        close("KZT", "505.00", START),
        official("KZT", "500.00", date(2025, 4, 1)),
        close("KZT", "530.00", LAST),
    )
    assert rate_rebased.named(tenge) == "KZT market"
    assert {row["kind"] for row in tenge.points} == {"close"}


def test_a_first_rate_of_the_sixth_business_day_is_too_late(compare: Compare) -> None:
    assert compare(official("KZT", "500.00", date(2025, 3, 10)))
    assert not compare(official("KGS", "87.45", date(2025, 3, 11), "nbkr"))[1:]


def test_who_is_left_out_is_told_with_the_reason(compare: Compare) -> None:
    compared = compare(
        official("KZT", "500.00", START),
        official("KGS", "87.45", date(2025, 5, 2), "nbkr"),
        official("TJS", "9.4", START, "nbt"),
        ticker("UZS", "0.00008", START),
    )
    assert rate_rebased.left_out(rate_start.reasons(FIVE, START), compared) == (
        "Left out: KGS (its first rate from then on is of 2 May 2025); TJS (none of its rates has 4 "
        "significant digits); TMT (no rate from then on is known); UZS (only tickers are known, which make "
        "no series)."
    )


def test_a_rate_against_which_something_speaks_starts_no_line(compare: Compare) -> None:
    (tenge,) = compare(official("KZT", "5.00", START), official("KZT", "500.00", date(2025, 3, 4)))
    assert str(tenge.start["date"])[:10] == "2025-03-04"


def test_lines_are_named_at_their_ends_and_the_market_is_dotted(compare: Compare) -> None:
    compared = compare(
        official("KZT", "500.00", START),
        official("KZT", "520.50", LAST),
        close("UZS", "12000.0", START),
        close("UZS", "12010.0", LAST),
    )
    figure = rate_index_chart.figure(compared, COUNTRIES, PERIOD, "light")
    assert [trace["line"].get("dash") for trace in figure["data"]] == [None, "dot"]
    names = [note["text"] for note in figure["layout"]["annotations"]]
    assert names == ["<b>KZT official</b> 104.1", "<b>UZS market</b> 100.1"]
    assert [trace["y"][0] for trace in figure["data"]] == [100, 100]


def test_the_table_has_the_first_the_newest_and_every_point(compare: Compare) -> None:
    days = [START, date(2025, 3, 4), LAST]
    rates = zip(("500.00", "510.00", "520.50"), days, strict=True)
    page = Words.of(rate_rebased.table(compare(*(official("KZT", text, day) for text, day in rates))))
    assert "KZT official 500.00, 3 Mar 2025 520.50, 2 Jun 2025 104.1" in page
    assert "2 Jun 2025 104.1 4 Mar 2025 102.0" in page


def test_nothing_to_compare_gets_a_figure_that_says_so() -> None:
    figure: dict[str, Any] = rate_index_chart.figure([], COUNTRIES, PERIOD, "dark")
    assert figure["layout"]["annotations"][0]["text"] == "No currency can be compared since that day"
    assert rate_rebased.sentence([], START) == "No currency can be compared since that day."


@given(st.lists(st.floats(0, 300), min_size=1, max_size=5))
def test_names_at_the_ends_never_touch(places: list[float]) -> None:
    moved = sorted(rate_index_chart.spread(places, 17, 300))
    assert all(after - before >= 17 - 1e-6 for before, after in pairwise(moved))
    assert moved[0] >= -1e-6
    assert moved[-1] <= 300 + 1e-6


def test_the_first_day_is_in_the_address(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    rates = [official("KZT", text, day) for text, day in (("400.00", START), ("500.00", date(2025, 4, 1)))]
    keep(store, *rates, official("KZT", "550.00", LAST))
    whole = said(opened("rates", store.folder, monkeypatch))
    assert "Since 3 March 2025 the dollar buys 37–38 % more tenge." in whole
    later = said(opened("rates", store.folder, monkeypatch, since="2025-04-01"))
    assert "Since 1 April 2025 the dollar buys 10 % more tenge." in later


@pytest.mark.parametrize("bad", ["1999-01-01", "yesterday"])
def test_a_day_that_is_not_on_offer_is_named_and_left_out(
    store: Store, monkeypatch: pytest.MonkeyPatch, bad: str
) -> None:
    keep(store, official("KZT", "400.00", START), official("KZT", "550.00", LAST))
    page = said(opened("rates", store.folder, monkeypatch, since=bad))
    assert f"The address asks for {bad}, which is not on offer here" in page
    assert "Since 3 March 2025" in page
