"""How sure a claim is, and what lowered it: doubts known by the reasons of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

from etl.model import Claim
from etl.reference import doubts as listed
from etl.reference import indicators

PLACES = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that makes claims less sure, by a measured weight; `says` tells a reader where to look."""

    id: str
    says: str
    weight: Decimal
    field: str | None = None
    why: tuple[str, ...] = ()  # how the field's reason begins
    has: tuple[str, ...] = ()  # or what stands in it
    missing: str | None = None  # a field that the text leaves empty
    open_name: bool = False
    implausible: bool = False


@cache
def doubts() -> tuple[Doubt, ...]:
    """Every doubt, in the order of its table."""
    return tuple(_doubt(row) for row in listed()["doubt"])


def _doubt(row: dict[str, object]) -> Doubt:
    fields: dict[str, object] = {**row, "weight": Decimal(str(row["weight"]))}
    fields |= {name: tuple(row[name]) for name in ("why", "has") if name in row}  # type: ignore[arg-type]
    return Doubt(**fields)  # type: ignore[arg-type]


@cache
def sure() -> Decimal:
    """The confidence of a claim that nothing speaks against."""
    return Decimal(listed()["sure"])


def weight_of(reason: str) -> Decimal | None:
    """What the doubt told so costs; None for a reason that is in no table."""
    return next((doubt.weight for doubt in doubts() if doubt.says == reason), None)


def weighed(claim: Claim) -> Claim:
    """The claim with its confidence and the reasons that lowered it."""
    confidence, reasons = sure(), []
    for doubt in _held(claim):
        confidence *= doubt.weight
        reasons.append(doubt.says)
    return replace(claim, confidence=confidence.quantize(PLACES), reasons=tuple(reasons))


def _held(claim: Claim) -> Iterator[Doubt]:
    empty = {name for name, value in (("country", claim.country), ("period", claim.period)) if value is None}
    told = {
        name for field, reason in claim.evidence if field not in empty for name in _by_reason(field, reason)
    }
    yield from (doubt for doubt in doubts() if doubt.id in told or _is_without(claim, doubt))


@lru_cache(maxsize=8192)
def _by_reason(field: str, reason: str) -> tuple[str, ...]:
    """The doubts that a field's reason shows. Cached: most reasons are the same few sentences."""
    return tuple(
        doubt.id
        for doubt in doubts()
        if doubt.field == field
        and (reason.startswith(doubt.why) or any(words in reason for words in doubt.has))
    )


def _is_without(claim: Claim, doubt: Doubt) -> bool:
    """What no reason of a field shows: an empty field, a name of our own making, an odd value."""
    if doubt.field is not None:
        return False
    if doubt.missing is not None:
        return getattr(claim, doubt.missing) is None
    known = indicators().get(claim.subject.indicator.removesuffix("_share"))
    return (doubt.open_name and known is None) or (doubt.implausible and _is_outside(claim))


def _is_outside(claim: Claim) -> bool:
    entry, value = indicators().get(claim.subject.indicator), claim.amount.value
    if entry is None or value is None or claim.kind == "change":
        return False
    return (entry.low is not None and value < entry.low) or (entry.high is not None and value > entry.high)
