"""What is in a store, for a person or a program: the current database, its sources, its problems."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from etl.rates.sources import RateSource, sources
from etl.store import ledger, source_runs
from etl.store.publish import reading


@dataclass(frozen=True, slots=True)
class Source:
    """A source of numbers: the articles, or a source of rates. Times are UTC."""

    source: str
    name: str  # on screen
    last_attempt: str | None  # None: it was never asked
    last_ok: str | None
    failing_since: str | None
    outcome: str
    sentence: str
    newest: str | None  # the newest day or month that it tells of


@dataclass(frozen=True, slots=True)
class Report:
    """The answer of `etl status`."""

    database: str
    build: dict[str, object]  # the row of `builds`
    sources: tuple[Source, ...]
    problems: tuple[dict[str, object], ...]

    def as_json(self) -> dict[str, object]:
        """Ready for JSON."""
        return asdict(self)


def report(store: Path) -> Report:
    """Raises NoDatabase."""
    with reading(store) as (path, database), ledger.connect(store) as book:
        return Report(
            database=str(path),
            build=_rows(database, "select * from builds order by seq desc limit 1")[0],
            sources=(_articles(database, book), *_sources(database, book)),
            problems=tuple(_rows(database, "select * from problems order by article, rule, sentence")),
        )


def _rows(database: duckdb.DuckDBPyConnection, question: str) -> list[dict[str, object]]:
    cursor = database.execute(question)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, map(_plain, row), strict=True)) for row in cursor.fetchall()]


def _plain(value: object) -> object:
    return value if isinstance(value, int | None) else str(value)


def _articles(database: duckdb.DuckDBPyConnection, book: sqlite3.Connection) -> Source:
    (last,) = book.execute("select max(at) from runs").fetchone()
    (newest,) = _rows(database, "select max(published_last) as day from articles where position > 0")
    (counts,) = _rows(database, "select articles, claims from counts")
    sentence = f"{counts['articles']} articles, {counts['claims']} claims"
    return Source("articles", "Articles", str(last), str(last), None, "ok", sentence, _text(newest["day"]))


def _sources(database: duckdb.DuckDBPyConnection, book: sqlite3.Connection) -> list[Source]:
    """Every source of rates that can be asked, in the order in which they speak."""
    days = {row["source"]: row["day"] for row in _rows(database, NEWEST)}
    last = {row["source"]: row for row in ledger.rows(book, source_runs.LAST)}
    return [
        Source(name=each.who, newest=_text(days.get(each.source)), **last.get(each.source, _never(each)))  # type: ignore[arg-type]
        for each in sources().values()
        if each.kind != "ticker"
    ]


def _never(source: RateSource) -> dict[str, object]:
    times = dict.fromkeys(("last_attempt", "last_ok", "failing_since"))
    return {"source": source.source, **times, "outcome": "never_asked", "sentence": "It was never asked."}


NEWEST = "select source, max(date) as day from rates group by source"


def _text(value: object) -> str | None:
    return None if value is None else str(value)
