"""Decimals as the tables hold them: DECIMAL(38, 12), because sums of DOUBLE differ from run to run."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal

PLACES = Decimal(1).scaleb(-12)
LARGEST = Decimal(10) ** 26
# Digits enough that rounding to twelve places is the only loss.
DIGITS = Context(prec=50)


def fits(value: Decimal | None) -> bool:
    """Whether a column can hold it.

    >>> fits(Decimal("60.4e9")), fits(Decimal("1e26")), fits(None)
    (True, False, True)
    """
    return value is None or (value.is_finite() and abs(value) < LARGEST)


def plain(value: Decimal | None, rounding: str = ROUND_HALF_EVEN) -> str | None:
    """Plain digits; what stands behind the twelfth place is rounded away.

    >>> plain(Decimal("60.4e9")), plain(Decimal("0.00008")), plain(Decimal(1) / 3), plain(None)
    ('60400000000', '0.00008', '0.333333333333', None)
    """
    if value is None:
        return None
    return format(value.quantize(PLACES, rounding, DIGITS).normalize(DIGITS), "f")


def day(value: date | None) -> str | None:
    """As ISO 8601."""
    return value.isoformat() if value else None
