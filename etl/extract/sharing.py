"""Numbers of a list or a range that share a scale, a unit, or what they are told per."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.bounds import bound_ending, bounding, fillers
from etl.extract.lent_units import in_unit_of
from etl.extract.mentions import Mention
from etl.extract.pers import per_before
from etl.extract.tokens import DASHES, Token

LONGEST_BRIDGE = 14  # tokens between "from A" and "to B"
LIST_MARKS = (",", "and", "or", "&", "to")
BOUNDS = ("about", "around", "some", "nearly", "almost", "over", "up", "the", "a", "an", "approximately")


def before(row: Sequence[Token], mention: Mention) -> int:
    """The token before the number's bound and articles; -1 at the sentence's start."""
    at = mention.first
    for _ in range(4):
        word = row[at - 1].norm if at else ""
        if word not in bounding():
            break
        if bound := bound_ending(row, at):
            at = bound[1]
        elif word in fillers():
            at -= 1
        else:
            break
    return at - 1


def shared(row: Sequence[Token], mentions: list[Mention]) -> list[Mention]:
    """ "from 22 to 35 million", "3, 5 and 8 tons": the last number's scale and unit are everyone's."""
    out = list(mentions)
    for at in range(len(out) - 2, -1, -1):
        left, right = out[at], out[at + 1]
        if left.unit is None and _gives(left, right) and _joined(row, left, right):
            told = (
                _scaled(left, right)
                if left.number.style == "digits" or _lends_scale(row, left, right)
                else left
            )
            out[at] = in_unit_of(told, right)
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
    if len(between) == 2 and between[1] in ("and", "or") and _is_paired(row, left, right):
        return True
    fromto = left.role == "from" and right.role in ("to", "level") and "to" in between[-3:]
    return fromto and len(between) <= LONGEST_BRIDGE


def _is_paired(row: Sequence[Token], left: Mention, right: Mention) -> bool:
    """ "14 solar and five wind plants": each number has its word, and the noun behind is of both."""
    noun, word = right.noun, row[left.last]
    pair = noun is not None and len(noun.words) > 1 and right.family == "count" and left.noun is None
    return (
        pair and left.number.scale == right.number.scale == 1 and word.kind == "word" and word.text.islower()
    )


def _scaled(mention: Mention, giver: Mention) -> Mention:
    """ "50-60 million": the scale is both numbers', where the first is small and plain."""
    scale, bare = giver.number.scale, mention.number.bare
    plain = mention.number.scale == 1 and mention.number.style in ("digits", "words")
    if scale == 1 or bare is None or not plain or bare >= 1000 or (giver.number.bare or 0) * 100 < bare:
        return mention
    factor = mention.measure.factor if mention.measure else 1  # "$50-60 million": the first has its unit
    return mention._replace(value=bare * scale * factor)
