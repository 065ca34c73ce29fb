"""Market rates: every way in which Yahoo Finance answers, told apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from time import monotonic, sleep

import pytest
import yfinance as yf
from yfinance.data import SingletonMeta, YfData

from etl.rates import yahoo
from etl.rates.answers import Answer, Question
from tests.yahoo_stand_in import Answering, Asked, Reply, StandIn, chart, refusal, stand_in, working_days

NOW = datetime(2026, 7, 3, 12, tzinfo=UTC)  # a Friday, in London's summer time
SINCE = date(2026, 6, 22)
LAST = date(2026, 7, 3)


@pytest.fixture(scope="module")
def server() -> Iterator[StandIn]:
    with stand_in() as running:
        yield running


@pytest.fixture
def yahoo_here(server: StandIn, tmp_path: Path) -> StandIn:
    """The stand-in, asked by a yfinance that remembers nothing of an earlier test."""
    SingletonMeta._instances.pop(YfData, None)
    yf.base._tz_info_fetch_ctr = 0
    yahoo.use_cache(tmp_path)
    server.answers.clear()
    server.asked.clear()
    return server


def ask(here: StandIn, lcu: str = "KZT") -> Answer:
    return yahoo.ask(Question("yahoo", lcu, SINCE, LAST), NOW, here.session())


def test_each_working_day_is_a_rate_as_published(yahoo_here: StandIn) -> None:
    answer = ask(yahoo_here)
    first, *_, last = answer.rates
    assert answer.outcome == "ok"
    assert len(answer.rates) == 10
    assert (first.base, first.counter, first.nominal) == ("USD", "KZT", 1)
    assert (first.value, first.value_text) == (Decimal("512.25"), "512.25")
    assert (first.day, first.date_basis, first.kind, first.source) == (SINCE, "bar_london", "close", "yahoo")
    assert (last.day, last.kind) == (date(2026, 7, 3), "live")
    assert answer.rates[-2].kind == "close"


def test_a_day_is_asked_for_once(yahoo_here: StandIn) -> None:
    """yfinance would first ask for the time zone, were its cache of zones not there to be filled."""
    ask(yahoo_here)
    assert yahoo_here.asked == [Asked("KZT", SINCE, LAST)]


def test_the_parts_of_yfinance_that_nobody_promised_are_there() -> None:
    """Without them bad pages are remembered and zones are asked for: look at `_prepare` when this fails."""
    assert callable(YfData.cache_get.cache_clear)
    assert callable(yf.cache.get_tz_cache().store)


def test_a_year_long_ago_is_asked_for_by_itself(yahoo_here: StandIn) -> None:
    answer = yahoo.ask(
        Question("yahoo", "KZT", date(2019, 1, 7), date(2019, 1, 11)), NOW, yahoo_here.session()
    )
    assert yahoo_here.asked == [Asked("KZT", date(2019, 1, 7), date(2019, 1, 11))]
    assert [rate.kind for rate in answer.rates] == ["close"] * 5


def test_no_more_than_seven_digits_are_kept(yahoo_here: StandIn) -> None:
    yahoo_here.answers["UZS"] = lambda _: Reply(chart("UZS", [(SINCE, 12055.123456)]))
    (rate,) = ask(yahoo_here, "UZS").rates
    assert rate.value_text == "12055.12"


def bars(*closes: float | None, **meta: object) -> Answering:
    return lambda asked: Reply(
        chart(asked.currency, list(zip(working_days(asked), closes, strict=False)), **meta)
    )


NO_DATA = refusal("Not Found", "No data found, symbol may be delisted", 404)
HTML = "<!doctype html><html><body>Yahoo is part of a family of brands</body></html>"


@pytest.mark.parametrize(
    ("answering", "outcome"),
    [
        (lambda _: Reply("Edge: Too Many Requests", 429), "rate_limited"),
        (NO_DATA, "not_found"),
        (refusal("Bad Request", "Data doesn't exist for startDate = 1, endDate = 2", 400), "empty"),
        (refusal("Internal Server Error", "out of order", 500), "upstream"),
        (lambda _: Reply("<html>Will be right back...</html>"), "upstream"),
        (lambda _: Reply(HTML), "bad_payload"),
        (lambda _: Reply(HTML, 502), "bad_payload"),
        (lambda _: Reply({"chart": {"result": [], "error": None}}), "empty"),
        (lambda _: Reply({"chart": None}), "empty"),
        (lambda _: Reply({"finance": {"error": {"code": "Unauthorized"}}}, 401), "empty"),
        (bars(None, None, None, None), "empty"),
        (lambda _: Reply(HTML, cut=True), "network"),
        (bars(0.00196, 0.00196, currency="USD", shortName="KZT/USD"), "wrong_instrument"),
        (bars(512.0, 513.0, instrumentType="EQUITY"), "wrong_instrument"),
    ],
)
def test_every_failure_has_its_name_and_gives_no_rate(
    answering: Answering, outcome: str, yahoo_here: StandIn
) -> None:
    yahoo_here.answers["KZT"] = answering
    answer = ask(yahoo_here)
    assert (answer.outcome, answer.rates) == (outcome, ())


def test_arrays_of_unequal_length_are_a_bad_payload(yahoo_here: StandIn) -> None:
    body = chart("KZT", [(SINCE, 512.0), (date(2026, 6, 23), 513.0)])
    body["chart"]["result"][0]["indicators"]["quote"][0]["close"] = [512.0]
    yahoo_here.answers["KZT"] = lambda _: Reply(body)
    assert ask(yahoo_here).outcome == "bad_payload"


def test_a_page_that_was_bad_once_is_asked_for_again(yahoo_here: StandIn) -> None:
    """The range lies in the past, where yfinance remembers what it got."""
    long_ago = datetime(2024, 7, 3, tzinfo=UTC)
    question = Question("yahoo", "KZT", date(2024, 6, 24), date(2024, 7, 3))
    session = yahoo_here.session()
    yahoo_here.answers["KZT"] = lambda _: Reply(HTML)
    assert yahoo.ask(question, long_ago, session).outcome == "bad_payload"
    yahoo_here.answers.clear()
    assert yahoo.ask(question, long_ago, session).outcome == "ok"
    assert len(yahoo_here.asked) >= 2


def test_days_without_a_close_are_left_out_and_counted(yahoo_here: StandIn) -> None:
    yahoo_here.answers["KZT"] = bars(512.0, None, 513.0, 0.0, 514.0)
    answer = ask(yahoo_here)
    assert [rate.day.day for rate in answer.rates] == [22, 24, 26]
    assert answer.left_out == 2


def test_a_summer_bar_keeps_londons_day(yahoo_here: StandIn) -> None:
    """Midnight in London is 23:00 of the day before in universal time."""
    yahoo_here.answers["KZT"] = bars(512.0)
    (rate,) = ask(yahoo_here).rates
    assert rate.day == SINCE


def test_a_closed_port_is_a_network_failure_and_ends_at_once(yahoo_here: StandIn) -> None:
    nowhere = replace(yahoo_here, base="http://127.0.0.1:9")
    started = monotonic()
    assert ask(nowhere).outcome == "network"
    assert monotonic() - started < 3


def test_a_server_that_says_nothing_is_given_up_when_the_time_is_used_up(yahoo_here: StandIn) -> None:
    def silence(_: Asked) -> Reply:
        sleep(1)
        return Reply(HTML)

    yahoo_here.answers["KZT"] = silence
    session = yahoo_here.session(seconds=0.3)
    question = Question("yahoo", "KZT", SINCE, LAST)
    assert yahoo.ask(question, NOW, session).outcome == "network"
    assert session.seconds_left <= 0
    asked = len(yahoo_here.asked)
    assert yahoo.ask(question, NOW, session).outcome == "network"
    assert len(yahoo_here.asked) == asked
