"""Why a number is no claim: ages, idioms, what was named before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from etl.extract.ages import age
from etl.extract.counted import is_plural
from etl.extract.lexicon import Phrase, phrase_tokens
from etl.extract.no_amounts import no_amount
from etl.extract.numbers import Number
from etl.extract.tokens import Token, stem
from etl.extract.units import unit_behind
from etl.reference import language

LARGEST_DETERMINED = 10  # "the two governments" is known already; "the 422 schools" is a count


@cache
def _words(table: str, key: str = "words") -> frozenset[str]:
    return frozenset(language("traps")[table][key])


@cache
def _idioms() -> dict[str, list[Phrase]]:
    table: dict[str, list[Phrase]] = {}
    for phrase in language("traps")["idioms"]["phrases"]:
        words = tuple(token.norm for token in phrase_tokens(phrase))
        for at, word in enumerate(words):
            table.setdefault(word, []).append((str(at), *words))
    return table


def trap(row: Sequence[Token], number: Number) -> str | None:
    """Why this number cannot become a claim, in words for a reader; None where it may."""
    return (
        no_amount(row, number)
        or _grade(row, number)
        or _loose(row, number)
        or age(row, number)
        or _determined(row, number)
        or _idiom(row, number)
        or _divides(row, number)
    )


def _grade(row: Sequence[Token], number: Number) -> str | None:
    """ "5G"."""
    at = number.last
    found = unit_behind(row, at) if at < len(row) and row[at].text == "G" else None
    return "digits inside a name" if found and found.unit.family == "grade" else None


def _loose(row: Sequence[Token], number: Number) -> str | None:
    """ "several hundred", "a few thousand"; "dozens" is as loose, but nothing closer can be said."""
    if number.style != "vague":
        return None
    few = any(token.norm in language("numbers")["few"] for token in row[number.first : number.first + 2])
    return "too loose an amount to be a figure" if few else None


def _determined(row: Sequence[Token], number: Number) -> str | None:
    """ "the two governments", "all three", "these 5": something the reader knows already."""
    value = number.value
    if (
        number.style != "words"
        or value is None
        or value > LARGEST_DETERMINED
        or number.last - number.first > 1
    ):
        return None
    before = row[number.first - 1].norm if number.first else ""
    if before in _words("determiners", "before") and not unit_behind(row, number.last):
        return "it speaks of things already named"
    return None


def _divides(row: Sequence[Token], number: Number) -> str | None:
    """ "in three shifts", "two ways": an order or a division, not a count."""
    value = number.value
    if (
        value is None
        or value > LARGEST_DETERMINED
        or value % 1
        or number.scale != 1
        or number.last >= len(row)
    ):
        return None
    word = stem(row[number.last].norm)
    after = row[number.last + 1].norm if number.last + 1 < len(row) else ""
    sorts = word in _words("sorts") and (after == "of" or number.last + 1 == len(row))
    divides = sorts or word in language("aspects")["not_counted"]["words"]
    divides = divides and is_plural(row[number.last].norm)
    return "it orders or divides, it counts nothing" if divides else None


def _idiom(row: Sequence[Token], number: Number) -> str | None:
    if number.style != "words":
        return None
    word = row[number.first].norm
    for at, *words in _idioms().get(word, ()):
        first = number.first - int(at)
        if first >= 0 and [token.norm for token in row[first : first + len(words)]] == words:
            return f"“{' '.join(words)}” counts nothing"
    after = row[number.last].norm if number.last < len(row) else ""
    if number.value in (0, 1) and number.last - number.first == 1 and not unit_behind(row, number.last):
        return "“one” stands for a thing, it does not count" if after != "million" else None
    return None
