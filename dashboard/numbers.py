"""Digits on screen: the only place that sets thousands apart and the only one that rounds for a reader."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal

from dashboard.language import _, in_each


def grouped(value: Decimal | int, decimals: int | None = None) -> str:
    """Thousands apart, a real minus; with so many decimals, or with those that it has.

    >>> grouped(Decimal("11800")), grouped(Decimal("9.1752")), grouped(-1200), grouped(Decimal("19"), 1)
    ('11,800', '9.1752', '−1,200', '19.0')
    """
    form = ",f" if decimals is None else f",.{decimals}f"
    return written(format(Decimal(value), form))


def written(digits: str) -> str:
    """A number as Python writes it, with the signs of the reader's language."""
    return digits.translate(_signs())


@in_each()
def _signs() -> dict[int, str]:
    """Of Python, and what stands in their place."""
    example = _("1,234.5")
    return {ord(","): example[1], ord("."): example[-2], ord("-"): "−"}


def rounded(value: Decimal, digits: int) -> Decimal:
    """`value` with so many significant digits, none invented.

    >>> rounded(Decimal("11764.7"), 3), rounded(Decimal("87.4125"), 4), rounded(Decimal("0.0022"), 1)
    (Decimal('11800'), Decimal('87.41'), Decimal('0.002'))
    >>> rounded(Decimal("9.998"), 2)
    Decimal('10')
    """
    if not value:
        return value
    kept = Context(prec=digits, rounding=ROUND_HALF_EVEN).plus(value)
    # A context keeps fewer digits where fewer were given, and writes 10 as 1.0E+1.
    return kept.quantize(Decimal(1).scaleb(min(kept.adjusted() - digits + 1, 0)))
