"""A question to a source of rates, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from etl.model import Rate
from etl.rates.banks.table import Table

Outcome = Literal[
    "ok",
    "empty",
    "rate_limited",
    "not_found",
    "bad_payload",
    "network",
    "upstream",
    "wrong_instrument",
    "not_asked",
]
# No rate, and perhaps no fault either: a holiday, or a day before a source began.
NOTHING: tuple[Outcome, ...] = ("empty", "not_found")


@dataclass(frozen=True, slots=True)
class Page:
    """Where a bank prints rates, how they are read, and the currency without which the page is empty."""

    address: str
    parse: Callable[[bytes], Table]
    expected: str = "USD"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. The answer may be of any day from `first` to `last`, and is kept under its own."""

    source: str
    lcu: str  # the currency that it is about
    first: date
    last: date
    page: Page | None = None  # of a bank; Yahoo Finance is asked for a currency


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one question. "empty" is nothing this time, never "no rate on that day"."""

    question: Question
    outcome: Outcome
    detail: str = ""  # in the words of the source or of the failure
    rates: tuple[Rate, ...] = ()
    left_out: int = 0  # what was sent and is no rate, or one of a day that nobody asked for

    @property
    def failed(self) -> bool:
        """Something is wrong, or was not even asked."""
        return self.outcome != "ok" and self.outcome not in NOTHING
