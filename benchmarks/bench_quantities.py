"""Quantities: how right and how fast we are beside other readers, asked the same sentences."""

from __future__ import annotations

import importlib.util
import json
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
ROUNDS = 5  # ours takes so little that one disturbance would show: the mean of several
OURS = "ours"


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
    before = time.process_time()
    for _ in range(ROUNDS):
        rows = [extract(text) for text in texts]
    return Answers(rows, (time.process_time() - before) / ROUNDS)


def figures(module: ModuleType, gold: Sequence[dict[str, Any]], rows: Sequence[Any]) -> dict[str, Any]:
    """Precision, recall and F1 of value, value and unit, value and change: as published, and one to one."""
    pairs = [
        (_wanted(s), [_spelled(module, row) for row in some]) for s, some in zip(gold, rows, strict=True)
    ]
    changes = any("change" in row for some in rows for row in some)
    paper, _, _ = module.score_paper(pairs, with_change=changes)
    return {"as published": paper, "one to one": module.score_strict(pairs, with_change=changes)}


def scored(module: ModuleType, gold: Sequence[dict[str, Any]], rows: Sequence[Any]) -> str:
    """The F1s on one line."""
    return "; ".join(
        f"{name}: " + ", ".join(f"{key} {total['F1']:.1f}" for key, total in table.items())
        for name, table in figures(module, gold, rows).items()
    )


def _wanted(sentence: dict[str, Any]) -> list[dict[str, Any]]:
    rows = sentence["quantities"]
    return [{"value": q["value"], "unit": q["normalized_unit"], "change": q.get("change")} for q in rows]


def _spelled(module: ModuleType, row: dict[str, Any]) -> dict[str, Any]:
    return row | {"unit": module.norm_unit(row["unit"])}


def shown(found: Answers, gold: Sequence[dict[str, Any]]) -> list[str]:
    """How right and how fast one reader was: lines without its name."""
    module = scorer()
    right = [f"annotated sentences, F1 {scored(module, gold, found.rows)}"] if module and gold else []
    return [*right, f"{len(found.rows) / found.seconds:,.0f} sentences per CPU second"]


def hard_line(name: str) -> list[str]:
    """One reader on the hard patterns; ours is asked for bound and direction too."""
    rows = hard_patterns.sentences()
    texts = [row["text"] for row in rows]
    found = Answers([facts(text) for text in texts], 0) if name == OURS else answers(name, texts)
    told = ("bound", "direction") if name == OURS else ()
    if not rows or isinstance(found, str):
        return []
    return [f"hard patterns: {hard_patterns.outcome(rows, found.rows, told).line}"]


def main() -> None:
    """Print every reader's lines, and how many times as fast as each peer we are."""
    gold = annotated()
    if not gold:
        print("The annotated sentences are not on this machine: speed only, on invented ones.")
    invented = INVENTED.read_text(encoding="utf-8").splitlines() * TIMES
    texts = [row["text"] for row in gold] or invented
    own = ours(texts)
    _print(OURS, [*shown(own, gold), *hard_line(OURS)])
    for name in NAMES:
        found = answers(name, texts)
        if isinstance(found, str):
            print(found)
            continue
        faster = f"ours is {found.seconds / own.seconds:.1f} times as fast"
        _print(name, [*shown(found, gold), faster, *hard_line(name)])


def _print(name: str, lines: Sequence[str]) -> None:
    for line in lines:
        print(f"{name:12} {line}")


if __name__ == "__main__":
    main()
