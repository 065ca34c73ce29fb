"""A number with what stands around it: sign, unit, noun and bound. Nothing interpreted."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.bounds import qualifier_of
from etl.extract.counted import Noun, noun_behind
from etl.extract.counts import counted, past_bound
from etl.extract.mentions import Mention, in_base
from etl.extract.numbers import Number
from etl.extract.pers import per_before, product_behind
from etl.extract.tokens import Token
from etl.extract.units import Found, currency_before, per_behind, sign_before, unit_behind
from etl.reference import language

OPENS = "([$€£¥"  # a minus sign behind one of these is a sign: "$-50 million"


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
    if bound == "more_than" and mention.family == "duration" and _is_span(row, mention.first):
        bound = "exact"
    return mention if bound == "exact" else mention._replace(qualifier=bound)


def _is_span(row: Sequence[Token], first: int) -> bool:
    """ "5 percent over ten years": as long as that; "for over ten years" is longer."""
    over = first > 1 and row[first - 1].norm == "over"
    return over and row[first - 2].norm not in language("numbers")["longer"]["before_over"]


def _minus(row: Sequence[Token], at: int) -> int:
    """Where a minus sign stands before the number, and nothing before the sign."""
    signed = at > 0 and row[at - 1].text in "-−–" and row[at - 1].end == row[at].start
    alone = at < 2 or row[at - 2].end < row[at - 1].start or row[at - 2].text in OPENS
    joins = at > 1 and row[at - 1].text == "–" and row[at - 2].kind == "number"  # "5 –7 percent"
    return at - 1 if signed and alone and not joins else at


def _with_unit(row: Sequence[Token], mention: Mention, sign: Found | None) -> Mention:
    if mention.number.style == "multiple":
        return mention._replace(unit="times", family="times")
    if mention.number.style == "fraction":
        return mention._replace(unit="percent", family="rate", noun=_of_noun(row, mention.last))
    per_number = per_behind(row, mention.last, "per_number")
    found = sign or unit_behind(row, past_bound(row, mention)) or _past_more(row, mention.last)
    if per_number and not found:
        return mention._replace(unit=per_number.id, family="rate", last=per_number.edge)
    if found:
        return _with_per(row, in_base(mention, found.unit, mention.last if sign else found.edge))
    return _exchanged(row, mention) or counted(row, mention)


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
    level = first > 1 and row[first - 2].norm in language("numbers")["beside_minus"]["levels"]
    families = ("temperature", "rate") if level else ("temperature",)  # "cut to minus 0.5 percent"
    return first - 1 if found is not None and found.unit.family in families else first


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
