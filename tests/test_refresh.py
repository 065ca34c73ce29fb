"""The refresh of the rates: one process for all who ask, its lines as they come, its end with the server."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from dashboard import rates_clock, refresh
from dashboard.refresh import BROKEN_OFF, Refresh, Run
from tests import loops
from tests.page_world import opened
from tests.store_world import Store, a_claim, say

# Says its process id, and ends when a file appears.
PATIENT = """
import os, pathlib, sys, time
print(os.getpid(), flush=True)
while not pathlib.Path(sys.argv[1]).exists():
    time.sleep(0.01)
print("done", flush=True)
"""
DEAF = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + PATIENT


@pytest.fixture
def refreshing() -> Iterator[Refresh]:
    given = Refresh()
    yield given
    given.stop()


def python(program: str, *arguments: object) -> list[str]:
    return [sys.executable, "-S", "-u", "-c", program, *map(str, arguments)]


def until(true: Callable[[], object]) -> None:
    deadline = monotonic() + 20
    while not true():
        assert monotonic() < deadline
        sleep(0.01)


def lives(line: str) -> bool:
    """Whether the process of that id is there, be it as a zombie."""
    try:
        os.kill(int(line), 0)
    except ProcessLookupError:
        return False
    return True


def test_who_asks_while_a_run_is_under_way_joins_it(refreshing: Refresh, tmp_path: Path) -> None:
    end = tmp_path / "end"
    first = refreshing.start(python(PATIENT, end))
    assert refreshing.start(python(PATIENT, end)) is first
    end.touch()
    first.wait()
    later = refreshing.start(python(PATIENT, end))
    assert later is not first
    assert refreshing.latest is later


def test_its_lines_can_be_read_while_it_runs_and_nothing_of_it_stays(
    refreshing: Refresh, tmp_path: Path
) -> None:
    run = refreshing.start(python(PATIENT, tmp_path / "end"))
    until(lambda: run.lines)
    assert not run.over
    assert lives(run.lines[0])
    (tmp_path / "end").touch()
    run.wait()
    assert (run.lines[1:], run.failed) == (["done"], False)
    assert not lives(run.lines[0])


@pytest.mark.parametrize("program", [PATIENT, DEAF])
def test_it_ends_when_the_server_does_even_if_it_will_not_hear(
    program: str, refreshing: Refresh, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refresh, "PATIENCE", 0.3)
    run = refreshing.start(python(program, tmp_path / "end"))
    until(lambda: run.lines)
    refreshing.stop()
    assert run.over
    assert run.failed
    assert run.lines[1:] == [BROKEN_OFF]
    assert not lives(run.lines[0])


def test_a_traceback_is_a_sentence_on_the_page_and_stands_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    run = Run(python("print('KZT=X: 10 daily rates.'); print(); 1 / 0"))
    run.wait()
    assert run.lines == ["KZT=X: 10 daily rates.", BROKEN_OFF]
    assert run.failed
    assert "ZeroDivisionError" in caplog.text


def test_a_run_that_says_what_is_wrong_has_failed_and_is_not_broken_off() -> None:
    run = Run(python("import sys; print('The network is down.', file=sys.stderr); sys.exit(1)"))
    run.wait()
    assert (run.lines, run.failed) == (["The network is down."], True)


def test_staff_finds_the_button_with_rates_and_without(
    bundled: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.build(say("a", a_claim()))
    monkeypatch.delenv("OXUS_STAFF", raising=False)
    for folder in (bundled, store.folder):
        assert [button.label for button in opened("rates", folder, monkeypatch).button] == ["Refresh rates"]


def test_others_do_not_find_it(bundled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OXUS_STAFF", "0")
    assert not opened("rates", bundled, monkeypatch).button


def test_a_slide_has_no_such_button(bundled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OXUS_STAFF", raising=False)
    assert not opened("rates", bundled, monkeypatch, present="1").button


@pytest.mark.parametrize("text", ["soon", "5", "-6", "nan", "inf", "6 h", "6,5"])
def test_hours_that_cannot_be_are_said_and_nothing_is_asked(
    text: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def serve() -> None:
        async with rates_clock.lifespan(None):
            await asyncio.sleep(0)

    monkeypatch.setenv("OXUS_RATES_EVERY", text)
    loops.run(serve())
    (said,) = caplog.messages
    assert said.startswith(f"OXUS_RATES_EVERY is {text!r}, so rates are not refreshed in the background.")
    assert refresh.RATES.latest is None
