"""Numbers with what stands around them: sign, unit, counted noun, bound. Nothing interpreted."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from etl.extract.counted import Noun
from etl.extract.numbers import Number
from etl.extract.tokens import Token
from etl.model import Qualifier, Span
from etl.reference import Unit

Role = Literal["level", "from", "to", "by", "converted"]


class Mention(NamedTuple):
    """A number as the article words it. Tokens `first` to `last` (exclusive) are its quote."""

    first: int
    last: int
    number: Number
    text: str  # the number as printed
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: Qualifier = "exact"
    unit: str | None = None
    family: str | None = None  # of the unit: rate, money, count …
    measure: Unit | None = None  # the unit as written: miles, where `unit` is km
    noun: Noun | None = None
    product: tuple[str, ...] = ()  # "tons of waste": what the mass is of
    per: str | None = None
    role: Role = "level"
    inherited: bool = False  # the unit is another mention's
    lent: str = ""  # and who lends it, in words
    reasons: tuple[str, ...] = ()

    def span(self, row: Sequence[Token]) -> Span:
        """Its place in the file."""
        return Span(row[self.first].start, row[self.last - 1].end)


def in_base(mention: Mention, unit: Unit, last: int | None = None) -> Mention:
    """The value in the unit kept; "4,003 billion" with a decimal comma where grouping cannot be meant."""
    number = mention.number
    value, reasons = mention.value, mention.reasons
    too_high = unit.highest is not None and value is not None and abs(value) * unit.factor > unit.highest
    if too_high and number.if_decimal is not None:
        value = number.if_decimal
        reasons = (f"the comma of {mention.text} is read as a decimal mark: it would be too much otherwise",)
    factor = unit.factor
    return mention._replace(
        last=mention.last if last is None else last,
        value=None if value is None else value * factor,
        low=None if mention.low is None else mention.low * factor,
        high=None if mention.high is None else mention.high * factor,
        unit=unit.id,
        family=unit.family,
        measure=unit,
        reasons=reasons,
    )
