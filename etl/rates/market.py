"""All currencies asked one after another, patiently, and told in a sentence each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from etl.rates.currencies import Currency
from etl.rates.yahoo import Answer, Outcome

SECONDS_APART = 1.0
# Seconds before a question that failed is asked again. Without a network the reader should not wait long.
PAUSES: Mapping[Outcome, tuple[float, ...]] = {
    "network": (2.0,),
    "upstream": (2.0, 8.0),
    "bad_payload": (2.0, 8.0),
}
# What holds for one question holds for all: asking on would only make it worse.
FOR_ALL: tuple[Outcome, ...] = ("network", "rate_limited")

WORDS: Mapping[Outcome, str] = {
    "empty": "Yahoo Finance answered without any rate; the next run asks again",
    "rate_limited": "Yahoo Finance says that it was asked too often; wait before the next run",
    "not_found": "Yahoo Finance does not know this symbol",
    "bad_payload": "Yahoo Finance sent a page that holds no rates; the next run asks again",
    "network": "Yahoo Finance could not be reached; check the network",
    "upstream": "Yahoo Finance reports an error of its own; the next run asks again",
    "wrong_instrument": "Yahoo Finance sent another instrument, so nothing was kept",
    "not_asked": "not asked",
}


@dataclass(frozen=True, slots=True)
class Asking:
    """How to ask and to wait; a test brings its own clock."""

    ask: Callable[[Currency, date], Answer]
    wait: Callable[[float], None]


def answers(wanted: Mapping[Currency, date], asking: Asking) -> Iterator[Answer]:
    """An answer for each currency, from its day on. After a failure that holds for all no more is asked."""
    stopped = ""
    for number, (currency, since) in enumerate(wanted.items()):
        if stopped:
            yield Answer(currency, "not_asked", stopped)
            continue
        if number:
            asking.wait(SECONDS_APART)
        answer = _patiently(currency, since, asking)
        if answer.outcome in FOR_ALL:
            stopped = f"after the answer for {currency.symbol}"
        yield answer


def _patiently(currency: Currency, since: date, asking: Asking) -> Answer:
    answer = asking.ask(currency, since)
    tries = 0
    while tries < len(pauses := PAUSES.get(answer.outcome, ())):
        asking.wait(pauses[tries])
        tries += 1
        answer = asking.ask(currency, since)
    return answer


def is_wrong(answer: Answer) -> bool:
    """A fixed rate has no market: that Yahoo Finance does not list it is no fault."""
    expected = answer.currency.peg is not None and answer.outcome == "not_found"
    return answer.outcome != "ok" and not expected


def sentence(answer: Answer) -> str:
    """What came of it, for a person."""
    symbol = answer.currency.symbol
    if answer.outcome == "ok":
        return f"{symbol}: {_got(answer)}."
    if not is_wrong(answer):
        return f"{symbol}: not listed by Yahoo Finance; the rate is fixed by the central bank."
    detail = _plain(answer.detail)
    return f"{symbol}: {WORDS[answer.outcome]}{f' ({detail})' if detail else ''}."


def _plain(detail: str) -> str:
    """On one line, short, and without the network library's own advice."""
    return " ".join(detail.partition(". See http")[0].split())[:160].rstrip(".")


def _got(answer: Answer) -> str:
    days = [rate.day for rate in answer.rates]
    parts = [f"{len(days)} daily rates from {min(days)} to {max(days)}"]
    if answer.left_out:
        parts.append(f"{answer.left_out} days without a rate left out")
    return "; ".join(parts)


def overall(given: Sequence[Answer]) -> Outcome:
    """The first thing that went wrong, else ok."""
    return next((answer.outcome for answer in given if is_wrong(answer)), "ok")
