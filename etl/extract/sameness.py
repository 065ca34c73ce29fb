"""When two amounts are one number told twice: to the digit, rounded, or bounded."""

from __future__ import annotations

from decimal import Decimal

from etl.model import Amount

HALF = Decimal("0.5")
BOUNDED = Decimal("0.1")  # how far a headline's "over 100" may lie from the 103 it stands for
ROUNDED = Decimal("0.05")  # and a rounded number from the one it was made of

Number = tuple[Decimal | None, Decimal | None, Decimal | None]


def number(amount: Amount) -> Number:
    """The value and both ends, however they are printed."""
    return amount.value, amount.low, amount.high


def equal(one: Amount, other: Amount) -> bool:
    """The same value, or the same two ends."""
    if one.value is None or other.value is None:
        known = one.low is not None or one.high is not None
        return known and (one.value, one.low, one.high) == (other.value, other.low, other.high)
    return one.value == other.value


def stands_for(loose: Amount, exact: Amount) -> bool:
    """Whether `loose` is `exact` with fewer digits: "9" of 8.77, "over 100" of 103, "nearly 50" of 49.6."""
    if loose.value is None or exact.value is None or not exact.value:
        return False
    if digits(loose.value) >= digits(exact.value):
        return False
    apart = abs(loose.value - exact.value)
    if loose.qualifier != "exact":
        return _is_within_bound(loose, exact.value) and apart <= BOUNDED * abs(exact.value)
    half = HALF * last_place(loose.value)  # 66.5 is told as 67, not as 66
    near = apart <= half if abs(loose.value) > abs(exact.value) else apart < half
    return near and apart <= ROUNDED * abs(exact.value)


def _is_within_bound(loose: Amount, number: Decimal) -> bool:
    value = loose.value or Decimal(0)
    below = loose.qualifier == "more_than" and number < value
    return not below and not (loose.qualifier == "less_than" and number > value)


def digits(value: Decimal) -> int:
    """How many digits the number has that say something.

    >>> digits(Decimal("8.77")), digits(Decimal(12000)), digits(Decimal(0))
    (3, 2, 1)
    """
    return len(value.normalize().as_tuple().digits)


def last_place(value: Decimal) -> Decimal:
    """The place of the last digit that says something.

    >>> str(last_place(Decimal(12000))), str(last_place(Decimal("8.77")))
    ('1000', '0.01')
    """
    exponent = int(value.normalize().as_tuple().exponent)
    return Decimal(10**exponent) if exponent >= 0 else Decimal(1).scaleb(exponent)
