"""The noun that a number counts: "55 seed farms", "14 agricultural research institutes"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from etl.extract.number_words import first_words
from etl.extract.tokens import Token, glued, stem
from etl.reference import language

FARTHEST = 8  # words between a number and its noun
HYPHENS = "-‑"
QUOTES = '“”"«»'


class Noun(NamedTuple):
    """The noun phrase behind a number: its words, the last of which is counted."""

    first: int
    last: int
    words: tuple[str, ...]  # in the singular, the counted noun last
    unit: str
    duration: bool = False

    @property
    def head(self) -> str:
        """The counted noun in the singular."""
        return self.words[-1]


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language("nouns")[name]["words"])


@cache
def _durations() -> frozenset[str]:
    return frozenset(language("time")["words"]["durations"])


@lru_cache(maxsize=20_000)
def is_plural(norm: str) -> bool:
    """Whether a word has the form of a plural."""
    if norm in language("nouns")["plural"]:
        return True
    if len(norm) < 4 or norm in _words("not_nouns") or norm in _words("stop"):
        return False
    return norm.endswith("s") and not norm.endswith(("ss", "us", "is"))


def noun_behind(row: Sequence[Token], at: int, *, one: bool = False) -> Noun | None:
    """The noun phrase that begins at token `at`; for a count of one its noun is in the singular."""
    if at + 1 < len(row) and row[at].norm == "more" and row[at + 1].norm not in _words("stop"):
        at += 1
    phrase = list(_phrase(row, at))
    heads = [
        n
        for n, index in enumerate(phrase)
        if is_plural(row[index].norm) or _is_acronym(row[index].text) or (n and _is_span(row[index].norm))
    ]
    if heads:
        end = _head(row, phrase, heads)
    elif phrase and (one or stem(row[phrase[0]].norm) in _durations()):
        end = _together(phrase) if one else 0
    else:
        return None
    words = tuple(stem(row[index].norm) for index in phrase[: end + 1])
    return Noun(phrase[0], phrase[end] + 1, words, unit_of(words[-1]), words[-1] in _durations())


@lru_cache(maxsize=20_000)
def _is_span(norm: str) -> bool:
    """ "working days", "flight hours"."""
    return norm.endswith("s") and stem(norm) in _durations()


def _is_acronym(text: str) -> bool:
    """ "TVs", "PCs"."""
    return len(text) > 2 and text[-1] == "s" and text[:-1].isupper()


def _together(phrase: list[int]) -> int:
    """The last word of a phrase before a comma, "and" or a hyphen: "one region and three cities"."""
    return next((n for n, (a, b) in enumerate(pairwise(phrase)) if b > a + 1), len(phrase) - 1)


def _head(row: Sequence[Token], phrase: list[int], heads: list[int]) -> int:
    """The first plural, unless it only modifies the next one ("300 women farmers")."""
    end = heads[0]
    while end + 1 in heads and row[phrase[end]].norm in _words("modifier_plurals"):
        end += 1
    return end


def _phrase(row: Sequence[Token], at: int) -> Iterator[int]:
    """The words that can stand between a number and its noun."""
    last = min(len(row), at + 2 * FARTHEST)
    taken = 0
    while at < last and taken < FARTHEST:
        token = row[at]
        if token.kind == "number" and taken == 0 and at + 2 < last and row[at + 1].text in HYPHENS:
            at += 3  # "two 8,000-tonne tankers"
            continue
        if token.kind == "word" and token.norm not in _words("stop"):
            yield at
            taken += 1
        elif not _passes(row, at, taken):
            return
        at += 1


def _passes(row: Sequence[Token], at: int, taken: int) -> bool:
    """Marks inside a noun phrase: a hyphen, a quotation, "and" or a comma between two adjectives."""
    token = row[at]
    if at + 1 >= len(row) or row[at + 1].kind != "word":
        return False
    if token.text in HYPHENS:
        return taken > 0 and glued(row[at - 1], token) and glued(token, row[at + 1])
    if token.text in QUOTES:
        return True
    return taken > 0 and token.text in (",", "and", "&") and _adjectives(row, at)


def _adjectives(row: Sequence[Token], at: int) -> bool:
    """Whether one word follows the joint and then a plural: "pre-school and general education schools"."""
    left, after = row[at - 1].norm, [t.norm for t in row[at + 1 : at + 6] if t.kind == "word"]
    if is_plural(left) or not after or after[0] in _words("stop") or is_plural(after[0]):
        return False
    if after[0] in first_words():
        return False  # "14 solar and five wind plants": another count
    return any(is_plural(word) for word in after[1:]) and not any(w in _words("stop") for w in after[:2])


def unit_of(head: str) -> str:
    """What one of the counted things is called as a unit."""
    renamed: dict[str, str] = language("nouns")["units_as_words"]
    if head in _words("job"):
        return "job"
    if head in _words("person") or (head.endswith(_person_endings()) and head not in _words("not_persons")):
        return "person"
    return renamed.get(head, head)


@cache
def _person_endings() -> tuple[str, ...]:
    person = language("nouns")["person"]
    return tuple(person["suffixes"])
