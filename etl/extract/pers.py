"""What a mass or an energy is of, and what it is told per."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from etl.extract.tokens import Token, stem
from etl.extract.units import per_behind
from etl.reference import language

PRODUCT_WORDS = 5


def per_before(row: Sequence[Token], first: int) -> str | None:
    """ "daily, 2,000 tons"."""
    at = first - 1
    at -= at > 0 and row[at].text in ",:"
    per = (
        per_behind(row, at)
        if at >= 0 and row[at].norm in ("daily", "annually", "yearly", "monthly")
        else None
    )
    return per.id if per else None


def product_behind(row: Sequence[Token], at: int) -> tuple[tuple[str, ...], int]:
    """The words behind "of": what a mass or an energy is of."""
    if at >= len(row) or row[at].norm != "of":
        return (), at
    stop = _stop_words()
    last = at + 1
    while (
        last < len(row)
        and last - at <= PRODUCT_WORDS
        and row[last].kind == "word"
        and row[last].norm not in stop
    ):
        last += 1
    return tuple(stem(token.norm) for token in row[at + 1 : last]), last


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(language("nouns")["stop"]["words"])
