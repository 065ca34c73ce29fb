"""What cannot be right in a market series. A check says so in `problem`; it removes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from statistics import median

from etl.model import Rate
from etl.rates.currencies import Currency

JUMP = Decimal("0.05")  # a rate moves by more in a devaluation, and then it stays there
BEFORE = 5  # closes that a jump is measured against
PEG_ROOM = Decimal("0.01")
FLAT = 10  # closes in a row without any move


def checked(series: Sequence[Rate], currency: Currency) -> tuple[Rate, ...]:
    """`series`, by day, each rate with its first problem. A level that shifts and stays is none."""
    return tuple(replace(rate, problem=_problem(series, at, currency)) for at, rate in enumerate(series))


Check = Callable[[Sequence[Rate], int, Currency], str | None]


def _problem(series: Sequence[Rate], at: int, currency: Currency) -> str | None:
    return next((sentence for check in CHECKS if (sentence := check(series, at, currency))), None)


def _outside(series: Sequence[Rate], at: int, currency: Currency) -> str | None:
    if currency.low <= series[at].value <= currency.high:
        return None
    return f"{_said(series[at])} is outside {currency.low} to {currency.high}."


def _off_peg(series: Sequence[Rate], at: int, currency: Currency) -> str | None:
    if currency.peg is None or abs(series[at].value / currency.peg - 1) <= PEG_ROOM:
        return None
    return f"{_said(series[at])} is more than 1 % off the official {currency.peg}."


def _spike(series: Sequence[Rate], at: int, _: Currency) -> str | None:
    """Away from the closes before and back on the next day; the last close may yet stay."""
    before = [each.value for each in series[max(at - BEFORE, 0) : at]]
    if not before or at + 1 == len(series):
        return None
    level = Decimal(median(before))
    away = abs(series[at].value / level - 1) > JUMP
    back = abs(series[at + 1].value / level - 1) <= JUMP
    return f"{_said(series[at])} is over 5 % off the days before and after." if away and back else None


def _flat(series: Sequence[Rate], at: int, currency: Currency) -> str | None:
    last = {each.value for each in series[max(at - FLAT + 1, 0) : at + 1]}
    if currency.peg is not None or at + 1 < FLAT or len(last) > 1:
        return None
    return f"{_said(series[at])} has not moved for {FLAT} closes."


def _said(rate: Rate) -> str:
    return f"{rate.value_text} {rate.counter} per dollar on {rate.day}"


CHECKS: tuple[Check, ...] = (_outside, _off_peg, _spike, _flat)
