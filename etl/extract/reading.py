"""A sentence read once: its tokens, listed words, times, and the numbers in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from etl.extract.calendar import Calendar
from etl.extract.finding import Refused, numbers_in, times_in
from etl.extract.groups import grouped
from etl.extract.lexicon import Hit, general, hits, subjects, words_of
from etl.extract.mentions import Mention
from etl.extract.names import capitalised, common
from etl.extract.nations import Named, named
from etl.extract.rate_bases import base_of_rate, on_base
from etl.extract.sentences import LONGEST
from etl.extract.times import Time
from etl.extract.tokens import Token, stem, tokens
from etl.extract.walls import MENTION_WALL, walls
from etl.extract.written_times import OUTRIGHT
from etl.model import Block, Period, Rejection, Span

__all__ = ["MENTION_WALL", "Reading", "Refused", "read", "rejections"]

LISTED = ("item", "table_row")  # roles of lines that belong to the line above them


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
    norms: list[str] = field(default_factory=list)  # each token as word lists spell it
    stems: list[str] = field(default_factory=list)  # and in the singular
    said: tuple[Time, ...] = ()  # the days on which it was said
    dateline: Period | None = None  # where the sentence begins a new date for what follows
    _asked: dict[tuple[str, ...], list[Hit]] = field(default_factory=dict, init=False, repr=False)

    def gap(self, a: int, b: int) -> int:
        """How far two tokens are apart: words between them, and more for each border between clauses."""
        if a > b:
            a, b = b, a
        walls = self.walls
        top = len(walls) - 1
        b = min(b, top)
        a = 0 if a < 0 else min(a, b)
        return b - a + walls[b] - walls[a]

    @cached_property
    def firsts(self) -> list[int]:
        """Where each number begins, in order."""
        return [mention.first for mention in self.mentions]

    def of(self, *lists: str) -> list[Hit]:
        """The hits of these lists, in order."""
        found = self._asked.get(lists)
        if found is None:
            found = self._asked[lists] = [hit for hit in self.hits if hit.list in lists]
        return found

    def tokens_of(self, span: Span) -> range:
        """The tokens of a place in the file."""
        return range(self.token_at(span.start), self.token_at(span.end - 1) + 1)

    def token_at(self, place: int) -> int:
        """The first token at or behind a place in the file."""
        return bisect_right(self.ends, place)


def read_again(text: str, known: Reading, calendar: Calendar) -> Reading:
    """A sentence that is known, with its times as another calendar reads them."""
    if all(time.group in OUTRIGHT for time in known.times):
        return known
    found = times_in(text, known.span, known.row, calendar)
    if [(t.span, t.group) for t in found] != [(t.span, t.group) for t in known.times]:
        return read(text, known.span, known.block, calendar)
    return replace(known, times=tuple(found))


def read(text: str, span: Span, block: Block, calendar: Calendar) -> Reading:
    """text[span], one sentence of `block`, with relative times as `calendar` reads them."""
    if span.end - span.start > LONGEST:
        return unread(span, block, "text that goes on without a full stop is not read")
    row = tokens(text, span.start, span.end)
    norms = [token.norm for token in row]
    stems = [stem(word) for word in norms]
    plain = words_of(row)
    singular = [(at, stems[at]) for at, _ in plain]
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
        tuple([token.end for token in row]),
        norms,
        stems,
    )


def unread(span: Span, block: Block, reason: str) -> Reading:
    """A text past what a sentence or an article can hold: nobody wrote it to be read."""
    shown = Span(span.start, min(span.end, span.start + SHOWN))
    refused = (Refused(shown, reason),)
    return Reading(span, block, (), (), (), (), (), refused, (), ())


SHOWN = 80  # characters shown of a text that is not read


def rejections(reading: Reading, text: str, article: str, title: str) -> Iterator[Rejection]:
    """The numbers that the sentence's words rule out."""
    for refused in reading.refused:
        yield Rejection(article, title, refused.span, refused.span.of(text), refused.reason)
