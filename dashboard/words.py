"""Numbers and units as people say them: the one formatter of every page, chart, map and table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any

from dashboard.cells import as_day, decimal, missing, text
from dashboard.dates import age, age_step, day, during, on, period, said_on
from dashboard.language import N_, _, in_each
from dashboard.names import country, direction, indicator, kind, part, place, topic
from dashboard.numbers import grouped
from dashboard.scales import plain, span
from dashboard.short_dates import short
from dashboard.units import MANY, count, plural, unit

__all__ = [
    "MANY", "Figure", "age", "age_step", "amount", "as_day", "before", "brief", "count", "country", "day",
    "during", "figure", "form", "grouped", "indicator", "kind", "listed", "missing", "number", "on", "part",
    "period", "place", "plain", "plural", "said", "said_on", "short", "span", "text", "topic", "unit",
]  # fmt: skip

KEPT = 20_000  # figures in words: a page says each several times, and the next page again
HEDGES = {"about": N_("about"), "more_than": N_("more than"), "less_than": N_("less than")}
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


@in_each(KEPT)
def amount(figure: Figure) -> str:
    """With its hedge and unit, never with more digits than were printed.

    >>> amount(Figure(Decimal("2500000"), None, None, "2.5", "exact", "job"))
    '2.5 million jobs'
    >>> amount(Figure(Decimal("400000"), None, None, "400,000", "more_than", "person"))
    'more than 400,000 people'
    >>> amount(Figure(None, Decimal(35), Decimal(36), "35-36", "range", "percent"))
    '35–36 %'
    """
    much = number(figure), unit(figure.unit, form(figure))
    # "dozens of companies", but "several hundred people"
    some = figure.qualifier == "vague" and figure.value_text.endswith("s")
    told = (
        _("{some} of {things}").format(some=much[0], things=much[1]) if some else " ".join(filter(None, much))
    )
    return " ".join(filter(None, (_hedge(figure), told)))


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
    return " ".join(filter(None, (_way(shown), _hedge(shown))))


def _way(figure: Figure) -> str:
    return direction(figure.direction) if figure.kind == "change" and figure.direction else ""


def _hedge(figure: Figure) -> str:
    return _(HEDGES[figure.qualifier]) if figure.qualifier in HEDGES else ""


def said(figure: Figure) -> str:
    """An amount with its direction where it is a change.

    >>> said(Figure(Decimal("1.6"), None, None, "1.6", "exact", "percent", "change", "down"))
    'down 1.6 %'
    """
    way = _way(figure)
    return f"{way} {amount(figure)}" if way else amount(figure)


@in_each(KEPT)
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


def form(figure: Figure) -> int:
    """The number that a counted thing's name goes with: of a fraction 2, of what has no number many."""
    if figure.value is None:
        return MANY if figure.high is None or figure.qualifier == "vague" else max(2, int(abs(figure.high)))
    return int(abs(figure.value)) if figure.value == int(figure.value) else 2


def listed(words: list[str]) -> str:
    """Joined as a person would.

    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    if len(words) <= 1:
        return "".join(words)
    return _("{others} and {last}").format(others=", ".join(words[:-1]), last=words[-1])


def _printed_decimals(figure: Figure) -> int:
    printed = FIGURES.search(figure.value_text)
    if printed is None or figure.value is None or "." not in printed[0]:
        return 0
    same = Decimal(re.sub(r"[^\d.]", "", printed[0])) == abs(figure.value)
    return len(printed[0].partition(".")[2]) if same else 0
