"""A sentence read once: its tokens, listed words, times, and the numbers in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from etl.extract.calendar import Calendar
from etl.extract.counted import is_plural
from etl.extract.groups import grouped
from etl.extract.impossible import no_such_day
from etl.extract.lexicon import Hit, general, hits, subjects, words_of
from etl.extract.mentions import Mention, mention_of
from etl.extract.names import capitalised, common
from etl.extract.nations import Named, named
from etl.extract.numbers import Number, number_at
from etl.extract.rate_bases import base_of_rate, on_base
from etl.extract.sentences import LONGEST
from etl.extract.times import Time, times
from etl.extract.tokens import Token, stem, tokens
from etl.extract.traps import trap
from etl.extract.units import sign_before, unit_behind
from etl.extract.walls import MENTION_WALL, walls
from etl.model import Block, Period, Rejection, Span
from etl.reference import language

__all__ = ["MENTION_WALL", "Reading", "Refused", "read", "rejections"]


@dataclass(frozen=True, slots=True)
class Refused:
    """A number of a sentence that is no claim, and why."""

    span: Span
    reason: str
    number: Number | None = None


@dataclass(frozen=True, eq=False)  # no slots: it keeps what each of its numbers asks again
class Reading:
    """A sentence and what its words are, nothing decided yet. `walls` grows with each clause border.

    Two readings are equal only if they are the same one, so that a function of a reading can be cached.
    """

    span: Span
    block: Block
    row: tuple[Token, ...]
    hits: tuple[Hit, ...]
    subjects: tuple[Hit, ...]
    times: tuple[Time, ...]
    mentions: tuple[Mention, ...]
    refused: tuple[Refused, ...]
    walls: tuple[int, ...]
    named: tuple[Named, ...]
    ends: tuple[int, ...] = ()  # where each token ends
    said: tuple[Time, ...] = ()  # the days on which it was said
    dateline: Period | None = None  # where the sentence begins a new date for what follows

    def gap(self, a: int, b: int) -> int:
        """How far two tokens are apart: words between them, and more for each border between clauses."""
        if a > b:
            a, b = b, a
        walls = self.walls
        b = min(b, len(walls) - 1)
        a = 0 if a < 0 else min(a, b)
        return b - a + walls[b] - walls[a]

    @cached_property
    def norms(self) -> list[str]:
        """Each token as word lists spell it."""
        return [token.norm for token in self.row]

    @cached_property
    def stems(self) -> list[str]:
        """Each token in the singular."""
        return [stem(token.norm) for token in self.row]

    @cached_property
    def _asked(self) -> dict[tuple[str, ...], list[Hit]]:
        return {}

    def of(self, *lists: str) -> list[Hit]:
        """The hits of these lists, in order."""
        found = self._asked.get(lists)
        if found is None:
            found = self._asked[lists] = [hit for hit in self.hits if hit.list in lists]
        return found

    def token_at(self, place: int) -> int:
        """The first token at or behind a place in the file."""
        return bisect_right(self.ends, place)


def read(text: str, span: Span, block: Block, calendar: Calendar) -> Reading:
    """text[span], one sentence of `block`, with relative times as `calendar` reads them."""
    if span.end - span.start > LONGEST:
        return unread(span, block, "text that goes on without a full stop is not read")
    row = tokens(text, span.start, span.end)
    plain = words_of(row)
    singular = [(at, stem(word)) for at, word in plain]
    found = times_in(text, span, row, calendar)
    mentions, refused = numbers_in(text, row, found)
    base = base_of_rate(row) if mentions else None
    if base is not None:
        told = on_base(mentions, base)
        if len(told) < len(mentions):
            refused = [*refused, Refused(base.span(row), "the base of a rate")]
        mentions = told
    listed = tuple(hits(plain, general()))
    mentions = grouped(row, mentions, listed)
    listed = tuple(capitalised(row, listed))
    return Reading(
        span,
        block,
        row,
        listed,
        tuple(common(row, block, hits(singular, subjects()))),
        tuple(found),
        tuple(mentions),
        tuple(refused),
        walls(row, mentions),
        named(row, listed),
        tuple(token.end for token in row),
    )


def unread(span: Span, block: Block, reason: str) -> Reading:
    """A text past what a sentence or an article can hold: nobody wrote it to be read."""
    shown = Span(span.start, min(span.end, span.start + SHOWN))
    refused = (Refused(shown, reason),)
    return Reading(span, block, (), (), (), (), (), refused, (), ())


def times_in(text: str, span: Span, row: Sequence[Token], calendar: Calendar) -> list[Time]:
    """The dates and periods of a sentence, without four digits that count something."""
    return [t for t in times(text, span, row, calendar) if t.group != "year" or not _is_count(row, t)]


def _is_count(row: Sequence[Token], time: Time) -> bool:
    """ "2000 people", "1950 MW": a unit or a plural behind it, and no word of time before it."""
    at = next((n for n, token in enumerate(row) if token.start >= time.span.start), len(row))
    if at + 1 >= len(row) or row[at].kind != "number":
        return False
    if sign_before(row, at):
        return True
    before = row[at - 1].norm if at else ""
    if before in _time_words():
        return False
    return unit_behind(row, at + 1) is not None or (
        is_plural(row[at + 1].norm) and row[at + 1].text.islower()
    )


@cache
def _time_words() -> frozenset[str]:
    return frozenset(language("time")["words"]["before_years"])


def numbers_in(text: str, row: Sequence[Token], found: Sequence[Time]) -> tuple[list[Mention], list[Refused]]:
    """The numbers of a sentence: those that may be claims, and those that its words rule out."""
    mentions: list[Mention] = []
    refused: list[Refused] = []
    taken = _TakenBy(text, found)
    for number in _candidates(row):
        span = Span(row[number.first].start, row[number.last - 1].end)
        reason = taken.reason(span) or trap(row, number)
        if len(mentions) + len(refused) >= MOST:
            rest = Span(span.start, row[-1].end)
            refused.append(Refused(rest, "more numbers than a sentence can hold"))
            break
        if reason:
            refused.append(Refused(span, reason, number))
        elif mentions and mentions[-1].last > number.first:
            refused.append(Refused(span, "a part of the number or unit before it"))
        else:
            mentions.append(_after(mentions, mention_of(text, row, number)))
    return mentions, refused


def _after(mentions: Sequence[Mention], mention: Mention) -> Mention:
    """Without a sign or code that is the unit of the number before it."""
    edge = mentions[-1].last if mentions else 0
    return mention if mention.first >= edge else mention._replace(first=edge)


def _candidates(row: Sequence[Token]) -> Iterator[Number]:
    at = 0
    while at < len(row):
        number = number_at(row, at)
        if number is None and row[at].kind == "number":
            number = Number(at, at + 1, None, "digits")
        if number is not None:
            yield number
        at = number.last if number else at + 1


@dataclass(frozen=True, slots=True)
class _TakenBy:
    """The times of a sentence, asked whether they hold a number."""

    text: str
    times: Sequence[Time]

    def reason(self, span: Span) -> str | None:
        for time in self.times:
            if time.span.start < span.end and span.start < time.span.end:
                lengths = ("window", "ago", "first_months", "opening")
                return (
                    "a length of time" if time.group in lengths else no_such_day(self.text, time) or "a date"
                )
        return None


SHOWN = 80  # characters shown of a text that is not read
MOST = 40  # numbers of one sentence; past that it is a dump of data


def rejections(reading: Reading, text: str, article: str, title: str) -> Iterator[Rejection]:
    """The numbers that the sentence's words rule out."""
    for refused in reading.refused:
        yield Rejection(article, title, refused.span, refused.span.of(text), refused.reason)
