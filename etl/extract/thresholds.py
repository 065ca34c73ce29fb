"""Norms, limits and sizes of equipment: numbers that measure nothing that happened."""

from __future__ import annotations

from functools import cache

from etl.extract.lexicon import Phrase, phrase_tokens
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.reference import language

HYPHENS = "-‑"
REACH = 3  # words between "recommended" and its number
KEPT_AS_ATTRIBUTE = ("power", "money", "rate", "energy", "area", "times")


@cache
def _first_words(key: str) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases(key))


@cache
def _phrases(key: str) -> tuple[Phrase, ...]:
    return tuple(tuple(t.norm for t in phrase_tokens(p)) for p in language("traps")["threshold"][key])


def threshold(reading: Reading, mention: Mention) -> str | None:
    """Why the number is a norm or a size and no measurement."""
    last = mention.first
    words = reading.norms[max(0, last - REACH - 5) : last]
    while words and words[-1] in _bounds():
        words.pop()
    for phrase in () if _first_words("before").isdisjoint(words) else _phrases("before"):
        if phrase[0] not in words:
            continue
        size = len(phrase)
        near = (
            range(len(words))
            if " ".join(phrase) in _anywhere()
            else range(max(0, len(words) - size - 1), len(words))
        )
        if _holds(words, phrase, near):
            return f"a norm or a condition, not a measurement: “{' '.join(phrase)}”"
    behind = reading.norms[mention.last : mention.last + 20]
    for phrase in () if _first_words("after").isdisjoint(behind) else _phrases("after"):
        if phrase[0] in behind and _holds(behind, phrase, range(min(len(behind), 12))):
            return f"a norm, not a measurement: “{' '.join(phrase)}”"
    return _condition(reading, mention) or _attribute(reading, mention)


@cache
def _anywhere() -> frozenset[str]:
    return frozenset(language("traps")["threshold"]["anywhere"])


def _condition(reading: Reading, mention: Mention) -> str | None:
    """ "slopes steeper than 4 degrees": which ones are meant, not how steep they are."""
    bodies = language("traps")["threshold"]["bodies"]
    told = mention.first > 1 and reading.norms[mention.first - 1] == "than"
    if told and reading.norms[mention.first - 2] in bodies and mention.family in MEASURED:
        return f"a condition, not a measurement: “{reading.norms[mention.first - 2]} than”"
    return None


MEASURED = ("speed", "temperature", "mass", "length")


def _holds(words: list[str], phrase: Phrase, near: range) -> bool:
    return any(tuple(words[n : n + len(phrase)]) == phrase for n in near)


def _attribute(reading: Reading, mention: Mention) -> str | None:
    """ "two 80-ton loaders", "a 48-page report": the size of a thing, joined by a hyphen."""
    row, at = reading.row, mention.number.last
    joined = (
        at + 1 < len(row) and row[at].text in HYPHENS and row[at].start == row[at - 1].end == row[at].end - 1
    )
    if not joined or row[at + 1].start != row[at].end or mention.family in KEPT_AS_ATTRIBUTE:
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
