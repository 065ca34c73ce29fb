"""Publishers and readers in processes of their own: nobody sees half a database, or an older one again."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import duckdb
import pytest

from etl.store import ledger, publish
from tests.store_world import Store, a_claim, say

# Publishes as many articles as it is told, once for each number.
PUBLISH = """
import sys
from pathlib import Path
from etl.store import ledger, publish
from tests.store_world import Store, a_claim, say
store = Store(Path(sys.argv[1]))
for count in map(int, sys.argv[2:]):
    store.build(*(say(f"a{n}", a_claim()) for n in range(count)))
"""

# Asks again and again until told to stop; fails on the first answer that is torn or older than the last.
READ = """
import sys
from pathlib import Path
import duckdb
from etl.store.publish import current
store, last, seen = Path(sys.argv[1]), 0, set()
print("reading", flush=True)
while not (store / "stop").exists():
    with duckdb.connect(str(current(store)), read_only=True) as connection:
        question = "select b.seq, b.claims, c.claims from builds b, counts c order by seq"
        seq, claims, counted = connection.execute(question).fetchall()[-1]
    assert claims == counted, "torn"
    assert seq >= last, "backwards"
    last = seq
    seen.add(seq)
print(len(seen))
"""

# The same through the dashboard's own door, by two threads.
ASK = """
import sys, threading
from pathlib import Path
from dashboard.database import ask
store, seen, wrong = Path(sys.argv[1]), set(), []
def read():
    last = 0
    while not (store / "stop").exists():
        row = ask("select b.seq, b.claims, c.claims as counted from builds b, counts c order by seq").iloc[-1]
        seen.add(int(row.seq))
        if row.claims != row.counted or row.seq < last:
            wrong.append(tuple(row))
        last = row.seq
ask("select 1")
print("reading", flush=True)
threads = [threading.Thread(target=read) for _ in range(2)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
assert not wrong, wrong
print(len(seen))
"""


@contextmanager
def process(script: str, *arguments: object, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """A Python of its own, killed at the end if it is still there."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    child = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={"PATH": "", "PYTHONPATH": ".", **environment},
    )
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        for stream in (child.stdout, child.stderr):
            if stream:
                stream.close()


def ended(child: subprocess.Popen[str]) -> tuple[int, str]:
    out, err = child.communicate(timeout=30)
    return child.returncode, out + err


def is_whole(store: Store) -> bool:
    builds = store.ask("select articles, claims, rejections, rates, problems from builds order by seq")
    return builds[-1:] == store.ask("select * from counts")


def test_publishers_at_the_same_time_all_succeed(store: Store) -> None:
    with (
        process(PUBLISH, store.folder, 1, 2) as first,
        process(PUBLISH, store.folder, 3, 4) as second,
    ):
        assert [ended(first), ended(second)] == [(0, ""), (0, "")]
    with ledger.connect(store.folder) as book:
        made = ledger.rows(book, "select database from publishes order by seq")
    assert [row["database"] for row in made] == [f"indicators-00000{seq}.duckdb" for seq in (1, 2, 3, 4)]
    assert (store.folder / "CURRENT").read_text() == "indicators-000004.duckdb\n"
    assert is_whole(store)


def test_a_publisher_waits_for_the_one_before_it(store: Store) -> None:
    with ExitStack() as held:
        held.enter_context(publish.publishing(store.folder, lambda: None))
        other = held.enter_context(process(PUBLISH, store.folder, 1))
        with pytest.raises(subprocess.TimeoutExpired):
            other.wait(1)
        assert publish.current(store.folder) is None
    with process(PUBLISH, store.folder, 1) as other:
        assert ended(other) == (0, "")
    assert is_whole(store)


def test_readers_see_only_whole_databases_and_never_an_older_one(store: Store) -> None:
    store.build(say("a0", a_claim()))
    environment = {"OXUS_STORE": str(store.folder)}
    with process(READ, store.folder) as plain, process(ASK, store.folder, **environment) as dashboard:
        for reader in (plain, dashboard):
            assert reader.stdout
            assert reader.stdout.readline() == "reading\n"
        with process(PUBLISH, store.folder, *range(2, 6)) as publisher:
            assert ended(publisher) == (0, "")
        time.sleep(0.3)
        (store.folder / "stop").touch()
        for reader in (plain, dashboard):
            status, said = ended(reader)
            assert status == 0, said
            assert int(said.splitlines()[0]) > 2


def test_a_publisher_killed_at_any_moment_leaves_a_whole_database(store: Store) -> None:
    store.build(say("a0", a_claim()))
    for tenths in range(2, 6):
        with process(PUBLISH, store.folder, *range(2, 40)) as publisher:
            time.sleep(tenths / 10)
            publisher.send_signal(signal.SIGKILL)
        assert is_whole(store)
    store.build(say("a0", a_claim()))
    assert store.one("select count(*) from claims") == 1
    assert not list(store.folder.glob(".indicators-*"))


def test_a_reader_keeps_the_database_it_opened(store: Store) -> None:
    store.build(say("a0", a_claim()))
    path = publish.current(store.folder)
    with duckdb.connect(str(path), read_only=True) as reader:
        for number in range(5):
            store.build(say(f"b{number}", a_claim()), say("a0", a_claim()))
        assert path is not None
        assert not path.exists()
        assert reader.execute("select article from claims").fetchall() == [("a0",)]


def test_a_process_that_ends_during_a_long_question_ends_well(store: Store) -> None:
    store.build(say("a0", a_claim()))
    script = """
import threading, time
from dashboard.cursors import TooSlow
from dashboard.database import ask
def long():
    try:
        ask("select count(*) from range(100000000000) t where t.range % 7 = 3")
    except TooSlow:
        pass
ask("select 1")
threading.Thread(target=long, daemon=True).start()
time.sleep(0.5)
"""
    started = time.monotonic()
    with process(script, OXUS_STORE=str(store.folder)) as child:
        status, said = ended(child)
    assert status == 0, said
    assert time.monotonic() - started < 6
