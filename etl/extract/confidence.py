"""How sure a claim is, and what lowered it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from etl.extract.mentions import Mention
from etl.model import Claim
from etl.reference import indicators

# What each doubt costs. They multiply, so that several doubts never reach zero.
DOUBTS = {
    "no country is named": Decimal("0.7"),
    "the country is carried over": Decimal("0.95"),
    "no period is named": Decimal("0.85"),
    "the period is carried over": Decimal("0.9"),
    "the indicator is not in the catalogue": Decimal("0.85"),
    "the unit is another number's": Decimal("0.85"),
    "the amount is vague": Decimal("0.8"),
    "outside the bounds that are plausible": Decimal("0.5"),
}
OTHER = Decimal("0.7")
PLACES = Decimal("0.001")


def weighed(claim: Claim, mention: Mention, *, catalogued: bool) -> Claim:
    """The claim with its confidence and the reasons that lowered it."""
    why = dict(claim.evidence)
    doubts = {
        "no country is named": claim.country is None,
        "the country is carried over": why["country"].startswith("carried"),
        "no period is named": claim.period is None,
        "the period is carried over": why["period"].startswith("the last period"),
        "the indicator is not in the catalogue": not catalogued,
        "the unit is another number's": mention.inherited,
        "the amount is vague": claim.amount.qualifier == "vague",
        "outside the bounds that are plausible": _is_outside(claim),
    }
    reasons = [*mention.reasons, *(name for name, holds in doubts.items() if holds)]
    confidence = Decimal(1)
    for reason in reasons:
        confidence *= DOUBTS.get(reason, OTHER)
    return replace(claim, confidence=confidence.quantize(PLACES), reasons=tuple(reasons))


def _is_outside(claim: Claim) -> bool:
    entry, value = indicators().get(claim.subject.indicator), claim.amount.value
    if entry is None or value is None or claim.kind == "change":
        return False
    return (entry.low is not None and value < entry.low) or (entry.high is not None and value > entry.high)
