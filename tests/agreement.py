"""When a claim says the same as an annotated row of `tests/articles`."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from etl.model import Claim

# Units that say the same thing of a count; plurals are dropped before.
SAME_UNIT = {
    **dict.fromkeys(("job", "position", "worker", "pupil", "student"), "person"),
    **dict.fromkeys(("enterprise", "firm"), "company"),
    **dict.fromkeys(("ratio", "factor"), "times"),
    "plant": "facility",
    "kwh/year": "kwh",
}


@dataclass(frozen=True, slots=True)
class Row:
    """An annotated row with every answer that is as good, or a claim with the one that it gives."""

    start: int
    end: int
    low: float | None  # both ends are the value where there is no range
    high: float | None
    answers: tuple[frozenset[str], ...]  # unit, country, period, kind
    free: bool = False  # costs nothing when missed

    def finds(self, other: Row) -> bool:
        """Whether the two overlap, and their values or both ends of their ranges agree."""
        overlap = min(self.end, other.end) > max(self.start, other.start)
        return overlap and _close(self.low, other.low) and _close(self.high, other.high)

    def whole(self, other: Row) -> bool:
        """Whether unit, country, period and kind have an answer in common, each."""
        return all(mine & theirs for mine, theirs in zip(self.answers, other.answers, strict=True))


def annotated(row: dict[str, Any]) -> Row:
    """A row of a gold file.

    >>> row = {"start": 0, "end": 2, "value": 5, "unit": "jobs", "country": "KAZ", "kind": "observed"}
    >>> annotated(row | {"period": 2024, "period_detail": "2024-03"}).answers[2] == {
    ...     "2024", "2024/2024", "2024-03"}
    True
    """
    ends = (row["low"], row["high"]) if row["value"] is None else (row["value"], row["value"])
    periods = [*_answers(row, "period"), row.get("period_detail") or row.get("period")]
    fields = (
        {_unit(str(unit)) for unit in _answers(row, "unit")},
        {str(country) for country in _answers(row, "country")},
        {key for period in periods for key in _periods(period)},
        {str(kind) for kind in _answers(row, "kind")},
    )
    free = bool(row.get("conversion") or row.get("superseded") or row.get("required") is False)
    return Row(row["start"], row["end"], *ends, tuple(map(frozenset, fields)), free)


def claimed(claim: Claim) -> Row:
    """A claim, with one answer to each question."""
    amount = claim.amount
    ends = (amount.low, amount.high) if amount.value is None else (amount.value, amount.value)
    low, high = (None if end is None else float(end) for end in ends)
    periods = _periods(claim.period.label if claim.period else None)
    fields = ({_unit(amount.unit)}, {str(claim.country)}, periods, {str(claim.kind)})
    return Row(claim.quote.start, claim.quote.end, low, high, tuple(map(frozenset, fields)))


def pairs(rows: Sequence[Row], claims: Sequence[Row]) -> dict[int, int]:
    """Row to claim, one to one, as many as can be (augmenting paths)."""
    near = [[c for c, claim in enumerate(claims) if row.finds(claim)] for row in rows]
    owner: dict[int, int] = {}

    def settle(row: int, seen: set[int]) -> bool:
        for claim in near[row]:
            if claim not in seen:
                seen.add(claim)
                if claim not in owner or settle(owner[claim], seen):
                    owner[claim] = row
                    return True
        return False

    for row in sorted(range(len(rows)), key=lambda row: len(near[row])):
        settle(row, set())
    return {row: claim for claim, row in owner.items()}


def _answers(row: dict[str, Any], field: str) -> list[Any]:
    also = row.get(f"{field}_also") or []
    return [row.get(field), *(also if isinstance(also, list) else [also])]


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return False
    return math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-12)


def _unit(name: str) -> str:
    low = name.lower()
    plural = low.endswith("s") and not low.endswith("ss") and len(low) > 3 and "/" not in low
    singular = low[:-1] if plural else low
    return SAME_UNIT.get(low, SAME_UNIT.get(singular, singular))


def _periods(period: object) -> set[str]:
    """2024-03 may be answered by 2024, and the other way about."""
    if period in (None, ""):
        return {"none"}
    first, _, last = str(period).partition("/")
    return {str(period), f"{first[:4]}/{(last or first)[:4]}"}
