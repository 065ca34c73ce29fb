"""Everything a database is made from: what the ledger says, and the reference tables."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from etl.store import ids, ledger, selection, source_runs

SQL = Path(__file__).parents[1] / "sql"

Rows = Sequence[Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Given:
    """Equal givens make equal databases, but for the time and number of the build."""

    version: str
    reference: Mapping[str, Rows]  # table of the schema -> its rows
    selection: Rows
    fetched: Rows
    source_run: Rows
    series_run: Rows
    decision: Rows
    unread: Rows

    @property
    def inputs(self) -> str:
        """A hash of all of it, and of the questions that turn it into tables."""
        questions = [path.read_text("utf-8") for path in sorted(SQL.iterdir())]
        everything = {each.name: getattr(self, each.name) for each in fields(self)}
        return ids.digest(json.dumps(everything, sort_keys=True, default=str), *questions, length=64)


def given(book: sqlite3.Connection, reference: Mapping[str, Rows]) -> Given:
    """What the ledger says at this moment."""
    return Given(
        version=selection.version(book),
        reference=reference,
        selection=[asdict(each) for each in selection.spoken(book)],
        fetched=ledger.rows(book, source_runs.FETCHED),
        source_run=ledger.rows(book, source_runs.LAST),
        series_run=ledger.rows(book, source_runs.LAST_OF_SERIES),
        decision=ledger.rows(book, "select * from decisions order by seq"),
        unread=selection.unread(book),
    )
