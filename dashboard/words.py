"""Numbers and units as people say them: the one formatter of every page, chart, map and table."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any

from dashboard.cells import as_day, decimal, missing, text
from dashboard.dates import age, age_step, day, during, on, period, said_on, short
from dashboard.names import part, topic
from dashboard.numbers import grouped
from dashboard.units import count, plural, unit

__all__ = [
    "Figure", "age", "age_step", "amount", "as_day", "before", "brief", "count", "day", "during", "figure",
    "grouped", "listed", "missing", "number", "on", "part", "period", "plain", "plural", "said", "said_on",
    "short", "span", "text", "topic", "unit",
]  # fmt: skip

KEPT = 20_000  # figures in words: a page says each several times, and the next page again
SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
HEDGES = {"about": "about", "more_than": "more than", "less_than": "less than"}
SIGNS = {"about": "≈", "more_than": ">", "less_than": "<"}  # where there is little room
FIGURES = re.compile(r"\d[\d,   ]*(?:\.\d+)?")  # 1,250.50


@dataclass(frozen=True, slots=True)
class Figure:
    """How much, as a claim, observation or map row says it."""

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    value_text: str
    qualifier: str
    unit: str
    kind: str = "observed"
    direction: str | None = None

    @classmethod
    def of(cls, row: Any) -> Figure:
        """The figure in a row with these names as attributes or keys."""

        try:
            value, low, high, *words = CELLS(row)
        except AttributeError:  # a table with fewer columns, or a mapping
            got = row.get if hasattr(row, "get") else lambda name: getattr(row, name, None)
            value, low, high, *words = map(got, FIELDS)
        return _figure(_known(value), _known(low), _known(high), *words)


FIELDS = ("value", "low", "high", "value_text", "qualifier", "unit", "kind", "direction")
CELLS = attrgetter(*FIELDS)


def _known(cell: Any) -> Any:
    """No two NaN are equal: what was worked out for one would not be found for the next."""
    return cell if cell == cell else None  # noqa: PLR0124


@lru_cache(maxsize=KEPT)
def _figure(*cells: Any) -> Figure:
    value, low, high, value_text, qualifier, unit_code, kind, direction = cells
    return Figure(
        decimal(value),
        decimal(low),
        decimal(high),
        text(value_text) or "",
        text(qualifier) or "exact",
        text(unit_code) or "",
        text(kind) or "observed",
        text(direction),
    )


@lru_cache(maxsize=KEPT)
def amount(figure: Figure) -> str:
    """With its hedge and unit, never with more digits than were printed.

    >>> amount(Figure(Decimal("2500000"), None, None, "2.5", "exact", "job"))
    '2.5 million jobs'
    >>> amount(Figure(Decimal("400000"), None, None, "400,000", "more_than", "person"))
    'more than 400,000 people'
    >>> amount(Figure(None, Decimal(35), Decimal(36), "35-36", "range", "percent"))
    '35–36 %'
    """
    words = (
        HEDGES.get(figure.qualifier),
        number(figure),
        _of(figure),
        unit(figure.unit, one=_is_one(figure)),
    )
    return " ".join(word for word in words if word)


def brief(figure: Figure) -> str:
    """Without the unit and with a sign for the hedge, where both are said beside it.

    >>> brief(Figure(Decimal("400000"), None, None, "400,000", "more_than", "person"))
    '> 400,000'
    """
    sign = SIGNS.get(figure.qualifier)
    return f"{sign} {number(figure)}" if sign else number(figure)


def figure(shown: Figure) -> str:
    """With hedge and direction, and of the units only what belongs to the number: the rest is said beside it.

    >>> figure(Figure(Decimal("400000"), None, None, "400,000", "more_than", "person"))
    'more than 400,000'
    >>> figure(Figure(Decimal("1.6"), None, None, "1.6", "exact", "percent", "change", "down"))
    'down 1.6 %'
    """
    sign = "%" if shown.unit == "percent" else ""
    return " ".join(part for part in (before(shown), number(shown), sign) if part)


def before(shown: Figure) -> str:
    """What stands in front of the number: the direction of a change, the hedge.

    >>> before(Figure(Decimal("1.6"), None, None, "1.6", "about", "percent", "change", "down"))
    'down about'
    """
    way = shown.direction if shown.kind == "change" else None
    return " ".join(part for part in (way, HEDGES.get(shown.qualifier)) if part)


def said(figure: Figure) -> str:
    """An amount with its direction where it is a change.

    >>> said(Figure(Decimal("1.6"), None, None, "1.6", "exact", "percent", "change", "down"))
    'down 1.6 %'
    """
    way = figure.direction if figure.kind == "change" else None
    return f"{way} {amount(figure)}" if way else amount(figure)


@lru_cache(maxsize=KEPT)
def number(figure: Figure) -> str:
    """The number alone: 979,000, 2.5 million, 35–36, dozens.

    >>> number(Figure(Decimal("19"), None, None, "19.0", "exact", "percent"))
    '19.0'
    """
    if figure.value is not None:
        return plain(figure.value, _printed_decimals(figure))
    if figure.low is not None and figure.high is not None and figure.qualifier != "vague":
        return span(figure.low, figure.high)
    return figure.value_text


def span(low: Decimal, high: Decimal) -> str:
    """Both ends of a range, a shared scale said once.

    >>> span(Decimal(2000000), Decimal(3500000)), span(Decimal(900000), Decimal(1100000))
    ('2–3.5 million', '900,000–1.1 million')
    """
    first, last = plain(low), plain(high)
    scale = last.rpartition(" ")[2] if " " in last else ""
    return f"{first.removesuffix(f' {scale}') if scale else first}–{last}"


def plain(value: Decimal, decimals: int = 0) -> str:
    """Grouped by thousands, millions in words where that needs no more than three decimals.

    >>> plain(Decimal(7282000)), plain(Decimal(126354)), plain(Decimal(2232114)), plain(Decimal("19"), 1)
    ('7.282 million', '126,354', '2,232,114', '19.0')
    """
    for power, name in SCALES:
        scaled = value.scaleb(-power)
        if abs(scaled) >= 1 and _decimals(scaled) <= 3:
            return f"{grouped(scaled, _decimals(scaled))} {name}"
    return grouped(value, max(decimals, _decimals(value)))


def listed(words: list[str]) -> str:
    """Joined as a person would.

    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def _of(figure: Figure) -> str:
    """ "dozens of companies", but "several hundred people"."""
    return "of" if figure.qualifier == "vague" and figure.value_text.endswith("s") else ""


def _is_one(figure: Figure) -> bool:
    return figure.value == 1


def _printed_decimals(figure: Figure) -> int:
    printed = FIGURES.search(figure.value_text)
    if printed is None or figure.value is None or "." not in printed[0]:
        return 0
    same = Decimal(re.sub(r"[^\d.]", "", printed[0])) == abs(figure.value)
    return len(printed[0].partition(".")[2]) if same else 0


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) and math.isfinite(exponent) else 0
