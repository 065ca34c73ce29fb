"""Words that can stand in a name: no verbs, no adverbs, no times, places or speakers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from etl.extract.reading import Reading
from etl.extract.tokens import Token, glued, stem
from etl.extract.verbs import VERBS
from etl.reference import language

LONGEST = 3  # words of a name

Words = list[str]


@cache
def listed_words(name: str) -> frozenset[str]:
    return frozenset(language("aspects")[name]["words"])


def telling(words: Words, *, keep: bool = True) -> Words:
    """Without words that change nothing about what is counted."""
    empty = listed_words("empty")
    kept = [word for word in words if word not in empty and not word.isdigit()]
    return (kept or (words if keep else []))[-LONGEST:]


def is_plain(token: Token) -> bool:
    """A word of a name: no verb, no adverb, no function word."""
    word = token.norm
    if token.kind != "word" or word in _function_words() or word in _verbs():
        return False
    return not (word.endswith("ly") and word not in ("family", "supply", "assembly", "anomaly", "monopoly"))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(language("nouns")["stop"]["words"])


@cache
def _verbs() -> frozenset[str]:
    """The one-word verbs of the lists of cues, and what else is none of a name."""
    cues = language("cues")
    words = {p for name in (*VERBS, "up", "down") for p in cues[name].get("phrases", ()) if " " not in p}
    return frozenset(words - listed_words("nouns_too")) | listed_words("no_name")


def run(row: Sequence[Token], indexes: Iterable[int]) -> Words:
    """The first run of plain words among the tokens."""
    out: Words = []
    for at in indexes:
        token = row[at]
        hyphen = token.text in "-‑" and out and glued(row[at - 1], token)
        if is_plain(token):
            out.append(stem(token.norm))
        elif (out and not hyphen) or token.kind == "mark":
            break
    return out


@lru_cache(maxsize=8)
def named_tokens(reading: Reading) -> set[int]:
    """The tokens of times, countries, places, speakers and proper names."""
    row = reading.row
    out = {at for time in reading.times for at in reading.tokens_of(time.span)}
    listed = [h for h in reading.hits if h.list.startswith(("country", "place", "says", "according"))]
    out |= {at for h in listed for at in range(h.first, h.last)}
    return out | {at for at, t in enumerate(row) if at and t.text[:1].isupper() and not t.text.isupper()}
