"""An amount of one currency in another: an interval, never narrower than the rates allow."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import Any

from dashboard.rate_numbers import ends

EXACT = 28  # digits of what needs no rate: a dollar is a dollar
DOWN, UP = Context(prec=EXACT, rounding=ROUND_FLOOR), Context(prec=EXACT, rounding=ROUND_CEILING)


@dataclass(frozen=True, slots=True)
class Leg:
    """What a dollar is worth in a currency, between which ends and with how many significant digits."""

    low: Decimal
    high: Decimal
    digits: int

    @classmethod
    def of(cls, row: Any) -> Leg:
        """From a row of `rates` of a pair with the dollar."""
        low, high = ends(row)
        return cls(low, high, int(row["digits"]))


@dataclass(frozen=True, slots=True)
class Converted:
    """Between which ends the amount lies, and how many digits of it can be said."""

    low: Decimal
    high: Decimal
    digits: int


DOLLAR = Leg(Decimal(1), Decimal(1), EXACT)


def convert(amount: Decimal, source: Leg, target: Leg) -> Converted:
    """`amount` above zero, from one currency through the dollar into another; ends are rounded outwards.

    >>> sum_ = Leg(Decimal("11764.70588"), Decimal("13333.33334"), 1)
    >>> found = convert(Decimal(1_000_000), sum_, DOLLAR)
    >>> round(found.low, 3), round(found.high, 3), found.digits
    (Decimal('75.000'), Decimal('85.000'), 1)
    """
    low = DOWN.multiply(DOWN.divide(amount, source.high), target.low)
    high = UP.multiply(UP.divide(amount, source.low), target.high)
    return Converted(low, high, min(source.digits, target.digits))
