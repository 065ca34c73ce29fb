"""Which way numbers moved, by the words beside them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from etl.extract.groups import BY_REACH, MOVE_REACH, before
from etl.extract.lexicon import Hit
from etl.extract.mentions import Mention
from etl.extract.tokens import Token
from etl.model import Direction
from etl.reference import language

NEAR = 1  # word between "rose" and "5%": "rose sharply"
YEAR = 4  # digits


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language("cues")[name]["words"])


def directions(
    row: Sequence[Token], mentions: Sequence[Mention], moves: Sequence[Hit]
) -> list[Direction | None]:
    """For each mention up or down where words of movement say so, its own or those of the one before it."""
    out: list[Direction | None] = [_own(row, m, moves) if moves else None for m in mentions]
    for at, (left, right) in enumerate(pairwise(mentions)):
        if left.role == "from" and right.role == "to":
            out[at + 1] = _risen(left, right) or out[at + 1]
        elif out[at + 1] is None and _goes_on(row, left, right):
            out[at + 1] = out[at]
        elif out[at] is None and [token.norm for token in row[left.last : right.first]] == ["or"]:
            out[at] = out[at + 1]  # "12.5% or 130 thousand tons more than a year earlier"
    return out


def _own(row: Sequence[Token], mention: Mention, moves: Sequence[Hit]) -> Direction | None:
    at = before(row, mention)
    reach = {"to": 2 * MOVE_REACH, "by": BY_REACH}.get(mention.role)
    if reach is not None:
        behind = [hit for hit in moves if 0 <= at - hit.first <= reach]
        return _way(behind[-1]) if behind else None
    near = [hit for hit in moves if hit.last <= at + 1 and at + 1 - hit.last <= NEAR and _is_move(hit)]
    if near and not any(token.norm in _words("parts_a_move") for token in row[near[-1].last : at + 1]):
        return _way(near[-1])
    return _compared(row, mention, moves)


def _risen(left: Mention, right: Mention) -> Direction | None:
    """From one value to another in the same unit."""
    if left.value is None or right.value is None or left.unit != right.unit or left.value == right.value:
        return None
    return "up" if left.value < right.value else "down"


def _goes_on(row: Sequence[Token], left: Mention, right: Mention) -> bool:
    """ "8%, 12% and 5%", "5.9% in 2022 and 6.3 in 2023", "up 17 points, or 0.2%"."""
    between = [token.norm for token in row[left.last : right.first]]
    again = between[-1:] in (["or"], ["("])
    alike = again or (left.unit == right.unit and left.family in ("rate", "points", "money"))
    plain = all(word in _words("goes_on") or (word.isdigit() and len(word) == YEAR) for word in between)
    return alike and plain and left.role != "from" and right.role == "level"


def _is_move(hit: Hit) -> bool:
    """Not "to add ten users", "save $20", "fewer 5": these words move nothing of their own accord."""
    return hit.value not in _words("moves_nothing")


def _way(hit: Hit) -> Direction:
    return "up" if hit.list == "up" else "down"


def _compared(row: Sequence[Token], mention: Mention, moves: Sequence[Hit]) -> Direction | None:
    """ "3 per cent less than a year before", "a rise of 15,000", "halved"."""
    for hit in moves:
        if hit.first == mention.last and row[hit.last : hit.last + 1] and row[hit.last].norm == "than":
            return _way(hit)
        if hit.last == mention.first - 1 and row[hit.last].norm == "of":
            return _way(hit)
        if mention.number.style == "multiple" and hit.first == mention.number.first:
            return _way(hit)
    return None
