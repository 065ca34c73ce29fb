"""What earlier runs of a source left: when and how each ended, and each currency's newest close."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from etl.store import ledger, publish


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


def newest_closes(store: Path, source: str) -> dict[str, date]:
    """Local currency -> day of its newest rate of this source in the current database; a live one is none."""
    database = publish.current(store)
    if database is None:
        return {}
    with duckdb.connect(database, read_only=True) as connection:
        found = connection.execute(
            """
            select lcu, max(date)
            from rates
            where source = $source and kind <> 'live'
            group by lcu
            """,
            {"source": source},
        ).fetchall()
    return dict(found)
