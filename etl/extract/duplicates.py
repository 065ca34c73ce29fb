"""Claims that say again what another of the same article says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from etl.model import Claim, Kind, Period, Subject

TELLING = 100  # no two things of an article are counted with the same number so high
COMMON = {"percent", "times"}
ROUNDING = Decimal("0.1")  # a headline's "over 100" stands for the body's 103

Key = tuple[tuple[Decimal | None, str], Subject, tuple[str | None, str | None], Period | None, Kind]


def marked(claims: Sequence[Claim], headlines: frozenset[int]) -> list[Claim]:
    """`claims` of one article, repeats marked. `headlines`: the starts of those in titles and headings."""
    body = [claim for claim in claims if claim.quote.start not in headlines]
    told: dict[Key, list[Claim]] = {}
    out: list[Claim] = []
    for claim in claims:
        if claim.quote.start in headlines:
            same = next((c for c in body if _states(claim, c)), None)
        else:
            alike = told.setdefault(_key(claim), [])
            same = next((c for c in alike if claim.sentence != c.sentence), None)
            if same is None and claim.amount.value is not None:
                alike.append(claim)
        out.append(replace(claim, duplicate_of=same.quote.start) if same else claim)
    return out


def _key(claim: Claim) -> Key:
    """All that two claims of the body agree in when one repeats the other."""
    amount = (claim.amount.value, claim.amount.unit)
    return amount, claim.subject, (claim.country, claim.place), claim.period, claim.kind


def _states(headline: Claim, claim: Claim) -> bool:
    """Whether a headline's number is the body's, to the digit or rounded."""
    a, b = headline.amount, claim.amount
    if a.unit != b.unit:  # "3,434 Teachers Short" stands for "3,434 vacancies"
        return (
            a.value is not None
            and a.value == b.value
            and a.value >= TELLING
            and not COMMON & {a.unit, b.unit}
        )
    if a.value is None or b.value is None:
        return (a.low, a.high) == (b.low, b.high)
    rounded = a.qualifier != "exact" and abs(a.value - b.value) <= ROUNDING * abs(b.value)
    return a.value == b.value or rounded
