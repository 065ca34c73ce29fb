"""The tables of one database, filled from the batches. The questions are in etl/sql."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from etl.store import ids
from etl.store.batches import FLAT, RATE
from etl.store.given import SQL, Given, Rows

TEXT, TIME = "VARCHAR", "TIMESTAMP"
GIVEN = {
    "selection": {"article": TEXT, "path": TEXT, "file": TEXT, "since": TIME, "until": TIME},
    "fetched": {"file": TEXT, "known_from": TIME, "last_seen": TIME},
    "source_run": {
        "source": TEXT,
        "last_attempt": TIME,
        "last_ok": TIME,
        "failing_since": TIME,
        "outcome": TEXT,
        "sentence": TEXT,
    },
    "series_run": {"source": TEXT, "lcu": TEXT, "attempted_at": TIME, "outcome": TEXT, "sentence": TEXT},
    "decision": {
        "seq": "INTEGER",
        "claim_id": TEXT,
        "decision": TEXT,
        "field": TEXT,
        "value": TEXT,
        "expected": TEXT,
        "reason": TEXT,
        "decided_by": TEXT,
        "decided_at": TIME,
    },
    "unread": {"name": TEXT, "path": TEXT, "sentence": TEXT},
}
HASHED = (
    "countries",
    "places",
    "stage_words",
    "indicators",
    "currencies",
    "documents",
    "articles_ever",
    "claims_ever",
    "rejections",
    "problems",
    "decisions",
    "claims_usd",
    "observations",
)
# What a rate_id stands for needs no hash of its own.
OF_RATES = "(select rate_id, known_from, article_id, is_current, revises, flags, problem, note from rates)"


def fill(connection: duckdb.DuckDBPyConnection, batches: Path, given: Given) -> None:
    """Make every table but `builds` in the database that `connection` uses."""
    _run(connection, "schema", "units")
    for table, rows in given.reference.items():
        insert(connection, table, rows)
    for table, columns in GIVEN.items():
        _insert(connection, f"create temp table {table} as", columns, getattr(given, table))
    flat = [row for row in given.fetched if str(row["file"]).startswith(FLAT)]
    nested = [row for row in given.fetched if row not in flat]
    _batches(connection, batches, [*given.selection, *nested])
    _fetched(connection, batches, flat)
    _run(connection, "history", "decisions", "load", "current", "rates", "rate_checks", "usd")
    _run(connection, "observations", "search", "csv")


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Rows) -> None:
    """Rows into a table of the schema, whose columns say how each text is read."""
    _insert(connection, f"insert into {table} by name", _columns(connection, table), rows)


def content_hash(connection: duckdb.DuckDBPyConnection) -> str:
    """Of every row of every table: equal for databases that say the same."""
    return ids.digest(*(_table_hash(connection, table) for table in (*HASHED, OF_RATES)), length=64)


def _run(connection: duckdb.DuckDBPyConnection, *names: str) -> None:
    for name in names:
        connection.execute((SQL / f"{name}.sql").read_text("utf-8"))


def _columns(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    question = "select name, type from pragma_table_info($table)"
    return dict(connection.execute(question, {"table": table}).fetchall())


def _insert(connection: duckdb.DuckDBPyConnection, head: str, columns: Mapping[str, str], rows: Rows) -> None:
    """Rows by way of JSON: 20,000 rows bound one by one take 36 s, and frames of pandas change decimals."""
    shape = {name: [kind[:-2]] if kind.endswith("[]") else kind for name, kind in columns.items()}
    values = [{name: row.get(name) for name in columns} for row in rows]
    connection.execute(
        f"{head} select unnest(from_json_strict($rows, $shape), max_depth := 2)",
        {"rows": json.dumps(values, default=str, ensure_ascii=False), "shape": json.dumps([shape])},
    )


def _batches(connection: duckdb.DuckDBPyConnection, folder: Path, selection: Rows) -> None:
    """The table `batch`, one row a file. A file that is lost is left out; load.sql says so."""
    shape = (SQL / "batch.json").read_text("utf-8")
    empty = """
        create temp table batch as
        select unnest(from_json_strict('[]', $shape), max_depth := 2), null::varchar as file
    """
    connection.execute(empty, {"shape": f"[{shape}]"})
    _read(connection, "batch", _present(folder, selection))


def _fetched(connection: duckdb.DuckDBPyConnection, folder: Path, fetched: Rows) -> None:
    """The table `fetched_rate`, one row a rate that no article printed, with its file."""
    columns = ", ".join(f'"{name}" {kind}' for name, kind in {**RATE, "file": TEXT}.items())
    connection.execute(f"create temp table fetched_rate ({columns})")
    _read(connection, "fetched_rate", _present(folder, fetched))


def _read(connection: duckdb.DuckDBPyConnection, table: str, paths: Sequence[str]) -> None:
    if paths:
        read = f"""
            insert into {table} by name
            select * exclude filename, parse_filename(filename) as file
            from read_parquet($paths, filename := true)
        """  # noqa: S608 - names of ours
        connection.execute(read, {"paths": paths})


def _present(folder: Path, rows: Sequence[Mapping[str, object]]) -> list[str]:
    paths = (folder / name for name in sorted({str(row["file"]) for row in rows}))
    return [str(path) for path in paths if path.exists()]


def _table_hash(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    """Sums of the hashes of the rows: the same in whatever order they lie."""
    question = f"""
        with hashed as (select cast(t as varchar) as words from {table} t)
        select count(*), sum(md5_number_lower(words)), sum(md5_number_upper(words))
        from hashed
    """  # noqa: S608 - names of ours
    return str(connection.execute(question).fetchone())
