"""Which way a number moved, by the words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from etl.extract.groups import BY_REACH, MOVE_REACH, before
from etl.extract.lexicon import Hit
from etl.extract.mentions import Mention
from etl.extract.tokens import Token
from etl.model import Direction
from etl.reference import language

NEAR = 3  # words between "rose" and "5%"


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language("cues")[name]["words"])


def direction_of(row: Sequence[Token], mention: Mention, moves: Sequence[Hit]) -> Direction | None:
    """Up or down where a word of movement governs the number; None where none does."""
    if not moves:
        return None
    at = before(row, mention)
    reach = {"to": 2 * MOVE_REACH, "by": BY_REACH}.get(mention.role)
    if reach is not None:
        behind = [hit for hit in moves if 0 <= at - hit.first <= reach]
        return _way(behind[-1]) if behind else None
    near = [hit for hit in moves if hit.last <= at + 1 and at + 1 - hit.last <= NEAR and _is_move(hit)]
    if near and not any(token.norm in _words("parts_a_move") for token in row[near[-1].last : at + 1]):
        return _way(near[-1])
    return _compared(row, mention, moves)


def _is_move(hit: Hit) -> bool:
    """Not "to add ten users", "save $20", "fewer 5": these words move nothing of their own accord."""
    return hit.value not in _words("moves_nothing")


def _way(hit: Hit) -> Direction:
    return "up" if hit.list == "up" else "down"


def _compared(row: Sequence[Token], mention: Mention, moves: Sequence[Hit]) -> Direction | None:
    """ "3 per cent less than a year before", "a rise of 15,000"."""
    for hit in moves:
        if hit.first == mention.last and row[hit.last : hit.last + 1] and row[hit.last].norm == "than":
            return _way(hit)
        if hit.last == mention.first - 1 and row[hit.last].norm == "of":
            return _way(hit)
    return None
