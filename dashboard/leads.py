"""Which indicators lead the landing: those known for most countries, so that each country is told of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Coverage:
    """The countries for which an indicator is known as a whole, and those where for a part or a place only.

    `rank` is lower the sooner it leads among its like.
    """

    indicator: str
    whole: frozenset[str]
    partly: frozenset[str] = frozenset()
    rank: tuple[int, ...] = ()


def leads(known: Iterable[Coverage], rows: int) -> list[str]:
    """At most so many indicators, the first chosen first.

    A country counts the less the more rows tell of it already, so that five rows about one country do not
    push out the one row about another; and two thirds where only a part of it is known.

    >>> known = {"cost": "abc", "jobs": "ab", "wells": "d"}
    >>> leads((Coverage(name, frozenset(countries)) for name, countries in known.items()), 2)
    ['cost', 'wells']
    """
    return list(_chosen(set(known), rows))


def _chosen(left: set[Coverage], rows: int) -> Iterator[str]:
    told: Counter[str] = Counter()
    while left and rows:
        best = min(left, key=lambda each: (-_worth(each, told), each.rank, each.indicator))
        left.discard(best)
        told.update(best.whole | best.partly)
        rows -= 1
        yield best.indicator


def _worth(each: Coverage, told: Counter[str]) -> Fraction:
    whole = (Fraction(1, 1 + 2 * told[country]) for country in each.whole)
    partly = (Fraction(2, 3 + 6 * told[country]) for country in each.partly)
    return sum((*whole, *partly), Fraction(0))
