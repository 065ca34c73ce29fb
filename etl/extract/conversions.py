"""The same amount told again in another unit, in brackets behind the first: "296 hp (221 kW)"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from etl.extract.bounds import bound_ending
from etl.extract.mentions import Mention
from etl.extract.tokens import Token

ROUNDED = Decimal("0.1")  # a conversion is as round as the figure it converts


def tied(row: Sequence[Token], mentions: Sequence[Mention]) -> list[Mention]:
    """`mentions`, those in brackets that convert the one before with its bound and the role "converted"."""
    out: list[Mention] = []
    for mention in mentions:
        if out and converts(row, out[-1], mention):
            own = mention.qualifier != "exact" or out[-1].qualifier == "range"
            bound = mention.qualifier if own else out[-1].qualifier
            out.append(mention._replace(role="converted", qualifier=bound))
        else:
            out.append(mention)
    return out


def converts(row: Sequence[Token], left: Mention, right: Mention) -> bool:
    """Whether `right` is what `left` comes to in another unit."""
    if left.measure is None or right.measure is None or left.measure == right.measure or right.inherited:
        return False
    at = right.first
    while at > left.last and (bound := bound_ending(row, at)):
        at = bound[1]
    opening = [token.norm for token in row[left.last : at]]
    listed = left.role == "converted" and opening in (["/"], [";"], [","], ["or"])
    if opening not in (["("], ["(", "or"]) and not listed:
        return False
    return _same_amount(left, right)


def _same_amount(left: Mention, right: Mention) -> bool:
    """Money converts at any rate; a mass or a length must come to the same."""
    if left.family == right.family == "money":
        return left.unit != right.unit
    if left.unit != right.unit or left.value is None or right.value is None:
        return left.family == right.family and left.family not in ("count", "rate", "points", "times")
    return abs(left.value - right.value) <= ROUNDED * abs(left.value)
