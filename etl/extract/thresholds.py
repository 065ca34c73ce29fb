"""Norms, limits and sizes of equipment: numbers that measure nothing that happened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from etl.extract.lexicon import Phrase, phrase_tokens
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.reference import language

HYPHENS = "-‑"
BEHIND = 12  # words between a number and "as the norm"
REACH = 3  # words between "recommended" and its number
KEPT_AS_ATTRIBUTE = ("power", "money", "rate", "energy", "area", "times")


class Norm(NamedTuple):
    """A phrase that tells a norm, its place in its list, and whether it may stand far from the number."""

    order: int
    phrase: Phrase
    anywhere: bool


@cache
def _norms(key: str) -> dict[str, list[Norm]]:
    """The phrases of a list by their first words."""
    listed, table = language("traps")["threshold"], defaultdict[str, list[Norm]](list)
    for order, words in enumerate(listed[key]):
        phrase = tuple(token.norm for token in phrase_tokens(words))
        table[phrase[0]].append(Norm(order, phrase, " ".join(phrase) in listed["anywhere"]))
    return dict(table)


def _told(key: str, words: list[str]) -> Iterator[tuple[int, Norm]]:
    """The phrases of a list that stand among `words`, each with the word that it begins at."""
    table = _norms(key)
    for at, word in enumerate(words):
        for norm in table.get(word, ()):
            if tuple(words[at : at + len(norm.phrase)]) == norm.phrase:
                yield at, norm


def _is_closed(words: list[str], at: int) -> bool:
    """ "the crop, if the weather holds, will weigh 3.6 million tonnes": commas close the condition in."""
    return words[at] == "if" and words[at - 1 : at] == [","] and "," in words[at + 1 :]


def _is_result(reading: Reading, mention: Mention) -> bool:
    """ "If no measures are taken, 35 percent will be obese": behind the comma stands what follows from it."""
    norms = reading.norms
    return (
        norms[0] == "if" and norms[1 : mention.first].count(",") == 1 and "will" in norms[norms.index(",") :]
    )


def threshold(reading: Reading, mention: Mention) -> str | None:
    """Why the number is a norm or a size and no measurement."""
    last = mention.first
    words = reading.norms[max(0, last - REACH - 5) : last]
    while words and words[-1] in _bounds():
        words.pop()
    told = [(at, n) for at, n in _told("before", words) if not _is_closed(words, at)]
    before = [n for at, n in told if n.anywhere or at + len(n.phrase) + 1 >= len(words)]
    if before and not _is_result(reading, mention):
        return f"a norm or a condition, not a measurement: “{' '.join(min(before).phrase)}”"
    after = [n for at, n in _told("after", reading.norms[mention.last : mention.last + 20]) if at < BEHIND]
    if after:
        return f"a norm, not a measurement: “{' '.join(min(after).phrase)}”"
    return _condition(reading, mention) or _attribute(reading, mention)


def _condition(reading: Reading, mention: Mention) -> str | None:
    """ "slopes steeper than 4 degrees": which ones are meant, not how steep they are."""
    bodies = language("traps")["threshold"]["bodies"]
    told = mention.first > 1 and reading.norms[mention.first - 1] == "than"
    if told and reading.norms[mention.first - 2] in bodies and mention.family in MEASURED:
        return f"a condition, not a measurement: “{reading.norms[mention.first - 2]} than”"
    return None


MEASURED = ("speed", "temperature", "mass", "length")


def _attribute(reading: Reading, mention: Mention) -> str | None:
    """ "two 80-ton loaders", "a 48-page report": the size of a thing, joined by a hyphen."""
    row, at = reading.row, mention.number.last
    joined = (
        at + 1 < len(row) and row[at].text in HYPHENS and row[at].start == row[at - 1].end == row[at].end - 1
    )
    if not joined or row[at + 1].start != row[at].end or mention.family in KEPT_AS_ATTRIBUTE:
        return None
    if row[at + 1].norm in language("aspects")["seats"]["joined"]:
        return None
    if (
        mention.family == "length"
        and mention.number.scale * (mention.number.bare or 0) >= 10
        and mention.unit == "km"
    ):
        return None
    return "the size or class of a thing"


@cache
def _bounds() -> frozenset[str]:
    return frozenset(language("traps")["threshold"]["bounds"])
