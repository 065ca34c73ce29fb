"""Asking one source: patience, stopping, and when it may be asked again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.rates.answers import Answer, Outcome, Question
from etl.rates.asking import Asking, answers
from etl.rates.schedule import Run, not_before

FIVE = ("KZT", "KGS", "TJS", "TMT", "UZS")
QUESTIONS = [Question("yahoo", lcu, date(2026, 6, 22), date(2026, 7, 3)) for lcu in FIVE]


@dataclass
class Source:
    """Answers each currency as told, else well; `waited` are the pauses, which no test has to wait for."""

    told: Mapping[str, Iterator[Outcome]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)

    def ask(self, question: Question) -> Answer:
        self.asked.append(question.lcu)
        return Answer(question, next(self.told.get(question.lcu, iter(())), "ok"))

    def answers(self) -> list[Outcome]:
        return [answer.outcome for answer in answers(QUESTIONS, Asking(self.ask, self.waited.append))]


def always(outcome: Outcome) -> Iterator[Outcome]:
    while True:
        yield outcome


def test_each_question_is_asked_in_turn_a_second_apart() -> None:
    source = Source()
    assert source.answers() == ["ok"] * 5
    assert source.asked == list(FIVE)
    assert source.waited == [1.0] * 4


def test_after_too_many_requests_nothing_more_is_asked() -> None:
    source = Source({"KGS": always("rate_limited")})
    assert source.answers() == ["ok", "rate_limited"] + ["not_asked"] * 3
    assert source.asked == ["KZT", "KGS"]
    assert source.waited == [1.0]


def test_without_a_network_one_question_is_asked_twice() -> None:
    source = Source({"KZT": always("network")})
    assert source.answers() == ["network"] + ["not_asked"] * 4
    assert source.waited == [2.0]


@pytest.mark.parametrize("outcome", ["upstream", "bad_payload"])
def test_an_error_of_the_sources_own_is_asked_three_times_and_the_others_go_on(outcome: Outcome) -> None:
    source = Source({"TJS": always(outcome)})
    assert source.answers() == ["ok", "ok", outcome, "ok", "ok"]
    assert source.waited == [1.0, 1.0, 2.0, 8.0, 1.0, 1.0]


def test_an_error_that_passes_is_no_error() -> None:
    assert Source({"KZT": iter(["upstream", "bad_payload"])}).answers() == ["ok"] * 5


def test_after_three_failures_in_a_row_nothing_more_is_asked() -> None:
    source = Source({lcu: always("upstream") for lcu in ("KZT", "TJS", "TMT", "UZS")})
    assert source.answers() == ["upstream", "ok", "upstream", "upstream", "upstream"]
    source = Source({lcu: always("upstream") for lcu in FIVE})
    assert source.answers() == ["upstream"] * 3 + ["not_asked"] * 2


def test_days_without_a_rate_are_no_failures() -> None:
    source = Source({lcu: always("not_found") for lcu in FIVE})
    assert source.answers() == ["not_found"] * 5
    assert source.waited == [1.0] * 4


def test_who_stops_while_it_waits_is_asked_nothing_more() -> None:
    source = Source()
    stopped = Asking(source.ask, lambda _: len(source.asked) == 2)
    assert len(list(answers(QUESTIONS, stopped))) == 2
    assert source.asked == ["KZT", "KGS"]


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
