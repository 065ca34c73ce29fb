"""Words that name an entry of the catalogue only when all of them stand around the number."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cache

from etl.extract.fitting import PERSONS
from etl.extract.lexicon import phrase_tokens
from etl.extract.mentions import Mention
from etl.extract.nearness import Named
from etl.extract.reading import Reading
from etl.extract.tokens import stem
from etl.extract.walls import MENTION_WALL
from etl.reference import Indicator, indicators, language

WINDOW = 14  # how far each word may stand from the number


def together(reading: Reading, mention: Mention) -> list[Named]:
    around = _around(reading, mention)
    starts = _set_words()
    rows = sorted({at for word in around if word in starts for at in starts[word]})
    return [
        Named(max(around[word] for word in words) - _weight(words, around), at, name, written)
        for at in rows
        for words, name, written in (_sets()[at],)
        if words <= around.keys() and _counts_it(indicators()[name], mention)
    ]


def _counts_it(entry: Indicator, mention: Mention) -> bool:
    """ "422 schools with room for pupils" are no school places: things of another unit are counted."""
    if mention.family != "count" or mention.noun is None or entry.unit is None:
        return True
    if mention.unit in PERSONS:
        return entry.unit in PERSONS or mention.noun.head in language("aspects")["generic_nouns"]["words"]
    return entry.unit == mention.unit


def _weight(words: frozenset[str], around: dict[str, int]) -> int:
    """Words that join the number's own noun with others say more than words beside it."""
    return (6 if any(around[word] == 0 for word in words) else 3) * len(words)


def _around(reading: Reading, mention: Mention) -> dict[str, int]:
    """The words near the number, each with its least distance; none from behind another number's verb."""
    stems, walls, first, last = reading.stems, reading.walls, mention.first, mention.last
    out = dict.fromkeys(stems[first:last], 0)
    if mention.unit:
        out[mention.unit.lower()] = 0
    behind = bisect_left(reading.firsts, last)
    next_one = reading.firsts[behind] if behind < len(reading.firsts) else len(stems)
    for at in range(first - 1, max(0, first - WINDOW) - 1, -1):
        if (far := first - at + walls[first] - walls[at]) > WINDOW:
            break
        out.setdefault(stems[at], far)
    edge = last - 1
    height = walls[edge] + MENTION_WALL
    for at in range(last, min(next_one, last + WINDOW)):
        if (far := at - edge + walls[at] - height) > WINDOW:
            break
        if far < out.get(stems[at], WINDOW + 1):
            out[stems[at]] = far
    return out


@cache
def _sets() -> tuple[tuple[frozenset[str], str, str], ...]:
    """Words that name an entry when all of them stand around the number."""
    return tuple(
        (frozenset(stem(token.norm) for token in phrase_tokens(words)), entry.id, words)
        for entry in indicators().values()
        for words in entry.together
    )


@cache
def _set_words() -> dict[str, tuple[int, ...]]:
    """Each set of words by the word of it that stands in the fewest others: it brings up the fewest sets."""
    often = Counter(word for words, _, _ in _sets() for word in words)
    table: dict[str, list[int]] = {}
    for at, (words, _, _) in enumerate(_sets()):
        table.setdefault(min(words, key=lambda word: (often[word], word)), []).append(at)
    return {word: tuple(rows) for word, rows in table.items()}
