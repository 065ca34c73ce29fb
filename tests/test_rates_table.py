"""Every rate, a page at a time; and the file with exactly these rows but those for personal use."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest

from dashboard import rate_table
from dashboard.export import csv_text
from dashboard.queries import rate_table as queries
from dashboard.rate_period import Period
from etl.model import Rate
from tests.page_world import Words, opened, said
from tests.rates_world import FIVE, FRIDAY, close, keep, official, workdays
from tests.store_world import Store

FIRST = date(2026, 1, 5)
PERIOD = Period(FIRST, date(2026, 12, 31))


def many(store: Store, days: int = 70) -> Store:
    """A bank's rate and a market's close of each day."""
    dates = workdays(FIRST, days)
    banks = [official("KZT", f"{500 + n / 100:.2f}", day) for n, day in enumerate(dates)]
    return keep(store, *banks, *(close("KZT", "512.30", day) for day in dates))


def file_of(currencies: tuple[str, ...] = FIVE) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_text(queries.as_csv(currencies, PERIOD)), newline="")))


def all_pages(currencies: tuple[str, ...] = FIVE) -> list[str]:
    pages = rate_table.pages(queries.size(currencies, PERIOD))
    return [str(each) for n in range(pages) for each in queries.page(currencies, PERIOD, n + 1).rate_id]


def test_the_pages_together_have_each_rate_once_the_newest_first(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OXUS_STORE", str(many(store).folder))
    assert queries.size(FIVE, PERIOD) == queries.Size(140, 70)
    shown = all_pages()
    assert len(shown) == len(set(shown)) == 140
    first = queries.page(FIVE, PERIOD, 1)
    assert len(first) == queries.PAGE
    assert list(first.date) == sorted(first.date, reverse=True)


def test_the_file_has_the_rows_of_the_table_but_those_for_personal_use(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OXUS_STORE", str(many(store).folder))
    sources = dict(zip(all_pages(), range(140), strict=True))
    file = file_of()
    assert {row["source"] for row in file} == {"nbk"}
    assert len(file) == 70
    places = [sources[row["rate_id"]] for row in file]
    assert places == sorted(places)


def test_a_setting_lets_the_file_have_every_row(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OXUS_STORE", str(many(store).folder))
    monkeypatch.setenv("OXUS_PERSONAL_USE", "1")
    assert [row["rate_id"] for row in file_of()] == all_pages()


def test_the_page_says_what_the_file_has(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    many(store)
    at = opened("rates", store.folder, monkeypatch)
    told = " ".join(str(each.value) for each in at.caption)
    left = "The file has 70 of these 140 rates: 70 are for personal use only and are left out of files."
    assert left in told
    assert "Cite the publisher named in each row" in told
    monkeypatch.setenv("OXUS_PERSONAL_USE", "1")
    at.run()
    told = " ".join(str(each.value) for each in at.caption)
    assert "The file has all 140 rates; 70 of them are for personal use only: do not pass it on." in told


def test_each_row_of_the_file_says_how_to_cite_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OXUS_STORE", str(many(store, 2).folder))
    row = file_of()[0]
    assert row["citation"].startswith(
        "National Bank of Kazakhstan, exchange rate of 6 January 2026, https://"
    )
    assert row["significant_digits"] == "5"


def test_pair_number_kind_source_and_day_stand_in_a_row(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    cross = Rate("UZS", "KZT", 100, Decimal("4.20"), "4.20", FRIDAY, "published", "official", "nbk")
    keep(store, cross, close("KZT", "512.30"))
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    page = Words.of(rate_table.table(queries.page(FIVE, PERIOD, 1)))
    assert "20 Nov 2026 KZT 4.20 KZT per 100 UZS official rate, National Bank of Kazakhstan" in page
    assert "512.30 KZT per USD 512.30 indicative close, Yahoo Finance for personal use" in page


def test_what_cannot_be_right_and_what_was_revised_is_told(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, official("KZT", "478.77"))
    keep(store, official("KZT", "478.79"), official("KGS", "8745.00", source="nbkr"))
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    page = rate_table.table(queries.page(FIVE, PERIOD, 1))
    assert "revised from 478.77" in page
    assert "478.77 KZT" not in page
    assert "<tr class='ox-struck'>" in page
    assert "8,745 KGS per dollar is outside 10 to 500" in page
    assert [row["value_text"] for row in file_of()] == ["478.79", "8745.00"]


def test_the_address_opens_a_page_of_the_table(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    many(store)
    first = said(opened("rates", store.folder, monkeypatch))
    third = said(opened("rates", store.folder, monkeypatch, page="3"))
    assert "500.69 KZT per USD" in first
    assert "500.19 KZT per USD" not in first
    assert "500.19 KZT per USD" in third
