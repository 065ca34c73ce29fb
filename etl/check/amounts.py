"""Amounts that cannot be: of a share, of a unit, of an indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from etl.check.limits import bounds, in_unit, numbers, shown
from etl.model import Claim
from etl.reference import Indicator, limits

ONE_COMMA = re.compile(r"(?<![\d,.])\d{1,3},\d{3}(?![\d,.])")
THOUSAND = 1000
PART = "_share"  # how the name of a part of something ends
ALL = 100  # percent


def wrong(claim: Claim, entry: Indicator | None) -> Iterator[tuple[str, str]]:
    """The rules that the claim's amount breaks, each with its sentence."""
    checks = (
        ("ends_crossed", _ends_crossed(claim)),
        ("outside_unit", _outside_unit(claim)),
        ("outside_bounds", _outside_bounds(claim, entry)),
        ("fall_of_more_than_all", _fall_of_more_than_all(claim)),
    )
    yield from ((rule, sentence) for rule, sentence in checks if sentence)


def _ends_crossed(claim: Claim) -> str | None:
    """A range whose low end lies above its high end."""
    low, high = claim.amount.low, claim.amount.high
    if low is None or high is None or low <= high:
        return None
    return f"A range from {shown(low)} down to {shown(high)} has its ends crossed."


def _outside_unit(claim: Claim) -> str | None:
    unit = claim.amount.unit
    if (
        claim.kind != "change"
        and claim.subject.indicator.endswith(PART)
        and max(numbers(claim), default=ALL) > 0
    ):
        claim = replace(claim, kind="share")  # whatever else is said of it, it is a part of a whole
    for bound in bounds().get(unit, ()):
        outside = [number for number in numbers(claim) if bound.excludes(number)]
        if outside and bound.holds_for(claim):
            return f"{in_unit(outside[0], unit)} is {bound.means}.{_if_decimal(claim)}"
    return None


def _outside_bounds(claim: Claim, entry: Indicator | None) -> str | None:
    """A level outside the catalogue's bounds, which are in the catalogue's unit and not of changes."""
    if entry is None or claim.kind in ("change", "share") or claim.amount.unit != entry.unit:
        return None
    for number in numbers(claim):
        side = _outside(number, entry)
        if side:
            return f"{entry.name}: {shown(number)} is {side} that is plausible.{_if_decimal(claim)}"
    return None


def _outside(number: Decimal, entry: Indicator) -> str | None:
    if entry.low is not None and number < entry.low:
        return f"below {shown(entry.low)}, the least"
    if entry.high is not None and number > entry.high:
        return f"above {shown(entry.high)}, the most"
    return None


def _if_decimal(claim: Claim) -> str:
    """ "7,254 million" may be 7.254 million: what a comma meant as a decimal mark would make of it."""
    value = claim.amount.value
    if value is None or value < THOUSAND or not ONE_COMMA.search(claim.amount.text):
        return ""
    return f" Its comma may be a decimal mark: then it is {shown(value / THOUSAND)}."


def _fall_of_more_than_all(claim: Claim) -> str | None:
    """ "fell by 120%": nothing is left to fall after 100 %, where nothing can be below zero."""
    value = claim.amount.value
    by = claim.kind == "change" or claim.role == "by"
    told = by and (claim.direction, claim.amount.unit) == ("down", "percent")
    if (
        not told
        or value is None
        or value <= ALL
        or claim.subject.indicator in limits()["below_zero"]["indicators"]
    ):
        return None
    return f"A fall of {shown(value)} % is more than all there was."
