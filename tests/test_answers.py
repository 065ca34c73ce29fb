"""Answers of the database as tables: cell by cell what DuckDB gives, texts as Python's own, the last kept."""

from __future__ import annotations

from collections.abc import Iterable

import duckdb
import pandas as pd
import pytest

from dashboard.answers import Answers, question, table
from dashboard.cells import missing, rows

TYPES = {
    "a text": "'KGZ'",
    "a number": "17.4::double",
    "a decimal": "17.4::decimal(38, 12)",
    "a whole number": "12::integer",
    "a large one": "12::hugeint",
    "yes or no": "true",
    "a day": "date '2024-03-14'",
    "a moment": "timestamp '2024-03-14 10:00:00'",
    "a list": "['a', 'b']",
}


def asked(sql: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Our table, and the one that DuckDB makes itself."""
    with duckdb.connect() as connection:
        return table(connection.execute(sql).fetchnumpy()), connection.execute(sql).df()


def same(ours: object, theirs: object) -> bool:
    if not isinstance(ours, str) and isinstance(ours, Iterable):
        return list(ours) == list(theirs)  # type: ignore[call-overload,no-any-return]
    return missing(ours) if pd.isna(theirs) else bool(ours == theirs)  # type: ignore[call-overload]


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize(
    "cells", ["{}", "{}, null", "null, null", ""], ids=["full", "some", "none", "no row"]
)
def test_a_cell_is_what_duckdb_says_it_is(kind: str, cells: str) -> None:
    listed = f"[{cells.format(TYPES[kind])}]"
    ours, theirs = asked(f"select unnest({listed}) as cell")
    if cells == "null, null":
        ours, theirs = asked(f"select case when n > 9 then {TYPES[kind]} end as cell from range(2) as r(n)")
    assert len(ours) == len(theirs)
    assert all(same(one, other) for one, other in zip(ours.cell, theirs.cell, strict=True))
    if "null" not in cells and ours.cell.dtype.kind != "O":
        assert ours.cell.dtype == theirs.cell.dtype


def test_a_text_is_a_text_and_no_text_is_none() -> None:
    ours, _ = asked("select unnest(['Osh', null, '']) as place")
    assert [row.place for row in rows(ours)] == ["Osh", None, ""]


def test_the_same_question_is_asked_once_and_another_is_another() -> None:
    kept, found = Answers(most=100), []

    def find() -> pd.DataFrame:
        found.append(1)
        return pd.DataFrame({"n": [len(found)]})

    first = question("a.duckdb", "select $n", {"n": [1, 2]})
    assert [kept.give(first, find).n[0] for _ in range(3)] == [1, 1, 1]
    for other in (
        question("b.duckdb", "select $n", {"n": [1, 2]}),
        question("a.duckdb", "select $n", {"n": [2, 1]}),
        question("a.duckdb", "select $n", {"m": [1, 2]}),
    ):
        assert kept.give(other, find).n[0] == len(found)
    assert len(found) == 4


def test_changing_a_table_changes_no_other() -> None:
    kept = Answers(most=100)
    given = kept.give(question("a"), lambda: pd.DataFrame({"n": [1, 2], "t": ["a", "b"]}))
    given.loc[0, "n"] = 7
    given["t"] = "z"
    again = kept.give(question("a"), pd.DataFrame)
    assert (list(again.n), list(again.t)) == ([1, 2], ["a", "b"])


def test_the_oldest_answers_go_when_all_are_too_large() -> None:
    kept, asked_again = Answers(most=20), []

    def give(name: str) -> None:
        def find() -> pd.DataFrame:
            asked_again.append(name)
            return pd.DataFrame({"n": range(8)})

        kept.give(question(name), find)

    for name in ("a", "b", "a", "c", "a", "b"):
        give(name)
    assert asked_again == ["a", "b", "c", "b"]
