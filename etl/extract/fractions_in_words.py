"""Parts of a whole in words: "half of", "two thirds", "one in five"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from etl.extract.number_words import HYPHENS, in_words, norms, scale_of, small, table
from etl.extract.tokens import Token, stem
from etl.reference import language

PERCENT_DIGITS = Decimal("0.000000000001")


def percent(part: Decimal) -> Decimal:
    """A part of one in percent, its digits cut where nobody counts them."""
    return (Decimal(100) * part).quantize(PERCENT_DIGITS).normalize()


def fraction(row: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """In percent: "half of", "a third of", "two-thirds", "four fifths"; never an ordinal ("a third")."""
    parts = table("fractions")
    after = norms(row, at + 1, 1)
    by = at > 0 and row[at - 1].norm == "by" and after not in (["a"], ["an"])  # "grew by half"
    if row[at].norm == "half" and (by or (after and after[0] in ("of", "the", "its", "their", "all"))):
        return parts["half"], at + 1
    count = Decimal(1) if row[at].norm in ("a", "one") else small(row[at])
    if count is None or at + 1 >= len(row):
        return None
    step = at + 2 if row[at + 1].text in HYPHENS and at + 2 < len(row) else at + 1
    name = row[step].norm
    if name == "quarters" and _is_of_a_year(row, at, count):
        return None
    part = (
        parts.get(name) if count == 1 else parts.get(name.removesuffix("s")) if name.endswith("s") else None
    )
    if part is None or (count == 1 and not _is_part(row, at, step + 1)):
        return None
    whole = (Decimal(100) * count / round(Decimal(100) / part)).quantize(PERCENT_DIGITS).normalize()
    return whole, step + 1


def _is_of_a_year(row: Sequence[Token], at: int, count: Decimal) -> bool:
    """ "the next two quarters", "three straight quarters of growth": of the year, not of a whole."""
    return count == 2 or (
        at > 0 and row[at - 1].norm in language("numbers")["beside_times"]["before_quarters"]
    )


def of_a_scale(row: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """ "three quarters of a million", "a third of a billion": so many of them, no percentage."""
    found = fraction(row, at)
    if found is None or norms(row, found[1], 2) not in (["of", "a"], ["of", "an"]):
        return None
    scale, last = scale_of(row, found[1] + 2)
    return (found[0] / 100 * scale, last) if scale > 1 else None


AGAIN = (["as", "much", "again"], ["as", "many", "again"], ["again", "as", "much"], ["again", "as", "many"])


def again(row: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """ "half as much again", "a third as many again", in percent; the words belong to the number."""
    step = at + (row[at].norm in ("a", "one"))
    part = table("fractions").get(row[step].norm) if step < len(row) else None
    if part is None or norms(row, step + 1, 3) not in AGAIN:
        return None
    return Decimal(part), step + 4


def _is_part(row: Sequence[Token], at: int, last: int) -> bool:
    """What makes "a third" a part and no ordinal: "of" or "more" behind it, "by" before it."""
    behind = norms(row, last, 1)
    before = row[at - 1].norm if at else ""
    return before == "by" or behind in (
        ["of"],
        ["more"],
        ["less"],
        ["fewer"],
        ["higher"],
        ["lower"],
        ["from"],
        ["above"],
        ["below"],
    )


IN = frozenset({"in", "out"})


def one_in_several(row: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """ "4 in 10", "one in five", "two out of three", in percent."""
    if IN.isdisjoint([token.norm for token in row[at + 1 : at + 3]]):
        return None
    part = _whole(row, at)
    named = (
        at + 3 < len(row)
        and row[at].norm == "one"
        and row[at + 1].kind == "word"
        and row[at + 2].norm == "in"
    )
    if named and row[at + 1].norm.isalpha() and _whole(row, at + 3) is not None:
        return _one_named_in(row, at)
    middle = next(
        (
            m
            for m in (["out", "of", "every"], ["out", "of"], ["in", "every"], ["in"])
            if norms(row, at + 1, len(m)) == m
        ),
        None,
    )
    if part is None or middle is None:
        return None
    last = at + 1 + len(middle)
    whole = _whole(row, last)
    if whole is None or not part < whole <= 100 or (whole > 12 and whole % 10):
        return None
    if (last + 1 < len(row) and row[last + 1].text == "%") or scale_of(row, last + 1)[0] > 1:
        return None
    return (Decimal(100) * part / whole).quantize(PERCENT_DIGITS).normalize(), last + 1


def every_so_many(row: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """ "every second well", in percent; never a rhythm: "every second year"."""
    part = table("every").get(row[at + 1].norm) if at + 2 < len(row) else None
    noun = row[at + 2] if part is not None else None
    durations = language("time")["words"]["durations"]
    if noun is None or noun.kind != "word" or noun.norm in durations or stem(noun.norm) in durations:
        return None
    return part, at + 2  # type: ignore[return-value]


def out_of_every(row: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """ "Eighty-two soms out of every 100", "17 children out of 100", in percent: so many of them."""
    if OUT.isdisjoint(norms(row, at + 1, NAMED + 3)):
        return None
    part = _counted_part(row, at)
    if part is None:
        return None
    value, step = part
    for named in range(1, NAMED + 1):
        for middle in (["out", "of", "every"], ["out", "of"], ["of", "every"], ["in", "every"]):
            last = step + named + len(middle)
            whole = _whole(row, last) if norms(row, step + named, len(middle)) == middle else None
            if whole in HUNDREDS and whole is not None and value < whole:
                return percent(value / whole), last + 1
    return None


OUT = frozenset({"out", "every"})
NAMED = 2  # words between the number and "out of"
HUNDREDS = (10, 100, 1000)


def _counted_part(row: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    if row[at].kind == "number":
        return (Decimal(row[at].text), at + 1) if row[at].text.isdigit() else None
    found = in_words(row, at)
    return (found[0], found[1]) if found else None


def _one_named_in(row: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """ "One school in four"."""
    whole = _whole(row, at + 3)
    if whole is None or not 1 < whole <= 100:
        return None
    return (Decimal(100) / whole).quantize(PERCENT_DIGITS).normalize(), at + 4


def _whole(row: Sequence[Token], at: int) -> Decimal | None:
    """A small whole number, in digits or a word."""
    if at >= len(row):
        return None
    if row[at].kind == "number":
        text = row[at].text
        return Decimal(text) if text.isdecimal() and len(text) < 4 else None
    return small(row[at])
