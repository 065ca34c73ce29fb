"""Asking for all currencies: patience, stopping, and one sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yfinance.data import SingletonMeta, YfData

from etl.rates import market, yahoo
from etl.rates.currencies import currencies
from etl.rates.market import Asking
from etl.rates.schedule import Run, not_before
from etl.rates.session import BoundedSession
from etl.rates.yahoo import Answer
from tests.yahoo_stand_in import Answering, Asked, Reply, StandIn, good, refusal, stand_in

NOW = datetime(2026, 7, 3, 12, tzinfo=UTC)
WANTED = dict.fromkeys(currencies(), date(2026, 6, 22))
LIMITED: Answering = lambda _: Reply("Edge: Too Many Requests", 429)  # noqa: E731 - a value like its neighbours
BROKEN = refusal("Internal Server Error", "out of order", 500)
UNKNOWN = refusal("Not Found", "No data found, symbol may be delisted", 404)


@dataclass
class Round:
    """The stand-in asked for all currencies; `waited` are the pauses, which no test has to wait for."""

    here: StandIn
    waited: list[float] = field(default_factory=list)

    def answers(self, session: BoundedSession | None = None) -> list[Answer]:
        bounded = session or self.here.session()
        asking = Asking(lambda currency, since: yahoo.ask(currency, since, NOW, bounded), self.waited.append)
        return list(market.answers(WANTED, asking))


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Round]:
    SingletonMeta._instances.pop(YfData, None)
    yahoo.use_cache(tmp_path)
    with stand_in() as here:
        yield Round(here)


def sentences(answers: list[Answer]) -> list[str]:
    return [market.sentence(answer) for answer in answers]


def test_each_currency_is_asked_in_turn_a_second_apart(fresh: Round) -> None:
    answers = fresh.answers()
    assert [answer.outcome for answer in answers] == ["ok"] * 5
    assert [asked.currency for asked in fresh.here.asked] == ["KZT", "KGS", "TJS", "TMT", "UZS"]
    assert fresh.waited == [1.0] * 4
    assert sentences(answers)[0] == "KZT=X: 10 daily rates from 2026-06-22 to 2026-07-03."
    assert market.overall(answers) == "ok"


def test_after_too_many_requests_nothing_more_is_asked(fresh: Round) -> None:
    fresh.here.answers["KGS"] = LIMITED
    answers = fresh.answers()
    assert [answer.outcome for answer in answers] == ["ok", "rate_limited"] + ["not_asked"] * 3
    assert {asked.currency for asked in fresh.here.asked} == {"KZT", "KGS"}
    assert fresh.waited == [1.0]
    assert sentences(answers)[1].startswith("KGS=X: Yahoo Finance says that it was asked too often")
    assert sentences(answers)[2] == "TJS=X: not asked (after the answer for KGS=X)."
    assert market.overall(answers) == "rate_limited"


def test_an_error_of_yahoos_own_is_asked_three_times_and_the_others_go_on(fresh: Round) -> None:
    fresh.here.answers["TJS"] = BROKEN
    answers = fresh.answers()
    assert [answer.outcome for answer in answers] == ["ok", "ok", "upstream", "ok", "ok"]
    assert fresh.waited == [1.0, 1.0, 2.0, 8.0, 1.0, 1.0]
    assert "out of order" in sentences(answers)[2]


def test_an_error_that_passes_is_no_error(fresh: Round) -> None:
    replies = iter([BROKEN] * 2)  # yfinance itself asks once more

    def at_last_good(asked: Asked) -> Reply:
        return next(replies, good)(asked)

    fresh.here.answers["KZT"] = at_last_good
    assert fresh.answers()[0].outcome == "ok"


def test_without_a_network_there_is_a_sentence_for_each_currency(fresh: Round) -> None:
    closed = StandIn("http://127.0.0.1:9").session()
    answers = fresh.answers(closed)
    assert [answer.outcome for answer in answers] == ["network"] + ["not_asked"] * 4
    assert fresh.waited == [2.0]
    assert all(sentence.endswith(".") and "\n" not in sentence for sentence in sentences(answers))
    assert sentences(answers)[0].startswith("KZT=X: Yahoo Finance could not be reached; check the network")


def test_that_a_fixed_rate_has_no_market_is_nothing_wrong(fresh: Round) -> None:
    fresh.here.answers["TMT"] = UNKNOWN
    answers = fresh.answers()
    assert market.overall(answers) == "ok"
    assert sentences(answers)[-2] == (
        "TMT=X: not listed by Yahoo Finance; the rate is fixed by the central bank."
    )


def test_that_a_market_rate_is_unknown_is_wrong(fresh: Round) -> None:
    fresh.here.answers["UZS"] = UNKNOWN
    assert market.overall(fresh.answers()) == "not_found"


DAY = datetime(2026, 11, 21, tzinfo=UTC)


def runs(*outcomes: str) -> list[Run]:
    return [Run(DAY + timedelta(hours=number), outcome) for number, outcome in enumerate(outcomes)]


@pytest.mark.parametrize(
    ("outcomes", "hours"),
    [
        ((), None),
        (("ok",), 6),
        (("network",), None),
        (("rate_limited",), 1),
        (("rate_limited", "rate_limited"), 2),
        (("rate_limited", "ok", "rate_limited"), 1),
        (("rate_limited",) * 4, 8),
        (("rate_limited",) * 9, 24),
    ],
)
def test_how_long_to_wait_after_earlier_runs(outcomes: tuple[str, ...], hours: int | None) -> None:
    earlier = runs(*outcomes)
    moment = not_before(earlier)
    assert (moment - earlier[-1].at if moment else None) == (hours and timedelta(hours=hours))


@given(st.lists(st.sampled_from(["ok", "network", "rate_limited", "upstream"])))
def test_nobody_waits_longer_than_a_day(outcomes: list[str]) -> None:
    moment = not_before(runs(*outcomes))
    assert moment is None or moment - runs(*outcomes)[-1].at <= timedelta(days=1)
