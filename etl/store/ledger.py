"""The ledger: what was committed, chosen, decided, fetched and published, and when. Rows are only added."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep

from etl.store.problem import StoreError

SCHEMA = Path(__file__).parents[1] / "sql" / "ledger.sql"
VERSION = 2  # of the tables; a ledger of an earlier one is given what it lacks
WAIT, PAUSE = 30.0, 0.01  # seconds
TABLES = ("batches", "selections", "runs", "decisions", "source_runs", "series_runs", "publishes")


def now() -> str:
    """UTC, as text that sorts."""
    return datetime.now(UTC).replace(tzinfo=None).isoformat(sep=" ", timespec="microseconds")


@contextmanager
def connect(store: Path) -> Iterator[sqlite3.Connection]:
    """The ledger of `store`, made if there is none. Many processes may hold it open at once."""
    store.mkdir(parents=True, exist_ok=True)
    path = store / "ledger.sqlite"
    connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    try:
        connection.execute("pragma busy_timeout = 30000")
        _keep_a_log(connection)
        connection.execute("pragma synchronous = full")
        connection.execute("pragma foreign_keys = on")
        _make_tables(connection)
        yield connection
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path}: {error}. If that stays so, restore it from a backup.") from error
    finally:
        connection.close()


def _keep_a_log(connection: sqlite3.Connection) -> None:
    """Write-ahead logging, once for the file. SQLite waits for no lock to change the mode, so this does."""
    until = monotonic() + WAIT
    while connection.execute("pragma journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError as error:  # another process is making the file
            if "locked" not in str(error) or monotonic() > until:
                raise
            sleep(PAUSE)


def _make_tables(connection: sqlite3.Connection) -> None:
    if _has_tables(connection):
        return
    with writing(connection):
        # Another process may have made them while this one waited for the lock.
        if not _has_tables(connection):
            for statement in _statements():
                connection.execute(statement)
            connection.execute(f"pragma user_version = {VERSION}")


def _has_tables(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("pragma user_version").fetchone()[0] >= VERSION)


def _statements() -> Iterator[str]:
    """The tables, and for each the triggers that keep it append-only."""
    schema = "\n".join(line.partition("--")[0] for line in SCHEMA.read_text("utf-8").splitlines())
    yield from (statement for statement in schema.split(";") if statement.strip())
    for table in TABLES:
        for change in ("update", "delete"):
            yield (
                f"create trigger if not exists {table}_no_{change} before {change} on {table} "
                "begin select raise(abort, 'the ledger is append-only: add a row that says more'); end"
            )


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All rows added inside are kept, or none. The lock is taken at once, so that nobody fails at the end."""
    connection.execute("begin immediate")
    try:
        yield connection
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")


def add(connection: sqlite3.Connection, table: str, row: Mapping[str, object]) -> int:
    """Add one row to `table`, a name of this module, and return its number."""
    columns = ", ".join(row)
    values = ", ".join(f":{column}" for column in row)
    question = f"insert into {table} ({columns}) values ({values})"  # noqa: S608 - names of ours, values bound
    added = connection.execute(question, dict(row)).lastrowid
    assert added is not None
    return added


def rows(connection: sqlite3.Connection, question: str, **values: object) -> list[dict[str, object]]:
    """The answer as one dictionary a row."""
    cursor = connection.execute(question, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
