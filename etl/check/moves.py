"""Moves whose two ends say the opposite of their verb: "fell from 14% to 23%"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from etl.model import Claim
from etl.reference import language

MONEY_OF_MONEY = "exchange_rate"  # a currency that falls has more of itself to the dollar


def wrong(claims: Sequence[Claim]) -> Iterator[tuple[Claim, str, str]]:
    """Both ends of each move that goes the other way than it is told."""
    for one, other in pairwise(claims):
        start, end = (other, one) if other.role == "from" else (one, other)
        if not _is_move(start, end):
            continue
        before, after = start.amount.value, end.amount.value
        if before is not None and after is not None and _is_turned(before, after, end.direction):
            sentence = _sentence(start, end)
            yield from ((claim, "move_turned", sentence) for claim in (one, other))


def _is_move(start: Claim, end: Claim) -> bool:
    same = (start.sentence, start.amount.unit, start.subject, start.country, start.place, start.direction)
    return (
        (start.role, end.role) == ("from", "to")
        and same == (end.sentence, end.amount.unit, end.subject, end.country, end.place, end.direction)
        and start.kind != "change"
        and start.subject.indicator != MONEY_OF_MONEY
        and not (_said(start) | _said(end)) & _judging()
    )


def _judging() -> frozenset[str]:
    """Words that say better or worse, which may be more or less: "improved", "weakened"."""
    return frozenset(language("cues")["judging"]["words"])


def _said(claim: Claim) -> set[str]:
    return {dict(claim.evidence).get("direction", "").strip("“”").lower()}


def _is_turned(before: Decimal, after: Decimal, direction: str | None) -> bool:
    """Debts and balances below zero are told either way."""
    return min(before, after) >= 0 and (
        (direction == "down" and after > before) or (direction == "up" and after < before)
    )


def _sentence(start: Claim, end: Claim) -> str:
    told, is_one = ("fall", "rise") if end.direction == "down" else ("rise", "fall")
    return (
        f"It is told as a {told}, and from “{start.quote_text}” to “{end.quote_text}” is a {is_one}: "
        "a number or the word is wrong."
    )
