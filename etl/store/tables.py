"""The tables of one database, filled from the batches. The questions are in etl/sql."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import duckdb

from etl.store import ids
from etl.store.given import SQL, Given, Rows

TEXT, TIME = "VARCHAR", "TIMESTAMP"
GIVEN = {
    "selection": {"article": TEXT, "path": TEXT, "file": TEXT, "since": TIME, "until": TIME},
    "rates_source": {"file": TEXT, "known_from": TIME},
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
    "indicators",
    "documents",
    "articles_ever",
    "claims_ever",
    "rejections",
    "problems",
    "decisions",
    "rates",
    "observations",
)


def fill(connection: duckdb.DuckDBPyConnection, batches: Path, given: Given) -> None:
    """Make every table but `builds` in the database that `connection` uses."""
    _run(connection, "schema", "units")
    for table, rows in given.reference.items():
        insert(connection, table, rows)
    for table, columns in GIVEN.items():
        _insert(connection, f"create temp table {table} as", columns, getattr(given, table))
    _batches(connection, batches, given)
    _run(connection, "history", "decisions", "load", "observations", "csv")


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Rows) -> None:
    """Rows into a table of the schema, whose columns say how each text is read."""
    _insert(connection, f"insert into {table} by name", _columns(connection, table), rows)


def content_hash(connection: duckdb.DuckDBPyConnection) -> str:
    """Of every row of every table: equal for databases that say the same."""
    return ids.digest(*(_table_hash(connection, table) for table in HASHED), length=64)


def _run(connection: duckdb.DuckDBPyConnection, *names: str) -> None:
    for name in names:
        connection.execute((SQL / f"{name}.sql").read_text("utf-8"))


def _columns(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    question = "select column_name, data_type from information_schema.columns where table_name = $table"
    return dict(connection.execute(question, {"table": table}).fetchall())


def _insert(connection: duckdb.DuckDBPyConnection, head: str, columns: Mapping[str, str], rows: Rows) -> None:
    """Rows by way of JSON: 20,000 rows bound one by one take 36 s, and frames of pandas change decimals."""
    shape = {name: [kind[:-2]] if kind.endswith("[]") else kind for name, kind in columns.items()}
    values = [{name: row.get(name) for name in columns} for row in rows]
    connection.execute(
        f"{head} select unnest(from_json_strict($rows, $shape), max_depth := 2)",
        {"rows": json.dumps(values, default=str, ensure_ascii=False), "shape": json.dumps([shape])},
    )


def _batches(connection: duckdb.DuckDBPyConnection, folder: Path, given: Given) -> None:
    """The table `batch`, one row a file. A file that is lost is left out; load.sql says so."""
    shape = (SQL / "batch.json").read_text("utf-8")
    empty = """
        create temp table batch as
        select unnest(from_json_strict('[]', $shape), max_depth := 2), null::varchar as file
    """
    connection.execute(empty, {"shape": f"[{shape}]"})
    paths = list(_present(folder, (*given.selection, *given.rates_source)))
    if paths:
        read = """
            insert into batch by name
            select * exclude filename, parse_filename(filename) as file
            from read_parquet($paths, filename := true)
        """
        connection.execute(read, {"paths": paths})


def _present(folder: Path, rows: Sequence[Mapping[str, object]]) -> Iterable[str]:
    paths = (folder / name for name in sorted({str(row["file"]) for row in rows}))
    return (str(path) for path in paths if path.exists())


def _table_hash(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    """Sums of the hashes of the rows: the same in whatever order they lie."""
    question = f"""
        with hashed as (select cast(t as varchar) as words from {table} t)
        select count(*), sum(md5_number_lower(words)), sum(md5_number_upper(words))
        from hashed
    """  # noqa: S608 - names of ours
    return str(connection.execute(question).fetchone())
