"""`python -m etl rates` in a process of its own: without a network, and stopped by its reader."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import monotonic, sleep

import pytest

from etl.rates.plans import PLANS
from etl.rates.sources import sources
from etl.store.fetched import attempts, days_kept
from tests import bank_pages as pages
from tests.bank_stand_in import NBK, Asked, Sent, day_asked
from tests.fetch_world import NOBODY, TODAY, World, built, world_in

ROOT = Path(__file__).parent.parent
NAMES = sorted(sources()[source].who for source in PLANS)
PROXIES = ("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy")


def started(store: Path, proxy: str, *more: str) -> subprocess.Popen[str]:
    """The command in a process of its own, whose every way out ends at `proxy`."""
    command = [sys.executable, "-m", "etl", "rates", "--store", str(store), *more]
    env = {**os.environ, **dict.fromkeys(PROXIES, proxy)}
    return subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.fixture
def silence() -> Iterator[str]:
    """A proxy that takes every connection and never says a word."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(128)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


@pytest.mark.parametrize("way_out", ["a port that nobody listens on", "a proxy that never answers"])
def test_without_a_network_it_ends_in_time_with_one_sentence_a_source(
    way_out: str, silence: str, tmp_path: Path
) -> None:
    begun = monotonic()
    process = started(tmp_path, NOBODY if "port" in way_out else silence)
    out, err = process.communicate(timeout=120)
    assert monotonic() - begun < 40
    assert (process.returncode, out) == (1, "")
    told = [line.partition(" could not be reached; check the network (") for line in err.splitlines()]
    assert sorted(who for who, _, _ in told) == NAMES
    assert all(line.endswith("). No rate of it is kept yet.") for line in err.splitlines())
    assert {tuple(outcome for _, outcome in attempts(tmp_path, source)) for source in PLANS} == {("network",)}


def test_ctrl_c_ends_it_in_a_sentence_though_no_source_answers(silence: str, tmp_path: Path) -> None:
    process = started(tmp_path, silence, "--source", "nbk")
    while not (tmp_path / "ledger.sqlite").exists():
        sleep(0.05)
    sleep(1)  # it has asked by now, and waits
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert err == "Stopped. The rates that came are kept for the next run or build.\n"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with world_in(tmp_path, built(tmp_path / "made")) as made:
        yield made


def test_ctrl_c_in_the_midst_of_history_keeps_what_came(world: World) -> None:
    at = date(2026, 5, 4)

    def interrupting(asked: Asked) -> Sent:
        if day_asked(asked) == at:
            os.kill(os.getpid(), signal.SIGINT)
        return world.here.banks.good(asked)

    world.here.banks.answers[NBK] = interrupting
    with pytest.raises(KeyboardInterrupt):
        world.refresh("nbk", since=date(2025, 1, 1))
    kept = days_kept(world.store, "nbk")["KZT"]
    came = pages.working_days(date(2026, 5, 6), TODAY)
    assert kept >= set(came)
    assert min(kept) > date(2026, 4, 27)
    assert [outcome for _, outcome in attempts(world.store, "nbk")] == ["ok"]


def test_no_sentence_has_a_line_break_or_a_web_address(tmp_path: Path) -> None:
    _, err = started(tmp_path, NOBODY, "--source", "nbk").communicate(timeout=120)
    assert not re.search(r"https?://|curl", err)


SILENTLY = """
from pathlib import Path
from tests.fetch_world import built, world_in
folder = Path({folder!r})
with world_in(folder, built(folder / "made")) as world:
    raise SystemExit(world.refresh("yahoo", "nbk"))
"""


def test_a_run_in_which_all_is_well_leaves_standard_error_empty(tmp_path: Path) -> None:
    """yfinance warns of what its authors should change one day."""
    command = [sys.executable, "-c", SILENTLY.format(folder=str(tmp_path))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.partition(":")[0] for line in sorted(done.stdout.splitlines())] == [
        "National Bank of Kazakhstan",
        f"Published {tmp_path}/store/indicators-000002.duckdb.",
        "Yahoo Finance",
    ]
