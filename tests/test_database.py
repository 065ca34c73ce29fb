"""How the dashboard asks: the current database, by value, read only, each thread its own answer."""

import threading
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from dashboard import cursors, database
from dashboard.cursors import TooSlow
from dashboard.database import NoStore, ask, ask_rows
from tests.store_world import Store, a_claim, amount, say


@pytest.fixture
def shown(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store that the dashboard looks at."""
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    return store


def test_without_a_database_it_says_where_it_looked_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OXUS_STORE", str(tmp_path / "nothing"))
    with pytest.raises(NoStore, match=r"nothing holds no database yet\. Build it with: python -m etl build"):
        ask("select 1")


def test_values_are_given_by_name_and_are_never_read_as_questions(shown: Store) -> None:
    shown.build(say("a", a_claim()), say("b", a_claim(country="TJK")))
    question = "select country from claims where country = $country"
    assert list(ask(question, country="TJK").country) == ["TJK"]
    assert ask(question, country="TJK' or 'a' = 'a").empty


def test_rows_have_their_columns_as_attributes_and_numbers_to_the_last_digit(shown: Store) -> None:
    shown.build(say("a", a_claim("46.3%", "46.3")), say("b", a_claim(place="Osh")))
    found = ask_rows("select country, value, place, reasons from claims order by article")
    assert [(row.country, row.value, row.place) for row in found] == [
        ("KGZ", Decimal("46.3"), None),
        ("KGZ", Decimal(120), "Osh"),
    ]
    assert [row.reasons for row in found] == [[], []]
    assert ask_rows("select country from claims where country = $country", country="TJK") == ()


def test_rows_of_one_database_are_not_those_of_the_next(shown: Store) -> None:
    shown.build(say("a", a_claim()))
    assert len(ask_rows("select claim_id from claims")) == 1
    shown.build(say("a", a_claim()), say("b", a_claim(country="TJK")))
    assert len(ask_rows("select claim_id from claims")) == 2


def test_a_list_is_a_value_too(shown: Store) -> None:
    shown.build(say("a", a_claim()), say("b", a_claim(country="TJK")), say("c", a_claim(country="UZB")))
    found = ask("select country from claims where country = any($some) order by country", some=["UZB", "KGZ"])
    assert list(found.country) == ["KGZ", "UZB"]


def test_a_new_build_is_seen_by_the_next_question(shown: Store) -> None:
    question = "select value from claims"
    shown.build(say("a", a_claim()))
    before, name = ask(question), database.build_name()
    shown.build(say("b", a_claim(amount=amount("131"))))
    assert (list(before.value), list(ask(question).value)) == ([120], [131])
    assert database.build_name() > name
    assert database.build().seq == 2


def test_changing_an_answer_does_not_change_the_next_one(shown: Store) -> None:
    shown.build(say("a", a_claim()))
    answer = ask("select value from claims")
    answer["value"] = 0
    assert list(ask("select value from claims").value) == [120]


@pytest.mark.parametrize(
    "question",
    [
        "select * from read_text('/etc/hostname')",
        "copy claims_ever to '/tmp/out.csv'",
        "attach '/tmp/other.duckdb'",
        "install httpfs",
        "set threads = 8",
        "delete from claims_ever",
    ],
)
def test_a_question_can_neither_write_nor_leave_the_database(shown: Store, question: str) -> None:
    shown.build(say("a", a_claim()))
    with pytest.raises(duckdb.Error):
        ask(question)
    assert len(ask("select article from claims")) == 1


def test_a_question_that_takes_too_long_is_stopped_and_the_next_is_answered(
    shown: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown.build(say("a", a_claim()))
    monkeypatch.setattr(cursors, "SECONDS", 0.2)
    with pytest.raises(TooSlow, match=r"longer than 0\.2 seconds"):
        ask("select count(*) from range(100000000000) t where t.range % 7 = 3")
    assert len(ask("select article from claims")) == 1


def test_threads_get_their_own_answers(shown: Store) -> None:
    shown.build(say("a", a_claim()))
    wrong: list[tuple[int, pd.DataFrame]] = []

    def check(number: int) -> None:
        for turn in range(20):
            expected = number * 100 + turn
            found = ask("select $n as n, count(*) as c from range($n)", n=expected)
            if (found.n[0], found.c[0]) != (expected, expected):
                wrong.append((expected, found))

    threads = [threading.Thread(target=check, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_database_removed_before_it_was_opened_is_asked_again_by_its_new_name(shown: Store) -> None:
    shown.build(say("a", a_claim()))
    pointer = shown.folder / "CURRENT"
    gone = pointer.read_text()
    for number in range(4):
        shown.build(say("a", a_claim()), say(f"b{number}", a_claim()))
    assert not (shown.folder / gone.strip()).exists()
    assert len(ask("select article from claims")) == 2
