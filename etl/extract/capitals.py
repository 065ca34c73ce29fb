"""The capital told by what it is: "the Kyrgyz capital", "the capital of Tajikistan", "in the capital"."""

from __future__ import annotations

from functools import cache

from etl.extract.nations import focus
from etl.extract.reading import Reading
from etl.reference import countries, language


def capital_told(reading: Reading, nation: str | None) -> str | None:
    """The city that "the capital" is, in a sentence about `nation` or with a country beside it."""
    norms = reading.norms
    if "capital" not in norms:
        return None
    at = norms.index("capital")
    behind = norms[at + 1] if at + 1 < len(norms) else ""
    named = [n for n in reading.named if n.last == at or (n.first in (at + 2, at + 3) and behind == "of")]
    article = "the" in norms[max(0, at - 2) : at]
    if not article or behind in _sums() or (behind == "of" and not named):
        return None
    code = next((n.code for n in named if n.code in focus()), None if named else nation)
    return next((c.capital for c in countries() if c.country == code), None)


@cache
def _sums() -> frozenset[str]:
    return frozenset(language("relations")["capital_sums"])
