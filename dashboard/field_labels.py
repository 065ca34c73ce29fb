"""Whose the figures of a chart over time are, and where the words beside their marks stand."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from dashboard import figures, labels, words
from dashboard.boxes import Box
from dashboard.field import TELEPHONE, Field, Room
from dashboard.lines import lines
from dashboard.points import Point, by_lane, middle

FEW = 4  # figures of a line that are all labelled
MOST = 40  # labels of a field
HIDDEN = "ox-silent ox-n-silent"
MARGIN = 24  # pixels beside the field that a label may reach into


def inside(placed: list[Point]) -> set[str]:
    """Claims that have their words only where the pointer or the focus is: those inside a long line.

    Where there are more figures than can be read, only the last of each lane is labelled.
    """
    in_lines = {each.row.claim_id for line in lines(placed) if len(line) > FEW for each in line[1:-1]}
    if len(placed) - len(in_lines) <= MOST:
        return in_lines
    last = {lane[-1].row.claim_id for _, lane in by_lane(placed)}
    return {each.row.claim_id for each in placed} - last


def names(placed: list[Point]) -> dict[str, str]:
    """Whose a figure is, by claim: at the end of a line and at figures apart; of one lane at its last."""
    if len(list(by_lane(placed))) == 1:
        return {placed[-1].row.claim_id: placed[-1].lane}
    inside = {each.row.claim_id for line in lines(placed) for each in line[:-1]}
    return {p.row.claim_id: p.lane for p in placed if p.row.claim_id not in inside}


def sides(placed: list[Point], named: Mapping[str, str], field: Field) -> dict[str, str]:
    """Where the labels stand, as classes, by claim; they cover no mark and no line.

    Twice: for the room of the field, and for a telephone.
    """
    silent = inside(placed)
    shown = [each for each in placed if each.row.claim_id not in silent]
    wide, narrow = (_sides(placed, shown, named, field, room) for room in (field.room, TELEPHONE))
    classes = zip(shown, wide, narrow, strict=True)
    return dict.fromkeys(silent, HIDDEN) | {p.row.claim_id: f"ox-{one} ox-n-{two}" for p, one, two in classes}


def _sides(
    placed: list[Point], shown: list[Point], named: Mapping[str, str], field: Field, room: Room
) -> list[str]:
    spots = {each.row.claim_id: _spot(each, named, field, room) for each in placed}
    steps = (step for line in lines(placed) for step in pairwise(line))
    drawn = [box for one, two in steps for box in labels.along(*(spots[p.row.claim_id] for p in (one, two)))]
    drawn += [labels.around(spot) for spot in spots.values()]
    page = Box(-MARGIN, -20, room.width + 8, room.height - 8)
    return labels.sides([spots[each.row.claim_id] for each in shown], page, drawn)


def _spot(each: Point, named: Mapping[str, str], field: Field, room: Room) -> labels.Spot:
    left, top = field.at(middle(each.row), each.high)
    name, amount = named.get(each.row.claim_id, ""), words.figure(words.Figure.of(each.row))
    said = amount if room.bare else f"{amount} {figures.kind_and_period(each.row)}"
    letters, lines_of = max(len(said), len(name)), 2 if name else 1
    return labels.Spot(left / 100 * room.width, top / 100 * room.height, letters, lines_of, first=bool(name))
