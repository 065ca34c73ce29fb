"""Immutable Parquet files. One for each file that was read: one row, whose columns are etl/sql/batch.json;
one for each answer of a source of rates: a row a rate.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from etl.store import durable, ids
from etl.store.problem import StoreError
from etl.store.rows import Row

SHAPE = (Path(__file__).parents[1] / "sql" / "batch.json").read_text("utf-8")
RATE: dict[str, str] = json.loads(SHAPE)["rates"][0]  # column -> type
FLAT = "fetched-"  # begins the name of a file of rates; the first ones had the shape of an article's batch


def file_name(name: str, sha256: str, version: str) -> str:
    """The same for the same words read by the same extractor; two files of one content have two names."""
    return f"{sha256[:24]}-{ids.digest(name, version, SHAPE, length=12)}.parquet"


Writer = duckdb.DuckDBPyConnection


def writer() -> Writer:
    """What writes batches; to be closed. One for many batches: making it costs more than a batch."""
    return duckdb.connect(config={"threads": "1"})


def write(path: Path, batch: Row, connection: Writer) -> None:
    """Write `batch` beside `path`, then rename it: a process that dies in between leaves no batch."""
    with _made(path) as made:
        connection.execute(
            "copy (select unnest(from_json_strict($batch, $shape))) to $made (format parquet)",
            {"batch": json.dumps(batch, ensure_ascii=False), "shape": SHAPE, "made": str(made)},
        )


def write_rates(path: Path, rates: Sequence[Row], connection: Writer) -> None:
    """As `write`, a row a rate, all of it text that is cast on the way: ten years are 50,000 rows."""
    # Imported here: reading articles does without it, and should start as fast.
    import pandas as pd  # noqa: PLC0415

    told = pd.DataFrame(
        [tuple(rate[name] for name in RATE) for rate in rates], columns=list(RATE), dtype=object
    )
    cast = ", ".join(f'{_cast(name, kind)} as "{name}"' for name, kind in RATE.items())
    with _made(path) as made:
        connection.register("told", told)
        question = f"copy (select {cast} from told) to $made (format parquet)"  # noqa: S608 - names of ours
        connection.execute(question, {"made": str(made)})
        connection.unregister("told")


def _cast(name: str, kind: str) -> str:
    """Text as a column's type. Nearly all numbers fit 18 digits, which are read ten times as fast as 38."""
    wide = f'"{name}"::{kind}'
    quick = f'try_cast("{name}" as decimal(18, 12))::{kind}'
    return f"coalesce({quick}, {wide})" if kind.startswith("DECIMAL") else wide


@contextmanager
def _made(path: Path) -> Iterator[Path]:
    """A file beside `path`, which is given its name at the end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    made = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield made
        durable.put(made, path)
    except duckdb.IOException as error:
        raise StoreError(f"{path} cannot be written. {error}") from error
    finally:
        made.unlink(missing_ok=True)
