"""In which order figures of several countries stand: only what was observed has a rank."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf
from typing import Any

from dashboard import figures, words
from dashboard.lines import LEVELS
from dashboard.points import Point

RANKED = (*LEVELS, "change")


def in_order(placed: list[Point]) -> list[Point]:
    """Countries by their largest observed amount, and in each the whole before its parts, largest first.

    What is only aimed at has no rank: it follows.
    """
    most: dict[str, float] = {}
    for each in placed:
        if each.row.kind in RANKED:
            for name in (each.row.country, each.lane):
                most[name] = max(most.get(name, -inf), each.high)
    return sorted(placed, key=lambda p: (_last(most, p.row.country), p.row.country, *_in_country(most, p)))


def _in_country(most: dict[str, float], each: Point) -> tuple[bool, float, str]:
    return each.lane != each.row.country_name, _last(most, each.lane), each.lane


def _last(most: dict[str, float], name: str) -> float:
    """Sorts the largest first and what has no amount last."""
    return -most.get(name, -inf)


def newest(shown: Iterable[Any]) -> list[Any]:
    """A row a country: its newest observed figure of the whole country, in the unit that most of them have.

    What is aimed at, planned or expected is never among them, nor a part, a change or an amount in words.
    """
    levels = [row for row in shown if _is_level_of_whole(row)]
    countries: dict[str, set[str]] = {}
    for row in levels:
        countries.setdefault(row.unit, set()).add(row.country)
    unit = min(countries, key=lambda code: (-len(countries[code]), code), default=None)
    in_time = sorted(
        (row for row in levels if row.unit == unit), key=lambda row: (figures.until(row), row.claim_id)
    )
    return list({row.country: row for row in in_time}.values())


def _is_level_of_whole(row: Any) -> bool:
    dated = words.text(row.period) is not None
    return dated and row.kind == "observed" and row.qualifier != "vague" and is_whole(row)


def is_whole(row: Any) -> bool:
    """Of one country, all of it."""
    return words.missing(row.place) and words.missing(row.dimension) and row.country != "REGION"
