"""Rates over time: gaps stay gaps, what cannot be right stays out of the line, long periods are thinned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import chain, pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard import rate_charts, rate_drawn, rate_marks, rate_period, theme
from dashboard.queries import rate_history
from dashboard.rate_charts import Panel
from dashboard.rate_period import Period
from etl.model import Rate
from tests.page_world import Words, markup, opened, said
from tests.rates_world import FRIDAY, close, keep, official, ticker, workdays
from tests.store_world import Store

MONDAY = date(2025, 3, 3)
Draw = Callable[..., dict[str, Any]]


def series(texts: Sequence[str], first: date = MONDAY, lcu: str = "KZT", source: str = "nbk") -> list[Rate]:
    days = workdays(first, len(texts))
    return [official(lcu, text, day, source) for text, day in zip(texts, days, strict=True)]


@pytest.fixture
def draw(store: Store, monkeypatch: pytest.MonkeyPatch) -> Draw:
    """The tenge's panel, where these rates are known, from the first to the last of them."""

    def drawn(*known: Rate, look: theme.Theme = "light") -> dict[str, Any]:
        keep(store, *known)
        monkeypatch.setenv("OXUS_STORE", str(store.folder))
        period = Period(min(rate.day for rate in known), max(rate.day for rate in known))
        lines, marks = rate_history.lines(["KZT"], period), rate_history.marks(["KZT"], period)
        return rate_charts.panel(Panel("KZT", "KAZ", period), lines, marks, look)

    return drawn


def lines_of(figure: dict[str, Any]) -> list[dict[str, Any]]:
    return [trace for trace in figure["data"] if trace["mode"] == "lines+markers"]


def marks_of(figure: dict[str, Any]) -> list[dict[str, Any]]:
    return [trace for trace in figure["data"] if trace["mode"] == "markers"]


def test_a_line_is_broken_where_days_are_missing(draw: Draw) -> None:
    (line,) = lines_of(draw(*series(["507.31"] * 5), *series(["508.10"] * 3, date(2025, 3, 17))))
    assert line["x"][4:7] == ["2025-03-07", None, "2025-03-17"]
    assert line["y"][5] is None
    assert not line["connectgaps"]


def test_a_weekend_is_no_gap(draw: Draw) -> None:
    (line,) = lines_of(draw(*series(["507.31"] * 8)))
    assert None not in line["x"]


def test_a_rate_without_neighbours_is_a_dot(draw: Draw) -> None:
    alone = official("KZT", "509.00", date(2025, 4, 1))
    (line,) = lines_of(draw(*series(["507.31"] * 5), alone))
    assert line["marker"]["size"] == [0] * 6 + [rate_marks.DOT]


def test_official_and_market_are_told_apart_without_colour(draw: Draw) -> None:
    closes = [close("KZT", "508.00", day) for day in workdays(MONDAY, 5)]
    bank, market = lines_of(draw(*series(["507.31"] * 5), *closes))
    assert "dash" not in bank["line"]
    assert market["line"]["dash"] == "dot"
    assert market["line"]["width"] < bank["line"]["width"]


def test_of_one_day_the_banks_own_rate_is_drawn_and_not_the_one_passed_on(draw: Draw) -> None:
    passed = series(["507.00"] * 5, source="frankfurter")
    (line,) = lines_of(draw(*passed, *series(["507.31"] * 2)))
    assert line["y"] == [507.31, 507.31, 507.0, 507.0, 507.0]


def test_what_cannot_be_right_is_a_mark_and_not_in_the_line(draw: Draw) -> None:
    texts = ["507.10", "507.20", "507.30", "507.40", "507.50", "590.00", "507.60", "507.70"]
    figure = draw(*series(texts))
    (line,), (crosses,) = lines_of(figure), marks_of(figure)
    assert 590.0 not in line["y"]
    assert crosses["marker"]["symbol"] == ["triangle-up-open"]
    assert crosses["y"][0] == figure["layout"]["yaxis"]["range"][1]
    assert "590 KZT per dollar is over 5 % off the days before and after." in crosses["hovertext"][0]


def test_a_level_that_stays_is_marked_with_its_day(draw: Draw) -> None:
    figure = draw(*series(["400.00"] * 6 + ["480.00"] * 4))
    (shape,) = figure["layout"]["shapes"]
    assert shape["x0"] == shape["x1"] == "2025-03-11"
    assert "11 Mar 2025" in [note["text"] for note in figure["layout"]["annotations"]]
    (line,) = lines_of(figure)
    assert line["y"][5:7] == [400.0, 480.0]


def test_a_ticker_is_a_bar_with_caps_and_a_band_has_no_middle(draw: Draw) -> None:
    (bars,) = marks_of(draw(ticker("KZT", "0.00196", MONDAY), ticker("KZT", "0.002", FRIDAY)))
    assert bars["error_y"]["width"] > 0
    assert bars["error_y"]["array"][0] == pytest.approx(1.3, abs=0.01)
    assert bars["marker"]["size"] == [4, 0]


def test_a_currency_without_a_rate_keeps_its_panel(draw: Draw) -> None:
    figure = draw(official("KGS", "87.45", source="nbkr"))
    assert figure["data"] == []
    assert "no rate in this time" in [note["text"] for note in figure["layout"]["annotations"]]


def test_a_rate_that_hardly_moves_is_a_flat_line(draw: Draw) -> None:
    low, high = draw(*series(["507.30", "507.31", "507.30"]))["layout"]["yaxis"]["range"]
    assert (high - low) / 507.3 >= 2 * rate_charts.LEAST - 1e-9


def test_a_long_line_is_thinned_to_the_last_rate_of_each_month(draw: Draw) -> None:
    days = workdays(date(2016, 11, 21), 2600)
    rates = [official("KZT", f"{400 + n / 100:.2f}", day) for n, day in enumerate(days)]
    (line,) = lines_of(draw(*rates))
    shown = [day for day in line["x"] if day]
    assert len(shown) <= rate_period.MOST
    ends = {(day.year, day.month): day.isoformat() for day in days}
    assert shown == list(ends.values())
    assert line["y"][-1] == 425.99


@example(date(2018, 12, 14), 4005)  # eleven years are 133 months
@given(st.dates(date(1995, 1, 1), date(2030, 1, 1)), st.integers(0, 12000))
def test_no_line_ever_has_more_points_than_a_panel_has_room_for(first: date, days: int) -> None:
    period = Period(first, first + timedelta(days=days))
    begins = {_begin(period.step, period.first + timedelta(days=ahead)) for ahead in range(days + 1)}
    assert len(begins) <= rate_period.MOST + 2
    steps = sorted(begins)
    assert all(rate_period.follows(period.step, a, b) for a, b in pairwise(steps))


def _begin(step: rate_period.Step, day: date) -> date:
    months = {"month": day.month, "quarter": (day.month - 1) // 3 * 3 + 1, "year": 1}
    if step in months:
        return date(day.year, months[step], 1)
    return day if step == "day" else day - timedelta(days=day.weekday())


def test_each_span_ends_with_the_newest_rate() -> None:
    last, oldest = date(2026, 11, 20), date(2010, 1, 4)
    assert rate_period.ending(last, oldest, "3m") == Period(date(2026, 8, 21), last)
    assert rate_period.ending(last, oldest, "5y") == Period(date(2021, 11, 21), last)
    assert rate_period.ending(last, oldest, "all") == Period(oldest, last)
    assert rate_period.ending(last, date(2026, 11, 2), "1y") == Period(date(2026, 11, 2), last)


def test_the_sentence_tells_between_what_the_rates_moved(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    closes = [close("KZT", "512.00", MONDAY), close("KZT", "509.00", date(2025, 3, 4))]
    keep(store, *series(["507.31", "505.00", "509.20"]), *closes)
    page = said(opened("rates", store.folder, monkeypatch, span="all"))
    assert (
        "Between 3 March 2025 and 5 March 2025 a dollar was worth 505.00 to 509.20 KZT (official rates). "
        "The market was farthest from a bank on 3 March 2025: 0.92 % above for KZT."
    ) in page


def test_the_notes_say_how_the_lines_were_made(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, *series(["507.31"] * 400, date(2024, 1, 1), source="frankfurter"))
    page = said(opened("rates", store.folder, monkeypatch, span="all"))
    assert "One point a week: its last rate." in page
    assert (
        "Where a bank's own rate of a day is not kept (KZT), the line has it as Frankfurter passes it on."
        in page
    )


def test_the_table_has_the_points_of_the_charts(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, *series(["507.31", "505.00"]), close("KZT", "512.00", MONDAY))
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    lines = rate_history.lines(["KZT"], Period(MONDAY, FRIDAY))
    table = rate_drawn.table(lines, ["KZT"])
    assert "KZT official" in table
    shown = [point for point in Words.of(table).split() if "." in point]
    drawn = rate_charts.panel(
        Panel("KZT", "KAZ", Period(MONDAY, FRIDAY)), lines, lines.iloc[:0].assign(role=""), "dark"
    )
    assert sorted(float(text) for text in shown) == sorted(
        level for level in chain(*(trace["y"] for trace in drawn["data"])) if level
    )


def test_each_panel_is_told_to_those_who_do_not_see_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, *series(["507.31", "505.00"]))
    at = opened("rates", store.folder, monkeypatch)
    told = [chart.proto.alt for chart in at.get("plotly_chart")]
    assert "KZT per US dollar over time: official 505.00 to 507.31 KZT" in told
    assert "UZS per US dollar over time: no line in this time" in told


def test_the_span_is_in_the_address(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, official("KZT", "400.00", date(2020, 1, 6)), *series(["507.31", "505.00"]))
    assert "400.00 to 507.31 KZT" in said(opened("rates", store.folder, monkeypatch, span="all"))
    assert "505.00 to 507.31 KZT" in markup(opened("rates", store.folder, monkeypatch))
