"""What earlier runs of a source left: when and how each ended, and the days whose rates they brought."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from etl.store import ledger
from etl.store.batches import FLAT


def attempts(store: Path, source: str) -> list[tuple[datetime, str]]:
    """When each run was, and its outcome, oldest first."""
    with ledger.connect(store) as book:
        found = ledger.rows(
            book,
            """
            select attempted_at, outcome
            from source_runs
            where source = :source
            order by seq
            """,
            source=source,
        )
    return [(_utc(str(row["attempted_at"])), str(row["outcome"])) for row in found]


def _utc(text: str) -> datetime:
    """The ledger writes universal time without saying so."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def days_kept(store: Path, source: str) -> dict[str, frozenset[date]]:
    """Currency -> days with a rate of the dollar of this source, published or not; a live one is none."""
    paths = _files(store, source)
    if not paths:
        return {}
    with duckdb.connect() as connection:
        found = connection.execute(
            """
            select lcu, list(distinct date)
            from read_parquet($paths)
            where source = $source and kind <> 'live' and 'USD' in (base, counter)
            group by lcu
            """,
            {"paths": paths, "source": source},
        ).fetchall()
    return {lcu: frozenset(days) for lcu, days in found}


def _files(store: Path, source: str) -> list[str]:
    """The batches of a source that are there and have a row a rate."""
    with ledger.connect(store) as book:
        found = ledger.rows(
            book, "select file from batches where kind = 'rates' and name = :source", source=source
        )
    files = (str(row["file"]) for row in found)
    paths = (store / "batches" / file for file in files if file.startswith(FLAT))
    return [str(path) for path in paths if path.exists()]
