"""Immutable Parquet files, one for each file that was read: one row, whose columns are etl/sql/batch.json."""

from __future__ import annotations

import json
import os
from pathlib import Path

import duckdb

from etl.store import durable, ids
from etl.store.problem import StoreError
from etl.store.rows import Row

SHAPE = (Path(__file__).parents[1] / "sql" / "batch.json").read_text("utf-8")


def file_name(name: str, sha256: str, version: str) -> str:
    """The same for the same words read by the same extractor; two files of one content have two names."""
    return f"{sha256[:24]}-{ids.digest(name, version, SHAPE, length=12)}.parquet"


Writer = duckdb.DuckDBPyConnection


def writer() -> Writer:
    """What writes batches; to be closed. One for many batches: making it costs more than a batch."""
    return duckdb.connect(config={"threads": "1"})


def write(path: Path, batch: Row, connection: Writer) -> None:
    """Write `batch` beside `path`, then rename it: a process that dies in between leaves no batch."""
    path.parent.mkdir(parents=True, exist_ok=True)
    made = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        _copy(made, batch, connection)
        durable.put(made, path)
    except duckdb.IOException as error:
        raise StoreError(f"{path} cannot be written. {error}") from error
    finally:
        made.unlink(missing_ok=True)


def _copy(made: Path, batch: Row, connection: Writer) -> None:
    connection.execute(
        "copy (select unnest(from_json_strict($batch, $shape))) to $made (format parquet)",
        {"batch": json.dumps(batch, ensure_ascii=False), "shape": SHAPE, "made": str(made)},
    )
