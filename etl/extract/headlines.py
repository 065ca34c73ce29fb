"""What a headline says of the text below it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from etl.extract.sameness import BOUNDED, Number, equal, number, stands_for
from etl.model import Claim
from etl.reference import indicators

TELLING = 100  # no two things of an article are counted with the same number so high
COMMON = {"percent", "times", "percentage_point"}  # units of which an article has the same number often
NEAR = 100  # claims with about the headline's number that are looked at

KIN = {"job": ("job", "person"), "person": ("person", "job")}  # "620,000 Jobs" of 624,300 people with work

Why = tuple[Claim, str]  # the claim that is repeated, and how one knows


@dataclass(frozen=True, slots=True)
class Below:
    """The claims below the headlines, by their number, and in each unit by size."""

    of_number: dict[Number, list[Claim]]
    in_unit: dict[str, list[tuple[Decimal, int, Claim]]]


def below_of(body: Sequence[Claim]) -> Below:
    """The first claim of each number, unit and indicator."""
    below = Below({}, {})
    known: set[tuple[Number, str, str]] = set()
    for claim in body:
        value, unit = claim.amount.value, claim.amount.unit
        key = (number(claim.amount), unit, claim.subject.indicator)
        if key in known:
            continue
        known.add(key)
        below.of_number.setdefault(key[0], []).append(claim)
        if value is not None:
            below.in_unit.setdefault(unit, []).append((value, len(known), claim))
    for listed in below.in_unit.values():
        listed.sort()
    return below


def told_below(headline: Claim, below: Below) -> Why | None:
    """The claim of the text that a headline tells: of the same indicator sooner than of another."""
    stated = [claim for claim in _near(headline, below) if _states(headline, claim)]
    if not stated:
        return None
    first = min(stated, key=lambda claim: (not _is_same_indicator(headline, claim), claim.quote))
    return first, "the headline of what the text says"


def _near(headline: Claim, below: Below) -> Iterator[Claim]:
    yield from below.of_number.get(number(headline.amount), ())[:NEAR]
    value = headline.amount.value
    if value is None:
        return
    reach = abs(value) * 2 * BOUNDED
    for unit in KIN.get(headline.amount.unit, (headline.amount.unit,)):
        listed = below.in_unit.get(unit, [])
        first = bisect_left(listed, (value - reach, 0))
        yield from (claim for at, _, claim in listed[first : first + NEAR] if at <= value + reach)


def _states(headline: Claim, claim: Claim) -> bool:
    """Whether a headline's number is the body's, to the digit or rounded."""
    a, b = headline.amount, claim.amount
    if not agree(headline.country, claim.country):
        return False
    if b.unit not in KIN.get(a.unit, (a.unit,)):  # "3,434 Teachers Short" stands for "3,434 vacancies"
        return _is_telling(a.value) and a.value == b.value and not COMMON & {a.unit, b.unit}
    if equal(a, b):
        return _is_telling(a.value) or a.unit not in COMMON or not _are_named_apart(headline, claim)
    return stands_for(a, b) and (_is_close(a.value, b.value) or not _are_named_apart(headline, claim))


def agree(one: object, other: object) -> bool:
    """Whether two fields may be one, where the text may leave either out."""
    return one is None or other is None or one == other


def _is_telling(value: Decimal | None) -> bool:
    return value is not None and value >= TELLING


def _is_close(one: Decimal | None, other: Decimal | None) -> bool:
    """Two numbers so high and so near that they are one, whatever each is called."""
    if one is None or other is None or one < HIGH:
        return False
    return abs(one - other) <= NEAREST * one


HIGH, NEAREST = 10_000, Decimal("0.01")


def _is_fine(value: Decimal | None) -> bool:
    return value is not None and value != value.to_integral_value()


def _is_same_indicator(one: Claim, other: Claim) -> bool:
    return one.subject.indicator.removesuffix("_share") == other.subject.indicator.removesuffix("_share")


def _are_named_apart(one: Claim, other: Claim) -> bool:
    """The catalogue has both, under two names: 8 % inflation is not 8 % unemployment.

    A change told to the decimal, as "down 8.9%", is one whatever a headline calls it.
    """
    if one.kind == other.kind == "change" and one.direction == other.direction and _is_fine(one.amount.value):
        return False
    known = (one.subject.indicator in indicators(), other.subject.indicator in indicators())
    return all(known) and not _is_same_indicator(one, other)
