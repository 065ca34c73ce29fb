"""Figures over time: a mark a figure, its words beside it where there is room. HTML with every word escaped.

Each mark is a link to its sentence. Only `lines.lines` are joined, by a thin dotted line: nothing is known
of what was between.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from urllib.parse import quote

from dashboard import figures, labels, words
from dashboard.axes import Amounts, Years
from dashboard.boxes import Box
from dashboard.fact import opens, own, to
from dashboard.footnotes import Reading
from dashboard.lines import lines
from dashboard.points import Point, by_lane, ends, middle, period

WIDE, NARROW, SMALL = 1080, 310, 170  # pixels across that labels are laid out for
HEIGHT = 360
FEW = 4  # figures of a line that are all labelled
HIDDEN = "ox-silent ox-n-silent"
MARGIN = 24  # pixels beside the field that a label may reach into
LINE = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100' preserveAspectRatio='none'>"
    "<path d='M{way}' fill='none' stroke='black' stroke-width='1.4' stroke-dasharray='2 4'"
    " vector-effect='non-scaling-stroke'/></svg>"
)
ROOM = 0.14  # of the height stays free for words above the highest mark


@dataclass(frozen=True, slots=True)
class Field:
    """Where amounts and moments stand; the same for every small multiple of a chart."""

    amounts: Amounts
    years: Years
    width: int = WIDE

    @classmethod
    def of(cls, placed: list[Point], width: int = WIDE) -> Field:
        """Around these figures."""
        moments = [moment for each in placed for moment in period(each.row)]
        return cls(Amounts.of(_from_zero(ends(placed))), Years.of(moments), width)

    def at(self, moment: float, amount: float) -> tuple[float, float]:
        """Hundredths from the left and from the top."""
        return self.years.at(moment), self.down(amount)

    def down(self, amount: float) -> float:
        """Hundredths from the top."""
        return 100 - self.amounts.at(amount) * (1 - ROOM)


def _from_zero(found: list[float]) -> list[float]:
    """With zero, or a fall from 2.9 to 2.4 looks like one to nothing; what is nearly alike goes without."""
    alike = min(found) > 0 and min(found) > max(found) * 0.9
    return found if alike else [0, *found]


def plot(placed: list[Point], field: Field, named: Mapping[str, str], reading: Reading) -> str:
    """`placed` are dated, in the order of time within a lane; `named` says whose they are, by claim."""
    said = inside(placed)
    shown = [each for each in placed if each.row.claim_id not in said]
    sides = zip(*(_sides(placed, shown, named, field, width) for width in (field.width, NARROW)), strict=True)
    chosen = {
        each.row.claim_id: f"ox-{wide} ox-n-{small}" for each, (wide, small) in zip(shown, sides, strict=True)
    }
    marked = (
        _mark(each, field, reading, _label(each, named, reading, chosen.get(each.row.claim_id, HIDDEN)))
        for each in placed
    )
    inner = "".join((*_grid(field), *_spans(placed, field), *_joined(placed, field), *marked))
    room = max(len(name) for _, name in field.amounts.named())
    return f"<div class='ox-plot'><div class='ox-field' style='--lead:{room}ch'>{inner}</div></div>"


def inside(placed: list[Point]) -> set[str]:
    """Claims between the ends of a long line: they have their words where the pointer or the focus is."""
    return {each.row.claim_id for line in lines(placed) if len(line) > FEW for each in line[1:-1]}


def names(placed: list[Point]) -> dict[str, str]:
    """Whose a figure is, by claim: at the end of a line and at figures apart; of one lane at its last."""
    if len(list(by_lane(placed))) == 1:
        return {placed[-1].row.claim_id: placed[-1].lane}
    inside = {each.row.claim_id for line in lines(placed) for each in line[:-1]}
    return {p.row.claim_id: p.lane for p in placed if p.row.claim_id not in inside}


def _sides(
    placed: list[Point], shown: list[Point], named: Mapping[str, str], field: Field, width: int
) -> list[str]:
    """Where the labels of `shown` stand; they cover no other mark and no line."""
    spots = {each.row.claim_id: _spot(each, named, field, width) for each in placed}
    steps = (step for line in lines(placed) for step in pairwise(line))
    drawn = [box for one, two in steps for box in labels.along(*(spots[p.row.claim_id] for p in (one, two)))]
    drawn += [labels.around(spot) for spot in spots.values()]
    page = Box(-MARGIN, -20, width + 8, HEIGHT - 8)
    return labels.sides([spots[each.row.claim_id] for each in shown], page, drawn)


def _spot(each: Point, named: Mapping[str, str], field: Field, width: int) -> labels.Spot:
    """What stands beside a mark; on a telephone no more than its amount and its name."""
    left, top = field.at(middle(each.row), each.high)
    name, amount = named.get(each.row.claim_id, ""), words.figure(words.Figure.of(each.row))
    said = amount if width == NARROW else f"{amount} {figures.kind_and_period(each.row)}"
    letters, lines_of = max(len(said), len(name)), 2 if name else 1
    return labels.Spot(left / 100 * width, top / 100 * HEIGHT, letters, lines_of, first=bool(name))


def _label(each: Point, named: Mapping[str, str], reading: Reading, sides: str) -> str:
    name = named.get(each.row.claim_id, "")
    head = f"<em>{escape(name)}</em><br>" if name else ""
    amount = escape(words.figure(words.Figure.of(each.row)))
    when = f"<span>{escape(figures.kind_and_period(each.row))}</span>"
    said = f"{head}<b>{amount}</b>{reading.number(each.row)} {when}"
    return f"<span class='ox-label {sides}' aria-hidden='true'>{said}</span>"


def _mark(each: Point, field: Field, reading: Reading, label: str) -> str:
    left, top = field.at(middle(each.row), each.high)
    low = field.down(each.low)
    at = f"left:{left:.2f}%;top:{top:.2f}%" + (f";height:{low - top:.2f}%" if each.is_range else "")
    kind = "ox-at ox-range" if each.is_range else "ox-at"
    sign = figures.sign(each.row, reading.today)
    link = f"<a class='{kind}' style='{at}' {to(each.row)} aria-label='{escape(opens(each.row))}'>"
    return f"{link}{sign}{label}</a>"


def _grid(field: Field) -> Iterator[str]:
    for at, name in field.amounts.named():
        top = 100 - at * (1 - ROOM)
        yield f"<i class='ox-grid' style='top:{top:.2f}%'></i>"
        yield f"<span class='ox-y' style='top:{top:.2f}%' aria-hidden='true'>{escape(name)}</span>"
    for at, year, narrow in field.years.named():
        rare = "" if narrow else " ox-rare"
        yield f"<span class='ox-x{rare}' style='left:{at:.2f}%' aria-hidden='true'>{year}</span>"


def _spans(placed: list[Point], field: Field) -> Iterator[str]:
    """A hairline along a period of more than a year: the figure is of all of it."""
    for each in placed:
        first, last = period(each.row)
        if last - first > 1.01 and not each.is_range:
            (left, top), (right, _) = field.at(first, each.low), field.at(last, each.low)
            at = f"left:{left:.2f}%;width:{right - left:.2f}%;top:{top:.2f}%"
            yield f"<i class='ox-during' style='{at};{own(each.row)}'></i>"


def _joined(placed: list[Point], field: Field) -> Iterator[str]:
    for line in lines(placed):
        spots = (field.at(middle(each.row), each.low) for each in line)
        way = "L".join(f"{left:.2f} {top:.2f}" for left, top in spots)
        address = quote(LINE.format(way=way))
        mask = f"mask-image:url(data:image/svg+xml,{address})"
        yield f"<i class='ox-links' style='{own(line[0].row)};{mask}'></i>"
