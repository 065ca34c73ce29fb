"""Whether a confidence of 0.8 means eight of ten: `python -m tests.calibration` prints it for each set.

A claim counts as right when unit, country, period and kind are all as annotated; repeats count for neither.
Of the articles kept apart only totals are counted and printed: the weights of data/reference/doubts.toml are
measured on some of them (`--fit` prints the weights), and looked over on the others.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from etl import check, reference
from etl.extract import extract
from etl.extract.confidence import doubts
from etl.model import Claim, Document
from etl.read import read_paths
from tests.agreement import annotated, claimed, pairs
from tests.score import SETS

BANDS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
UNREAD = ("28",)  # of the shared articles, this one was read by nobody
ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim's confidence, the doubts that lowered it, whether it is right, whether a check spoke."""

    confidence: float
    doubts: frozenset[str]
    right: bool
    flagged: bool


def judged(gold: Path) -> Iterator[Judged]:
    """The claims of one annotated article; no repeats, and no rates of a ticker."""
    wanted = json.loads(gold.read_text(encoding="utf-8"))
    rows = [annotated(row) for row in wanted["facts"]]
    repeats = [row for row in wanted["not_facts"] if row["why"].startswith("duplicate")]
    (document,) = read_paths([gold.with_name(gold.name.replace(".gold.json", ".txt"))])
    assert isinstance(document, Document), document.sentence
    extraction = extract(document)
    problems = {problem.claim_start for problem in check.problems(extraction, reference.indicators())}
    said = [claimed(claim) for claim in extraction.claims]
    owner = {claim: row for row, claim in pairs(rows, said).items()}
    names = {doubt.says: doubt.id for doubt in doubts()}
    for place, claim in enumerate(extraction.claims):
        repeated = place not in owner and any(
            row["start"] < claim.quote.end and claim.quote.start < row["end"] for row in repeats
        )
        if claim.duplicate_of is not None or repeated or _is_rate(claim):
            continue
        right = place in owner and rows[owner[place]].whole(said[place])
        held = frozenset(names[reason] for reason in claim.reasons)
        yield Judged(float(claim.confidence), held, right, claim.quote.start in problems)


def _is_rate(claim: Claim) -> bool:
    return claim.subject.indicator == "exchange_rate" and claim.change_text is not None


def groups() -> dict[str, list[Judged]]:
    """Read while the rules were made, kept apart to measure the weights, kept apart to look them over."""
    shared = SETS["shared articles"]
    unread = [gold for gold in shared if gold.name.startswith(UNREAD)]
    read = [gold for gold in shared if gold not in unread]
    return {
        "read while the rules were made": _all(
            [*SETS["held out, even"], *SETS["worked on"], *SETS["captured page"], *read]
        ),
        "kept apart, measures the weights": _all([*SETS["held out, odd"], *unread]),
        "kept apart, looks them over": _all(SETS["blind"]),
        "kept apart, looks them over, Russian": _all(SETS["Russian, blind"]),
    }


def _all(golds: Iterable[Path]) -> list[Judged]:
    return [claim for gold in golds for claim in judged(gold)]


def table(claims: Sequence[Judged]) -> Iterator[str]:
    """A line for each band of confidence: how many, how sure, how many of them are right."""
    for low, high in pairwise(BANDS):
        band = [claim for claim in claims if low <= claim.confidence < high]
        if band:
            yield f"  {low:.1f} to {min(high, 1):.1f}: {_line(band)}"
    yield f"  all:        {_line(claims)}"
    flagged = [claim for claim in claims if claim.flagged]
    yield f"  kept out by a check: {len(flagged)}, of them right {sum(c.right for c in flagged)}"


def _line(claims: Sequence[Judged]) -> str:
    sure = sum(claim.confidence for claim in claims) / len(claims)
    right = sum(claim.right for claim in claims) / len(claims)
    return f"{len(claims):4} claims, confidence {sure:.2f}, right {right:.2f}"


def fitted(claims: Sequence[Judged], smoothing: float) -> dict[str, float]:
    """Weights under which each doubt's claims are expected to be right as often as they are; never above 1.

    One after the other is set by how many are right against how many the others let expect, until all hold
    at once. `smoothing` claims that are as right as expected keep a rare doubt near 1.
    """
    weights = {"sure": 1.0, **{doubt.id: 1.0 for doubt in doubts()}}
    for _ in range(ROUNDS):
        for name, weight in weights.items():
            here = [claim for claim in claims if name == "sure" or name in claim.doubts]
            expected = sum(_expected(claim, weights) for claim in here) / weight
            right = sum(claim.right for claim in here)
            kept = 0.0 if name == "sure" else smoothing
            weights[name] = min(1.0, (right + kept) / (expected + kept))
    return weights


def _expected(claim: Judged, weights: dict[str, float]) -> float:
    return math.prod((weights[doubt] for doubt in claim.doubts), start=weights["sure"])


def _weights(claims: Sequence[Judged]) -> Iterator[str]:
    """Each weight as measured beside the one in use, with how many claims measured it."""
    table = reference.doubts()
    used = {"sure": table["sure"], **{doubt.id: str(doubt.weight) for doubt in doubts()}}
    for name, weight in fitted(claims, float(table["smoothing"])).items():
        count = len(claims) if name == "sure" else sum(name in claim.doubts for claim in claims)
        yield f"  {name:<24} measured {weight:.2f}, in use {used[name]}, {count} claims"


def main(*, fit: bool) -> None:
    """Print each set's table, or the weights that the second set measures."""
    sets = groups()
    if fit:
        measuring = sets["kept apart, measures the weights"]
        sys.stdout.write("".join(f"{line}\n" for line in _weights(measuring)))
        return
    for name, claims in sets.items():
        if claims:
            sys.stdout.write("".join(f"{line}\n" for line in (name, *table(claims))))


if __name__ == "__main__":
    main(fit="--fit" in sys.argv)
