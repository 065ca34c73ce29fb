"""How many repeats are marked, and how many marked are repeats: `python -m tests.repeats` prints it.

A repeat is a row of `not_facts` whose why begins `duplicate:`; only a claim that overlaps it can be marked.
Totals only, so that articles kept apart can be among them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from etl.extract import extract
from etl.model import Claim, Document
from etl.read import read_paths
from tests.score import SETS


@dataclass(frozen=True, slots=True)
class Marks:
    """Repeats that were marked, claims on repeats that were not, and claims marked that are none."""

    right: int = 0
    missed: int = 0
    wrong: int = 0

    def __add__(self, other: Marks) -> Marks:
        return Marks(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Marks)))

    @property
    def precision(self) -> float:
        """Of those marked, how many repeat; 1 where none is marked."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of those that repeat, how many are marked; 1 where none does."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def marks(gold: Path) -> Marks:
    """One article's counts."""
    rows = json.loads(gold.read_text(encoding="utf-8"))["not_facts"]
    repeats = [(row["start"], row["end"]) for row in rows if row["why"].startswith("duplicate")]
    (document,) = read_paths([gold.with_name(gold.name.replace(".gold.json", ".txt"))])
    assert isinstance(document, Document), document.sentence
    return sum((_mark(claim, repeats) for claim in extract(document).claims), Marks())


def _mark(claim: Claim, repeats: list[tuple[int, int]]) -> Marks:
    here = any(start < claim.quote.end and claim.quote.start < end for start, end in repeats)
    said = claim.duplicate_of is not None
    return Marks(right=here and said, missed=here and not said, wrong=said and not here)


def totals() -> Iterator[tuple[str, Marks]]:
    """Each set that is there, with the sum over its articles."""
    for name, golds in SETS.items():
        if golds:
            yield name, sum(map(marks, golds), Marks())


if __name__ == "__main__":
    for name, total in totals():
        said = f"{total.right} right, {total.missed} missed, {total.wrong} wrong"
        sys.stdout.write(f"{name}: precision {total.precision:.3f}, recall {total.recall:.3f} ({said})\n")
