"""Claims that say again what another of the same article says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from etl.model import Amount, Claim, Kind, Period, Subject

TELLING = 100  # no two things of an article are counted with the same number so high
COMMON = {"percent", "times"}
ROUNDING = Decimal("0.1")  # a headline's "over 100" stands for the body's 103

Number = tuple[Decimal | None, Decimal | None, Decimal | None]
Key = tuple[tuple[Decimal | None, str], Subject, tuple[str | None, str | None], Period | None, Kind]


def marked(claims: Sequence[Claim], headlines: frozenset[int]) -> list[Claim]:
    """`claims` of one article, repeats marked. `headlines`: the starts of those in titles and headings."""
    body = _body([claim for claim in claims if claim.quote.start not in headlines])
    told: dict[Key, list[Claim]] = {}
    out: list[Claim] = []
    for claim in claims:
        if claim.quote.start in headlines:
            same = _stated(claim, body)
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


@dataclass(frozen=True, slots=True)
class Body:
    """The claims below the headlines: the first of each amount, by its number and by its unit."""

    of_number: dict[Number, list[Claim]]
    in_unit: dict[str, list[Claim]]


def _body(claims: Sequence[Claim]) -> Body:
    body = Body({}, {})
    known: set[tuple[Number, str]] = set()
    for claim in claims:
        number, unit = _number(claim.amount), claim.amount.unit
        if (number, unit) not in known:
            known.add((number, unit))
            body.of_number.setdefault(number, []).append(claim)
            body.in_unit.setdefault(unit, []).append(claim)
    return body


def _number(amount: Amount) -> Number:
    return amount.value, amount.low, amount.high


def _stated(headline: Claim, body: Body) -> Claim | None:
    """The body's first claim whose number is the headline's, to the digit or rounded."""
    amount = headline.amount
    same = [c for c in body.of_number.get(_number(amount), ()) if _is_one_thing(amount, c.amount)]
    if amount.qualifier != "exact" and amount.value is not None:
        same += [c for c in body.in_unit.get(amount.unit, ()) if _rounds(amount.value, c.amount.value)]
    return min(same, key=lambda claim: claim.quote.start, default=None)


def _is_one_thing(a: Amount, b: Amount) -> bool:
    """ "3,434 Teachers Short" stands for "3,434 vacancies"."""
    telling = a.value is not None and a.value >= TELLING and not COMMON & {a.unit, b.unit}
    return a.unit == b.unit or telling


def _rounds(headline: Decimal, value: Decimal | None) -> bool:
    return value is not None and abs(headline - value) <= ROUNDING * abs(value)
