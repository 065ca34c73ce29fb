"""Numbers that belong together: ranges, from–to, lists that share a unit or a scale."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from etl.extract.bounds import bound_ending, bound_ends, fillers
from etl.extract.conversions import tied
from etl.extract.lent_units import earlier_units, in_unit_of
from etl.extract.lexicon import Hit
from etl.extract.mentions import Mention, Role
from etl.extract.pers import per_before
from etl.extract.tokens import Token
from etl.reference import language

DASHES = "-‑–—−"
LONGEST_BRIDGE = 14  # tokens between "from A" and "to B"
MOVE_REACH = 14  # tokens between "rose" and "from"
BY_REACH = 14
LIST_MARKS = (",", "and", "or", "&", "to")
BOUNDS = ("about", "around", "some", "nearly", "almost", "over", "up", "the", "a", "an", "approximately")


def grouped(row: Sequence[Token], mentions: Sequence[Mention], found: Sequence[Hit]) -> list[Mention]:
    """`mentions` with ranges joined, roles told, and units shared."""
    moves = [hit.first for hit in found if hit.list in ("up", "down")]
    places = [before(row, mention) for mention in mentions]
    moves += [at - 1 for at in places if at > 0 and row[at].norm == "from" and row[at - 1].norm in _passing()]
    roles = [(m, role_of(row, at, moves)) for m, at in zip(mentions, places, strict=True)]
    out = [m if role == m.role else m._replace(role=role) for m, role in roles]
    if len(out) < 2:
        return out
    out = _differences(row, _shared(row, out), moves)
    return tied(row, earlier_units(row, _ranges(row, out, moves)))


@cache
def _passing() -> frozenset[str]:
    """ "goes from 70 to 85": it moved, and the numbers say which way."""
    return frozenset(language("cues")["passes"]["words"])


def before(row: Sequence[Token], mention: Mention) -> int:
    """The token before the number's bound and articles; -1 at the sentence's start."""
    at = mention.first
    for _ in range(4):
        word = row[at - 1].norm if at else ""
        if word in bound_ends() and (bound := bound_ending(row, at)):
            at = bound[1]
        elif word in fillers():
            at -= 1
        else:
            break
    return at - 1


def role_of(row: Sequence[Token], at: int, moves: Sequence[int]) -> Role:
    """Which end of a move the preposition at token `at`, before a number and its bound, makes it."""
    word = row[at].norm if at >= 0 else ""
    if word == "from" or (word == "of" and at and row[at - 1].norm == "level"):
        return "from"
    if word == "to" and any(0 <= at - move <= 2 * MOVE_REACH for move in moves):
        return "to"
    if word == "by" and any(-3 <= at - move <= BY_REACH for move in moves):
        return "by"
    return "level"


def _differences(row: Sequence[Token], mentions: list[Mention], moves: Sequence[int]) -> list[Mention]:
    """ "rose 18 cents to $2.40", "fell 2% to 8%": by so much to so much, where each has its own unit."""
    out = list(mentions)
    for at, (left, right) in enumerate(pairwise(mentions)):
        owned = left.measure is not None and right.measure is not None
        owned = owned and not left.inherited and not right.inherited
        joined = [token.norm for token in row[left.last : right.first]] == ["to"]
        if not joined or left.role != "level" or before(row, left) not in moves:
            continue
        points = left.unit == "point" and right.unit is None  # an index is told in points
        if owned or points:
            told = in_unit_of(right, left)._replace(noun=None) if points else right
            out[at : at + 2] = left._replace(role="by"), told._replace(role="to")
    return out


def _shared(row: Sequence[Token], mentions: list[Mention]) -> list[Mention]:
    """ "from 22 to 35 million", "3, 5 and 8 tons": the last number's scale and unit are everyone's."""
    out = list(mentions)
    for at in range(len(out) - 2, -1, -1):
        left, right = out[at], out[at + 1]
        if left.unit is None and _gives(left, right) and _joined(row, left, right):
            out[at] = in_unit_of(_scaled(left, right), right)
        elif left.measure is not None and left.measure == right.measure and _lends_scale(row, left, right):
            out[at] = _scaled(left, right)
        elif (
            left.unit is not None
            and right.unit is None
            and left.first < left.number.first
            and _joined(row, left, right)
        ):
            out[at + 1] = in_unit_of(right, left)
            if right.number.scale > left.number.scale == 1:
                out[at] = _scaled(left, right)
        elif (
            left.per is None
            and right.per
            and left.unit == right.unit
            and _joined(row, left, right, product=True)
        ):
            out[at] = left._replace(per=right.per)
    return _all_daily(row, out)


def _lends_scale(row: Sequence[Token], left: Mention, right: Mention) -> bool:
    """ "$89 to $93 billion": both have the sign, the last the scale; not "$500 to $1 million"."""
    between = [token.norm for token in row[left.last : right.first]]
    rises = left.number.bare is not None and left.number.bare < (right.number.bare or 0)
    start = before(row, left)
    joined = between in (["to"], ["or"], *([dash] for dash in DASHES))
    return rises and (joined or (between == ["and"] and start >= 0 and row[start].norm == "between"))


def _all_daily(row: Sequence[Token], mentions: list[Mention]) -> list[Mention]:
    """ "daily, 2,000 tons of ammonia and 3,500 tons of urea": the word before the list is everyone's."""
    out = mentions[:1]
    for mention in mentions[1:]:
        left = out[-1]
        ahead = (
            left.per is not None and left.last <= mention.first and per_before(row, left.first) == left.per
        )
        shared = ahead and mention.per is None and mention.unit == left.unit
        joined = shared and _joined(row, left, mention, product=True)
        out.append(mention._replace(per=left.per) if joined else mention)
    return out


def _gives(left: Mention, right: Mention) -> bool:
    """A fraction gives its percent to nobody, and no percentage is told in millions."""
    percent = right.unit == "percent" and left.number.scale > 1
    return right.unit is not None and right.number.style not in ("fraction", "multiple") and not percent


def _joined(row: Sequence[Token], left: Mention, right: Mention, *, product: bool = False) -> bool:
    start = left.last + (1 + len(left.product) if product and left.product else 0)
    between = [t.norm for t in row[start : right.first] if t.norm not in BOUNDS]
    if len(between) == 1 and (between[0] in LIST_MARKS or between[0] in DASHES):
        return True
    if between in (["of"], ["of", "its"], ["of", "all"]) and left.number.scale == 1:
        return True
    if between[:1] == [","] and between[1:] in (["and"], []):
        return True
    fromto = left.role == "from" and right.role in ("to", "level") and "to" in between[-3:]
    return fromto and len(between) <= LONGEST_BRIDGE


def _scaled(mention: Mention, giver: Mention) -> Mention:
    """ "50-60 million": the scale is both numbers', where the first is small and plain."""
    scale, bare = giver.number.scale, mention.number.bare
    plain = mention.number.scale == 1 and mention.number.style == "digits"
    if scale == 1 or bare is None or not plain or bare >= 1000 or (giver.number.bare or 0) * 100 < bare:
        return mention
    factor = mention.measure.factor if mention.measure else 1  # "$50-60 million": the first has its unit
    return mention._replace(value=bare * scale * factor)


def _ranges(row: Sequence[Token], mentions: list[Mention], moves: Sequence[int]) -> list[Mention]:
    out: list[Mention] = []
    for mention in mentions:
        if out and _is_range(row, out[-1], mention, moves):
            out[-1] = _range(row, out[-1], mention)
        else:
            out.append(mention)
    return out


def _is_range(row: Sequence[Token], left: Mention, right: Mention, moves: Sequence[int]) -> bool:
    if left.value is None or right.value is None or not left.value < right.value or left.unit != right.unit:
        return False
    between = [token.norm for token in row[left.last : right.first]]
    if len(between) != 1 or not (
        left.inherited or right.inherited or left.unit is None or left.family == right.family
    ):
        return False
    at = before(row, left)
    word = row[at].norm if at >= 0 else ""
    if between[0] in DASHES:
        return True
    if between[0] == "and":
        return word == "between"
    moved = any(0 <= left.first - move <= MOVE_REACH for move in moves)
    told = left.role == "by" and not left.inherited  # "rose by 18 cents to $2.40"
    if between[0] == "to" and (told or left.measure != right.measure):
        return False
    return between[0] == "or" or (between[0] == "to" and not (word == "from" and moved))


def _range(row: Sequence[Token], left: Mention, right: Mention) -> Mention:
    text = (
        f"{left.text}{'-' if row[left.last].text in DASHES else ' ' + row[left.last].text + ' '}{right.text}"
    )
    role = right.role if left.role == "level" else left.role
    return right._replace(
        first=left.first, text=text, value=None, low=left.value, high=right.value, qualifier="range",
        role="level" if role == "from" else role, inherited=False, lent="",
    )  # fmt: skip
