"""Units and counted things as people say them. `dashboard.words` hands them on."""

from __future__ import annotations

import re
from functools import cache

from dashboard.numbers import grouped

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
    "index": "index points",
    "person/thousand": "per 1,000 people",
}
SYMBOLS = frozenset({"t", "kg", "g", "MW", "GW", "kW", "kWh", "MWh", "ha", "km", "m", "l"})
SPANS = {
    "day": "a day",
    "month": "a month",
    "year": "a year",
    "person": "a person",
    "hour": "an hour",
    "thousand": "per 1,000 people",
}
CURRENCY = re.compile(r"[A-Z]{3}")  # USD


@cache
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


@cache
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
    return f"{grouped(n)} {noun if n == 1 else plural(noun)}"
