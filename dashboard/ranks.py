"""In which order figures of several countries stand: only what was observed has a rank."""

from __future__ import annotations

from math import inf

import pandas as pd

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


def newest(points: pd.DataFrame) -> pd.DataFrame:
    """A row a country: its newest observed figure of the whole country, in the unit that most of them have.

    What is aimed at, planned or expected is never among them, nor a part, a change or an amount in words.
    """
    whole = points[points.place.isna() & points.dimension.isna() & (points.country != "REGION")]
    level = whole[(whole.kind == "observed") & (whole.qualifier != "vague") & whole.period_last.notna()]
    if level.empty:
        return level
    countries = level.groupby("unit").country.nunique()
    unit = min(countries.index, key=lambda code: (-countries[code], code))
    last = level[level.unit == unit].sort_values(["period_last", "claim_id"])
    newest_of: pd.DataFrame = last.drop_duplicates("country", keep="last")
    return newest_of
