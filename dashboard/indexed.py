"""Observed figures as an index: the first year that the lines have in common is 100."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from dashboard import words
from dashboard.digits import quotient
from dashboard.language import _
from dashboard.lines import lines
from dashboard.points import Point, placed

BASE = 100


def indexed(shown: Iterable[Any]) -> tuple[list[Any], str]:
    """The figures of the lines of one unit that have the base, and what was done; no row where none has.

    Only what a line may join: one definition, one source, periods of one length, observed.
    """
    found = [line for line in lines(placed(shown)) if _is_positive(line)]
    unit = Counter(str(line[0].row.unit) for line in found).most_common(1)
    found = [line for line in found if unit and line[0].row.unit == unit[0][0]]
    base = _base(found)
    if base is None:
        return [], ""
    kept = [line for line in found if base in _periods(line)]
    out = [line[0].lane for line in found if line not in kept]
    told = _("{period} = {base}; computed from the reported figures, which the marks open.")
    said = [told.format(period=words.period(base), base=BASE)]
    said += [_("Without a figure for then: {names}.").format(names=words.listed(out))] if out else []
    return [row for line in kept for row in _shares_of(line, base)], " ".join(said)


def _is_positive(line: list[Point]) -> bool:
    return all(each.low > 0 for each in line) and line[0].row.kind == "observed"


def _periods(line: list[Point]) -> list[str]:
    return [str(each.row.period) for each in line]


def _base(found: list[list[Point]]) -> str | None:
    """The period that most lines have, the earliest of several."""
    counted = Counter(period for line in found for period in _periods(line))
    return min(counted, key=lambda period: (-counted[period], period), default=None)


def _shares_of(line: list[Point], base: str) -> Iterator[Any]:
    under = next(each.row for each in line if each.row.period == base)
    for each in line:
        made = quotient(words.Figure.of(each.row), words.Figure.of(under), BASE)
        if made is not None:
            # The base is 100 by agreement, however few digits it was printed with.
            value = Decimal(BASE) if each.row is under else made.value
            shown = {"value": value, "value_text": str(value), "qualifier": made.qualifier}
            yield each.row._replace(unit="index", **shown)
