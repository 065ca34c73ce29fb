"""A text of another language cut into words, each with its English, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from etl.extract.gloss_raws import Raw, english_number, ordinal_ending
from etl.extract.gloss_words import LANGUAGE, NUMBER, YEAR, Phrase, numeral, phrases, word
from etl.reference import language

PLACEHOLDER = re.compile(rf"[{NUMBER}{YEAR}]")
CYRILLIC = re.compile(r"[а-яё]")
DIGITS_FROM = 20  # smaller numbers are spelled in words, as English does


@dataclass(frozen=True, slots=True)
class Part:
    """Raws `first` to `last` (exclusive) with their English. `kind` is the list that it comes from."""

    first: int
    last: int
    english: str
    kind: str
    ending: str = ""


def parts(row: Sequence[Raw]) -> Iterator[Part]:
    """Each raw in one part: the longest phrase, else the word, else its letters in Latin script."""
    at = 0
    while at < len(row):
        found = _phrase(row, at) or (_numerals(row, at) if row[at].kind == "word" else None)
        for part in _of_phrase(row, at, found) if isinstance(found, Phrase) else (found or _single(row, at),):
            yield part
            at = part.last


def _phrase(row: Sequence[Raw], at: int) -> Phrase | None:
    """The longest phrase here; of two the one that says more of its first word: "дела" before "дел*"."""
    after = row[at + 1].keys if at + 1 < len(row) else ()
    found = [
        phrase
        for first in row[at].keys
        if (begun := phrases().get(first))
        for second in ("", *after)
        for phrase in begun.get(second, ())
        if _stands(row, at, phrase)
    ]
    return max(found, key=_rank) if found else None


def _rank(phrase: Phrase) -> tuple[int, bool, int, tuple[str, ...], str]:
    return (
        len(phrase.elements),
        YEAR in phrase.elements,
        len(phrase.elements[0]),
        phrase.elements,
        phrase.gloss,
    )


def _stands(row: Sequence[Raw], at: int, phrase: Phrase) -> bool:
    if at + len(phrase.elements) > len(row) or (phrase.kind == "name" and not row[at].text[0].isupper()):
        return False
    return all(element in row[at + n].keys for n, element in enumerate(phrase.elements) if n > 1)


def _of_phrase(row: Sequence[Raw], at: int, phrase: Phrase) -> Iterator[Part]:
    """The words of a phrase between its numbers, and the numbers, each with the raws that they stand for."""
    told = [piece.strip() for piece in PLACEHOLDER.split(phrase.gloss)]
    start = at
    for n, element in enumerate(phrase.elements):
        if element in (NUMBER, YEAR):
            if told[0] or start < at + n:
                yield Part(start, at + n, told[0], phrase.kind)
            told = told[1:] or [""]
            yield (_numerals(row[: at + n + 1], at + n) if row[at + n].kind == "word" else None) or _single(
                row, at + n
            )
            start = at + n + 1
    if told[0] or start < at + len(phrase.elements):
        yield Part(start, at + len(phrase.elements), told[0], phrase.kind)


def _numerals(row: Sequence[Raw], at: int) -> Part | None:
    """ "двадцать пять": a number in words, the next always smaller than the one before."""
    total, last, smallest = 0, at, 1000
    while last < len(row) and row[last].kind == "word":
        value = numeral(row[last].text)
        if value is None or value >= smallest or (total and value >= TEN and smallest <= TEN):
            break
        total, smallest, last = total + value, _room(value), last + 1
    if last == at:
        return None
    scaled = last < len(row) and row[last].kind == "word" and _is_scale(row[last].text)
    return Part(at, last, str(total) if scaled else _spelled(total), "number")


def _is_scale(text: str) -> bool:
    found = word(text)
    return found is not None and found.part == "scale"


TEN = 10


def _room(value: int) -> int:
    """What may follow is less than the last digit that the word leaves open."""
    return 100 if value % 100 == 0 else TEN if value >= 20 and value % TEN == 0 else 1


@cache
def _small() -> dict[int, str]:
    return {value: name for name, value in language("numbers")["small"].items()}


def _spelled(value: int) -> str:
    return _small()[value] if value < DIGITS_FROM else str(value)


def _single(row: Sequence[Raw], at: int) -> Part:
    raw = row[at]
    if raw.kind == "number":
        return Part(at, at + 1, english_number(raw.text), "number", ordinal_ending(raw.text))
    if raw.kind == "mark":
        return Part(at, at + 1, raw.text, "mark")
    found = word(raw.text)
    if found:
        return Part(at, at + 1, found.gloss, found.part, found.ending)
    return _unknown(raw, at)


def _unknown(raw: Raw, at: int) -> Part:
    """A word of no list: its letters, without the ending where it is a noun or an adjective."""
    low, lists = raw.text.lower(), language("endings", LANGUAGE)["unknown"]
    if not CYRILLIC.search(low):
        return Part(at, at + 1, raw.text, "latin")
    kind = "adjective" if low.endswith(tuple(lists["adjective"])) else "unknown"
    if raw.text[0].isupper():
        return Part(at, at + 1, _latin(low), kind)
    if low.endswith(tuple(lists["persons"])):
        return Part(at, at + 1, "residents", "unknown")
    if low.endswith(tuple(lists["verb"])):
        return Part(at, at + 1, _latin(low), "verb")
    long = (e for e in lists["endings"] if low.endswith(e) and len(low) - len(e) >= SHORTEST)
    return Part(at, at + 1, _latin(low.removesuffix(next(long, ""))), kind)


def _latin(word: str) -> str:
    letters: dict[str, str] = language("letters", LANGUAGE)["latin"]
    return "".join(letters.get(c, c) for c in word)


SHORTEST = 3  # letters of a stem
