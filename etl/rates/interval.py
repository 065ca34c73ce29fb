"""What the printed digits of a rate leave open. Decimal throughout."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

DIGITS = 28
DOWN = Context(prec=DIGITS, rounding=ROUND_FLOOR)
UP = Context(prec=DIGITS, rounding=ROUND_CEILING)


def decimals_of(value_text: str) -> int:
    """How many digits are printed behind the point.

    >>> decimals_of("0.28490"), decimals_of("512")
    (5, 0)
    """
    return len(value_text.partition(".")[2])


def interval(value_text: str, decimals: int | None = None) -> tuple[Decimal, Decimal]:
    """The values that round half up to the printed digits: from the first up to, without, the second.

    `decimals` is given where a source drops the zeros at the end: its 3.5 is 3.5000. That the source rounds
    half up, and does not cut off, is assumed.

    >>> interval("0.00008")
    (Decimal('0.000075'), Decimal('0.000085'))
    >>> interval("3.5", 4)
    (Decimal('3.49995'), Decimal('3.50005'))
    """
    value = Decimal(value_text)
    half = Decimal(1).scaleb(-(decimals_of(value_text) if decimals is None else decimals)) / 2
    return value - half, value + half


def inverse(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal | None]:
    """The same interval the other way round: above the first, up to the second.

    Rounded outwards, so that it holds the inverse of every value inside. The second is None where the first
    digits printed are all zero: then the inverse has no upper end.

    >>> [round(end) for end in inverse(*interval("0.00008"))]
    [11765, 13333]
    """
    return DOWN.divide(Decimal(1), high), (UP.divide(Decimal(1), low) if low > 0 else None)


def significant_digits(value_text: str, decimals: int | None = None) -> int:
    """How many digits the number really has; `decimals` as for `interval`.

    >>> significant_digits("0.00008"), significant_digits("0.28490"), significant_digits("3.5", 4)
    (1, 5, 5)
    """
    dropped = max((decimals or 0) - decimals_of(value_text), 0)
    return len(value_text.replace(".", "").lstrip("0")) + dropped
