"""Which figures a line may join: the same thing, told by one source, for periods of one length."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dashboard import figures, words
from dashboard.points import Point, by_lane, middle

LEVELS = ("observed", "share")  # what is or was so; a change is no level, and what is aimed at is not yet so
JOINED = ("exact", "about")  # an end of a range or a bound is no level either


def lines(points: Iterable[Point]) -> list[list[Point]]:
    """At least two figures each, in the order of time. Never one that was only aimed at or expected.

    They agree in whose they are, kind, unit, length of period and source: nothing else makes a line of them.
    """
    found: dict[tuple[object, ...], list[Point]] = {}
    for _, lane in by_lane(each for each in points if _is_level(each.row)):
        who = _sources(lane)
        for each in lane:
            row = each.row
            key = (each.lane, row.kind, row.unit, figures.months(row), who[row.claim_id])
            found.setdefault(key, []).append(each)
    return [sorted(line, key=lambda p: middle(p.row)) for line in found.values() if len(line) > 1]


def _is_level(row: Any) -> bool:
    dated = not words.missing(row.period_first) and not words.missing(row.period_last)
    return dated and row.kind in LEVELS and row.qualifier in JOINED


def _sources(lane: list[Point]) -> dict[str, str]:
    """Who says each figure. An article that names one claimant means it for the sentences around too."""
    named: dict[str, set[str]] = {}
    for each in lane:
        named.setdefault(each.row.article_id, set()).update(filter(None, (words.text(each.row.claimant),)))
    return {each.row.claim_id: _source(each.row, named[each.row.article_id]) for each in lane}


def _source(row: Any, named: set[str]) -> str:
    only = next(iter(named)) if len(named) == 1 else None
    return words.text(row.claimant) or only or words.text(row.publisher) or str(row.article_id)


def pair(lane: list[Point]) -> bool:
    """Whether the figures of a lane are a before and an after of one source, and nothing besides."""
    return len(lane) == 2 and len(lines(lane)) == 1
