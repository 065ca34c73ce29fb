"""Numbers with their thousands apart and millions in words. `dashboard.words` hands them on."""

from __future__ import annotations

import math
from decimal import Decimal

from dashboard.language import N_, _
from dashboard.numbers import grouped

SCALES = ((12, N_("{n} trillion")), (9, N_("{n} billion")), (6, N_("{n} million")))
BARE = "{n}"  # no scale: the digits alone


def span(low: Decimal, high: Decimal, ends: str = "{low}–{high}") -> str:
    """Both ends of a range, a shared scale said once.

    >>> span(Decimal(2000000), Decimal(3500000)), span(Decimal(900000), Decimal(1100000))
    ('2–3.5 million', '900,000–1.1 million')
    """
    (first, scale), (last, other) = _scaled(low), _scaled(high)
    if scale == other:
        return _(scale).format(n=ends.format(low=first, high=last))
    return ends.format(low=_(scale).format(n=first), high=_(other).format(n=last))


def plain(value: Decimal, decimals: int = 0) -> str:
    """Grouped by thousands, millions in words where that needs no more than three decimals.

    >>> plain(Decimal(7282000)), plain(Decimal(126354)), plain(Decimal(2232114)), plain(Decimal("19"), 1)
    ('7.282 million', '126,354', '2,232,114', '19.0')
    """
    shown, scale = _scaled(value, decimals)
    return _(scale).format(n=shown)


def _scaled(value: Decimal, decimals: int = 0) -> tuple[str, str]:
    """The digits, and the message that they stand in."""
    for power, name in SCALES:
        scaled = value.scaleb(-power)
        if abs(scaled) >= 1 and _decimals(scaled) <= 3:
            return grouped(scaled, _decimals(scaled)), name
    return grouped(value, max(decimals, _decimals(value))), BARE


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) and math.isfinite(exponent) else 0
