"""Numbers with what stands around them: sign, unit, counted noun, bound. Nothing interpreted."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from etl.extract.bounds import bound_ending, fillers, qualifier_of
from etl.extract.counted import Noun, noun_behind
from etl.extract.numbers import Number
from etl.extract.pers import per_before, product_behind
from etl.extract.tokens import Token
from etl.extract.units import Found, currency_before, per_behind, sign_before, unit_behind
from etl.model import Qualifier, Span
from etl.reference import Unit, language, units

Role = Literal["level", "from", "to", "by", "converted"]
OPENS = "([$€£¥"  # a minus sign behind one of these is a sign: "$-50 million"
LONGEST_LABEL = 6  # words before a colon


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


def mention_of(text: str, row: Sequence[Token], number: Number) -> Mention:
    """`number` with its sign, unit, noun and bound, as far as they stand beside it."""
    first, last = _minus(row, number.first), number.last
    sign = sign_before(row, first)
    printed = text[row[first].start : row[last - 1].end]
    mention = Mention(
        sign.edge if sign else first, last, number, printed, number.value, number.low, number.high
    )
    zero = _below_zero(row, first, last)
    if (first < number.first or zero < first) and number.value is not None:
        mention = mention._replace(value=-number.value, first=min(mention.first, zero))
    mention = _with_unit(row, mention, sign)
    bound = qualifier_of(row, number, (mention.first, mention.last))
    return mention if bound == "exact" else mention._replace(qualifier=bound)


def _minus(row: Sequence[Token], at: int) -> int:
    """Where a minus sign stands before the number, and nothing before the sign."""
    signed = at > 0 and row[at - 1].text in "-−" and row[at - 1].end == row[at].start
    alone = at < 2 or row[at - 2].end < row[at - 1].start or row[at - 2].text in OPENS
    return at - 1 if signed and alone else at


def _with_unit(row: Sequence[Token], mention: Mention, sign: Found | None) -> Mention:
    if mention.number.style == "multiple":
        return mention._replace(unit="times", family="times")
    if mention.number.style == "fraction":
        return mention._replace(unit="percent", family="rate", noun=_of_noun(row, mention.last))
    per_number = per_behind(row, mention.last, "per_number")
    found = sign or unit_behind(row, _past_of(row, mention)) or _past_more(row, mention.last)
    if per_number and not found:
        return mention._replace(unit=per_number.id, family="rate", last=per_number.edge)
    if found:
        last = mention.last if sign else found.edge
        return _with_per(row, in_base(mention._replace(last=last), found.unit))
    return _exchanged(row, mention) or _counted(row, mention)


def _exchanged(row: Sequence[Token], mention: Mention) -> Mention | None:
    """ "89.5 to the dollar": so much of the currency spoken of."""
    per = per_behind(row, mention.last)
    currency = currency_before(row, mention.first) if per and per.id == "dollar" else None
    return in_base(mention, currency)._replace(per="dollar", last=per.edge) if per and currency else None


def _below_zero(row: Sequence[Token], first: int, last: int) -> int:
    """Where "minus 30 degrees", "minus-5" begin; `first` where no "minus" makes the number negative."""
    if first > 1 and row[first - 1].text in "-‑" and row[first - 2].norm == "minus":
        return first - 2
    if not first or row[first - 1].norm != "minus":
        return first
    found = unit_behind(row, last)
    return first - 1 if found is not None and found.unit.family == "temperature" else first


def _past_more(row: Sequence[Token], at: int) -> Found | None:
    """ "9 more kilometers"."""
    more = at + 1 < len(row) and row[at].norm in ("more", "additional", "extra", "further")
    found = unit_behind(row, at + 1) if more else None
    return found if found and found.unit.family not in ("rate", "times") else None


def _of_noun(row: Sequence[Token], at: int) -> Noun | None:
    """The noun of "half of the pupils"."""
    step = at + 1 if at < len(row) and row[at].norm == "of" else at
    step += step < len(row) and row[step].norm in ("the", "all", "its", "their")
    return noun_behind(row, step)


def in_base(mention: Mention, unit: Unit) -> Mention:
    """The value in the unit kept; "4,003 billion" with a decimal comma where grouping cannot be meant."""
    number = mention.number
    value, reasons = mention.value, mention.reasons
    too_high = unit.highest is not None and value is not None and abs(value) * unit.factor > unit.highest
    if too_high and number.if_decimal is not None:
        value = number.if_decimal
        reasons = (f"the comma of {mention.text} is read as a decimal mark: it would be too much otherwise",)
    factor = unit.factor
    return mention._replace(
        value=None if value is None else value * factor,
        low=None if mention.low is None else mention.low * factor,
        high=None if mention.high is None else mention.high * factor,
        unit=unit.id,
        family=unit.family,
        measure=unit,
        reasons=reasons,
    )


def _with_per(row: Sequence[Token], mention: Mention) -> Mention:
    """ "1,000 tons of waste per day": what it is of, and per what."""
    product: tuple[str, ...] = ()
    at = mention.last
    if mention.family not in ("rate", "points", "times"):
        product, at = product_behind(row, mention.last)
    per = per_behind(row, at) or per_behind(row, mention.last)
    if per and per.id == "dollar" and mention.family != "money":
        return mention  # "lost 7% against the dollar"
    if per is None:
        ahead = per_before(row, mention.first) if mention.family == "mass" else None
        return mention._replace(product=product, per=ahead) if product or ahead else mention
    return mention._replace(product=product, per=per.id, last=per.edge)


def _counted(row: Sequence[Token], mention: Mention) -> Mention:
    noun = noun_behind(row, _past_of(row, mention), one=mention.value == 1) or _of_known(row, mention)
    if noun is None:
        return _labelled(row, mention)
    family = "duration" if noun.duration else "count"
    per_number = per_behind(row, noun.last, "per_number")
    if per_number:
        return mention._replace(noun=noun, unit=per_number.id, family="rate", last=per_number.edge)
    if noun.unit == "person" and _houses(row, mention):
        return mention._replace(noun=noun, unit="place", family="count", last=noun.last)
    counted = _counted_units().get(noun.unit)
    if counted is not None:
        mention = in_base(mention, counted)
    return mention._replace(
        noun=noun, unit=noun.unit, family=family, last=noun.last, per=_count_per(row, noun)
    )


def _of_known(row: Sequence[Token], mention: Mention) -> Noun | None:
    """ "one of the best schools", "three of its turbines": so many of things already known."""
    at = mention.last
    known = (
        at + 1 < len(row) and row[at].norm == "of" and row[at + 1].norm in language("nouns")["known"]["words"]
    )
    noun = noun_behind(row, at + 2) if known and mention.number.scale == 1 else None
    return noun and noun._replace(last=at)


def _houses(row: Sequence[Token], mention: Mention) -> bool:
    """ "schools for a million children", "with room for 500 pupils": places, not persons."""
    at = mention.first
    while at > 0 and (bound := bound_ending(row, at)):
        at = bound[1]
    words = [token.norm for token in row[max(0, at - 8) : at]]
    return words[-1:] == ["for"] and any(
        word in language("aspects")["schools"]["words"]
        for word in words[-4:] + words[-6:-4] * ("room" in words)
    )


@cache
def _counted_units() -> dict[str, Unit]:
    """Persons and jobs: counted, with a highest number that can be meant."""
    return {unit.id: unit for unit in units() if unit.family == "count"}


def _labelled(row: Sequence[Token], mention: Mention) -> Mention:
    """ "Units: six", "employ 1,500": the label or the verb before the number says what it counts."""
    if _met_a_fate(row, mention.last):
        return mention._replace(unit="person", family="count")
    at = mention.first - 1
    while at >= 0 and (row[at].norm in fillers() or bound_ending(row, at + 1)):
        at -= 1
    if at >= 0 and row[at].norm in language("aspects")["person_verbs"]["words"]:
        return mention._replace(unit="person", family="count")
    if at < 1 or row[at].text != ":" or at > LONGEST_LABEL:
        return mention
    noun = noun_behind(row, 0)
    if noun is None or noun.last > at or noun.duration:
        return mention
    return mention._replace(noun=noun, unit=noun.unit, family="count")


def _met_a_fate(row: Sequence[Token], at: int) -> bool:
    """ "Twenty-three drowned": what only persons do."""
    words = tuple(token.norm for token in row[at : at + 3])
    return any(words[:size] in _fates() for size in (1, 2, 3))


@cache
def _fates() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words.split()) for words in language("aspects")["person_fates"]["words"])


def _past_of(row: Sequence[Token], mention: Mention) -> int:
    """ "dozens of companies": the noun stands behind "of"."""
    vague = mention.number.style == "vague"
    return mention.last + (vague and mention.last < len(row) and row[mention.last].norm == "of")


def _count_per(row: Sequence[Token], noun: Noun) -> str | None:
    per = per_behind(row, noun.last)
    return per.id if per else None
