"""A language's words and phrases with their English: data/reference/languages/*, one folder a language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from etl.extract.gloss_names import place_names
from etl.reference import language

LANGUAGE = "ru"
NUMBER, YEAR = "#", "@"  # in a phrase these stand for any number and for a year
ELEMENT = re.compile(r"[^\W\d_]+\*?|\d+|[^\w\s]")
DECLINED = ("month", "duration", "scale", "unit", "name", "percent")  # they take the endings of nouns
SINGLE = (
    "choice",
    "fixed",
    "genitive",
    "acronym",
    "measure",
    "abbreviation",
    *DECLINED,
    "past_reflexive",
    "past",
    "short",
    "reflexive",
    "finite",
    "infinitive",
    "substantive",  # an adjective that is a noun: "безработный"
    "adjective",
    "noun",
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row with one gloss. An element with a star matches every ending."""

    elements: tuple[str, ...]
    gloss: str
    kind: str = "phrase"


@dataclass(frozen=True, slots=True)
class Word:
    """One word's gloss; `ending` is what its form adds to the stem of the list."""

    gloss: str
    part: str  # of speech: the list that holds it
    ending: str = ""


@cache
def _endings(part: str) -> frozenset[str]:
    lists: dict[str, list[str]] = language("endings", LANGUAGE)["endings"]
    alike = "noun" if part in DECLINED else "adjective" if part == "substantive" else part
    return frozenset(lists.get(alike, [""]))


@cache
def _any_ending() -> frozenset[str]:
    lists: dict[str, list[str]] = language("endings", LANGUAGE)["endings"]
    return frozenset(ending for endings in lists.values() for ending in endings)


@cache
def words(part: str) -> dict[str, Any]:
    """Stem -> gloss of one part of speech."""
    lists: dict[str, dict[str, Any]] = language("words", LANGUAGE)
    return lists.get(part, {})


def plain(word: str) -> str:
    """As the lists spell it.

    >>> plain("Трёх")
    'трех'
    """
    return word.lower().replace("ё", "е")


@lru_cache(maxsize=20_000)
def keys(word: str) -> frozenset[str]:
    """Every element of a phrase that `word` can stand for."""
    if word[0].isdigit():
        digits = word.partition("-")[0]
        year = len(digits) == 4 and digits[:2] in ("19", "20", "21")
        return frozenset((NUMBER, YEAR, word) if year else (NUMBER, word))
    low = plain(word)
    ends = range(max(1, len(low) - LONGEST_ENDING), len(low) + 1)
    counted = () if numeral(word) is None else (NUMBER,)
    return frozenset((low, *counted, *(low[:cut] + "*" for cut in ends if low[cut:] in _any_ending())))


LONGEST_ENDING = 5


@cache
def phrases() -> dict[str, dict[str, list[Phrase]]]:
    """Phrases by their first element and their second, which is "" where there is none."""
    table: dict[str, dict[str, list[Phrase]]] = {}
    for phrase in (*_listed(), *(Phrase(*name) for name in place_names())):
        first, second = (*phrase.elements, "")[:2]
        table.setdefault(first, {}).setdefault(second, []).append(phrase)
    return table


def _listed() -> Iterator[Phrase]:
    for part, listed in language("phrases", LANGUAGE).items():
        for written, gloss in listed.items():
            yield Phrase(tuple(ELEMENT.findall(plain(written))), gloss, part)


@lru_cache(maxsize=20_000)
def word(text: str) -> Word | None:
    """What the lists say of one word in any of its forms; the longest stem wins.

    >>> word("школами"), word("выросла").gloss
    (Word(gloss='school', part='noun', ending='ами'), 'grew')
    """
    low = plain(text)
    for cut in range(len(low), max(0, len(low) - LONGEST_ENDING - 1), -1):
        stem, ending = low[:cut], low[cut:]
        for part in SINGLE:
            gloss = words(part).get(stem)
            if gloss is not None and ending in _endings(part) and (part != "name" or text[0].isupper()):
                # "анемией" is one anemia, "мощностей" are many.
                return _word(gloss, part, stem, ending)
    return None


def _word(gloss: str, part: str, stem: str, ending: str) -> Word:
    """An ending says more with what it follows: "анемией" is one anemia, "мощностей" are many."""
    if part == "substantive":
        return Word(gloss, "noun", "*" + ending)
    return Word(gloss, part, "и" + ending if stem.endswith("и") else ending)


@lru_cache(maxsize=20_000)
def numeral(text: str) -> int | None:
    """The number that a word is: "двадцать", "трёх"."""
    low = plain(text)
    for cut in range(len(low), max(0, len(low) - LONGEST_ENDING - 1), -1):
        value: int | None = words("numeral").get(low[:cut])
        if value is not None and low[cut:] in _endings("numeral"):
            return value
    return None
