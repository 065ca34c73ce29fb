"""Numbers as they are written: digits, words, scales, fractions. Nothing of what they count."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from etl.extract.digits import ONE_GROUP, with_part
from etl.extract.fractions_in_words import (
    again,
    every_so_many,
    fraction,
    of_a_scale,
    one_in_several,
    out_of_every,
    percent,
)
from etl.extract.loose_numbers import multiple, vague
from etl.extract.number_words import (
    behind_an_article,
    first_words,
    in_words,
    norms,
    scale_of,
    table,
)
from etl.extract.tokens import Token, glued

Style = Literal["digits", "words", "fraction", "vague", "multiple"]
THOUSAND = 1000
LONGEST = 18  # digits: past that it is a code, not a count
PART = re.compile(r"\d{1,3}(?:\.\d{1,3})?")  # "7 million 352.1 thousand", "2 million 232 thousand 114"


class Number(NamedTuple):
    """Tokens `first` to `last` (exclusive) and what they come to. A fraction is in percent."""

    first: int
    last: int
    value: Decimal | None
    style: Style
    low: Decimal | None = None
    high: Decimal | None = None
    scale: Decimal = Decimal(1)
    bare: Decimal | None = None  # the digits without their scale word
    if_decimal: Decimal | None = None  # "4,003 billion" with the comma read as a decimal mark


def number_at(row: Sequence[Token], at: int) -> Number | None:
    """The number that begins at token `at`, the longest reading; None where none begins."""
    token = row[at]
    if token.kind == "number":
        return one_in_several_number(row, at) or _digits_at(row, at)
    if token.kind != "word" or token.norm not in first_words():
        return None
    if token.norm in ("a", "an") and not (at + 1 < len(row) and row[at + 1].norm in behind_an_article()):
        return None
    for reads in _readers(token.norm):
        number = reads(row, at)
        if number is not None:
            return number
    return None


def _digits_at(row: Sequence[Token], at: int) -> Number | None:
    text = row[at].text
    if len(text) > LONGEST and sum(c.isdigit() for c in text) > LONGEST:
        return None
    bare, behind = with_part(row, at)
    scale, last = scale_of(row, behind)
    plain = scale != 1 and behind == at + 1 and ONE_GROUP.match(text)
    other = Decimal(text.replace(",", ".")) * scale if plain else None
    if bare < 1 and last < len(row) and row[last].norm == "of" and behind > at + 1:  # "1/3 of the pupils"
        return Number(at, last, percent(bare), "fraction")
    number = Number(at, last, bare * scale, "digits", None, None, scale, bare, other)
    return _with_plus(row, _with_rest(row, number))


def _with_plus(row: Sequence[Token], number: Number) -> Number:
    """ "500+ villages", "1,000-plus villages": the sign belongs to the number, and bounds it."""
    at = number.last
    if at >= len(row) or row[at].text not in ("+", "-") or not glued(row[at - 1], row[at]):
        return number
    after = row[at + 1] if at + 1 < len(row) else None
    if row[at].text == "-":
        return number._replace(last=at + 2) if after is not None and after.norm == "plus" else number
    return number._replace(last=at + 1) if after is None or not glued(row[at], after) else number


def _vulgar_at(row: Sequence[Token], at: int) -> Number | None:
    """ "½ ton"."""
    part = table("vulgar").get(row[at].norm)
    if part and norms(row, at + 1, 1) == ["of"]:
        return Number(at, at + 1, percent(part), "fraction")
    return part and Number(at, at + 1, part, "digits", bare=part)


def _with_rest(row: Sequence[Token], number: Number) -> Number:
    """ "2 million 232 thousand 114": each further part is smaller than the scale before it."""
    scale = number.scale
    while scale > 1 and number.last < len(row) and row[number.last].kind == "number":
        text = row[number.last].text
        if not PART.fullmatch(text):
            break
        part = Decimal(text)
        factor, last = scale_of(row, number.last + 1)
        if factor == 1 and (not text.isdigit() or (scale > THOUSAND and len(text) < 3)):
            break  # "2 million 9 litre bottles"
        if factor >= scale or part * factor >= scale or not _ends_there(row, last, factor):
            break
        number = number._replace(last=last, value=(number.value or Decimal(0)) + part * factor)
        scale = factor
    return number


def _ends_there(row: Sequence[Token], last: int, factor: Decimal) -> bool:
    """Whether a part without a scale word is the number's end, not a new number with a sign of its own."""
    return factor > 1 or last >= len(row) or row[last].text not in "%$"


def _words_at(row: Sequence[Token], at: int) -> Number | None:
    found = in_words(row, at)
    if found is None:
        return None
    value, last = found
    scale: Decimal = table("scales").get(row[last - 1].norm, Decimal(1))
    return Number(at, last, value, "words", scale=scale, bare=value / scale)


def _part_of_scale_at(row: Sequence[Token], at: int) -> Number | None:
    found = of_a_scale(row, at)
    return found and Number(at, found[1], found[0], "words", bare=found[0])


def _fraction_at(row: Sequence[Token], at: int) -> Number | None:
    found = fraction(row, at)
    return found and Number(at, found[1], found[0], "fraction")


def one_in_several_number(row: Sequence[Token], at: int) -> Number | None:
    """ "4 in 10", "two out of three", as a percentage."""
    if OUT_OF.isdisjoint(norms(row, at + 1, FAR)):
        return None
    found = one_in_several(row, at) or out_of_every(row, at)
    return found and Number(at, found[1], found[0], "fraction")


OUT_OF = frozenset({"in", "out", "every"})
FAR = 5  # words from the part to what it is out of


def _multiple_at(row: Sequence[Token], at: int) -> Number | None:
    found = multiple(row, at)
    return None if found is None else Number(at, at + 1, found, "multiple")


def _vague_at(row: Sequence[Token], at: int) -> Number | None:
    found = vague(row, at)
    if found is None:
        return None
    low, high, last = found
    return Number(at, last, None, "vague", low, high)


def _again_at(row: Sequence[Token], at: int) -> Number | None:
    """ "half as much again", "a third as many again": so much more."""
    found = again(row, at)
    return found and Number(at, found[1], found[0], "fraction")


EVERY = ("every", "each")


def _every_at(row: Sequence[Token], at: int) -> Number | None:
    found = every_so_many(row, at)
    return found and Number(at, found[1], found[0], "fraction")


@lru_cache(maxsize=1000)
def _readers(word: str) -> tuple[Callable[[Sequence[Token], int], Number | None], ...]:
    """What can read a number that begins with this word; "two in five" before "two"."""
    article, count = word in ("a", "an"), word in table("small")
    part = article or count or word == "half"
    readers = (
        (_vulgar_at, word in table("vulgar")),
        (_again_at, article or word == "one" or word in table("fractions")),
        (_part_of_scale_at, part),
        (_multiple_at, word in table("multiples") or word in table("multiples_after_a_modal")),
        (_vague_at, article or word in table("vague") or word in table("few")),
        (one_in_several_number, count),
        (_every_at, word in EVERY),
        (_fraction_at, part),
        (_words_at, part),
    )
    return tuple(reads for reads, may in readers if may)
