"""Numbers that belong together: ranges, from–to, by so much to so much."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from etl.extract.conversions import tied
from etl.extract.lent_units import earlier_units, in_unit_of
from etl.extract.lexicon import Hit
from etl.extract.mentions import Mention, Role
from etl.extract.sharing import before, shared
from etl.extract.tokens import DASHES, Token
from etl.reference import language

__all__ = ["BY_REACH", "MOVE_REACH", "before", "grouped"]

MOVE_REACH = 14  # tokens between "rose" and "from"
BY_REACH = 14


def grouped(row: Sequence[Token], mentions: Sequence[Mention], found: Sequence[Hit]) -> list[Mention]:
    """`mentions` with ranges joined, roles told, and units shared."""
    moves = [hit.first for hit in found if hit.list in ("up", "down")]
    places = [before(row, mention) for mention in mentions]
    moves += [at - 1 for at in places if at > 0 and row[at].norm == "from" and row[at - 1].norm in _passing()]
    roles = [(m, role_of(row, at, moves)) for m, at in zip(mentions, places, strict=True)]
    out = [m if role == m.role else m._replace(role=role) for m, role in roles]
    if len(out) < 2:
        return out
    out = _differences(row, shared(row, out), moves)
    return tied(row, earlier_units(row, _ranges(row, out, moves)))


@cache
def _passing() -> frozenset[str]:
    """ "goes from 70 to 85": it moved, and the numbers say which way."""
    return frozenset(language("cues")["passes"]["words"])


def role_of(row: Sequence[Token], at: int, moves: Sequence[int]) -> Role:
    """Which end of a move the preposition at token `at`, before a number and its bound, makes it."""
    word = row[at].norm if at >= 0 else ""
    if word == "from" or (word == "of" and at and row[at - 1].norm == "level"):
        return "from"
    if word == "to" and any(0 <= at - move <= 2 * MOVE_REACH for move in moves):
        return "to"
    if word == "by" and any(_moves_by(row, at, move) for move in moves):
        return "by"
    return "level"


def _moves_by(row: Sequence[Token], at: int, move: int) -> bool:
    """ "rose by 5%", "by 5% lower"; but in "bought by more than 100 families" nothing moves."""
    bound = move > at and row[move + 1 : move + 2] != () and row[move + 1].norm == "than"
    return -3 <= at - move <= BY_REACH and not bound


def _differences(row: Sequence[Token], mentions: list[Mention], moves: Sequence[int]) -> list[Mention]:
    """ "rose 18 cents to $2.40", "fell 2% to 8%": by so much to so much, where each has its own unit."""
    out = list(mentions)
    for at, (left, right) in enumerate(pairwise(mentions)):
        owned = left.measure is not None and right.measure is not None
        owned = owned and not left.inherited and not right.inherited
        joined = [token.norm for token in row[left.last : right.first]] == ["to"]
        start = before(row, left)
        by = owned and start >= 0 and row[start].norm == "by"  # "was extended by 31 km to 268 km"
        if not joined or not (by or (left.role == "level" and start in moves)):
            continue
        points = left.unit == "point" and right.unit is None  # an index is told in points
        if owned or points:
            told = in_unit_of(right, left)._replace(noun=None) if points else right
            out[at : at + 2] = left._replace(role="by"), told._replace(role="to")
    return out


def _ranges(row: Sequence[Token], mentions: list[Mention], moves: Sequence[int]) -> list[Mention]:
    out: list[Mention] = []
    for mention in mentions:
        if out and _is_range(row, out[-1], mention, moves):
            out[-1] = _range(row, out[-1], mention)
        else:
            out.append(mention)
    return out


def _rises(left: Mention, right: Mention) -> bool:
    """Whether the second is more of the same; not "$9 a month or $99 a year"."""
    if left.value is None or right.value is None or (left.per and left.per != right.per):
        return False
    return left.value < right.value and left.unit == right.unit


def _is_range(row: Sequence[Token], left: Mention, right: Mention, moves: Sequence[int]) -> bool:
    between = [token.norm for token in row[left.last : right.first]]
    alike = left.inherited or right.inherited or left.unit is None or left.family == right.family
    if len(between) != 1 or not alike or not _rises(left, right):
        return False
    at = before(row, left)
    word = row[at].norm if at >= 0 else ""
    if between[0] == "and":
        return word == "between"
    if between[0] == "or":
        return left.inherited  # "two or three villages"; "$8 or $9" are two prices
    moved = any(0 <= left.first - move <= MOVE_REACH for move in moves)
    told = left.role == "by" and not left.inherited  # "rose by 18 cents to $2.40"
    to = between[0] == "to" and not told and left.measure == right.measure
    return between[0] in DASHES or (to and not (word == "from" and moved))


def _range(row: Sequence[Token], left: Mention, right: Mention) -> Mention:
    text = (
        f"{left.text}{'-' if row[left.last].text in DASHES else ' ' + row[left.last].text + ' '}{right.text}"
    )
    role = right.role if left.role == "level" else left.role
    return right._replace(
        first=left.first, text=text, value=None, low=left.value, high=right.value, qualifier="range",
        role="level" if role == "from" else role, inherited=False, lent="",
    )  # fmt: skip
