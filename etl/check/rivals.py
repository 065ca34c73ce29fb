"""Two values of one thing in one article: both are shown, neither is charted until a person has chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from etl.extract.digits import digits
from etl.extract.sameness import last_place
from etl.model import Claim
from etl.reference import Indicator, limits

PRINTED = re.compile(r"\d[\d.,\s]*\d|\d")
MOST = 50  # claims of one thing that are held against each other; no article has more
HALF = Decimal("0.5")
ABOUT = Decimal("0.05")  # what "about" leaves open on either side
ROUND_FROM = 1000  # a whole number from here on may have been rounded
COMMA_APART = (Decimal(900), Decimal(1100))  # how far apart one comma read two ways puts two values


def wrong(claims: Sequence[Claim], catalogue: Mapping[str, Indicator]) -> Iterator[tuple[Claim, str, str]]:
    """Both of each two claims that cannot both be right."""
    told: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        if _is_known(claim) and claim.subject.indicator in catalogue:
            told.setdefault(_thing(claim), []).append(claim)
    for same in (each[:MOST] for each in told.values()):
        rivals = [c for c in same if any(_are_rivals(c, other) for other in same)]
        for claim in rivals:
            other = next(o for o in same if _are_rivals(claim, o))
            yield claim, *_why(claim, other)


def _is_known(claim: Claim) -> bool:
    return None not in (claim.country, claim.period, claim.amount.value)


def _thing(claim: Claim) -> tuple[object, ...]:
    moved = claim.direction if claim.kind == "change" else None
    return claim.subject, claim.country, claim.place, claim.period, claim.kind, moved, claim.amount.unit


def _are_rivals(one: Claim, other: Claim) -> bool:
    """In another sentence, and past what rounding leaves open. In one sentence two numbers are two things."""
    if one.sentence == other.sentence or not _are_apart(one, other):
        return False
    ratio = _ratio(one, other)
    known = limits()["one_value"]
    most = known["far"] if one.subject.indicator in known["indicators"] else known["near"]
    return ratio <= Decimal(most) or _is_comma(one, other)


def _ratio(one: Claim, other: Claim) -> Decimal:
    low, high = sorted(abs(c.amount.value or Decimal(0)) for c in (one, other))
    return high / low if low else Decimal("Infinity")


def _is_comma(one: Claim, other: Claim) -> bool:
    """ "7,254 million" in one place and "7.3 million" in another."""
    greater = max((one, other), key=lambda claim: claim.amount.value or 0)
    return "," in greater.amount.text and COMMA_APART[0] <= _ratio(one, other) <= COMMA_APART[1]


def _are_apart(one: Claim, other: Claim) -> bool:
    (low, high), (least, most) = _reach(one), _reach(other)
    return high < least or most < low


def _reach(claim: Claim) -> tuple[Decimal, Decimal]:
    """From where to where the true number may lie."""
    value, qualifier = claim.amount.value or Decimal(0), claim.amount.qualifier
    open_by = _half_unit(claim) + (ABOUT * abs(value) if qualifier != "exact" else 0)
    low = Decimal("-Infinity") if qualifier == "less_than" else value - open_by
    high = Decimal("Infinity") if qualifier == "more_than" else value + open_by
    return low, high


def _half_unit(claim: Claim) -> Decimal:
    """Half a unit of the last place that was printed: 50,000 of "7.2 million", 500 of "12,000"."""
    value = abs(claim.amount.value or Decimal(0))
    found = PRINTED.search(claim.amount.text)
    bare = digits(found.group()) if found else Decimal(0)
    if bare and value % 1 == 0 and value == bare:
        return HALF * last_place(value) if value >= ROUND_FROM else Decimal(0)
    if not bare:
        return HALF * last_place(value)
    exponent = bare.as_tuple().exponent
    return HALF * value / bare * Decimal(10) ** (exponent if isinstance(exponent, int) else 0)


def _why(claim: Claim, other: Claim) -> tuple[str, str]:
    told = f"The article also says “{other.quote_text}” of the same thing"
    if _is_comma(claim, other):
        return "comma_read_two_ways", f"{told}, a thousand times apart: one comma is a decimal mark."
    why = "country and period: one of the two is not right, or they are not the same thing."
    return "two_values", f"{told}, {why}"
