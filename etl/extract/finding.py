"""The numbers of a sentence: those that may be claims, and those that its words rule out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from etl.extract.calendar import Calendar
from etl.extract.counted import is_plural
from etl.extract.impossible import no_such_day
from etl.extract.mentions import Mention
from etl.extract.number_words import first_words, number_opens
from etl.extract.numbers import Number, number_at
from etl.extract.times import Time, times
from etl.extract.tokens import Token
from etl.extract.traps import trap
from etl.extract.units import sign_before, unit_behind
from etl.extract.wording import mention_of
from etl.model import Span
from etl.reference import language

ARTICLES = ("a", "an")
LENGTH = "a length of time"
YEAR = 4  # digits
MOST = 40  # numbers of one sentence; past that it is a dump of data


class Refused(NamedTuple):
    """A number of a sentence that is no claim, and why."""

    span: Span
    reason: str
    number: Number | None = None
    dated: bool = False  # a part of a date


def times_in(text: str, span: Span, row: Sequence[Token], calendar: Calendar) -> list[Time]:
    """The dates and periods of a sentence, without four digits that count something."""
    return without_counts(row, times(text, span, row, calendar))


def without_counts(row: Sequence[Token], found: Sequence[Time]) -> list[Time]:
    """The times but those that count: "2000 people"."""
    return [t for t in found if t.group != "year" or not _is_count(row, t)]


def _is_count(row: Sequence[Token], time: Time) -> bool:
    """ "2000 people", "1950 MW": a unit or a plural behind it, and no word of time before it."""
    at = next((n for n, token in enumerate(row) if token.start >= time.span.start), len(row))
    if at + 1 >= len(row) or row[at].kind != "number":
        return False
    if sign_before(row, at):
        return True
    before = row[at - 1].norm if at else ""
    counts = (
        at > 1
        and row[at - 2].kind == "number"
        and len(row[at - 2].text) >= YEAR
        and not _is_year(row[at - 2])
    )
    if before in _time_words() and not counts:  # "from 1000 to 2000 users"
        return False
    return unit_behind(row, at + 1) is not None or (
        is_plural(row[at + 1].norm) and row[at + 1].text.islower()
    )


def _is_year(token: Token) -> bool:
    return token.text.isdecimal() and len(token.text) == YEAR and "1900" <= token.text < "2200"


@cache
def _time_words() -> frozenset[str]:
    return frozenset(language("time")["words"]["before_years"])


def openings(row: Sequence[Token]) -> list[int]:
    """Where numbers can begin."""
    opens, starts = number_opens(), _starts()
    found = [at for at, token in enumerate(row) if token.norm in starts or token.kind == "number"]
    return [at for at in found if row[at].norm not in ARTICLES or _is_article(row, at, opens)]


@cache
def _starts() -> frozenset[str]:
    return first_words() | number_opens()


def _is_article(row: Sequence[Token], at: int, opens: frozenset[str]) -> bool:
    """ "a million", "a third"; in "a school" it begins no number."""
    return at + 1 < len(row) and row[at + 1].norm in opens


def numbers_in(
    text: str, row: Sequence[Token], found: Sequence[Time], begun: Sequence[int] | None = None
) -> tuple[list[Mention], list[Refused]]:
    """The numbers of a sentence: those that may be claims, and those that its words rule out.

    `begun` are the `openings` of the row, where they are known already.
    """
    mentions: list[Mention] = []
    refused: list[Refused] = []
    taken = TakenBy(text, found)
    for number in _candidates(row, openings(row) if begun is None else begun):
        span = Span(row[number.first].start, row[number.last - 1].end)
        when = taken.reason(span)
        reason = when or trap(row, number)
        if len(mentions) + len(refused) >= MOST:
            rest = Span(span.start, row[-1].end)
            refused.append(Refused(rest, "more numbers than a sentence can hold"))
            break
        if reason:
            refused.append(Refused(span, reason, number, when not in (None, LENGTH)))
        elif mentions and mentions[-1].last > number.first:
            refused.append(Refused(span, "a part of the number or unit before it"))
        else:
            mentions.append(_after(mentions, mention_of(text, row, number)))
    return mentions, refused


def _after(mentions: Sequence[Mention], mention: Mention) -> Mention:
    """Without a sign or code that is the unit of the number before it."""
    edge = mentions[-1].last if mentions else 0
    return mention if mention.first >= edge else mention._replace(first=edge)


def _candidates(row: Sequence[Token], begun: Sequence[int]) -> Iterator[Number]:
    reach = 0
    for at in begun:
        if at < reach:
            continue
        number = number_at(row, at)
        if number is None and row[at].kind == "number":
            number = Number(at, at + 1, None, "digits")
        if number is not None:
            yield number
            reach = number.last


class TakenBy(NamedTuple):
    """The times of a sentence, asked whether they hold a number."""

    text: str
    times: Sequence[Time]

    def reason(self, span: Span) -> str | None:
        for time in self.times:
            if time.span.start < span.end and span.start < time.span.end:
                lengths = ("window", "ago", "later", "first_months", "opening")
                return LENGTH if time.group in lengths else no_such_day(self.text, time) or "a date"
        return None
