"""Units and counted things as people say them. `dashboard.words` hands them on."""

from __future__ import annotations

import re
from functools import cache

from dashboard.language import N_, _, in_each, ngettext
from dashboard.numbers import grouped
from dashboard.unit_names import NOUNS, SIGNS, SPANS, SYMBOLS, UNITS

CURRENCY = re.compile(r"[A-Z]{3}")  # USD
EACH = N_("{unit} per {of}")
MANY = 5  # so many of a thing, where nothing says how many


@in_each()
def unit(code: str, n: int = MANY) -> str:
    """A unit in words; of a counted noun the form that goes with the number.

    >>> unit("percent"), unit("t/day"), unit("person"), unit("company"), unit("company", 1)
    ('%', 't a day', 'people', 'companies', 'company')
    >>> unit("USD"), unit("KZT/month"), unit("m3"), unit("ship")
    ('USD', 'KZT a month', 'm³', 'ships')
    """
    known = UNITS.get(code) or SIGNS.get(code) or SYMBOLS.get(code)
    if known or CURRENCY.fullmatch(code):
        return _(known) if known else code
    top, _slash, bottom = code.partition("/")
    if bottom:
        return per(unit(top, n), bottom)
    return ngettext(*NOUNS[top], n) if top in NOUNS else _unknown(top, n)


def per(top: str, bottom: str) -> str:
    """An amount of each day, hour, person …"""
    return _(SPANS.get(bottom, EACH)).format(unit=top, of=unit(bottom, 1))


def _unknown(noun: str, n: int) -> str:
    """Whatever an article counts, as English says it."""
    name = noun.replace("_", " ")
    return name if n == 1 else plural(name)


@cache
def plural(noun: str) -> str:
    """The regular plural of an English noun.

    >>> plural("farm"), plural("company"), plural("bus"), plural("railway")
    ('farms', 'companies', 'buses', 'railways')
    """
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(s|x|ch|sh)$", noun) else "s")


def count(n: int, one: str, many: str) -> str:
    """A number of things.

    >>> count(1, "{n} article", "{n} articles"), count(1200, "{n} country", "{n} countries")
    ('1 article', '1,200 countries')
    """
    return ngettext(one, many, n).format(n=grouped(n))
