"""Questions to the published database. Readers never wait for the publisher, and never see half a build."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import duckdb
import pandas as pd

from dashboard import language
from dashboard.answers import Answers, question, table
from dashboard.cells import row_of
from dashboard.cursors import cursor

if TYPE_CHECKING:
    import pyarrow as pa

T = TypeVar("T")

DEFAULT_STORE = Path(__file__).parents[1] / "data" / "store"
CELLS = 1_000_000  # of all tables that are kept, and of all rows; some 150 MB together

_kept: Answers[pd.DataFrame] = Answers(most=CELLS)
_kept_rows: Answers[tuple[Any, ...]] = Answers(most=CELLS)


class NoStore(Exception):  # noqa: N818 - a state that a page answers, not a failure
    """There is no database yet. The message says which folder is empty and how to fill it."""


@dataclass(frozen=True, slots=True)
class Build:
    """What the database on screen was made of, and when (UTC)."""

    seq: int
    built_at: datetime
    extractor: str
    articles: int
    claims: int
    rejections: int
    rates: int
    problems: int
    content_hash: str


def store() -> Path:
    """The folder of the databases: OXUS_STORE, or data/store."""
    return Path(os.environ.get("OXUS_STORE") or DEFAULT_STORE)


def personal_use() -> bool:
    """OXUS_PERSONAL_USE=1: files hold what a source gives for personal use only, and are not passed on."""
    return os.environ.get("OXUS_PERSONAL_USE") == "1"


def build_name() -> str:
    """The current database file's name; it changes with every publish. Raises NoStore."""
    return _current().name


def path() -> str:
    """The current database's file: what is worked out from it may be kept under this name. Raises NoStore."""
    return str(_current())


def edition() -> str:
    """The same in the reader's language: what is drawn in words may be kept under this name."""
    return f"{_current()} {language.code()}"


def build() -> Build:
    """The row of `builds` of the current database."""
    row = ask("select * from builds order by seq desc limit 1").iloc[0]
    counts = {
        name: int(row[name]) for name in ("seq", "articles", "claims", "rejections", "rates", "problems")
    }
    return Build(
        built_at=row["built_at"].to_pydatetime(),
        extractor=str(row["extractor"]),
        content_hash=str(row["content_hash"]),
        **counts,
    )


def ask(sql: str, **params: object) -> pd.DataFrame:
    """The answer of the current database to `sql`, whose values are written $name and given by name.

    $lang is the reader's language: `countries_in($lang)` has the names of countries in it.

    The last answers are kept, since a database once named never changes. DECIMAL arrives as float, a list as
    an array, no value as None or NaN. Raises NoStore, TooSlow.
    """
    told = _with_language(sql, params)
    return _of_current(lambda path: _kept.give(question(path, sql, told), lambda: _answer(path, sql, told)))


def ask_rows(sql: str, **params: object) -> tuple[Any, ...]:
    """The same as rows with their columns as attributes, at a third of the cost of a table.

    DECIMAL arrives as Decimal, a list as a list, no value as None.
    """
    told = _with_language(sql, params)
    return _of_current(
        lambda path: _kept_rows.give(question(path, sql, told), lambda: _rows(path, sql, told))
    )


def ask_arrow(sql: str, **params: object) -> pa.Table:
    """The same as a table of Arrow's, for many rows that go to the browser as they are. It is not kept."""
    told = _with_language(sql, params)
    return _of_current(lambda path: _arrow(path, sql, told))


def _with_language(sql: str, params: dict[str, object]) -> dict[str, object]:
    return {**params, "lang": language.code()} if "$lang" in sql else params


def _of_current(find: Callable[[str], T]) -> T:
    """What `find` makes of the current database's path."""
    path = _current()
    try:
        return find(str(path))
    except duckdb.IOException:
        # Between reading CURRENT and opening the file, several publishes may have removed it.
        if path == _current():
            raise
        return _of_current(find)


def _current() -> Path:
    folder = store()
    try:
        name = (folder / "CURRENT").read_text("utf-8").strip()
    except FileNotFoundError:
        raise NoStore(f"{folder} holds no database yet. Build it with: python -m etl build") from None
    return folder / name


def _answer(path: str, sql: str, params: dict[str, object]) -> pd.DataFrame:
    with cursor(path) as own:
        return table(own.execute(sql, params or None).fetchnumpy())


def _rows(path: str, sql: str, params: dict[str, object]) -> tuple[Any, ...]:
    with cursor(path) as own:
        found = own.execute(sql, params or None)
        columns = tuple(name for name, *_ in found.description)
        return tuple(map(row_of(columns)._make, found.fetchall()))


def _arrow(path: str, sql: str, params: dict[str, object]) -> pa.Table:
    with cursor(path) as own:
        return own.execute(sql, params).to_arrow_table()
