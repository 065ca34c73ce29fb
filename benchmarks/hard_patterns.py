"""The patterns that other readers of quantities get wrong: right ones and traps taken, of invented sentences.

A sentence is right when each expected quantity is found once with its value, unit, bound and direction, and
nothing else is. A trap is taken when a quantity lies on words that are none: a year, an ordinal, a name.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.quantities import facts

ROOT = Path(__file__).resolve().parent.parent
SENTENCES = ROOT.parent / "shared" / "bench" / "hard_patterns.jsonl"
CLOSE = 1e-5

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Counts over the sentences, and what was missed or too much in each that is not right."""

    sentences: int
    right: int
    traps: int
    traps_taken: int
    values: int
    units: int
    expected: int
    found: int
    misses: tuple[str, ...]

    @property
    def line(self) -> str:
        """The figures on one line."""
        return (
            f"{self.right} of {self.sentences} right, {self.traps_taken} of {self.traps} traps taken, "
            f"value F1 {f1(self.values, self.found, self.expected):.1f}, "
            f"value+unit F1 {f1(self.units, self.found, self.expected):.1f}"
        )


def f1(hits: int, found: int, expected: int) -> float:
    """In percent."""
    return 200 * hits / (found + expected) if found + expected else 0.0


def sentences() -> list[Row]:
    """The sentences with what is expected of them; empty where the set is not on this machine."""
    if not SENTENCES.exists():
        return []
    return [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines() if line.strip()]


def outcome(rows: Sequence[Row], found: Sequence[Sequence[Row]], told: Sequence[str] = ()) -> Outcome:
    """How the quantities `found` in each sentence compare; `told` names the fields beside value and unit."""
    pairs = list(zip(rows, found, strict=True))
    compared = [(row, some, _matched(row["expect"], some, ("unit", *told))) for row, some in pairs]
    misses = [(row, some, pair) for row, some, pair in compared if not _is_right(row, some, pair)]
    return Outcome(
        sentences=len(pairs),
        right=len(pairs) - len(misses),
        traps=sum(len(row["reject"]) for row in rows),
        traps_taken=sum(_is_taken(row, trap, some) for row, some in pairs for trap in row["reject"]),
        values=sum(len(_matched(row["expect"], some, ())) for row, some in pairs),
        units=sum(len(_matched(row["expect"], some, ("unit",))) for row, some in pairs),
        expected=sum(len(row["expect"]) for row in rows),
        found=sum(map(len, found)),
        misses=tuple(_shown(row, some) for row, some, _ in misses),
    )


def _is_right(row: Row, found: Sequence[Row], matched: dict[int, int]) -> bool:
    taken = any(_is_taken(row, trap, found) for trap in row["reject"])
    return len(matched) == len(row["expect"]) == len(found) and not taken


def _matched(expect: Sequence[Row], found: Sequence[Row], fields: Sequence[str]) -> dict[int, int]:
    """Expected rows and the first free one found that agrees on the value and these fields."""
    out: dict[int, int] = {}
    for at, wanted in enumerate(expect):
        alike = (n for n, got in enumerate(found) if n not in out.values() and _agree(wanted, got, fields))
        if (first := next(alike, None)) is not None:
            out[at] = first
    return out


def _agree(wanted: Row, got: Row, fields: Sequence[str]) -> bool:
    same = all(_plain(wanted[name]) == _plain(got.get(name)) for name in fields if name != "unit")
    named = "unit" not in fields or _is_named(str(wanted["unit"]).lower(), str(got["unit"]).lower())
    return same and named and _close(wanted["value"], got["value"])


def _is_named(wanted: str, got: str) -> bool:
    """The same unit; "seasonal worker" is a worker."""
    return got == wanted or got.endswith(f" {wanted}")


def _plain(field: str | None) -> str | None:
    return None if field in (None, "flat") else str(field).lower()


def _close(wanted: Any, got: Any) -> bool:
    if isinstance(wanted, list) or isinstance(got, tuple):
        ends = isinstance(wanted, list) and isinstance(got, tuple)
        return ends and all(_close(a, b) for a, b in zip(wanted, got, strict=True))
    return bool(abs(wanted - got) <= CLOSE * abs(wanted))


def _is_taken(row: Row, trap: Row, found: Sequence[Row]) -> bool:
    """Whether some quantity lies on the trap's words, and on no expected ones."""
    start = row["text"].find(trap["text"])
    end = start + len(trap["text"])
    return any(
        got["span"][0] < end and start < got["span"][1] and not _is_expected(row, got["span"])
        for got in found
        if got.get("span")
    )


def _is_expected(row: Row, span: tuple[int, int]) -> bool:
    return any(span[0] < wanted["span"][1] and wanted["span"][0] < span[1] for wanted in row["expect"])


def _shown(row: Row, found: Sequence[Row]) -> str:
    names = ("value", "unit", "bound", "direction")
    wanted = [tuple(q.get(name) for name in names) for q in row["expect"]]
    got = [tuple(q.get(name) for name in names) for q in found]
    return f"{row['id']} {row['text']}\n    expected {wanted}\n    found    {got}"


def measure(extract: Callable[[str], list[Row]] = facts) -> Outcome | None:
    """Of our own reader; None where the set is not on this machine."""
    rows = sentences()
    return outcome(rows, [extract(row["text"]) for row in rows], ("bound", "direction")) if rows else None


if __name__ == "__main__":
    result = measure()
    if result is None:
        sys.exit(f"{SENTENCES} is not here: the set lies beside the project on some machines.")
    sys.stdout.write("\n".join([*result.misses, result.line, ""]))
