"""What an open name is about: the topic that its own words stand for, else the words around it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from etl.extract.context import Context
from etl.extract.reading import Reading
from etl.extract.tokens import stem
from etl.reference import indicators, language

OWN = 8  # how much a word of the name weighs against one beside it
HEAD = 4  # and its last word more
BESIDE = 3
PARTS = 6  # a word of two or three topics counts in parts for each
READ = 16  # lines whose topics are asked again
LAST = 2  # claims before it whose topic counts


def topic_of(words: Iterable[str], reading: Reading, context: Context) -> str:
    """The topic that the name's own words and the words around it stand for most."""
    counts: dict[str, int] = defaultdict(int)
    named = [stem(word) for word in words]
    for word in named:
        own = OWN + HEAD * (word == named[-1])
        _add(counts, word, 1 if word in _of_any_topic() else own)
    for weight, above in (
        (BESIDE, reading),
        (3, context.label),
        (2, context.lead),
        (2, context.heading),
        (1, context.previous),
        (2, context.title),
    ):
        for topic, points in _told(above, weight).items() if above is not None else ():
            counts[topic] += points
    for last in context.recent[-LAST:]:
        counts[last.claim.subject.topic] += PARTS
    return min(counts, key=lambda topic: (-counts[topic], topic), default="other")


@lru_cache(maxsize=READ)
def _told(reading: Reading, weight: int) -> dict[str, int]:
    """How much the words of a sentence or a line above stand for each topic."""
    counts: dict[str, int] = defaultdict(int)
    for word in dict.fromkeys(reading.stems):
        _add(counts, word, weight)
    entries = (hit.value for hit in reading.subjects if hit.value not in _of_any_topic())
    for topic in dict.fromkeys(indicators()[entry].topic for entry in entries):
        counts[topic] += weight * PARTS - 1  # a word of the lexicon says more than one of the catalogue
    return counts


def _add(counts: dict[str, int], word: str, weight: int) -> None:
    topics = _topics().get(word, ())
    for topic in topics:
        counts[topic] += weight * PARTS // len(topics)


@cache
def _of_any_topic() -> frozenset[str]:
    return frozenset(language("aspects")["of_any_topic"]["words"])


@cache
def _topics() -> dict[str, tuple[str, ...]]:
    """Word in the singular -> the topics that it stands for."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for topic, words in language("topics").items():
        for word in words:
            table[stem(word)][topic] += 1
    return {word: tuple(topics) for word, topics in table.items()}
