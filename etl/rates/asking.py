"""The questions to one source, one after another and patiently."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from etl.rates.answers import Answer, Outcome, Question

SECONDS_APART = 1.0
# Seconds before a question that failed is asked again. Without a network the reader should not wait long.
PAUSES: Mapping[Outcome, tuple[float, ...]] = {
    "network": (2.0,),
    "upstream": (2.0, 8.0),
    "bad_payload": (2.0, 8.0),
}
# What holds for one question holds for all: asking on would only make it worse.
FOR_ALL: tuple[Outcome, ...] = ("network", "rate_limited")
IN_A_ROW = 3  # failures of any kind


@dataclass(frozen=True, slots=True)
class Asking:
    """How to ask and to wait; a test brings its own clock. Waiting says something true when all is to end."""

    ask: Callable[[Question], Answer]
    wait: Callable[[float], object]


class Stopped(Exception):  # noqa: N818 - a wish of the reader's, not a failure
    """No more is to be asked."""


def answers(questions: Sequence[Question], asking: Asking) -> Iterator[Answer]:
    """An answer to each. After a failure that holds for all, or the third in a row, no more is asked."""
    try:
        yield from _in_turn(questions, asking)
    except Stopped:
        return


def _in_turn(questions: Sequence[Question], asking: Asking) -> Iterator[Answer]:
    failures = 0
    for number, question in enumerate(questions):
        if number:
            _wait(SECONDS_APART, asking)
        answer = _patiently(question, asking)
        yield answer
        failures = failures + 1 if answer.failed else 0
        if answer.outcome in FOR_ALL or failures == IN_A_ROW:
            yield from (Answer(other, "not_asked") for other in questions[number + 1 :])
            return


def _patiently(question: Question, asking: Asking) -> Answer:
    answer = asking.ask(question)
    tries = 0
    while tries < len(pauses := PAUSES.get(answer.outcome, ())):
        _wait(pauses[tries], asking)
        tries += 1
        answer = asking.ask(question)
    return answer


def _wait(seconds: float, asking: Asking) -> None:
    if asking.wait(seconds):
        raise Stopped
