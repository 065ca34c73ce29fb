"""Words that bound a number: "about", "more than", "or more"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from etl.extract.lexicon import Phrase, phrase_tokens
from etl.extract.numbers import Number
from etl.extract.tokens import Token
from etl.model import Qualifier
from etl.reference import language

Role = Literal["level", "from", "to", "by", "converted"]

TAKEN = ("take", "takes", "took", "taken", "taking", "hand", "handed", "handing")  # "take over 50 schools"


@cache
def _qualifiers(table: str) -> dict[str, list[tuple[Phrase, Qualifier]]]:
    """Bounds before a number by their last word, behind it by their first; the longest first."""
    out: dict[str, list[tuple[Phrase, Qualifier]]] = {}
    nearest = -1 if table == "qualifiers" else 0
    for name, phrases in language("cues")[table].items():
        for phrase in phrases:
            words = tuple(token.norm for token in phrase_tokens(phrase))
            out.setdefault(words[nearest], []).append((words, name))
    return {k: sorted(v, key=lambda e: -len(e[0])) for k, v in out.items()}


@cache
def bound_ends() -> frozenset[str]:
    """The last words of bounds before a number."""
    return frozenset(_qualifiers("qualifiers"))


@cache
def fillers() -> frozenset[str]:
    return frozenset(language("cues")["fillers"]["words"])


@cache
def bounding() -> frozenset[str]:
    """The words that can stand between a number and what is said of it: its bound's last, and fillers."""
    return bound_ends() | fillers()


def bound_ending(row: Sequence[Token], at: int) -> tuple[Qualifier, int] | None:
    """The bound whose words end before token `at`, and the token where they begin."""
    for words, name in _qualifiers("qualifiers").get(row[at - 1].norm, ()) if at else ():
        first = at - len(words)
        if first < 0 or row[first].norm != words[0]:
            continue
        taken = words == ("over",) and first > 0 and row[first - 1].norm in TAKEN
        if not taken and tuple([token.norm for token in row[first:at]]) == words:
            return name, first
    return None


def compares(row: Sequence[Token], at: int) -> bool:
    """ "1.6 billion less than the 12.4 billion": the bound stands behind another number and compares."""
    if at == 0:
        return False
    token = row[at - 1]
    told = token.kind == "number" or token.norm in language("numbers")["scales"] or token.text == "%"
    return told or token.norm == "times"  # "four times fewer than the 4,802"


class Bound(NamedTuple):
    """Tokens `first` to `last` (exclusive) that bound a number, and how."""

    name: Qualifier
    first: int
    last: int


def bound_behind(row: Sequence[Token], at: int) -> Bound | None:
    """The bound whose words begin at token `at`, or a plus sign that ends before it."""
    if row[at - 1].norm in ("+", "plus"):
        return Bound("more_than", at - 1, at)
    if at >= len(row):
        return None
    for words, name in _qualifiers("qualifiers_behind").get(row[at].norm, ()):
        if tuple(token.norm for token in row[at : at + len(words)]) == words:
            return Bound(name, at, at + len(words))
    return None


def bound_words(row: Sequence[Token], number: Number, quote: tuple[int, int]) -> Bound | None:
    """ "about", "more than" …, read before the number, past articles, or right behind it."""
    at, last = quote
    passed = fillers()
    for _ in range(4):
        found = bound_ending(row, at)
        if found:
            return Bound(
                "exact" if found[0] != "about" and compares(row, found[1]) else found[0], found[1], at
            )
        if at == 0 or row[at - 1].norm not in passed:
            break
        at -= 1
    behind = bound_behind(row, number.last)
    return behind or (bound_behind(row, last) if last != number.last else None)


def qualifier_of(row: Sequence[Token], number: Number, quote: tuple[int, int]) -> Qualifier:
    """How its words bound a number: `exact` where none does."""
    if number.style == "vague":
        return "vague"
    found = bound_words(row, number, quote)
    return found.name if found else "exact"
