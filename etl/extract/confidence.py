"""How sure a claim is, and what lowered it: doubts known by the reasons of its fields."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from etl.model import Amount, Kind, Period, Subject
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


class Draft(NamedTuple):
    """What of a claim speaks for or against it; the fields are the claim's."""

    subject: Subject
    amount: Amount
    country: str | None
    period: Period | None
    kind: Kind
    evidence: tuple[tuple[str, str], ...]


class Weighed(NamedTuple):
    """How sure a claim is, and the reasons that lowered it."""

    confidence: Decimal
    reasons: tuple[str, ...]


def weighed(draft: Draft) -> Weighed:
    """The confidence of a claim that is about to be made."""
    confidence, reasons = sure(), []
    for doubt in _held(draft):
        confidence *= doubt.weight
        reasons.append(doubt.says)
    return Weighed(confidence.quantize(PLACES), tuple(reasons))


def _held(draft: Draft) -> list[Doubt]:
    empty = {name for name, value in (("country", draft.country), ("period", draft.period)) if value is None}
    told = {
        name for field, reason in draft.evidence if field not in empty for name in _by_reason(field, reason)
    }
    told |= {doubt.id for doubt in _of_no_reason() if _is_without(draft, doubt)}
    return [doubt for doubt in doubts() if doubt.id in told] if told else []


@cache
def _of_no_reason() -> tuple[Doubt, ...]:
    return tuple(doubt for doubt in doubts() if doubt.field is None)


@lru_cache(maxsize=8192)
def _by_reason(field: str, reason: str) -> tuple[str, ...]:
    """The doubts that a field's reason shows. Cached: most reasons are the same few sentences."""
    return tuple(
        doubt.id
        for doubt in doubts()
        if doubt.field == field
        and (reason.startswith(doubt.why) or any(words in reason for words in doubt.has))
    )


def _is_without(draft: Draft, doubt: Doubt) -> bool:
    """What no reason of a field shows: an empty field, a name of our own making, an odd value."""
    if doubt.missing is not None:
        return getattr(draft, doubt.missing) is None
    if doubt.open_name and draft.subject.indicator.removesuffix("_share") not in indicators():
        return True
    return doubt.implausible and _is_outside(draft)


def _is_outside(draft: Draft) -> bool:
    entry, value = indicators().get(draft.subject.indicator), draft.amount.value
    if entry is None or value is None or draft.kind == "change":
        return False
    return (entry.low is not None and value < entry.low) or (entry.high is not None and value > entry.high)
