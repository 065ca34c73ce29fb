"""Money in dollars on the pages: beside what was printed, in words that keep its hedge and name its rate."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from dashboard import dollars
from dashboard.cells import rows
from dashboard.database import ask
from dashboard.export import csv_text
from dashboard.queries import evidence, indicator
from dashboard.selection import to_pass_on
from etl import pipeline
from etl.model import Claim, Period, Rate
from tests.money_world import SAID, days_before, each_month, known, money, paid, rate
from tests.page_world import markup, opened, said, table_of
from tests.store_world import Store, a_claim, say

MARCH_2019 = Period(date(2019, 3, 1), date(2019, 3, 31))


def row(point: str | None, low: str | None, high: str | None, **changes: Any) -> SimpleNamespace:
    """A figure read with a rate of five digits, unless `changes` say otherwise."""
    usual = {"qualifier": "exact", "unit": "KZT", "usd_digits": 2, "rate_digits": 5}
    return SimpleNamespace(usd=point, usd_low=low, usd_high=high, **(usual | changes))


POINT = ("8396516", "8354000", "8438000")
BAND = ("407000000", "374600000", "425500000")


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (row(*POINT), "≈ 8.4 million US dollars"),
        (row(*POINT, usd_digits=1), "≈ 8 million US dollars"),
        (row(*POINT, usd_digits=4), "≈ 8.397 million US dollars"),
        (row(*POINT, qualifier="about"), "about 8.4 million US dollars"),
        (row(*POINT, qualifier="more_than"), "more than about 8.4 million US dollars"),
        (row(*POINT, qualifier="less_than"), "less than about 8.4 million US dollars"),
        (row(*POINT, unit="KZT/month"), "≈ 8.4 million US dollars a month"),
        (row("0.0539", "0.0538", "0.054", unit="KZT/kWh"), "≈ 0.054 US dollars per kWh"),
        (row("1.02", "0.9", "1.1", usd_digits=1), "≈ 1 US dollar"),
        (row("-6859", "-6976", "-6744"), "≈ −6,900 US dollars"),
        (row(*BAND, usd_digits=1, rate_digits=1), "about 370 to 430 million US dollars"),
        (row(*BAND, rate_digits=1, qualifier="more_than"), "more than about 370 to 430 million US dollars"),
        (row(*POINT, rate_digits=3, usd_digits=2), "≈ 8.4 million US dollars"),
        (row(None, "6000", "10001", qualifier="range", usd_digits=1), "about 6,000 to 10,000 US dollars"),
        (row(None, "2088", "20889", qualifier="vague", usd_digits=1), "about 2,000 to 20,000 US dollars"),
        (row(None, None, None), ""),
    ],
)  # fmt: skip
def test_the_amount_keeps_its_hedge_and_has_no_digit_too_many(shown: SimpleNamespace, words: str) -> None:
    assert dollars.amount(shown) == words


def panel(
    store: Store, monkeypatch: pytest.MonkeyPatch, claim: Claim, *rates: Rate, day: str = str(SAID)
) -> str:
    """What the evidence page says of the claim."""
    known(store, *rates)
    store.build(paid(claim, day))
    return said(opened("evidence", store.folder, monkeypatch))


COST = "4020000000", "4.02 billion"
TRILLIONS = "5000000000000", "5.00 trillion", "UZS"
READ = {
    "a day": (
        money(*COST),
        [rate("478.77")],
        """
        ≈ 8.4 million US dollars at 478.77 tenge per dollar, official rate of the National Bank of Kazakhstan,
        1 April 2026
        """,
    ),
    "the last before": (
        money(*COST, qualifier="about"),
        [rate("478.77", days_before(1), "frankfurter")],
        """
        about 8.4 million US dollars at 478.77 tenge per dollar, official rate of the National Bank of
        Kazakhstan, passed on by Frankfurter, 31 March 2026, the last before 1 April 2026
        """,
    ),
    "said": (
        money(*COST, kind="planned", period=None),
        [rate("478.77", source="yahoo")],
        """
        ≈ 8.4 million US dollars at 478.77 tenge per dollar, indicative close of Yahoo Finance, 1 April 2026,
        the day on which this was said
        """,
    ),
    "a ticker": (
        money(*TRILLIONS, kind="target", period=None),
        [rate("0.00008", days_before(1), "ticker", "UZS")],
        """
        about 370 to 430 million US dollars at about 11,800–13,300 sum per dollar, a ticker printed on a web
        page, 31 March 2026, the last before the day on which this was said; it has one digit
        """,
    ),
    "the fixed manat": (
        money("560000", "560,000", "TMT", country="TKM"),
        [rate("3.5", source="cbt", lcu="TMT", decimals=4)],
        """
        ≈ 160,000 US dollars at 3.5000 manat per dollar, official rate of the Central Bank of Turkmenistan,
        1 April 2026
        """,
    ),
    "a mean": (
        money(*COST, period=Period(date(2025, 1, 1), date(2025, 12, 31))),
        [*each_month(2025, "500.00"), rate("513.00", date(2025, 6, 16))],
        """
        ≈ 8.02 million US dollars at 501.00 tenge per dollar, the mean of 13 official rates of the National
        Bank of Kazakhstan in 2025, which lay between 500.00 and 513.00
        """,
    ),
}


@pytest.mark.parametrize("name", READ)
def test_the_panel_has_the_dollars_beside_the_printed_amount_with_their_rate(
    name: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim, rates, words = READ[name]
    page = panel(store, monkeypatch, claim, *rates)
    assert f"Printed “{claim.quote_text}” In dollars {' '.join(words.split())}" in page
    assert f"{claim.quote_text.replace('.00', '')} {claim.amount.unit}" in page


@pytest.mark.parametrize(
    ("claim", "day", "words"),
    [
        (money("5000", "5,000"), str(SAID), "No rate of the tenge is known for 1 April 2026."),
        (
            money("5000", "5,000", period=MARCH_2019),
            str(SAID),
            "No official rate of the tenge is known for March 2019.",
        ),
        (
            money("5000", "5,000", period=Period(date(2018, 1, 1), date(2018, 12, 31))),
            str(SAID),
            "No official rates of the tenge are known that cover 2018.",
        ),
        (
            money("5000", "5,000", kind="target"),
            str(SAID),
            "No rate of the tenge is known for 1 April 2026, the day on which this was said.",
        ),
        (
            money("5000", "5,000", "UZS", period=None),
            "2026-04",
            "The day on which this was said is not known, so it is not read in dollars.",
        ),
    ],
    ids=["a day", "a month", "a year", "a target", "no day"],
)
def test_without_a_rate_the_panel_says_why(
    claim: Claim, day: str, words: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f"In dollars {words}" in panel(store, monkeypatch, claim, day=day)


@pytest.mark.parametrize(
    "claim",
    [
        money("5000", "5,000", "USD"),
        money("5000", "5,000", "person"),
        money(None, "billions", qualifier="vague"),
    ],
    ids=["dollars", "no money", "in words only"],
)
def test_what_is_not_read_in_dollars_has_no_line_for_them(
    claim: Claim, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "In dollars" not in panel(store, monkeypatch, claim, rate("478.77"))


def test_every_bundled_amount_in_local_money_has_its_dollars_or_the_reason_why_not(
    bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OXUS_STORE", str(bundled))
    question = (
        "select claim_id from claims where money_of(unit, indicator) in (select currency from currencies)"
    )
    ids = list(ask(question).claim_id)
    told = [dollars.html(shown) for id_ in ids for shown in rows(evidence.dollars(id_))]
    assert len(told) == len(ids)
    assert all("US dollar" in words or words.endswith(".</small>") for words in told)


class Quiet:
    def read(self, name: str) -> None: ...

    def waiting(self) -> None: ...

    def publishing(self) -> None: ...


ARTICLE = """\
---
title: Dams in Kazakhstan
publisher: The Times
published: 2025-12-09
---

Kazakhstan plans to spend up to 4.02 billion tenge on dams in 2029.
"""


def test_a_ticker_is_linked_to_its_line_and_a_bank_to_the_rates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "dams.md").write_text(ARTICLE, "utf-8")
    (articles / "page.txt").write_text("• KZT/USD = 0.00196 -0%\n8 December 2025\n", "utf-8")
    store = Store(tmp_path / "store")
    for rates, link in (
        ([], "evidence?claim={}"),
        ([rate("510.20", date(2025, 12, 9))], "rates?currency=KZT"),
    ):
        known(store, *rates)
        pipeline.build([articles], store.folder, Quiet())
        ticker = store.one("select claim_id from claims where indicator = 'exchange_rate'")
        at = opened("evidence", store.folder, monkeypatch, article="dams")
        assert f"<a href='{link.format(ticker)}' target='_self'>" in markup(at)
        assert "In dollars less than about 7.8" in said(at)
    at = opened("rates", store.folder, monkeypatch, currency="KZT")
    assert "was left out" not in said(at)


@pytest.fixture
def roads(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Two roads: one paid in tenge on a day with a rate for personal use only, one in another year."""
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    known(store, rate("500", source="yahoo"))
    older = money("7000000", "7 million", period=MARCH_2019)
    store.build(paid(money("5000000", "5 million")), paid(older, name="b"))
    return store


def test_the_table_of_an_indicator_has_the_dollars_beside_the_figure(
    roads: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = table_of(opened("indicator", roads.folder, monkeypatch, view="Table"))
    shown = {row["Figure"]: row["In dollars"] for row in table}
    assert shown == {"5 million KZT": "≈ 10,000 US dollars, close of 1 April 2026", "7 million KZT": ""}


def test_a_table_without_money_has_no_column_for_dollars(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.build(say("a", a_claim()))
    assert "In dollars" not in table_of(opened("indicator", store.folder, monkeypatch, view="Table"))[0]


def test_on_a_chart_the_dollars_follow_what_a_mark_says_and_are_on_no_axis(
    roads: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart = markup(opened("indicator", roads.folder, monkeypatch))
    told = "Kazakhstan: 5 million KZT, 1 April 2026; ≈ 10,000 US dollars, close of 1 April 2026"
    assert f"title='{told}: open the sentence'" in chart
    assert "dollar" not in chart.partition("class='ox-row ox-axis'")[2].partition("</div></div>")[0]


def test_a_figure_that_is_alone_has_them_under_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    known(store, rate("500.00"))
    store.build(paid(money("5000000", "5 million", qualifier="more_than")))
    page = said(opened("indicator", store.folder, monkeypatch))
    assert "more than about 10,000 US dollars, official rate of 1 April 2026" in page
    assert "more than 5 million KZT" in page


def test_the_file_of_a_table_leaves_out_what_was_read_for_personal_use(
    roads: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cells() -> list[str]:
        found = to_pass_on(indicator.points("road_cost", ["KAZ"]))
        return [row["usd_rate"] for row in csv.DictReader(io.StringIO(csv_text(found)))]

    assert cells() == ["", ""]
    monkeypatch.setenv("OXUS_PERSONAL_USE", "1")
    assert sorted(cells()) == ["", "500 KZT per USD, Yahoo Finance, 2026-04-01"]
