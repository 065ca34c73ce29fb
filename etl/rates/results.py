"""What a run brought from one source, currency by currency."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from etl.model import Rate
from etl.rates.answers import NOTHING, Answer, Outcome
from etl.rates.currencies import currencies
from etl.rates.sources import RateSource

PEGGED = {currency.code for currency in currencies() if currency.peg is not None}


@dataclass(frozen=True, slots=True)
class Series:
    """All answers about one currency."""

    lcu: str
    answers: tuple[Answer, ...]

    @property
    def dollar_rates(self) -> list[Rate]:
        """Without those between two currencies of the region."""
        return [rate for rate in rates_of(self.answers) if _of_the_dollar(rate)]

    @property
    def failure(self) -> Answer | None:
        """The first answer that tells what went wrong, if anything did."""
        told = [answer for answer in self.answers if answer.failed]
        return told[0] if told else self._nothing()

    def _nothing(self) -> Answer | None:
        """To have nothing is no fault before a source begins; of the last days it should have some."""
        last = max(answer.question.last for answer in self.answers)
        newest = [answer for answer in self.answers if answer.question.last == last]
        if any(_of_the_dollar(rate) for answer in newest for rate in answer.rates):
            return None
        return next((answer for answer in newest if answer.outcome in NOTHING), None)


@dataclass(frozen=True, slots=True)
class Result:
    """All answers of one source, in the order in which they came."""

    source: RateSource
    answers: tuple[Answer, ...]

    @property
    def series(self) -> tuple[Series, ...]:
        """In the order of the currencies."""
        codes = {answer.question.lcu for answer in self.answers}
        return tuple(
            Series(currency.code, tuple(a for a in self.answers if a.question.lcu == currency.code))
            for currency in currencies()
            if currency.code in codes
        )

    @property
    def wrong(self) -> tuple[Series, ...]:
        """The currencies that did not come as they should."""
        return tuple(each for each in self.series if each.failure and not self.has_no_market(each))

    @property
    def failure(self) -> Answer | None:
        """The first thing that went wrong."""
        failures = [each.failure for each in self.wrong if each.failure]
        return next((each for each in failures if each.outcome != "not_asked"), next(iter(failures), None))

    @property
    def outcome(self) -> Outcome:
        """Of the whole."""
        return self.failure.outcome if self.failure else "ok"

    def has_no_market(self, series: Series) -> bool:
        """A fixed rate is not traded: that a market does not list it is no fault."""
        fixed = self.source.kind == "close" and series.lcu in PEGGED
        return fixed and series.failure is not None and series.failure.outcome == "not_found"


def _of_the_dollar(rate: Rate) -> bool:
    return "USD" in (rate.base, rate.counter)


def rates_of(answers: Iterable[Answer]) -> list[Rate]:
    """Each rate once, though two pages may print it."""
    return list(dict.fromkeys(rate for answer in answers for rate in answer.rates))
