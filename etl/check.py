"""Claims that cannot be right: a sentence for each. They stay visible, and out of every observation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from etl.model import Claim, Problem
from etl.reference import Indicator

# Units of which nobody can have fewer than none. Money may be owed, a degree may be below zero.
NEVER_NEGATIVE = frozenset(
    {
        "person",
        "job",
        "company",
        "school",
        "t",
        "t/day",
        "t/year",
        "MW",
        "kWh",
        "m3",
        "ha",
        "km",
        "km2",
        "year",
    }
)

Rule = Callable[[Claim, Indicator | None], str | None]


def problems(claims: Sequence[Claim], catalogue: Mapping[str, Indicator]) -> Iterator[Problem]:
    """One for each rule that a claim breaks. `claims` are those of one file; `catalogue` is by indicator."""
    for claim in claims:
        indicator = catalogue.get(claim.subject.indicator)
        for rule in RULES:
            sentence = rule(claim, indicator)
            if sentence:
                yield Problem(rule.__name__.lstrip("_"), f"{sentence} {_place(claim)}", claim.quote.start)
    yield from _parts_above_whole(claims)


def _place(claim: Claim) -> str:
    return f"{claim.article}: “{claim.quote_text}”"


def _numbers(claim: Claim) -> list[Decimal]:
    amount = claim.amount
    return [number for number in (amount.value, amount.low, amount.high) if number is not None]


def _ends_crossed(claim: Claim, _: Indicator | None) -> str | None:
    """A range whose low end lies above its high end."""
    low, high = claim.amount.low, claim.amount.high
    if low is None or high is None or low <= high:
        return None
    return f"A range from {low:f} down to {high:f} has its ends crossed."


def _share_of_whole(claim: Claim, _: Indicator | None) -> str | None:
    """A share below nothing or above everything."""
    outside = [number for number in _numbers(claim) if not 0 <= number <= 100]
    if claim.kind != "share" or claim.amount.unit != "percent" or not outside:
        return None
    return f"A share of {outside[0]:f} % is not between 0 and 100 %."


def _fewer_than_none(claim: Claim, _: Indicator | None) -> str | None:
    below = [number for number in _numbers(claim) if number < 0]
    if claim.kind == "change" or claim.amount.unit not in NEVER_NEGATIVE or not below:
        return None
    return f"{below[0]:f} {claim.amount.unit} is less than none."


def _outside_bounds(claim: Claim, indicator: Indicator | None) -> str | None:
    """A level outside the catalogue's bounds, which are in the catalogue's unit and not of changes."""
    if indicator is None or claim.kind in ("change", "share") or claim.amount.unit != indicator.unit:
        return None
    low, high = indicator.low, indicator.high
    for number in _numbers(claim):
        if low is not None and number < low:
            return f"{indicator.name}: {number:f} is below {low:f}, the least that is plausible."
        if high is not None and number > high:
            return f"{indicator.name}: {number:f} is above {high:f}, the most that is plausible."
    return None


RULES: tuple[Rule, ...] = (_ends_crossed, _share_of_whole, _fewer_than_none, _outside_bounds)


def _parts_above_whole(claims: Sequence[Claim]) -> Iterator[Problem]:
    """In one sentence, a part of a count that is larger than the count itself."""
    wholes = {_whole(claim): claim for claim in claims if claim.subject.dimension is None}
    for part in claims:
        whole = wholes.get(_whole(part))
        if whole is None or part.subject.dimension is None or not _above(part, whole):
            continue
        sentence = f"The part “{part.subject.dimension}” is more than the whole, {whole.amount.text}."
        yield Problem("parts_above_whole", f"{sentence} {_place(part)}", part.quote.start)


def _whole(claim: Claim) -> tuple[object, ...]:
    return (
        claim.sentence,
        claim.subject.indicator,
        claim.amount.unit,
        claim.country,
        claim.place,
        claim.period,
        claim.kind,
    )


def _above(part: Claim, whole: Claim) -> bool:
    counted = part.amount.unit in NEVER_NEGATIVE and part.kind == "observed"
    known = part.amount.value is not None and whole.amount.value is not None
    return counted and known and part.amount.value > whole.amount.value  # type: ignore[operator]
