"""The base of a rate that stands before its numbers: "births per 1,000 residents: 17.9"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from etl.extract.counted import noun_behind
from etl.extract.mentions import Mention
from etl.extract.numbers import number_at
from etl.extract.tokens import Token
from etl.model import Span
from etl.reference import language

UNITS = {
    Decimal(100): "percent",
    Decimal(1_000): "per_1000",
    Decimal(10_000): "per_10000",
    Decimal(100_000): "per_100000",
    Decimal(1_000_000): "per_million",
}


AHEAD = 2  # tokens between "22 doctors" and "10,000": "for every"


class Base(NamedTuple):
    """So many persons or things, of which numbers are told. Tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    value: Decimal

    def span(self, row: Sequence[Token]) -> Span:
        """Its place in the file."""
        return Span(row[self.first].start, row[self.last - 1].end)


def base_of_rate(row: Sequence[Token]) -> Base | None:
    """The base that the sentence opens its rates with, if it has one."""
    openers = language("numbers")["rate_bases"]["openers"]
    if not openers.meet(token.norm for token in row):
        return None
    for at, token in enumerate(row[:-2]):
        if token.norm in openers:
            last, value = _number(row, at + 1)
            if value in UNITS and _counts(row, last):
                return Base(at + 1, last, value)
    return None


def _number(row: Sequence[Token], at: int) -> tuple[int, Decimal]:
    """ "1,000", and the bare "hundred" behind "every"."""
    scale = language("numbers")["rate_bases"]["scales"].get(row[at].norm)
    if scale is not None:
        return at + 1, Decimal(scale)
    number = number_at(row, at)
    return (number.last, number.value or Decimal(0)) if number else (at, Decimal(0))


def _counts(row: Sequence[Token], at: int) -> bool:
    noun = noun_behind(row, at)
    things = language("numbers")["rate_bases"]["words"]
    return noun is not None and (noun.unit == "person" or noun.unit in things)


def on_base(mentions: Sequence[Mention], base: Base) -> list[Mention]:
    """The mentions without the base itself; what is counted behind it is a rate."""
    if any(mention.first < base.first < mention.last for mention in mentions):
        return list(mentions)  # "21 doctors per 10,000" has it in its unit
    return [_told(mention, base) for mention in mentions if mention.first != base.first]


def _told(mention: Mention, base: Base) -> Mention:
    counted = mention.family in (None, "count") and not mention.per
    before = base.first - AHEAD <= mention.last < base.first  # "22 doctors for every 10,000 people"
    if (
        (mention.first < base.last and not before)
        or not counted
        or (mention.value or base.value) >= base.value
    ):
        return mention
    return mention._replace(unit=UNITS[base.value], family="rate")
