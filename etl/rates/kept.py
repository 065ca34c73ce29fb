"""What the store already holds from Yahoo Finance: the earlier runs, and each currency's newest close."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from etl.rates.schedule import Run
from etl.rates.yahoo import SOURCE
from etl.store import ledger, publish


def runs(store: Path) -> list[Run]:
    """Every attempt, oldest first."""
    with ledger.connect(store) as book:
        found = ledger.rows(
            book,
            """
            select attempted_at, outcome
            from source_runs
            where source = :source
            order by seq
            """,
            source=SOURCE,
        )
    return [Run(_utc(str(row["attempted_at"])), str(row["outcome"])) for row in found]


def _utc(text: str) -> datetime:
    """The ledger writes universal time without saying so."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def newest_closes(store: Path) -> dict[str, date]:
    """Currency -> day of its newest close in the current database."""
    database = publish.current(store)
    if database is None:
        return {}
    with duckdb.connect(database, read_only=True) as connection:
        found = connection.execute(
            """
            select counter, max(date)
            from rates
            where source = $source and kind = 'close'
            group by counter
            """,
            {"source": SOURCE},
        ).fetchall()
    return dict(found)
