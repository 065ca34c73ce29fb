"""Claims that say again what another of the same article says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from etl.extract.headlines import COMMON, Why, agree, below_of, told_below
from etl.extract.sameness import equal, number, stands_for
from etl.model import Claim
from etl.reference import language

LOOKED_BACK = 40  # claims of one thing that a later one is held against
WORD_BEFORE = re.compile(r"([^\W\d_]+)\W*$")
REACH = 20  # characters before a number in which "the" can stand


@dataclass(frozen=True, slots=True)
class Told:
    """What an article has told so far, by what a repeat must agree in."""

    things: dict[object, list[Claim]]
    numbers: dict[object, list[Claim]]


def marked(text: str, claims: Sequence[Claim], headlines: frozenset[int]) -> list[Claim]:
    """`claims` of one article, repeats marked. `headlines`: the starts of those in titles and headings.

    A headline repeats the text below it, a later sentence an earlier one, a rounded number the exact one.
    What is repeated is never itself a repeat.
    """
    body = [claim for claim in claims if claim.quote.start not in headlines]
    found = _in_body(text, body)
    below = below_of(body)
    above: dict[object, Claim] = {}
    for claim in claims:
        if claim.quote.start in headlines:
            same = told_below(claim, below) or _told_above(claim, above)
            if same:
                found[_key(claim)] = same
            above.setdefault((_thing(claim), *number(claim.amount)), claim)
    return [_repeating(claim, found) for claim in claims]


def _key(claim: Claim) -> tuple[object, ...]:
    """Two claims may share their words ("7 % each"): their subjects tell them apart."""
    return claim.quote, claim.subject, claim.country


def _repeating(claim: Claim, found: dict[tuple[object, ...], Why]) -> Claim:
    if _key(claim) not in found:
        return replace(claim, duplicate_of=None) if claim.duplicate_of is not None else claim
    first, how = found[_key(claim)]
    while _key(first) in found:
        first = found[_key(first)][0]
    why = f"{how}: “{first.quote_text}”"
    evidence = (
        *((name, told) for name, told in claim.evidence if name != "duplicate_of"),
        ("duplicate_of", why),
    )
    return replace(claim, duplicate_of=first.quote.start, evidence=evidence)


def _in_body(text: str, body: Sequence[Claim]) -> dict[tuple[object, ...], Why]:
    """The repeats among the sentences: each with a claim that is earlier, or more exact."""
    told = Told({}, {})
    found: dict[tuple[object, ...], Why] = {}
    for claim in body:
        same = _told_before(text, claim, told)
        if same:
            found[_key(claim)] = same
            continue
        alike = told.things.setdefault(_thing(claim), [])
        for rough in alike[-LOOKED_BACK:]:
            if rough.sentence != claim.sentence and _is_rounded(rough, claim):
                found[_key(rough)] = (claim, "the same number, told exactly")
        alike.append(claim)
        told.numbers.setdefault(_number(claim), []).append(claim)
    return found


def _told_before(text: str, claim: Claim, told: Told) -> Why | None:
    others = [c for c in told.things.get(_thing(claim), ())[-LOOKED_BACK:] if c.sentence != claim.sentence]
    for other in others:
        if equal(claim.amount, other.amount):
            return other, "told before, of the same thing"
    for other in others:
        if _is_rounded(claim, other):
            return other, "the same number, told exactly"
    for other in told.numbers.get(_number(claim), ())[-LOOKED_BACK:]:
        if other.sentence != claim.sentence and _points_back(text, claim, other):
            return other, "it points back to a number told before"
    return None


def _thing(claim: Claim) -> object:
    """All that two claims of the body agree in when one repeats the other, but the number."""
    moved = claim.direction if claim.kind == "change" else None
    return claim.subject, claim.amount.unit, claim.country, claim.place, claim.period, claim.kind, moved


def _number(claim: Claim) -> object:
    return claim.amount.value, claim.amount.unit


def _is_rounded(rough: Claim, exact: Claim) -> bool:
    """Of one thing and time that are known: without a time, two things may share a name."""
    return rough.period is not None and stands_for(rough.amount, exact.amount)


def _points_back(text: str, claim: Claim, other: Claim) -> bool:
    """ "The forty schools have room for …": the number before, named again."""
    if claim.amount.value is None or claim.kind == "change" or claim.amount.unit in COMMON:
        return False
    if not agree(claim.country, other.country) or not agree(claim.place, other.place):
        return False
    if claim.period not in (None, other.period):
        return False
    found = WORD_BEFORE.search(text, max(0, claim.quote.start - REACH), claim.quote.start)
    return found is not None and found[1].lower() in _definite()


@cache
def _definite() -> frozenset[str]:
    return frozenset(language("relations")["restating"]["definite"])


def _told_above(headline: Claim, above: Mapping[object, Claim]) -> Why | None:
    """The headline above that a heading says again, where the text below says nothing of it."""
    same = above.get((_thing(headline), *number(headline.amount)))
    return (same, "a headline above says so") if same and same.sentence != headline.sentence else None
