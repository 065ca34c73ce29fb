"""Figures on one scale, a line a figure, amount and time beside it; a before and its after share a line.

Also changes and shares, as bars from zero. HTML with every word escaped; each mark is a link to its sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import chain

from dashboard import figures, ranks, words
from dashboard.axes import Amounts
from dashboard.fact import fact, own, to
from dashboard.field import Room
from dashboard.footnotes import Reading
from dashboard.language import nouns
from dashboard.lines import lines, pair
from dashboard.points import Point, by_lane, ends

GROW = ("change", "share")  # out of zero


def strip(placed: list[Point], reading: Reading, room: Room) -> str:
    """Changes and shares grow out of zero."""
    told = list(chain.from_iterable((each, *reading.others(each)) for each in placed))
    scale = Amounts.of([0, *ends(told)])
    shown = list(_lines(ranks.in_order(placed)))
    above = [None, *shown]
    drawn = "".join(
        _line(line, _named(line, above[n]), scale, reading) for n, line in enumerate(shown[: room.lines])
    )
    rest = sum(len(line) for line in shown[room.lines :])
    return f"<div class='ox-strip'>{_axis(scale)}<ol>{drawn}</ol></div>{_more(rest)}"


def _more(rest: int) -> str:
    one, many = nouns("And {n} figure more, in the table.", "And {n} figures more, in the table.")
    return f"<p class='ox-note'>{words.count(rest, one, many)}</p>" if rest else ""


def _lines(placed: Iterable[Point]) -> Iterator[list[Point]]:
    """What stands on each line: a figure, or a before with its after."""
    for _, lane in by_lane(placed):
        if pair(lane):
            yield lines(lane)[0]
        else:
            yield from ([each] for each in lane)


def _named(line: list[Point], above: list[Point] | None) -> str:
    """The country where it changes, then the part where it changes, else nothing."""
    row, before = line[0].row, above[0].row if above else None
    same = before is not None and before.country == row.country
    if same and before is not None and figures.lane(before) == figures.lane(row):
        return ""
    country = "" if same else escape(row.country_name)
    part = (
        f"<small>{escape(', '.join(figures.parts(row)))}</small>" if line[0].lane != row.country_name else ""
    )
    return f"{country}{' ' if country and part else ''}{part}"


def _axis(scale: Amounts) -> str:
    ticks = "".join(f"<span style='left:{at:.2f}%'>{escape(name)}</span>" for at, name in scale.named())
    return f"<div class='ox-row ox-axis' aria-hidden='true'><div class='ox-track'>{ticks}</div></div>"


def _line(line: list[Point], name: str, scale: Amounts, reading: Reading) -> str:
    """`name` is markup."""
    row = line[0].row
    joined = _joined(line, scale) if len(line) > 1 else ""
    drawn = "".join(_told(each, scale, reading) for each in line)
    track = f"<div class='ox-track' style='--n:{len(scale.ticks) - 1}'>{joined}{drawn}</div>"
    facts = "".join(fact(each.row, reading) for each in line)
    head = f"<li class='ox-row{'' if name else ' ox-same'}' style='{own(row)}'>"
    return f"{head}<b class='ox-who'>{name}</b>{track}<div class='ox-facts'>{facts}</div></li>"


def _joined(line: list[Point], scale: Amounts) -> str:
    """From the before to the after, which say beside them when they were."""
    left, right = sorted(line, key=lambda each: each.low)
    ends_of = ((left, "ox-end ox-left"), (right, "ox-end ox-right"))
    when = (
        f"<span class='{side}' style='left:{scale.at(each.low):.2f}%'>"
        f"{escape(words.period(each.row.period))}</span>"
        for each, side in ends_of
    )
    return f"{_between(line, scale, 'ox-joined')}{''.join(when)}"


def _told(each: Point, scale: Amounts, reading: Reading) -> str:
    """A figure, and over a bracket what else was said of the same thing."""
    others = reading.others(each)
    bracket = _between([each, *others], scale, "ox-bracket") if others else ""
    small = "".join(_mark(other, scale, reading, " ox-other") for other in others)
    bar = _from_zero(each, scale) if each.row.kind in GROW else ""
    return f"{bar}{bracket}{small}{_mark(each, scale, reading)}"


def _mark(each: Point, scale: Amounts, reading: Reading, more: str = "") -> str:
    """At its amount; the link beside it is the one for the keyboard."""
    first, last = scale.at(each.low), scale.at(each.high)
    at = f"left:{first:.2f}%" + (f";width:{last - first:.2f}%" if each.is_range else "")
    kind = f"ox-at{' ox-range' if each.is_range else ''}{' ox-under' if each.low < 0 else ''}{more}"
    link = f"<a class='{kind}' style='{at}' {to(each.row)} tabindex='-1' aria-hidden='true'>"
    return f"{link}{figures.sign(each.row, reading.today)}</a>"


def _between(line: list[Point], scale: Amounts, name: str) -> str:
    amounts = ends(line)
    first, last = scale.at(min(amounts)), scale.at(max(amounts))
    return f"<i class='{name}' style='left:{first:.2f}%;width:{last - first:.2f}%'></i>"


def _from_zero(each: Point, scale: Amounts) -> str:
    first, last = sorted((scale.at(0), scale.at(each.low if each.low < 0 else each.high)))
    return f"<i class='ox-bar-of' style='left:{first:.2f}%;width:{last - first:.2f}%'></i>"
