"""A new database in a new file, and then the one line that names it. Readers see one or the other whole."""

from __future__ import annotations

import fcntl
import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from etl.store import durable, ledger
from etl.store.build import build
from etl.store.given import Given, Rows, given
from etl.store.problem import NoDatabase

KEPT = 3
A_DAY = 24 * 3600  # seconds
NAME = re.compile(r"indicators-(?P<seq>\d{6,})\.duckdb")  # indicators-000042.duckdb


@dataclass(frozen=True, slots=True)
class Published:
    """The current database, and whether this run made it: where nothing changed, the one there is stays."""

    path: Path
    fresh: bool


@contextmanager
def publishing(store: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """One publisher at a time; calls `waiting` if there is another. The kernel frees a dead one's lock."""
    store.mkdir(parents=True, exist_ok=True)
    with (store / "publish.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def current(store: Path) -> Path | None:
    """The database that readers use now."""
    pointer = store / "CURRENT"
    return store / pointer.read_text("utf-8").strip() if pointer.exists() else None


@contextmanager
def reading(store: Path) -> Iterator[tuple[Path, duckdb.DuckDBPyConnection]]:
    """The current database, opened to read. Raises NoDatabase."""
    path, connection = _opened(store)
    with connection:
        yield path, connection


def _opened(store: Path) -> tuple[Path, duckdb.DuckDBPyConnection]:
    path = current(store)
    if path is None:
        raise NoDatabase(f"{store} holds no database yet. Make one with: python -m etl build")
    try:
        return path, duckdb.connect(str(path), read_only=True)
    except duckdb.IOException as error:
        # Between reading CURRENT and opening the file, several publishes may have removed it.
        if path != current(store):
            return _opened(store)
        raise NoDatabase(f"{path} cannot be read. Make a new one with: python -m etl build") from error


def publish(store: Path, book: sqlite3.Connection, reference: Mapping[str, Rows]) -> Published:
    """Inside `publishing(store)`: make what the ledger says the current database. Raises StoreError."""
    everything = given(book, reference)
    made = _newest(store, book, everything.inputs)
    path = made or _new(store, book, everything)
    if path != current(store):
        _point(store, path.name)
    _tidy(store)
    return Published(path, fresh=made is None)


def _newest(store: Path, book: sqlite3.Connection, inputs: str) -> Path | None:
    """The last database, if it was made from just this; also one whose publisher died before naming it."""
    row = book.execute("select database, inputs from publishes order by seq desc limit 1").fetchone()
    if row is None or row[1] != inputs:
        return None
    path = store / str(row[0])
    return path if path.exists() else None


def _new(store: Path, book: sqlite3.Connection, everything: Given) -> Path:
    seq = _next_seq(store, book)
    path = store / f"indicators-{seq:06d}.duckdb"
    earlier = ledger.rows(book, "select * from publishes order by seq")
    started = {"seq": seq, "built_at": ledger.now(), "extractor": everything.version}
    row = build(path, everything, [*earlier, started])
    with ledger.writing(book):
        ledger.add(book, "publishes", {**row, "database": path.name, "inputs": everything.inputs})
    return path


def _numbered(store: Path) -> list[tuple[int, Path]]:
    return sorted(
        (int(match["seq"]), path) for path in store.iterdir() if (match := NAME.fullmatch(path.name))
    )


def _next_seq(store: Path, book: sqlite3.Connection) -> int:
    """Above every number in use, also one whose publisher died before it reached the ledger."""
    (last,) = book.execute("select coalesce(max(seq), 0) from publishes").fetchone()
    return 1 + max([int(last), *(seq for seq, _ in _numbered(store))])


def _point(store: Path, name: str) -> None:
    pointer = store / ".CURRENT.new"
    pointer.write_text(f"{name}\n", "utf-8")
    durable.put(pointer, store / "CURRENT")


def _tidy(store: Path) -> None:
    """Remove all but the last databases, and what dead publishers left. Open readers keep what they read."""
    for _, path in _numbered(store)[:-KEPT]:
        path.unlink(missing_ok=True)
    for path in store.glob(".indicators-*"):
        path.unlink(missing_ok=True)
    for path in store.glob("batches/.*"):
        # Another build may be writing one at this moment, but not for a day.
        if time.time() - path.stat().st_mtime > A_DAY:
            path.unlink(missing_ok=True)
