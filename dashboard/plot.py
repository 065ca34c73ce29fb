"""Figures over time: a mark a figure, its words beside it where there is room. HTML with every word escaped.

Each mark is a link to its sentence. Only `lines.lines` are joined, by a thin dotted line: nothing is known
of what was between.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from urllib.parse import quote

from dashboard import field_labels, figures, words
from dashboard.fact import opens, own, to
from dashboard.field import AIR, Field
from dashboard.footnotes import Reading
from dashboard.lines import lines
from dashboard.points import Point, middle, period

LINE = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100' preserveAspectRatio='none'>"
    "<path d='M{way}' fill='none' stroke='black' stroke-width='1.4' stroke-dasharray='2 4'"
    " vector-effect='non-scaling-stroke'/></svg>"
)


def plot(placed: list[Point], field: Field, named: Mapping[str, str], reading: Reading) -> str:
    """`placed` are dated, in the order of time within a lane; `named` says whose they are, by claim."""
    sides = field_labels.sides(placed, named, field)
    marked = (
        _mark(each, field, reading, _label(each, named, reading, sides[each.row.claim_id])) for each in placed
    )
    inner = "".join((*_grid(field), *_spans(placed, field), *_joined(placed, field), *marked))
    lead = max(len(name) for _, name in field.amounts.named())
    style = f"--lead:{lead}ch;--high:{field.room.height}px"
    return f"<div class='ox-plot'><div class='ox-field' style='{style}'>{inner}</div></div>"


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
        top = 100 - at * (1 - AIR)
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
