"""Every quantity of a sentence, lengths of time and ages included: what claims are made of, and more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from etl.extract.ages import AGE
from etl.extract.counted import Noun
from etl.extract.finding import Refused, numbers_in, openings, without_counts
from etl.extract.groups import grouped
from etl.extract.lexicon import Hit
from etl.extract.mentions import Mention
from etl.extract.moves import directions
from etl.extract.no_amounts import no_amount
from etl.extract.sentences import LONGEST, sentences
from etl.extract.standing import ATTRIBUTE, ends_a_phrase, stands
from etl.extract.time_patterns import found
from etl.extract.times import Time
from etl.extract.tokens import Token, stem, tokens
from etl.extract.wording import mention_of
from etl.model import Direction, Span
from etl.reference import language

HYPHENS = "-‑"
BEFORE = 7  # words of a time before its number: "by the end of the first quarter of 2025"
BESIDE = 3  # words between a number and the month or the unit of time that takes it
YEAR = 4  # digits


class Quantity(NamedTuple):
    """A mention where it stands, whether it is somebody's age, and which way the words say it moved."""

    span: Span
    mention: Mention
    age: bool
    direction: Direction | None
    whole: str | None = None  # "of GDP" behind a percentage
    counted: str | None = None  # what the number counts, with its adjectives


def quantities(text: str) -> list[Quantity]:
    """The quantities of a text in their order; dates, ordinals, codes and digits in names are none."""
    return [q for span in sentences(text, Span(0, len(text))) for q in _of_sentence(text, span)]


def _of_sentence(text: str, span: Span) -> list[Quantity]:
    if span.end - span.start > LONGEST:
        return []
    row = tokens(text, span.start, span.end)
    numbers = openings(row)
    if not numbers:
        return []
    near = _near_times(row, numbers)
    dates = without_counts(row, _times(text, span, near)) if near else []
    counted, refused = numbers_in(text, row, dates, numbers)
    moves = _moves(row)
    aside = _counting(text, row, refused) if refused else []
    both = [_with_attribute(row, m) for m in (_in_order([*counted, *aside]) if aside else counted)]
    ages = {r.number.first for r in refused if r.number and r.reason == AGE}
    aged = [(m, m.number.first in ages) for m in grouped(row, both, moves)]
    standing = [(m, old) for m, old in aged if old or stands(row, m)]
    ways = directions(row, [m for m, _ in standing], moves)
    return [
        Quantity(m.span(row), m, old, way, _whole(row, m), _counted(row, m))
        for (m, old), way in zip(standing, ways, strict=True)
    ]


def _with_attribute(row: Sequence[Token], mention: Mention) -> Mention:
    """ "a 12 page document", "a 3 cylinder engine": the word before another noun is counted."""
    at = mention.last
    words = row[at : at + 2]
    if mention.unit is not None or mention.number.style != "digits" or len(words) < 2:
        return mention
    if any(t.kind != "word" or not t.text.islower() or t.norm in ends_a_phrase() for t in words):
        return mention
    name = stem(words[0].norm)
    return mention._replace(unit=name, family=ATTRIBUTE, noun=Noun(at, at + 1, (name,), name), last=at + 1)


def _beside(name: str) -> frozenset[str]:
    return frozenset(language("numbers")["beside_times"][name])


def _counted(row: Sequence[Token], mention: Mention) -> str | None:
    """What is counted, as it is written but for its last word in the singular: "first-team player"."""
    noun = mention.noun
    if noun is None or noun.first >= noun.last:
        return noun and " ".join(noun.words)
    words = ""
    for at in range(noun.first, noun.last - 1):
        token = row[at]
        if token.text in HYPHENS:
            words = words.rstrip() + "-"
        elif token.kind == "word" and token.norm not in ends_a_phrase():
            words += token.text.lower() + " "
    return words + noun.head


def _whole(row: Sequence[Token], mention: Mention) -> str | None:
    """ "38 per cent of GDP": the whole by which economies are compared."""
    if mention.unit != "percent":
        return None
    return "GDP" if [token.text for token in row[mention.last : mention.last + 2]] == ["of", "GDP"] else None


def _near_times(row: Sequence[Token], numbers: Sequence[int]) -> list[Token]:
    """What can begin a time that takes one of these numbers: dates elsewhere do not matter here."""
    words, reach = time_words(), 0
    out: list[Token] = []
    for at in numbers:
        year = row[at].kind == "number" and len(row[at].text) >= YEAR
        if year or not words.isdisjoint([t.norm for t in row[max(0, at - BESIDE) : at + BESIDE + 1]]):
            last = min(len(row), at + BESIDE + 1)
            out += row[max(reach, at - BEFORE) : last]
            reach = max(reach, last)
    return out


@cache
def time_words() -> frozenset[str]:
    """Beside a number that a time takes stands one of these, where it is no year: "3 March", "five years"."""
    return frozenset(language("time")["months"]) | _beside("parts")


def _times(text: str, span: Span, near: Sequence[Token]) -> list[Time]:
    """The times that begin at these tokens: where they stand, not when they are."""
    matches = found(text, span.end, near)
    return [Time(Span(*match.span()), None, "at", match.lastgroup or "") for match in matches]


def _moves(row: Sequence[Token]) -> list[Hit]:
    """The words of movement: what joins "from" and "to", and gives a direction."""
    known = _ways()
    return [Hit(at, at + 1, known[t.norm], t.norm) for at, t in enumerate(row) if t.norm in known]


@cache
def _ways() -> dict[str, str]:
    """Each word of movement with the list that it stands in."""
    return {word: way for way in ("down", "up") for word in language("cues")[way]["words"]}


def _counting(text: str, row: Sequence[Token], refused: Sequence[Refused]) -> list[Mention]:
    """Numbers that are no claims but count: an age, a length of time, what was named before."""
    return [
        mention_of(text, row, r.number)
        for r in refused
        if r.number and not r.dated and no_amount(row, r.number) is None
    ]


def _in_order(mentions: list[Mention]) -> list[Mention]:
    """By place; of two that share a token the first."""
    row = sorted(mentions, key=lambda m: (m.first, -m.last))
    return row[:1] + [b for a, b in pairwise(row) if a.last <= b.first]
