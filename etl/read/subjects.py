"""What a text is about: its words, the countries and people it names. Rough, but enough to compare texts."""

from __future__ import annotations

import re
from functools import lru_cache

from etl.read.words import months, tables, words

CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ŽİА-ЯЁ"
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")  # Kazakhstan’s, blue-collar
POSSESSIVE = re.compile(r"[’']s?$")
NAME = re.compile(rf"[{CAPITAL}][\w’'-]+(?: [{CAPITAL}][\w’'-]+)*")  # Caspian Steel Works
PERSON = re.compile(r"[A-Z][\w-]+ (?P<surname>[A-Z][\w-]{3,})(?![\w-]| [A-Z])")  # Aigul Sadykova
BARE = re.compile(
    r"""
    (?: ^ | (?<=[.!?”“\n])\s* | (?<=[a-z,]\ ) )  # after an end mark, a small letter or nothing
    (?P<name>[A-Z][\w-]{3,})                     # Sadykova
    (?!\ [A-Z])                                  # and no other name behind it
    """,
    re.MULTILINE | re.VERBOSE,
)
SENTENCE_START = re.compile(r"(?:^|[.!?:;]['\"”’)]*\s+|[“\"(]\s*|\n\s*)$")


def stem(word: str) -> str:
    """Good enough to find a word again: singular, without ’s."""
    lower = POSSESSIVE.sub("", word.lower())
    for ending in ("ing", "ies", "es", "ed", "s"):
        if lower.endswith(ending) and len(lower) - len(ending) >= 4:
            return lower.removesuffix(ending)
    return lower.removesuffix("e") if len(lower) > 4 else lower


@lru_cache(maxsize=64)
def content(text: str) -> frozenset[str]:
    """Stems of the words that carry a subject; the five countries are everybody's subject."""
    long = (word for word in WORD.findall(text) if len(word) > 3 and word.lower() not in words("stop"))
    return frozenset(stem(word) for word in long if not countries(word))


@lru_cache(maxsize=4096)
def countries(text: str) -> frozenset[str]:
    """Which of the five the text names, by country, people, capital or president."""
    lower = text.lower()
    known_by = tables()["actors"]["known_by"]
    return frozenset(c for c in words("actors") if c in lower or any(word in lower for word in known_by[c]))


@lru_cache(maxsize=64)
def names(text: str) -> frozenset[str]:
    """Words with a capital inside a sentence."""
    found: set[str] = set()
    for match in NAME.finditer(text):
        parts = match.group().split()
        if SENTENCE_START.search(text[max(match.start() - 8, 0) : match.start()]):
            parts = parts[1:]
        found |= {POSSESSIVE.sub("", part) for part in parts}
    return frozenset(name for name in found if len(name) > 2 and not countries(name) and is_name(name))


def is_name(word: str) -> bool:
    everybodys = (words(table) for table in ("offices", "stop", "weekdays", "everywhere"))
    return word.lower() not in months() and not any(word.lower() in table for table in everybodys)


def persons(text: str) -> frozenset[str]:
    """Surnames of those who stand with first name, after an office or beside a verb of saying."""
    near = words("offices") | words("sayings")
    return frozenset(
        match["surname"]
        for match in PERSON.finditer(text)
        if is_name(match["surname"]) and (_before(text, match.start()) | _after(text, match.end())) & near
    )


def _before(text: str, at: int) -> set[str]:
    """Words of the same sentence, as far as an office stands: "Deputy Minister of Labor and …"."""
    sentence = re.split(r"[.!?]\s", text[max(at - 120, 0) : at])[-1]
    return {word.lower() for word in WORD.findall(sentence)[-9:]}


def _after(text: str, at: int) -> set[str]:
    return {word.lower() for word in WORD.findall(text[at : at + 16])[:2]}


def bare_names(text: str) -> frozenset[str]:
    """Names that stand alone, without first name, office or title."""
    return frozenset(match["name"] for match in BARE.finditer(text))
