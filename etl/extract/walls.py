"""Borders between clauses, as a distance between words."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.mentions import Mention
from etl.extract.tokens import Token

BORDERS = {";": 25, "—": 8, "–": 4, "(": 6, ")": 6, ",": 3, ":": 4, "•": 8}
WORDS = {
    "and": 2,
    "or": 2,
    "while": 15,
    "whereas": 15,
    "but": 12,
    "although": 15,
    "though": 12,
    "which": 4,
    "who": 4,
    "that": 2,
    "after": 3,
    "compared": 4,
}
MENTION_WALL = 6
WALLS = {**BORDERS, **WORDS}


def walls(row: Sequence[Token], mentions: Sequence[Mention]) -> tuple[int, ...]:
    """For each token, the height of all borders up to it."""
    ends = {mention.last - 1 for mention in mentions}
    out, height = [], 0
    for at, token in enumerate(row):
        if token.norm in WALLS:
            height += WALLS[token.norm]
        out.append(height)
        height += MENTION_WALL if at in ends else 0
    return tuple(out)
