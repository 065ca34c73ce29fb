"""Parts and their whole: a part above it, parts that come to more than it, shares past 100 %."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from etl.check.limits import bounds, is_code, shown
from etl.model import Claim
from etl.reference import limits

Found = tuple[Claim, str, str]
ALL = Decimal(100)


def wrong(claims: Sequence[Claim]) -> Iterator[Found]:
    """The parts of one sentence or list that do not go into their whole."""
    yield from _parts_above_whole(claims)
    for _, run in groupby(claims, key=_of):
        together = list(run)
        yield from _parts_past_whole(together)
        yield from _shares_past_all(together)


def _of(claim: Claim) -> tuple[object, ...]:
    """What claims agree in that are parts of one thing, or the thing itself."""
    return (
        claim.subject.indicator.removesuffix("_share"),
        claim.amount.unit,
        claim.country,
        claim.place,
        claim.period,
        claim.kind,
    )


def _parts_above_whole(claims: Sequence[Claim]) -> Iterator[Found]:
    """In one sentence, a part of a count that is larger than the count itself."""
    wholes = {(c.sentence, *_of(c)): c for c in claims if c.subject.dimension is None and _is_counted(c)}
    for part in claims:
        whole = wholes.get((part.sentence, *_of(part)))
        if whole is None or part.subject.dimension is None or not _value(part) > _value(whole):
            continue
        if part.kind == "observed":
            name = part.subject.dimension.replace("_", " ")
            sentence = f"The part “{name}” is more than the whole, {whole.amount.text}."
            yield part, "part_above_whole", sentence


def _parts_past_whole(run: Sequence[Claim]) -> Iterator[Found]:
    """ "Of 400 pupils, 250 are girls and 200 boys"."""
    wholes = [c for c in run if c.subject.dimension is None and (_is_counted(c) or _is_sum(c))]
    if len(wholes) != 1 or run[0].kind != "observed":
        return
    for parts in _apart(run):
        total = sum(map(_value, parts), Decimal(0))
        if total > _value(wholes[0]) and not any(_value(part) > _value(wholes[0]) for part in parts):
            sentence = (
                f"{_listed(parts)} come to {shown(total)}, more than the whole, {wholes[0].amount.text}."
            )
            yield from ((part, "parts_past_whole", sentence) for part in parts)


def _shares_past_all(run: Sequence[Claim]) -> Iterator[Found]:
    """ "60% of exports went to China and 55% to Russia"."""
    if run[0].amount.unit != "percent" or run[0].kind != "share":
        return
    for shares in _apart(run):
        total = sum(map(_value, shares), Decimal(0))
        if total > ALL + Decimal(limits()["parts"]["slack"]):
            sentence = f"{_listed(shares)} come to {shown(total)} % of one whole, more than all of it."
            yield from ((share, "shares_past_all", sentence) for share in shares)


def _apart(run: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Two or more claims of a run whose parts never overlap, each part once."""
    known = [c for c in run if c.amount.value is not None and c.subject.dimension]
    groups = [
        *map(frozenset, limits()["parts"]["apart"]),
        frozenset(d for c in known if is_code(d := _part(c))),
    ]
    for group in groups:
        parts = {_part(c): c for c in reversed(known) if _part(c) in group}
        if len(parts) > 1:
            yield sorted(parts.values(), key=lambda claim: claim.quote)


def _part(claim: Claim) -> str:
    return claim.subject.dimension or ""


def _listed(claims: Sequence[Claim]) -> str:
    return " and ".join(f"“{claim.quote_text}” ({_part(claim).replace('_', ' ')})" for claim in claims)


def _is_counted(claim: Claim) -> bool:
    """A number of things or an amount of stuff: no part of it is more than all."""
    counted = any(bound.low == 0 and bound.high is None for bound in bounds().get(claim.amount.unit, ()))
    return counted and claim.amount.value is not None


def _is_sum(claim: Claim) -> bool:
    """Money that is never below zero. It is told by project too, of which one may be above the others."""
    money = is_code(claim.amount.unit) and claim.subject.indicator not in limits()["below_zero"]["indicators"]
    return money and claim.amount.value is not None


def _value(claim: Claim) -> Decimal:
    return claim.amount.value or Decimal(0)
