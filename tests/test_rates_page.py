"""The rates page: the digits that were printed, never more; a band where there are few; gaps stay gaps."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from dashboard import rate_charts, rate_tiles
from dashboard.export import csv_text
from dashboard.queries import rates as queries
from etl.model import Rate
from etl.rates.ticker import rates_of
from etl.read import document_from_text
from tests.page_world import Words, opened, said
from tests.store_world import Said, Store, a_claim, say

LINES = """\
• KGS/USD = 0.01144 0%
• KZT/USD = {kzt} -0%
• TJS/USD = 0.10899 0.19%
• UZS/USD = 0.00008 -0%
• TMT/USD = 0.28490 0%
"""
FIVE = ["KZT", "KGS", "TJS", "TMT", "UZS"]


def ticker(name: str, day: str, kzt: str = "0.00196") -> Said:
    """A page with the ticker printed twice, and its date."""
    text = LINES.format(kzt=kzt) * 2 + f"{day}\n"
    return Said(name, (), text=text, rates=tuple(rates_of(document_from_text(text, name))))


def close(day: date, value: str) -> Rate:
    """A daily close of the tenge."""
    return Rate("USD", "KZT", 1, Decimal(value), value, day, "bar_london", "close", "yahoo")


def tiles(store: Store, monkeypatch: pytest.MonkeyPatch) -> str:
    return said(opened("rates", store.folder, monkeypatch))


def test_each_rate_has_the_digits_it_has(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(ticker("december", "8 December 2025"))
    page = tiles(store, monkeypatch)
    for shown in ("510 ±1.3 KZT per USD", "87.41 KGS per USD", "9.1752 TJS per USD", "3.5100 TMT per USD"):
        assert shown in page
    assert "11,800–13,300 about, in UZS per USD" in page
    assert "0.00008 USD per UZS as printed · one significant digit" in page
    assert "12,500" not in page


def test_kind_date_and_what_the_date_is_stand_in_words(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(ticker("december", "8 December 2025"))
    page = tiles(store, monkeypatch)
    assert "ticker on a web page · 8 December 2025, the page's date" in page
    assert "printed change −0 %: a fall too small to print" in page
    assert "ticker 3.51, official 3.50, fixed by the central bank since 2015" in page
    assert "2 times" in page


def test_a_move_is_told_only_where_the_digits_show_one(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(ticker("a", "8 December 2025"), ticker("b", "13 December 2025", kzt="0.00192"))
    page = tiles(store, monkeypatch)
    assert "since 8 December 2025: 1.6–2.6 % more KZT per dollar" in page
    assert page.count("since 8 December 2025: no change that its digits could show") == 4


def test_the_address_chooses_the_currencies(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(ticker("december", "8 December 2025"))
    page = said(opened("rates", store.folder, monkeypatch, currency="UZS Uzbekistan"))
    assert "11,800–13,300" in page
    assert "KZT" not in page


def test_without_rates_the_page_says_what_to_run(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(say("a", a_claim()))
    assert "python -m etl rates" in tiles(store, monkeypatch)


def test_the_file_has_exactly_the_rows_of_the_table(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(ticker("a", "8 December 2025"), ticker("b", "13 December 2025", kzt="0.00192"))
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    file = list(csv.DictReader(io.StringIO(csv_text(queries.as_csv(["KZT", "UZS"])), newline="")))
    table = queries.history(["KZT", "UZS"])
    assert [row["rate_id"] for row in file] == list(table.rate_id)
    assert {row["change_text"] for row in file} == {"'-0%"}
    assert len(file) == 4


def test_what_its_source_allows_for_personal_use_only_is_on_screen_and_not_in_the_file(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.build(replace(ticker("a", "8 December 2025"), rates=(close(date(2025, 12, 5), "507.31"),)))
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    assert list(queries.history(FIVE).source) == ["yahoo"]
    assert queries.as_csv(FIVE).empty


def table_of(*rates: Rate) -> pd.DataFrame:
    """Rates as the query gives them."""
    return pd.DataFrame(
        {
            "lcu": "KZT",
            "country": "KAZ",
            "value_text": rate.value_text,
            "value": rate.value,
            "nominal": 1,
            "counter": rate.counter,
            "lcu_per_usd_low": rate.value - Decimal("0.005"),
            "lcu_per_usd_high": rate.value + Decimal("0.005"),
            "date": rate.day,
            "kind": rate.kind,
            "source": rate.source,
        }
        for rate in rates
    )


def test_a_line_is_broken_where_days_are_missing() -> None:
    days = [*(date(2025, 12, day) for day in (1, 2, 3, 4, 5, 8, 9, 10, 11)), date(2025, 12, 19)]
    figure = rate_charts.history(table_of(*(close(day, "507.31") for day in days)), "light")
    (series,) = figure["data"]
    assert series["mode"] == "lines"
    assert series["x"][4:] == [
        *("2025-12-05", "2025-12-08", "2025-12-09", "2025-12-10", "2025-12-11"),
        *(None, "2025-12-19"),
    ]
    assert series["y"][9] is None
    assert not series["connectgaps"]


def test_two_single_rates_are_not_joined() -> None:
    figure = rate_charts.history(
        table_of(close(date(2025, 12, 8), "507.31"), close(date(2025, 12, 9), "508.1")), "dark"
    )
    assert figure["data"][0]["mode"] == "markers"


def test_a_band_has_no_middle() -> None:
    rate = table_of(close(date(2025, 12, 8), "507.31")).assign(value_text="0.00008")
    assert rate_charts.history(rate, "light")["data"][0]["marker"]["size"] == [0]


def test_an_empty_table_gets_a_figure_that_says_so() -> None:
    figure = rate_charts.history(pd.DataFrame(), "light")
    assert figure["layout"]["annotations"][0]["text"] == "No dated rate has been read yet"
    assert rate_charts.summary(pd.DataFrame()) == "No dated rate has been read yet."


def test_the_widest_band_fills_the_scale_and_the_others_stand_to_it() -> None:
    wide = table_of(close(date(2025, 12, 8), "500")).assign(lcu_per_usd_low=450.0, lcu_per_usd_high=550.0)
    narrow = table_of(close(date(2025, 12, 8), "500")).assign(
        lcu="KGS", lcu_per_usd_low=499.0, lcu_per_usd_high=501.0
    )
    page = rate_tiles.openness(pd.concat([wide, narrow]))
    assert "width:max(100.00%,2px)" in page
    assert "width:max(2.00%,2px)" in page
    assert "±10 %" in Words.of(page)
