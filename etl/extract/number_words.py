"""Numbers written in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from etl.extract.tokens import Token, glued
from etl.reference import language

HYPHENS = "-‑"
ONE = Decimal(1)
AND_A_HALF = (["and", "a", "half"], ["and", "half"], ["-", "and", "-", "a", "-", "half"])


@cache
def table(name: str) -> dict[str, Any]:
    """One list of the language, its values as numbers; of `vague` and `few`, as bounds."""
    return {k: v if isinstance(v, list) else Decimal(v) for k, v in language("numbers")[name].items()}


@cache
def first_words() -> frozenset[str]:
    """The words with which a number in words can begin."""
    tables = ("small", "vague", "few", "vulgar", "multiples", "multiples_after_a_modal")
    return frozenset({"a", "an", "half", "every", *(word for name in tables for word in table(name))})


@cache
def behind_an_article() -> frozenset[str]:
    """What makes "a" begin a number: "a million", "a third"."""
    return frozenset({"quarter", *table("scales"), *table("fractions"), *table("few")})


@cache
def number_opens() -> frozenset[str]:
    """A sentence with neither digits nor one of these words holds no number."""
    return first_words() - {"a", "an"} | behind_an_article()


def small(token: Token) -> Decimal | None:
    """Zero to ninety."""
    value: Decimal | None = table("small").get(token.norm) if token.kind == "word" else None
    return value


def scale_of(row: Sequence[Token], at: int) -> tuple[Decimal, int]:
    """The scale words at `at`, multiplied, and the token behind them: "thousand million" is a billion."""
    scale = ONE
    if (
        at < len(row)
        and at
        and row[at].text in table("glued_scales")
        and glued(row[at - 1], row[at])
        and not (at + 1 < len(row) and row[at + 1].kind == "number" and glued(row[at], row[at + 1]))  # 32m2
    ):
        return table("glued_scales")[row[at].text], at + 1
    while at < len(row):
        step = at + 1 if row[at].text in HYPHENS and at + 1 < len(row) else at
        factor = table("scales").get(row[step].norm)
        if factor is None:
            break
        scale, at = scale * factor, step + 1
        if at < len(row) and row[at].text == "." and glued(row[at - 1], row[at]) and len(row[step].norm) < 5:
            at = at + 1 if at + 1 < len(row) and row[at + 1].norm.islower() else at
    return scale, at


def in_words(row: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """ "twenty-five", "one hundred and fifty thousand", "a million", "half a million", "two and a half"."""
    begun = _half_a(row, at) or _counted(row, at)
    if begun is None:
        return None
    value, at = begun
    half = next((words for words in AND_A_HALF if norms(row, at, len(words)) == words), None)
    if half:
        scale, at = scale_of(row, at + len(half))
        value = (value + Decimal("0.5")) * scale
    return value, at


def norms(row: Sequence[Token], at: int, size: int) -> list[str]:
    """So many words from token `at` on, as word lists spell them."""
    return [token.norm for token in row[at : at + size]]


def _half_a(row: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """ "half a million", "half million"."""
    if row[at].norm != "half":
        return None
    scale, last = scale_of(row, at + 1 + (norms(row, at + 1, 1) == ["a"]))
    return (Decimal("0.5") * scale, last) if scale > 1 else None


def _counted(row: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """Small words, hundreds and scales, added up: "two million three hundred thousand"."""
    total = group = Decimal(0)
    last = at
    while last < len(row):
        step = _joined(row, last, at)
        value = (_article(row, at) if last == at else None) or (small(row[step]) if step < len(row) else None)
        if value is None or (last > at and _clash(group, value, total)):
            break
        scale, after = scale_of(row, step + 1)
        hundreds = value * scale if scale in (1, 100) else None
        total, group = (
            (total, group + hundreds)
            if hundreds is not None
            else (total + (group + value) * scale, Decimal(0))
        )
        last = after
    if last == at:
        return None
    scale, after = scale_of(row, last)
    return total + group * scale, after


def _article(row: Sequence[Token], at: int) -> Decimal | None:
    """ "a million", "a hundred and fifty": one of the scale behind it."""
    scaled = row[at].norm in ("a", "an") and scale_of(row, at + 1)[0] > 1
    return Decimal(1) if scaled else None


def _joined(row: Sequence[Token], at: int, start: int) -> int:
    """Past a hyphen or "and" inside a number."""
    inside = at > start and at + 1 < len(row)
    if inside and row[at].text in HYPHENS and glued(row[at - 1], row[at]):
        return at + 1
    if inside and row[at].norm == "and" and row[at - 1].norm in ("hundred", "thousand"):
        return at + 1
    return at


def _clash(group: Decimal, value: Decimal, total: Decimal) -> bool:
    """ "twenty five" adds up; "two three" does not."""
    if group == 0:
        return total == 0
    tens = group % 100
    return not (group >= 100 and tens == 0) and not (tens >= 20 and tens % 10 == 0 and value < 10)
