"""How exact a printed number is, so that what is computed from it is no more exact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from dashboard.numbers import rounded
from dashboard.words import FIGURES, Figure


@dataclass(frozen=True, slots=True)
class Quotient:
    """One printed number over another."""

    value: Decimal
    qualifier: str  # exact, or about where one of the two is


def significant(figure: Figure) -> int:
    """Digits that were surely meant: zeros at the end of an approximate whole number may be rounding.

    >>> def printed(value: str, text: str, qualifier: str = "exact") -> Figure:
    ...     return Figure(Decimal(value), None, None, text, qualifier, "person")
    >>> significant(printed("19", "19.0")), significant(printed("8000", "8,000"))
    (3, 4)
    >>> significant(printed("8000", "8,000", "about"))
    1
    >>> significant(printed("7282000", "7 million 282 thousand"))
    4
    """
    if figure.value is None:
        return 0
    sure = len(figure.value.normalize().as_tuple().digits)
    found = FIGURES.search(figure.value_text)
    if found is None or (figure.qualifier == "about" and "." not in found[0]):
        return sure
    return max(sure, len(re.sub(r"\D", "", found[0]).lstrip("0")))


def quotient(over: Figure, under: Figure, times: int = 1) -> Quotient | None:
    """With the digits of the less exact of the two; None where one has no single number, or `under` is none.

    >>> births = Figure(Decimal(140400), None, None, "140.4 thousand", "exact", "person")
    >>> people = Figure(Decimal(7254000), None, None, "7,254 million", "about", "person")
    >>> quotient(births, people, times=1000)
    Quotient(value=Decimal('19.35'), qualifier='about')
    """
    if over.value is None or not under.value or {over.qualifier, under.qualifier} - {"exact", "about"}:
        return None
    qualifier = "about" if "about" in (over.qualifier, under.qualifier) else "exact"
    digits = min(significant(over), significant(under))
    return Quotient(rounded(over.value * times / under.value, digits), qualifier)
