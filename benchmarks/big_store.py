"""`python -m benchmarks.big_store DIR [--behind]`: a store of 10,000 claims, made up.

The pages show 10,000 claims of 1,000 articles. With `--behind` the store holds a million: those, and 990,000
of articles that are no longer among the files (known_to is set), with their texts. Ten years of daily rates
are there either way. Batches are made by big_store.sql; all the rest by the project's own ledger, publisher
and SQL.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import duckdb

from etl import reference
from etl.model import Rate
from etl.rates.currencies import currencies
from etl.rates.sources import sources
from etl.store import batches, ledger, publish
from etl.store.rates import SourceRun, write_rates
from etl.store.reference_rows import reference_rows
from etl.store.selection import Chosen, Found, choose

SQL = Path(__file__).with_suffix(".sql").read_text("utf-8")
VERSION = "made up"
LAST_DAY, DAYS = date(2026, 11, 20), 3650
BANKS = ("nbk", "nbkr", "nbt", "cbt", "cbu")
STARTS = {"KZT": "510", "KGS": "87.5", "TJS": "9.2", "TMT": "3.5", "UZS": "12050"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many articles of ten claims, so many of them to a file; `first` is the number of the first."""

    name: str
    first: int
    articles: int
    articles_a_file: int


NOW = Wanted("now", 0, 1_000, 4)
PAST = tuple(Wanted(f"past-{n:02}", 1_000 + n * 9_000, 9_000, 1_000) for n in range(11))


def make(folder: Path, past: tuple[Wanted, ...] = ()) -> Path:
    """Make the store in `folder`, which is empty; the database that it publishes."""
    with duckdb.connect() as connection, publish.publishing(folder, lambda: None):
        _given(connection)
        with ledger.connect(folder) as book:
            for wanted in (*past, NOW):
                chosen = tuple(_files(connection, folder / "batches", wanted))
                choose(book, Found(VERSION, chosen, ()))
        for source, rates in _rates().items():
            write_rates(folder, rates, SourceRun(source, "ok", "made up"))
        with ledger.connect(folder) as book:
            return publish.publish(folder, book, reference_rows()).path


def _given(connection: duckdb.DuckDBPyConnection) -> None:
    columns = ("indicator", "name", "family", "topic", "unit_family", "unit")
    connection.execute(f"create temp table catalogue ({', '.join(f'{name} varchar' for name in columns)})")
    connection.executemany(
        "insert into catalogue values (?, ?, ?, ?, ?, ?)",
        [
            (each.id, each.name, each.family, each.topic, each.unit_family, each.unit)
            for each in reference.indicators().values()
        ],
    )
    connection.execute("create temp table place_named (place varchar, country varchar)")
    places = [(each.place, each.country) for each in reference.places()]
    connection.executemany("insert into place_named values (?, ?)", places)
    connection.execute(
        """
        create temp table place_of as
        select *, row_number() over (partition by country order by place) - 1 as n
        from place_named
        """
    )


def _files(connection: duckdb.DuckDBPyConnection, folder: Path, wanted: Wanted) -> Iterator[Chosen]:
    """Each file of `wanted` as a batch on the disk."""
    folder.mkdir(parents=True, exist_ok=True)
    connection.execute(
        "create or replace temp table wanted as"
        " select $name as name, $first as first_article, $articles as articles, $each as articles_a_file",
        {
            "name": wanted.name, "first": wanted.first, "articles": wanted.articles,
            "each": wanted.articles_a_file,
        },
    )  # fmt: skip
    connection.execute(SQL)
    found = connection.execute("select name, document.sha256 from batch order by name").fetchall()
    for name, sha256 in found:
        file = batches.file_name(name, sha256, VERSION)
        connection.execute(
            "copy (select * exclude name from batch where name = $name) to $path (format parquet)",
            {"name": name, "path": str(folder / file)},
        )
        yield Chosen(name, f"{name}.md", sha256, file)


def _rates() -> dict[str, list[Rate]]:
    """Each source's rates: of the five banks, of Frankfurter, and the closes of the market."""
    found: dict[str, list[Rate]] = {}
    for bank in BANKS:
        lcu = sources()[bank].lcu or ""
        found[bank] = list(_series(bank, lcu))
    for source in ("frankfurter", "yahoo"):
        found[source] = [rate for each in currencies() for rate in _series(source, each.code)]
    return found


def _series(source: str, lcu: str) -> Iterator[Rate]:
    """Ten years of one currency to the dollar, a step of at most 0.4 % a day; a pegged one stays."""
    walk, level = Random(lcu), Decimal(STARTS[lcu])
    for number in range(DAYS):
        step = 0 if lcu == "TMT" else walk.randint(-40, 40)
        level += level * step / 10_000
        text = f"{level:.4f}"
        day = LAST_DAY - timedelta(days=DAYS - 1 - number)
        if source == "yahoo":
            yield Rate("USD", lcu, 1, Decimal(text), text, day, "bar_london", "close", source)
        else:
            yield Rate("USD", lcu, 1, Decimal(text), text, day, "published", "official", source)


def main() -> None:
    """Make one, and say where it is."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.big_store", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--behind", action="store_true", help="with 990,000 claims of the past")
    given = parser.parse_args()
    print(make(given.folder, PAST if given.behind else ()))


if __name__ == "__main__":
    main()
