"""The converter: which rate of which day it took, and never more digits than that rate has."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import rate_converted
from dashboard.numbers import rounded
from dashboard.rate_convert import DOLLAR, Converted, Leg, convert
from dashboard.rate_converted import Asked
from tests.page_world import Words, markup, opened, said
from tests.rates_world import FRIDAY, TODAY, close, keep, official, ticker
from tests.store_world import Store


@st.composite
def legs(draw: st.DrawFn) -> Leg:
    """A rate as a bank prints it, with the interval of its rounding; or as a market, with none."""
    digits, places = draw(st.integers(1, 7)), draw(st.integers(-4, 2))
    value = Decimal(draw(st.integers(10 ** (digits - 1), 10**digits - 1))).scaleb(places - digits + 4)
    half = Decimal(5).scaleb(value.adjusted() - digits) if draw(st.booleans()) else Decimal(0)
    return Leg(value - half, value + half, digits)


amounts = st.decimals(Decimal("0.01"), Decimal(10) ** 12, places=2)


@given(amounts, legs(), legs())
def test_there_and_back_contains_the_amount(amount: Decimal, source: Leg, target: Leg) -> None:
    there = convert(amount, source, target)
    assert convert(there.low, target, source).low <= amount <= convert(there.high, target, source).high


@given(amounts, legs(), legs())
def test_the_middle_of_the_rates_is_in_the_interval(amount: Decimal, source: Leg, target: Leg) -> None:
    found = convert(amount, source, target)
    middle = amount * (target.low + target.high) / (source.low + source.high)
    assert found.low <= middle * (1 + Decimal("1e-20"))
    assert middle * (1 - Decimal("1e-20")) <= found.high


@given(amounts, legs(), legs())
def test_a_result_never_has_more_digits_than_the_least_exact_rate(
    amount: Decimal, source: Leg, target: Leg
) -> None:
    found = convert(amount, source, target)
    assert found.digits == min(source.digits, target.digits)
    middle = rounded((found.low + found.high) / 2, found.digits)
    assert len(middle.normalize().as_tuple().digits) <= found.digits


@given(amounts, legs())
def test_a_band_is_never_told_narrower_than_it_is(amount: Decimal, leg: Leg) -> None:
    found = convert(amount, leg, DOLLAR)
    low, high = rate_converted.outwards(found, rate_converted.BAND_DIGITS)
    noise = found.high * Decimal("1e-11")
    assert low <= found.low + noise
    assert found.high - noise <= high


def test_a_dollar_is_exact() -> None:
    assert convert(Decimal(100), DOLLAR, Leg(Decimal("478.77"), Decimal("478.77"), 5)) == Converted(
        Decimal("47877.00"), Decimal("47877.00"), 5
    )


def page(store: Store, monkeypatch: pytest.MonkeyPatch, **address: str) -> str:
    return said(opened("rates", store.folder, monkeypatch, **address))


def test_the_rate_its_source_and_its_day_are_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, official("KZT", "478.77"))
    shown = page(store, monkeypatch, amount="1,250.50", on="2026-11-20")
    assert "1,250.50 USD = 598,700 KZT" in shown
    assert "Rounding of the printed rate leaves open between 598,695 and 598,709 KZT." in shown
    assert "478.77 KZT per USD official rate, National Bank of Kazakhstan, 20 November 2026" in shown


def test_a_rate_with_one_digit_gives_a_range_in_words(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, ticker("UZS", "0.00008"))
    address = {"amount": "1000000", "from": "UZS", "into": "USD", "on": "2026-11-20"}
    shown = page(store, monkeypatch, **address)
    expected = (
        "1,000,000 UZS is between 75 and 85 dollars; the rate of UZS is printed with one significant digit"
    )
    assert expected in shown


def test_a_rate_with_three_digits_gives_a_tolerance(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, ticker("KZT", "0.00196"))
    assert "100 USD = 51,000 ±130 KZT" in page(store, monkeypatch, on="2026-11-20")


def test_between_two_currencies_the_least_exact_rate_counts_and_both_are_told(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, official("KZT", "478.77"), official("KGS", "87.4500", source="nbkr"))
    shown = page(store, monkeypatch, **{"from": "KGS", "into": "KZT", "on": "2026-11-20"})
    assert "100 KGS = 547.48 KZT" in shown
    assert "87.4500 KGS per USD official rate, National Bank of the Kyrgyz Republic" in shown
    assert "478.77 KZT per USD official rate" in shown


def test_the_last_rate_before_the_day_is_taken_and_says_so(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, official("KZT", "478.77"))
    shown = page(store, monkeypatch, on=_after(FRIDAY, 2))
    assert "20 November 2026, the last up to 22 November 2026" in shown


def _after(day: date, days: int) -> str:
    return date.fromordinal(day.toordinal() + days).isoformat()


def test_a_rate_older_than_five_business_days_is_not_taken(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, official("KZT", "478.77", date(2025, 3, 3)))
    shown = page(store, monkeypatch, on="2025-03-11")
    assert "No rate of KZT is known of 11 March 2025 or of the five business days before it." in shown
    assert "478.77 KZT per USD official rate, National Bank of Kazakhstan, 3 March 2025" in page(
        store, monkeypatch, on="2025-03-10"
    )


def test_the_headline_rule_holds_for_each_day(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, official("KZT", "478.77", date(2025, 3, 3)), close("KZT", "505.00", date(2025, 3, 11)))
    assert "indicative close, Yahoo Finance, 11 March 2025" in page(store, monkeypatch, on="2025-03-11")
    assert "official rate, National Bank of Kazakhstan, 3 March 2025" in page(
        store, monkeypatch, on="2025-03-05"
    )


def test_without_a_day_the_newest_that_has_a_rate_is_taken(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, official("KZT", "478.77", date(2025, 3, 3)))
    assert "100 USD = 47,877 KZT" in page(store, monkeypatch)


def test_a_market_states_no_interval(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, close("KZT", "512.30"))
    shown = page(store, monkeypatch, on="2026-11-20")
    assert "100 USD = 51,230 KZT" in shown
    assert "Rounding of the printed rate" not in shown


@pytest.mark.parametrize("amount", ["much", "0", "-5", "1e9", "12,50"])
def test_what_is_no_amount_is_refused_in_words(
    store: Store, monkeypatch: pytest.MonkeyPatch, amount: str
) -> None:
    keep(store, official("KZT", "478.77"))
    assert f"“{amount}” is no amount above zero. Write it as 1250.50" in page(
        store, monkeypatch, amount=amount
    )


def test_one_currency_into_itself_is_refused() -> None:
    found: Mapping[str, Any] = {}
    told = rate_converted.html(Asked(Decimal(1), "KZT", "KZT", TODAY), found)
    assert Words.of(told) == "From and into are the same currency; choose two."


def test_an_amount_cannot_bring_markup(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, official("KZT", "478.77"))
    at = opened("rates", store.folder, monkeypatch, amount="<img src=x>")
    assert "<img" not in markup(at)
    assert "“<img src=x>” is no amount" in said(at)
