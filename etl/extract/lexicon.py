"""Where the words of the lists stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from etl.extract.tokens import Token, glued, stem, tokens
from etl.reference import country_words, indicators, language, places

Phrase = tuple[str, ...]


class Hit(NamedTuple):
    """A listed phrase in a sentence: tokens `first` to `last` (exclusive), its list, what it stands for."""

    first: int
    last: int
    list: str
    value: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases of one word by it, the others by their first two."""

    words: dict[str, list[Entry]]
    pairs: dict[tuple[str, str], list[tuple[list[str], Entry]]]


class Entry(NamedTuple):
    """One phrase of one list."""

    phrase: str
    list: str
    value: str


def lexicon(entries: Iterable[Entry], *, stemmed: bool = False) -> Lexicon:
    """The entries, cut into words as sentences are."""
    out = Lexicon({}, {})
    for entry in entries:
        words = [word for _, word in words_of(phrase_tokens(entry.phrase), stemmed=stemmed)]
        if len(words) > 1:
            out.pairs.setdefault((words[0], words[1]), []).append((words, entry))
        elif words:
            out.words.setdefault(words[0], []).append(entry)
    return out


def phrase_tokens(phrase: str) -> tuple[Token, ...]:
    """A phrase of a word list, cut as sentences are."""
    return tokens(phrase, 0, len(phrase))


def words_of(row: Sequence[Token], *, stemmed: bool = False) -> list[tuple[int, str]]:
    """Index and word of each token; hyphens inside a word are passed over, so "job-seeker" is two words."""
    norms = [token.norm for token in row]
    if "-" not in norms and "‑" not in norms:
        return list(enumerate(map(stem, norms) if stemmed else norms))
    out = []
    for at, token in enumerate(row):
        inside = 0 < at < len(row) - 1 and token.text in "-‑" and glued(row[at - 1], token)
        if not (inside and glued(token, row[at + 1]) and row[at + 1].kind == "word"):
            out.append((at, stem(token.norm) if stemmed else token.norm))
    return out


def hits(words: list[tuple[int, str]], known: Lexicon) -> list[Hit]:
    """Every phrase of `known` among `words`; of one list, the longest at a place only."""
    found: list[Hit] = []
    plain = [word for _, word in words]
    singles, pairs = known.words, known.pairs
    for index, word in words:
        if word in singles:
            found += [Hit(index, index + 1, entry.list, entry.value) for entry in singles[word]]
    for at in [n for n, pair in enumerate(pairwise(plain)) if pair in pairs]:
        for phrase, entry in pairs[plain[at], plain[at + 1]]:
            last = at + len(phrase)
            if plain[at:last] == phrase:
                found.append(Hit(words[at][0], words[last - 1][0] + 1, entry.list, entry.value))
    return _longest(found) if len(found) > 1 else found


def _longest(found: list[Hit]) -> list[Hit]:
    """Without the hits that lie inside a longer one of the same list."""
    out: list[Hit] = []
    reach: dict[str, int] = {}
    for hit in sorted(found, key=lambda h: (h[0], -h[1], h[2], h[3])):
        same_span = out and (out[-1].first, out[-1].last) == (hit.first, hit.last)
        if hit.last > reach.get(hit.list, 0) or same_span:
            out.append(hit)
            reach[hit.list] = max(reach.get(hit.list, 0), hit.last)
    return out


CUES = ("up", "down", "target", "forecast", "planned", "past", "present", "share", "comparison")


@cache
def general() -> Lexicon:
    """Cues, countries, places and claimants' words, by plain spelling."""
    return lexicon([*_cues(), *_countries(), *_places(), *_speech(), *_aspects()])


def _cues() -> Iterable[Entry]:
    table = language("cues")
    for name in CUES:
        for phrase in table[name].get("phrases", table[name].get("words", ())):
            yield Entry(phrase, name, phrase)


def _countries() -> Iterable[Entry]:
    for country in country_words():
        for form in ("names", "adjectives", "capitals"):
            for phrase in getattr(country, form):
                yield Entry(phrase, f"country_{form}", country.code)


def _places() -> Iterable[Entry]:
    for place in places():
        kind = f"place_{place.kind}"
        for phrase in (place.place, *place.aliases):
            yield Entry(phrase, kind, f"{place.place}|{place.country}")


def _speech() -> Iterable[Entry]:
    for phrase in language("claimants")["verbs"]:
        yield Entry(phrase, "says", phrase)
    for phrase in language("claimants")["according"]:
        yield Entry(phrase, "according", phrase)
    for phrase in language("claimants")["meets"]:
        yield Entry(phrase, "meets", phrase)


def _aspects() -> Iterable[Entry]:
    for name, phrases in language("aspects")["aspect"].items():
        for phrase in phrases:
            yield Entry(phrase, "aspect", name)


@cache
def subjects() -> Lexicon:
    """Phrases that name an indicator, by the singular of their words."""
    rows = (Entry(p, "indicator", i.id) for i in indicators().values() for p in i.phrases)
    return lexicon(rows, stemmed=True)
