"""`python -m etl rates`: rates go into the store, a failure leaves what is there, and each run is told."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import monotonic

import duckdb
import pytest
from yfinance.data import SingletonMeta, YfData

from etl.__main__ import main
from etl.commands import rates
from etl.pipeline import build
from etl.rates.currencies import Currency, currencies
from etl.store import publish
from etl.store.fetched import attempts, newest_closes
from tests.yahoo_stand_in import Reply, StandIn, stand_in

ROOT = Path(__file__).parent.parent
NOW = datetime(2026, 7, 3, 12, tzinfo=UTC)
SINCE = date(2026, 6, 22)
TENGE, SOM, *_ = currencies()
NOBODY = "http://127.0.0.1:9"  # a port that nothing listens on


@dataclass(frozen=True)
class World:
    """A stand-in for Yahoo Finance and a store with a database."""

    here: StandIn
    store: Path

    def fetch(self, *wanted: Currency) -> int:
        SingletonMeta._instances.pop(YfData, None)
        return rates.fetch(dict.fromkeys(wanted, SINCE), self.here.session(), self.store, NOW)

    def kept(self) -> list[tuple[object, ...]]:
        database = publish.current(self.store)
        assert database is not None
        with duckdb.connect(database, read_only=True) as connection:
            return connection.execute(
                """
                select lcu, kind, count(*), max(date)
                from rates
                where source = 'yahoo'
                group by all
                order by all
                """
            ).fetchall()


def etl(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, whose every way out ends at a closed port."""
    away = dict.fromkeys(("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"), NOBODY)
    command = [sys.executable, "-m", "etl", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **away}, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.fixture(autouse=True)
def no_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Yahoo Finance is asked by https only, the stand-in by http."""
    monkeypatch.setenv("HTTPS_PROXY", NOBODY)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    (folder / "wheat.txt").write_text("Wheat Sown\n\nFarmers sowed 690,000 hectares.\n", "utf-8")
    assert build([folder / "wheat.txt"], folder / "store", rates.Waiting()).published
    return folder / "store"


@pytest.fixture
def world(built: Path, tmp_path: Path) -> Iterator[World]:
    with stand_in() as here:
        yield World(here, Path(shutil.copytree(built, tmp_path / "store")))


def test_rates_are_published_and_the_same_again_changes_nothing(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert world.fetch(TENGE) == 0
    first = capsys.readouterr().out.splitlines()
    assert first[0] == "KZT=X: 10 daily rates from 2026-06-22 to 2026-07-03."
    assert first[1].startswith(f"Published {world.store}")
    kept = world.kept()
    assert kept == [("KZT", "close", 9, date(2026, 7, 2)), ("KZT", "live", 1, date(2026, 7, 3))]
    assert world.fetch(TENGE) == 0
    assert world.kept() == kept
    assert newest_closes(world.store, "yahoo") == {"KZT": date(2026, 7, 2)}


def test_a_failure_keeps_the_rates_that_are_there_and_is_noted(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.fetch(TENGE)
    kept = world.kept()
    world.here.answers["KZT"] = lambda _: Reply("Edge: Too Many Requests", 429)
    capsys.readouterr()
    assert world.fetch(TENGE, SOM) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("KZT=X: Yahoo Finance says that it was asked too often")
    assert world.kept() == kept
    assert [outcome for _, outcome in attempts(world.store, "yahoo")] == ["ok", "rate_limited"]


def test_without_a_network_it_ends_soon_with_a_sentence_for_each_currency(world: World) -> None:
    world.fetch(TENGE)
    kept, started = world.kept(), monotonic()
    done = etl("rates", "--since", "2026-01-01", "--store", str(world.store))
    assert monotonic() - started < 40
    assert (done.returncode, done.stdout) == (1, "")
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == [c.symbol for c in currencies()]
    assert "Traceback" not in done.stderr
    assert world.kept() == kept
    assert [outcome for _, outcome in attempts(world.store, "yahoo")] == ["ok", "network"]


def test_it_is_too_early_to_ask_again_after_a_success(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.fetch(TENGE)
    capsys.readouterr()
    assert main(["rates", "--store", str(world.store)]) == 0
    said = capsys.readouterr()
    assert "it is asked again from" in said.out
    assert said.err == ""
    assert len(attempts(world.store, "yahoo")) == 1


def test_after_a_refusal_even_a_day_of_ones_own_has_to_wait(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.here.answers["KZT"] = lambda _: Reply("Edge: Too Many Requests", 429)
    world.fetch(TENGE)
    assert main(["rates", "--since", "2026-01-01", "--store", str(world.store)]) == 1
    assert "said that it was asked too often" in capsys.readouterr().err
    assert len(attempts(world.store, "yahoo")) == 1


def test_each_currency_is_asked_from_ten_days_before_its_newest_close(world: World) -> None:
    world.fetch(TENGE)
    since = rates.wanted(None, world.store, NOW.date())
    assert since[TENGE] == date(2026, 7, 2) - timedelta(days=10)
    assert since[SOM] == NOW.date() - timedelta(days=365)
    assert set(rates.wanted(SINCE, world.store, NOW.date()).values()) == {SINCE}


def test_a_day_that_is_none_is_a_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["rates", "--since", "soon"])
    assert stopped.value.code == 2
    assert "soon is no day; write YYYY-MM-DD" in capsys.readouterr().err


def test_a_store_that_cannot_be_is_said_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rates", "--store", "/dev/null/store"]) == 1
    assert capsys.readouterr().err.startswith("/dev/null/store: cannot be used")
