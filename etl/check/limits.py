"""The limits that checks hold numbers to: data/reference/checks.toml, by unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from etl.model import Claim
from etl.reference import limits

CODE = 3  # letters


@dataclass(frozen=True, slots=True)
class Bound:
    """What a level in a unit lies between; `means` says what a number outside would be."""

    low: Decimal | None
    high: Decimal | None
    only: frozenset[str]  # kinds; empty: all
    never: frozenset[str]
    means: str

    def holds_for(self, claim: Claim) -> bool:
        """Whether numbers of the claim's kind must lie within."""
        return claim.kind not in self.never and (not self.only or claim.kind in self.only)

    def excludes(self, number: Decimal) -> bool:
        """Whether the number lies outside."""
        return (self.low is not None and number < self.low) or (self.high is not None and number > self.high)


@cache
def bounds() -> dict[str, tuple[Bound, ...]]:
    """The bounds of each unit."""
    out: dict[str, tuple[Bound, ...]] = {}
    for row in limits()["bound"]:
        low, high = (Decimal(row[end]) if end in row else None for end in ("low", "high"))
        bound = Bound(low, high, frozenset(row.get("only", ())), frozenset(row.get("not", ())), row["means"])
        out |= {unit: (*out.get(unit, ()), bound) for unit in row["units"]}
    return out


def is_code(name: str) -> bool:
    """A country's or a currency's code: KAZ, KZT."""
    return len(name) == CODE and name.isupper()


def numbers(claim: Claim) -> list[Decimal]:
    """The value, or both ends of a range, as far as there are any."""
    amount = claim.amount
    return [number for number in (amount.value, amount.low, amount.high) if number is not None]


def shown(number: Decimal) -> str:
    """A number as a person writes it.

    >>> shown(Decimal("7254000000")), shown(Decimal("-3.50"))
    ('7,254,000,000', '-3.5')
    """
    plain = f"{number:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def in_unit(number: Decimal, unit: str) -> str:
    """The number with its unit: a percentage with its sign, all else with its name."""
    return f"{shown(number)} %" if unit == "percent" else f"{shown(number)} {unit}"
