"""Quantities: how right and how fast we are beside other readers, asked the same sentences."""

from __future__ import annotations

import importlib.util
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks import hard_patterns
from benchmarks.peers import NAMES, Answers, answers
from benchmarks.quantities import extract, facts

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared" / "bench"  # beside the project on some machines
INVENTED = HERE / "sentences.txt"
TIMES = 10  # the invented sentences over and over: enough work for a steady clock


def scorer() -> ModuleType | None:
    """The scorer of annotated sentences; None where it is not on this machine."""
    path = SHARED / "score_quantities.py"
    if not path.exists():
        return None
    spec = importlib.util.spec_from_file_location("score_quantities", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def annotated() -> list[dict[str, Any]]:
    """Sentences with their quantities; empty where the set is not on this machine."""
    path = SHARED / "newsquant_dev.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def ours(texts: Sequence[str]) -> Answers:
    """What our own reader finds, timed as the peers are."""
    extract("warm up 3 km")
    before = time.process_time()
    rows = [extract(text) for text in texts]
    return Answers(rows, time.process_time() - before)


def scored(module: ModuleType, gold: Sequence[dict[str, Any]], rows: Sequence[Any]) -> str:
    """F1 of value, value and unit, value and change: as published, and matched one to one."""
    pairs = [
        (_wanted(s), [_spelled(module, row) for row in some]) for s, some in zip(gold, rows, strict=True)
    ]
    changes = any("change" in row for some in rows for row in some)
    paper, _, _ = module.score_paper(pairs, with_change=changes)
    strict = module.score_strict(pairs, with_change=changes)
    return "; ".join(
        f"{name} " + ", ".join(f"{key} {total['F1']:.1f}" for key, total in table.items())
        for name, table in (("as published:", paper), ("one to one:", strict))
    )


def _wanted(sentence: dict[str, Any]) -> list[dict[str, Any]]:
    rows = sentence["quantities"]
    return [{"value": q["value"], "unit": q["normalized_unit"], "change": q.get("change")} for q in rows]


def _spelled(module: ModuleType, row: dict[str, Any]) -> dict[str, Any]:
    return row | {"unit": module.norm_unit(row["unit"])}


def shown(
    name: str, found: Answers, gold: Sequence[dict[str, Any]], hard: Sequence[dict[str, Any]]
) -> list[str]:
    """The lines of one reader: annotated sentences, hard patterns, speed. Its rows come in that order."""
    lines = []
    module = scorer()
    if module is not None and gold:
        lines.append(f"annotated sentences, F1 {scored(module, gold, found.rows[: len(gold)])}")
    if hard:
        apart = (
            [facts(row["text"]) for row in hard] if name == "ours" else found.rows[len(gold) :][: len(hard)]
        )
        told = ("bound", "direction") if name == "ours" else ()
        lines.append(f"hard patterns: {hard_patterns.outcome(hard, apart, told).line}")
    lines.append(f"{len(found.rows) / found.seconds:,.0f} sentences per CPU second")
    return [f"{name:12} {line}" for line in lines]


def main() -> None:
    """Print every reader's lines, and how many times as fast as each peer we are."""
    gold, hard = annotated(), hard_patterns.sentences()
    if not gold:
        sys.stdout.write(
            "The annotated sentences are not on this machine: speed only, on invented sentences.\n"
        )
    invented = INVENTED.read_text(encoding="utf-8").splitlines() * TIMES
    texts = [row["text"] for row in (*gold, *hard)] + invented
    own = ours(texts)
    sys.stdout.write("\n".join([*shown("ours", own, gold, hard), ""]))
    for name in NAMES:
        found = answers(name, texts)
        if isinstance(found, str):
            sys.stdout.write(f"{found}\n")
            continue
        faster = found.seconds / own.seconds
        sys.stdout.write(
            "\n".join([*shown(name, found, gold, hard), f"{name:12} ours is {faster:.0f} times as fast", ""])
        )


if __name__ == "__main__":
    main()
