"""`etl status`: what is there, how fresh, and what is wrong, for a person and for a program."""

import argparse
import json
import re
from pathlib import Path

import pytest

from etl.commands import status
from etl.model import Problem
from etl.store.rates import SourceRun, write_rates
from tests.store_world import Store, a_claim, say


def told(store: Path, capsys: pytest.CaptureFixture[str], *, as_json: bool = False) -> tuple[int, str, str]:
    code = status.run(argparse.Namespace(store=store, json=as_json))
    out, err = capsys.readouterr()
    return code, out, err


def test_without_a_database_it_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = told(tmp_path, capsys)
    assert (code, out) == (1, "")
    assert err == f"{tmp_path} holds no database yet. Make one with: python -m etl build\n"


def test_a_person_reads_counts_and_problems(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    store.build(say("a", a_claim(), problems=(Problem("made_up", "It cannot be."),)))
    code, out, _ = told(store.folder, capsys)
    assert code == 0
    assert "Holds     1 article, 1 claim, 0 rejections, 0 rates, 1 problem\n" in out
    assert out.endswith("Problem   It cannot be.\n")


def test_a_program_reads_the_same(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    store.build(say("a", a_claim(), problems=(Problem("made_up", "It cannot be."),)))
    answer = json.loads(told(store.folder, capsys, as_json=True)[1])
    assert answer["database"] == str(store.folder / "indicators-000001.duckdb")
    assert (answer["build"]["articles"], answer["build"]["claims"]) == (1, 1)
    assert [problem["sentence"] for problem in answer["problems"]] == ["It cannot be."]


def test_a_source_that_fails_keeps_the_time_of_its_last_success(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    for outcome, sentence in (("ok", "nothing new"), ("rate_limited", "Yahoo asks to wait.")):
        write_rates(store.folder, [], SourceRun("yahoo", outcome, sentence))
    store.build(say("a", a_claim()))
    answer = json.loads(told(store.folder, capsys, as_json=True)[1])
    (yahoo,) = (source for source in answer["sources"] if source["source"] == "yahoo")
    assert (yahoo["outcome"], yahoo["sentence"]) == ("rate_limited", "Yahoo asks to wait.")
    assert yahoo["last_ok"] < yahoo["last_attempt"]


def test_every_source_of_rates_is_told_in_the_order_of_the_data_also_who_was_never_asked(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    write_rates(store.folder, [], SourceRun("nbkr", "network", "It could not be reached."))
    store.build(say("a", a_claim()))
    told_of = [line[10:] for line in told(store.folder, capsys)[1].splitlines() if line.startswith("Source")]
    assert [line.partition(":")[0] for line in told_of] == [
        "Articles",
        "National Bank of Kazakhstan",
        "National Bank of the Kyrgyz Republic",
        "National Bank of Tajikistan",
        "Central Bank of Turkmenistan",
        "Central Bank of Uzbekistan",
        "Frankfurter",
        "Yahoo Finance",
    ]
    assert told_of[1] == "National Bank of Kazakhstan: never asked; python -m etl rates --source nbk does"
    assert re.fullmatch(
        r"National Bank of the Kyrgyz Republic: It could not be reached "
        r"\(network at [-0-9]{10} [:0-9]{5} UTC; last success never\)",
        told_of[2],
    )
