"""One database file: made beside its final name, checked, and then given the name."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb

from etl.store import durable, tables
from etl.store.given import Given, Rows
from etl.store.problem import StoreError

Row = Mapping[str, object]

COUNTS = "select articles, claims, rejections, rates, problems from counts"
WENT_IN = """
    select coalesce(sum(len(b.claims)), 0), coalesce(sum(len(b.rejections)), 0)
    from selection s join batch b using (file)
    where s.until is null
"""

FEW = 100  # articles


def build(path: Path, given: Given, builds: Rows) -> Row:
    """Make the database `path`. The last of `builds` is this one, to be counted; returns it whole."""
    made = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with _database(made, _threads(given)) as connection:
            tables.fill(connection, path.parent / "batches", given)
            this = {**builds[-1], **_counts(connection), "content_hash": tables.content_hash(connection)}
            tables.insert(connection, "builds", [*builds[:-1], this])
            _check(this, connection.execute(WENT_IN).fetchone())
        _check_file(made, this)
        durable.put(made, path)
    except duckdb.Error as error:
        raise StoreError(f"{path.parent}: the database could not be built. {error}") from error
    finally:
        made.unlink(missing_ok=True)
        made.with_name(f"{made.name}.wal").unlink(missing_ok=True)
    return this


def _threads(given: Given) -> dict[str, str]:
    """One for a few articles, where to share the work costs a fifth more; else as many as there are."""
    return {"threads": "1"} if len(given.selection) < FEW else {}


@contextmanager
def _database(path: Path, settings: dict[str, str]) -> Iterator[duckdb.DuckDBPyConnection]:
    path.unlink(missing_ok=True)
    quoted = str(path).replace("'", "''")
    with duckdb.connect(config=settings) as connection:  # type: ignore[arg-type]
        # Readable by every DuckDB from 1.5 on, whichever wrote it.
        connection.execute(f"attach '{quoted}' as made (storage_version 'v1.5.0')")
        connection.execute("use made")
        yield connection
        connection.execute("checkpoint made")


def _counts(connection: duckdb.DuckDBPyConnection) -> dict[str, object]:
    cursor = connection.execute(COUNTS)
    names = [column[0] for column in cursor.description]
    return dict(zip(names, cursor.fetchall()[0], strict=True))


def _check(this: Row, went_in: tuple[object, ...] | None) -> None:
    came_out = (this["claims"], this["rejections"])
    if came_out != went_in:
        raise StoreError(
            f"the batches hold {went_in} claims and rejections, the tables {came_out}: "
            "two articles may have one name. Rename one and build again."
        )


def _check_file(made: Path, this: Row) -> None:
    """What a reader will open says the same as what was written."""
    with duckdb.connect(str(made), read_only=True) as connection:
        read = _counts(connection)
    if read != {name: this[name] for name in read}:
        raise StoreError(f"{made.parent}: the new database does not read as it was written. Build again.")
