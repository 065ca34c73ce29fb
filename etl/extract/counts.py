"""What a number without a unit counts: the noun behind it, the label or the verb before it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from etl.extract.bounds import bound_behind, bound_ending, fillers
from etl.extract.counted import Noun, noun_behind
from etl.extract.mentions import Mention, in_base
from etl.extract.number_words import small
from etl.extract.tokens import DASHES, Token, glued
from etl.extract.units import per_behind
from etl.reference import Unit, language, units

LONGEST_LABEL = 6  # words before a colon


def counted(row: Sequence[Token], mention: Mention) -> Mention:
    """The mention with what it counts, where some word says it."""
    seats = _seats(row, mention)
    if seats:
        return mention._replace(unit=seats, family="count")
    noun = noun_behind(row, past_bound(row, mention), one=mention.value == 1) or _of_known(row, mention)
    if noun is None:
        return _labelled(row, mention)
    family = "duration" if noun.duration else "count"
    per_number = per_behind(row, _past_ailment(row, noun), "per_number")
    if per_number:
        return mention._replace(noun=noun, unit=per_number.id, family="rate", last=per_number.edge)
    if noun.unit == "person" and _houses(row, mention):
        return mention._replace(noun=noun, unit="place", family="count", last=noun.last)
    kept = _counted_units().get(noun.unit)
    if kept is not None:
        mention = in_base(mention, kept)
    elif _is_too_many(mention, noun):
        mention = mention._replace(
            value=mention.number.if_decimal,
            reasons=(
                f"the comma of {mention.text} is read as a decimal mark: it would be too much otherwise",
            ),
        )
    return mention._replace(
        noun=noun, unit=noun.unit, family=family, last=noun.last, per=_count_per(row, noun)
    )


def _seats(row: Sequence[Token], mention: Mention) -> str | None:
    """ "a 400-bed hospital", "a sports hall seating 6,000": for how many it has room."""
    at, words = mention.last, language("aspects")["seats"]
    if (
        at + 1 < len(row)
        and row[at].text in DASHES
        and row[at + 1].norm in words["joined"]
        and glued(row[at], row[at + 1])
    ):
        return row[at + 1].norm
    first = mention.first
    if not words["before"].meet(token.norm for token in row[max(0, first - SEATING) : first]):
        return None
    while first > 0 and (bound := bound_ending(row, first)):
        first = bound[1]
    return "seat" if first > 0 and row[first - 1].norm in words["before"] else None


SEATING = 4  # tokens from "seating" to its number


def _past_ailment(row: Sequence[Token], noun: Noun) -> int:
    """ "36.5 cases of tuberculosis per 100,000": what stands between the noun and its base."""
    of = noun.last + 1 < len(row) and row[noun.last].norm == "of"
    ends = range(noun.last + 2, min(noun.last + 2 + AILMENT, len(row)))
    return next((at for at in ends if row[at].norm == "per"), noun.last) if of else noun.last


AILMENT = 3  # words, "viral hepatitis A"


def _is_too_many(mention: Mention, noun: Noun) -> bool:
    """ "4,612 million cars": there are not thousands of millions of most things in a country."""
    small = noun.head in language("nouns")["countless"]["words"]
    return mention.number.if_decimal is not None and (mention.value or 0) >= BILLION and not small


BILLION = 1_000_000_000


def _of_known(row: Sequence[Token], mention: Mention) -> Noun | None:
    """ "one of the best schools", "three of its turbines": so many of things already known."""
    at = mention.last
    known = (
        at + 1 < len(row) and row[at].norm == "of" and row[at + 1].norm in language("nouns")["known"]["words"]
    )
    if not known or mention.number.scale != 1:
        return None
    at += 2
    while at < len(row) and (row[at].norm in _passed() or row[at].kind == "number" or small(row[at])):
        at += 1
    noun = noun_behind(row, at)
    return (
        noun._replace(last=mention.last) if noun and not noun.duration else None
    )  # "the 4,802 of the year before"


@cache
def _passed() -> frozenset[str]:
    return frozenset(language("numbers")["known_things"]["words"])


def _houses(row: Sequence[Token], mention: Mention) -> bool:
    """ "schools for a million children", "with room for 500 pupils": places, not persons."""
    at = mention.first
    while at > 0 and (bound := bound_ending(row, at)):
        at = bound[1]
    words = [token.norm for token in row[max(0, at - 8) : at]]
    return words[-1:] == ["for"] and any(
        word in language("aspects")["schools"]["words"]
        for word in words[-4:] + words[-6:-4] * ("room" in words)
    )


@cache
def _counted_units() -> dict[str, Unit]:
    """Persons and jobs: counted, with a highest number that can be meant."""
    return {unit.id: unit for unit in units() if unit.family == "count"}


def _labelled(row: Sequence[Token], mention: Mention) -> Mention:
    """ "Units: six", "employ 1,500": the label or the verb before the number says what it counts."""
    if mention.last < len(row) and row[mention.last].text in DASHES:
        return mention  # "fees: 7.4–12 million soums"
    if _met_a_fate(row, mention.last):
        return mention._replace(unit="person", family="count")
    at = mention.first - 1
    while at >= 0 and (row[at].norm in fillers() or bound_ending(row, at + 1)):
        at -= 1
    if at >= 0 and row[at].norm in language("aspects")["person_verbs"]["words"]:
        return mention._replace(unit="person", family="count")
    if at >= 1 and row[at].text == ":" and at <= LONGEST_LABEL:
        noun = noun_behind(row, 0)
        noun = noun if noun and noun.last <= at else None
    else:
        noun = _of_subject(row, max(at, min(at + 1, mention.first - 1)))  # past a filler: "number"
    if noun is None or noun.duration:
        return mention
    return mention._replace(noun=noun, unit=noun.unit, family="count")


def _of_subject(row: Sequence[Token], verb: int) -> Noun | None:
    """ "Cameras number 20,456", "Imports of cars to it reached 74.7 thousand": what the verb tells of."""
    words = language("aspects")["counting"]
    if verb > 0 and row[verb].norm in words["verbs"]:
        noun = noun_behind(row, verb - 1)
        return noun if noun and noun.last == verb else None
    reached = verb > 1 and (row[verb].norm in words["reach"] or row[verb - 1].norm in words["reach"])
    flow = next((n for n, t in enumerate(row[:OPENING]) if t.norm in words["flows"]), verb)
    if not reached or flow >= verb or row[flow + 1].norm != "of":
        return None
    noun = noun_behind(row, flow + 2)
    return noun if noun and noun.head in words["pieces"] and noun.last <= verb else None


OPENING = 4  # words of a sentence in which its subject begins


def _met_a_fate(row: Sequence[Token], at: int) -> bool:
    """ "Twenty-three drowned": what only persons do."""
    words = tuple(token.norm for token in row[at : at + 3])
    return any(words[:size] in _fates() for size in (1, 2, 3))


@cache
def _fates() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words.split()) for words in language("aspects")["person_fates"]["words"])


def past_bound(row: Sequence[Token], mention: Mention) -> int:
    """ "dozens of companies", "500 or more companies", "12 such plants": where the noun stands."""
    at = mention.last
    if at + 1 < len(row) and row[at].norm == "such" and row[at + 1].norm != "as":
        return at + 1
    if at < len(row) and row[at].norm == "or":
        bound = bound_behind(row, at)
        return bound.last if bound else at
    vague = mention.number.style == "vague"
    return at + (vague and at < len(row) and row[at].norm == "of")


def _count_per(row: Sequence[Token], noun: Noun) -> str | None:
    per = per_behind(row, noun.last)
    return per.id if per else None
