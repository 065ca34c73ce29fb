"""All sources of rates on this machine, a store with a database, and the command that asks them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
from yfinance.data import SingletonMeta, YfData

from etl.commands import rates
from etl.fetch import Way
from etl.pipeline import build
from etl.rates.plans import PLANS
from etl.store import publish
from tests.bank_stand_in import Running, bank_stand_in

NOW = datetime(2026, 7, 3, 12, tzinfo=UTC)  # a Friday
TODAY = NOW.date()
NOBODY = "http://127.0.0.1:9"  # a port that nothing listens on


@dataclass
class World:
    """The stand-in for every source, and a store. `waited` are the pauses, which no test has to wait for."""

    here: Running
    store: Path
    now: datetime = NOW
    waited: list[float] = field(default_factory=list)

    def refresh(self, *sources: str, since: date | None = None) -> int:
        """Ask these sources, or all. Exit status."""
        SingletonMeta._instances.pop(YfData, None)
        way = Way(self.here.session, self.waited.append)
        return rates.refresh(list(sources or PLANS), since, self.store, self.now, way)

    def ask(self, question: str) -> list[tuple[object, ...]]:
        """The current database's answer."""
        database = publish.current(self.store)
        assert database is not None
        with duckdb.connect(database, read_only=True) as connection:
            return connection.execute(question).fetchall()

    def kept(self, source: str) -> list[tuple[object, ...]]:
        """Pair, first and last day, and number of the rates of a source."""
        return [
            row[1:]
            for row in self.ask(
                """
                select source, base, counter, min(date), max(date), count(*)
                from rates
                group by all
                order by all
                """
            )
            if row[0] == source
        ]


def built(folder: Path) -> Path:
    """A store with a database of one article."""
    folder.mkdir(exist_ok=True)
    (folder / "wheat.txt").write_text("Wheat Sown\n\nFarmers sowed 690,000 hectares.\n", "utf-8")
    assert build([folder / "wheat.txt"], folder / "store", rates.Waiting()).published
    return folder / "store"


@contextmanager
def world_in(folder: Path, store: Path) -> Iterator[World]:
    """A copy of `store` in `folder`, and the stand-in, for as long as the block lasts."""
    with bank_stand_in(TODAY) as here:
        yield World(here, Path(shutil.copytree(store, folder / "store")))
