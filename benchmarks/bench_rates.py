"""Ten years of five daily series from three sources: how long they take to load, what the rates page costs.

The rates are made up. "New" and "again" are as in benchmarks/bench_pages.py; CPU seconds are of this process.
"""

from __future__ import annotations

import logging
import math
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from benchmarks import bench_pages
from etl.model import Rate
from etl.pipeline import build, republish
from etl.store.rates import SourceRun, write_rates

FIRST, LAST = date(2016, 11, 21), date(2026, 11, 20)
LEVELS = {"KZT": 510.2, "KGS": 87.45, "TJS": 9.345, "TMT": 3.5, "UZS": 12194.21}
# source -> kind, digits behind the point, days a week on which it says something
SOURCES = {"yahoo": ("close", 4, 5), "nbt": ("official", 4, 7), "frankfurter": ("official", 2, 7)}
PAGES = ("rates", "region", "country")
ARTICLE = "Wheat Sown\n\nFarmers sowed 690,000 hectares of wheat in Kazakhstan in 2024.\n"


class Silent:
    """A build that says nothing."""

    def read(self, name: str) -> None:
        """A file."""

    def publishing(self) -> None:
        """The database."""

    def waiting(self) -> None:
        """Another build."""


def series(source: str) -> Iterator[Rate]:
    """A rate a day and currency, in two waves; the manat does not move."""
    kind, decimals, week = SOURCES[source]
    basis = "bar_london" if kind == "close" else "published"
    for ahead in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=ahead)
        for currency, level in LEVELS.items() if day.weekday() < week else ():
            text = f"{level * _wave(currency, ahead):.{decimals}f}"
            yield Rate("USD", currency, 1, Decimal(text), text, day, basis, kind, source)  # type: ignore[arg-type]


def _wave(currency: str, ahead: int) -> float:
    return 1.0 if currency == "TMT" else 1 + 0.01 * math.sin(ahead / 9) + 0.002 * math.sin(ahead * 1.7)


def make(store: Path) -> None:
    """The store, and what it took, printed."""
    article = store.parent / "wheat.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    build([article], store, Silent())
    rates = {source: list(series(source)) for source in SOURCES}
    written = _seconds(lambda: _write(store, rates))
    published = _seconds(lambda: republish(store, Silent()))
    number = sum(map(len, rates.values()))
    (cpu, wall), (cpu_more, wall_more) = written, published
    print(
        f"{number:,} rates: written in {cpu:.2f} CPU s, published in {cpu_more:.2f}; "
        f"together {wall + wall_more:.2f} s by the clock (at most 3)"
    )


def _write(store: Path, rates: dict[str, list[Rate]]) -> None:
    for source, told in rates.items():
        write_rates(store, told, SourceRun(source, "ok", f"{len(told):,} rates"))


def _seconds(work: Callable[[], object]) -> tuple[float, float]:
    """CPU and wall."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


def main() -> None:
    """Print both."""
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        make(store)
        bench_pages.report("these rates", 60, store, PAGES)


if __name__ == "__main__":
    main()
