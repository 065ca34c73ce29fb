"""Claims that say again what another of the same article says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from etl.model import Claim

ROUNDING = Decimal("0.1")  # a headline's "over 100" stands for the body's 103


def marked(claims: Sequence[Claim], headlines: frozenset[int]) -> list[Claim]:
    """`claims` of one article, repeats marked. `headlines`: the starts of those in titles and headings."""
    body = [claim for claim in claims if claim.quote.start not in headlines]
    out: list[Claim] = []
    for claim in claims:
        headline = claim.quote.start in headlines
        others = (
            body
            if headline
            else [c for c in out if c.quote.start not in headlines and c.duplicate_of is None]
        )
        same = next((c for c in others if (_states if headline else _repeats)(claim, c)), None)
        out.append(replace(claim, duplicate_of=same.quote.start) if same else claim)
    return out


def _states(headline: Claim, claim: Claim) -> bool:
    """Whether a headline's number is the body's, to the digit or rounded."""
    a, b = headline.amount, claim.amount
    if a.unit != b.unit:
        return False
    if a.value is None or b.value is None:
        return (a.low, a.high) == (b.low, b.high)
    rounded = a.qualifier != "exact" and abs(a.value - b.value) <= ROUNDING * abs(b.value)
    return a.value == b.value or rounded


def _repeats(claim: Claim, earlier: Claim) -> bool:
    """Whether two claims of the body agree in everything they say."""
    return (
        claim.amount.value is not None
        and (claim.amount.value, claim.amount.unit) == (earlier.amount.value, earlier.amount.unit)
        and claim.subject == earlier.subject
        and (claim.country, claim.place, claim.period) == (earlier.country, earlier.place, earlier.period)
        and claim.kind == earlier.kind
        and claim.sentence != earlier.sentence
    )
