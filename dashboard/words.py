"""Numbers and units as people say them: the one formatter of every page, chart, map and table."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dashboard.cells import as_day, decimal, missing, text
from dashboard.dates import age, day, during, period, said_on, short

__all__ = [
    "Figure", "age", "amount", "as_day", "brief", "count", "day", "during", "listed", "missing", "number",
    "period", "plain", "plural", "said", "said_on", "short", "span", "text", "topic", "unit",
]  # fmt: skip

SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
UNITS = {
    "percent": "%",
    "percentage_point": "percentage points",
    "times": "times",
    "per_1000": "per 1,000",
    "per_100000": "per 100,000",
    "person": "people",
    "m3": "m³",
    "km2": "km²",
    "m2": "m²",
    "kg/m2": "kg/m²",
}
SYMBOLS = frozenset({"t", "kg", "g", "MW", "GW", "kW", "kWh", "MWh", "ha", "km", "m", "l"})
SPANS = {"day": "a day", "month": "a month", "year": "a year", "person": "a person", "hour": "an hour"}
HEDGES = {"about": "about", "more_than": "more than", "less_than": "less than"}
SIGNS = {"about": "≈", "more_than": ">", "less_than": "<"}  # where there is little room
CURRENCY = re.compile(r"[A-Z]{3}")  # USD
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

        def got(name: str) -> Any:
            return row.get(name) if hasattr(row, "get") else getattr(row, name, None)

        return cls(
            decimal(got("value")),
            decimal(got("low")),
            decimal(got("high")),
            text(got("value_text")) or "",
            text(got("qualifier")) or "exact",
            text(got("unit")) or "",
            text(got("kind")) or "observed",
            text(got("direction")),
        )


def amount(figure: Figure) -> str:
    """With its hedge and unit, never with more digits than were printed.

    >>> amount(Figure(Decimal("2500000"), None, None, "2.5", "exact", "job"))
    '2.5 million jobs'
    >>> amount(Figure(Decimal("400000"), None, None, "400,000", "more_than", "person"))
    'more than 400,000 people'
    >>> amount(Figure(None, Decimal(35), Decimal(36), "35-36", "range", "percent"))
    '35–36 %'
    """
    words = (HEDGES.get(figure.qualifier), number(figure), unit(figure.unit, one=_is_one(figure)))
    return " ".join(word for word in words if word)


def brief(figure: Figure) -> str:
    """Without the unit and with a sign for the hedge, where both are said beside it.

    >>> brief(Figure(Decimal("400000"), None, None, "400,000", "more_than", "person"))
    '> 400,000'
    """
    sign = SIGNS.get(figure.qualifier)
    return f"{sign} {number(figure)}" if sign else number(figure)


def said(figure: Figure) -> str:
    """An amount with its direction where it is a change.

    >>> said(Figure(Decimal("1.6"), None, None, "1.6", "exact", "percent", "change", "down"))
    'down 1.6 %'
    """
    way = figure.direction if figure.kind == "change" else None
    return f"{way} {amount(figure)}" if way else amount(figure)


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
            return f"{_grouped(scaled, _decimals(scaled))} {name}"
    return _grouped(value, max(decimals, _decimals(value)))


def unit(code: str, *, one: bool = False) -> str:
    """A unit in words; a counted noun in the plural unless there is one of it.

    >>> unit("percent"), unit("t/day"), unit("person"), unit("company"), unit("company", one=True)
    ('%', 't a day', 'people', 'companies', 'company')
    >>> unit("USD"), unit("KZT/month"), unit("m3")
    ('USD', 'KZT a month', 'm³')
    """
    if code in UNITS:
        return "person" if one and code == "person" else UNITS[code]
    top, _, bottom = code.partition("/")
    if bottom:
        return f"{unit(top, one=one)} {SPANS.get(bottom, f'per {bottom}')}"
    return top if _is_symbol(top) else _noun(top, one=one)


def _is_symbol(code: str) -> bool:
    return code in SYMBOLS or bool(CURRENCY.fullmatch(code))


def _noun(noun: str, *, one: bool) -> str:
    name = noun.replace("_", " ")
    return name if one else plural(name)


def plural(noun: str) -> str:
    """The regular plural of an English noun.

    >>> plural("farm"), plural("company"), plural("bus"), plural("railway")
    ('farms', 'companies', 'buses', 'railways')
    """
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(s|x|ch|sh)$", noun) else "s")


def count(n: int, noun: str) -> str:
    """A number of things.

    >>> count(1, "article"), count(1200, "country")
    ('1 article', '1,200 countries')
    """
    return f"{n:,} {noun if n == 1 else plural(noun)}"


def listed(words: list[str]) -> str:
    """Joined as a person would.

    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def topic(code: str) -> str:
    """A code of the catalogue on screen.

    >>> topic("foreign_labour_quota")
    'Foreign labour quota'
    """
    return code.replace("_", " ").capitalize()


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


def _grouped(value: Decimal, decimals: int) -> str:
    return f"{value:,.{decimals}f}".replace("-", "−")
