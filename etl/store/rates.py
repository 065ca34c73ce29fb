"""Rates from a source of rates, and how each attempt to fetch them went."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.model import Rate
from etl.store import batches, ids, ledger
from etl.store.rate_rows import rate_row


@dataclass(frozen=True, slots=True)
class SeriesRun:
    """How one currency went in a run. `lcu` is the currency of the region, ISO 4217."""

    lcu: str
    outcome: str
    sentence: str
    rates: int = 0


@dataclass(frozen=True, slots=True)
class SourceRun:
    """One attempt to fetch rates. `outcome` is one word, `sentence` says it to a person."""

    source: str
    outcome: str  # ok, empty, rate_limited, network, …
    sentence: str
    series: tuple[SeriesRun, ...] = ()


def write_rates(store: Path, rates: Sequence[Rate], run: SourceRun) -> None:
    """Keep what a source gave, and note the attempt, also one that gave nothing. `publish` shows it.

    The same rates again are the same batch: they have been known since the first time.
    """
    with ledger.connect(store) as book:
        file = _write(store, rates, run.source) if rates else None
        with ledger.writing(book):
            _note(book, run, file, len(rates))


def _note(book: sqlite3.Connection, run: SourceRun, file: str | None, rates: int) -> None:
    at = ledger.now()
    row = {
        "source": run.source,
        "attempted_at": at,
        "outcome": run.outcome,
        "sentence": run.sentence,
        "rates": rates,
        "batch": _commit(book, file, run.source, at) if file else None,
    }
    number = ledger.add(book, "source_runs", row)
    for each in run.series:
        told = {"lcu": each.lcu, "outcome": each.outcome, "sentence": each.sentence, "rates": each.rates}
        ledger.add(book, "series_runs", {"run": number, **told})


def _write(store: Path, rates: Sequence[Rate], source: str) -> str:
    rows = [rate_row(each, None) for each in rates]
    file = f"{batches.FLAT}{ids.digest(source, rows, batches.SHAPE, length=24)}.parquet"
    path = store / "batches" / file
    if not path.exists():
        with batches.writer() as writer:
            batches.write_rates(path, rows, writer)
    return file


def _commit(book: sqlite3.Connection, file: str, source: str, at: str) -> int:
    known = book.execute("select seq from batches where file = ?", [file]).fetchone()
    if known:
        return int(known[0])
    row = {"kind": "rates", "file": file, "name": source, "sha256": "", "version": "", "committed_at": at}
    return ledger.add(book, "batches", row)
