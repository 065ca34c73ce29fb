"""The ledger: rows are added by many processes, whole or not at all, and never changed."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest

from etl.store import ledger

DECISION = {
    "claim_id": "c",
    "decision": "accept",
    "reason": "as printed",
    "decided_by": "a reader",
    "decided_at": "2025-03-14 10:00:00",
}

WRITE = """
import sys
from pathlib import Path
from etl.store import ledger
store, who, rows = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(rows):
    with ledger.connect(store) as book, ledger.writing(book):
        ledger.add(book, "decisions", {"claim_id": f"{who}-{number}", "decision": "accept", "reason": "r",
                                       "decided_by": who, "decided_at": ledger.now()})
"""


def add_all(book: sqlite3.Connection, *decisions: Mapping[str, object]) -> None:
    with ledger.writing(book):
        for decision in decisions:
            ledger.add(book, "decisions", decision)


def test_a_row_once_written_cannot_be_changed_or_removed(tmp_path: Path) -> None:
    with ledger.connect(tmp_path) as book:
        with ledger.writing(book):
            ledger.add(book, "decisions", DECISION)
        for change in ("update decisions set reason = 'other'", "delete from decisions"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                book.execute(change)
        assert ledger.rows(book, "select reason from decisions") == [{"reason": "as printed"}]


def test_every_table_is_append_only(tmp_path: Path) -> None:
    with ledger.connect(tmp_path) as book:
        tables = {
            row["name"] for row in ledger.rows(book, "select name from sqlite_master where type = 'table'")
        }
        triggers = ledger.rows(book, "select tbl_name from sqlite_master where type = 'trigger'")
    guarded = [row["tbl_name"] for row in triggers]
    assert {table: guarded.count(table) for table in tables} == dict.fromkeys(tables, 2)


def test_rows_added_together_are_kept_together_or_not_at_all(tmp_path: Path) -> None:
    with ledger.connect(tmp_path) as book:
        with pytest.raises(sqlite3.IntegrityError):
            add_all(book, DECISION, {**DECISION, "reason": " "})
        assert ledger.rows(book, "select * from decisions") == []


def test_a_correction_names_its_field_and_nothing_else_does(tmp_path: Path) -> None:
    with ledger.connect(tmp_path) as book:
        for wrong in ({"decision": "correct"}, {"field": "country"}, {"decision": "improve"}):
            with pytest.raises(sqlite3.IntegrityError), ledger.writing(book):
                ledger.add(book, "decisions", {**DECISION, **wrong})


def test_a_ledger_that_another_is_making_is_waited_for(tmp_path: Path) -> None:
    maker = sqlite3.connect(tmp_path / "ledger.sqlite", check_same_thread=False, isolation_level=None)
    maker.execute("create table first (row)")
    maker.execute("begin immediate")  # for this one SQLite itself does not wait
    made = threading.Timer(0.3, maker.rollback)
    made.start()
    with ledger.connect(tmp_path) as book:
        assert book.execute("pragma journal_mode").fetchone()[0] == "wal"
    made.join()
    maker.close()


def test_three_processes_write_at_once_and_every_row_is_there(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITE, str(tmp_path), who, "20"]) for who in ("x", "y", "z")
    ]
    assert [writer.wait(30) for writer in writers] == [0, 0, 0]
    with ledger.connect(tmp_path) as book:
        (count,) = ledger.rows(book, "select count(distinct claim_id) as n, max(seq) as last from decisions")
    assert count == {"n": 60, "last": 60}
