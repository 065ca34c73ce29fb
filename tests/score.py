"""How right the reading is on articles annotated by hand: `python -m tests.score` prints it for each set.

A claim finds a row when their characters overlap and their values agree; it is whole when unit, country,
period and kind agree too. Claims that repeat a headline or a ticker line count for neither side.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from etl.extract import extract
from etl.model import Claim, Document
from etl.read import read_paths
from tests.agreement import annotated, claimed, pairs

HERE = Path(__file__).parent / "articles"
RUSSIAN = HERE.with_name("articles_ru")
SHARED = HERE.parents[2] / "shared" / "articles"  # beside the project on some machines
SETS = {
    "held out, odd": sorted(HERE.glob("*[13579].gold.json")),
    "held out, even": sorted(HERE.glob("*[02468].gold.json")),
    "worked on": sorted((HERE.parent / "worked_on").glob("*.gold.json")),
    "blind": sorted((HERE.parent / "blind").glob("*.gold.json")),
    "Russian": sorted(RUSSIAN.glob("*.gold.json")),
    "Russian, blind": sorted((RUSSIAN / "blind").glob("*.gold.json")),
    "captured page": sorted(SHARED.glob("dump.gold.json")),
    "shared articles": sorted((SHARED / "dev").glob("*.gold.json")),
    "shared articles, kept apart": sorted((SHARED / "dev").glob("28.gold.json")),
}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over a set: `required` rows, `claims` made, and how many of either found their like."""

    required: int = 0
    claims: int = 0
    found: int = 0
    found_required: int = 0
    whole: int = 0
    whole_required: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Score)))

    @property
    def detection(self) -> float:
        """F1 of claims found."""
        return _f1(self.found, self.claims, self.found_required, self.required)

    @property
    def whole_f1(self) -> float:
        """F1 of claims that are right as a whole."""
        return _f1(self.whole, self.claims, self.whole_required, self.required)


def _f1(right: int, claims: int, kept: int, required: int) -> float:
    if not right or not kept:
        return 0.0
    precision, recall = right / claims, kept / required
    return 2 * precision * recall / (precision + recall)


def score(gold: Path) -> Score:
    """One article's counts."""
    wanted = json.loads(gold.read_text(encoding="utf-8"))
    rows = [annotated(row) for row in wanted["facts"]]
    repeats = [row for row in wanted["not_facts"] if row["why"].startswith("duplicate")]
    said = _claims(gold.with_name(gold.name.replace(".gold.json", ".txt")))
    claims = [claimed(claim) for claim in said]
    paired = pairs(rows, claims)
    lone = [claim for place, claim in enumerate(said) if place not in paired.values()]
    whole = [row for row, claim in paired.items() if rows[row].whole(claims[claim])]
    return Score(
        required=sum(not row.free for row in rows),
        claims=len(paired) + sum(not _repeats(claim, repeats) for claim in lone),
        found=len(paired),
        found_required=sum(not rows[row].free for row in paired),
        whole=len(whole),
        whole_required=sum(not rows[row].free for row in whole),
    )


def _claims(path: Path) -> tuple[Claim, ...]:
    (document,) = read_paths([path])
    assert isinstance(document, Document), document.sentence
    return extract(document).claims


def _repeats(claim: Claim, repeats: list[dict[str, Any]]) -> bool:
    inside = any(row["start"] < claim.quote.end and claim.quote.start < row["end"] for row in repeats)
    return inside or claim.duplicate_of is not None


def scores() -> Iterator[tuple[str, Score]]:
    """Each set that is there, with the sum over its articles."""
    for name, files in SETS.items():
        if files:
            yield name, sum(map(score, files), Score())


if __name__ == "__main__":
    for name, total in scores():
        counts = f"{total.required} required, {total.claims} claims, {total.found} found, {total.whole} whole"
        sys.stdout.write(f"{name}: detection {total.detection:.4f}, whole {total.whole_f1:.4f} ({counts})\n")
