"""CSV files: every claim with its source, the same bytes for the same database, nothing that runs."""

import argparse
import csv
import hashlib
import io
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from etl import snapshot
from etl.commands import snapshot as command
from etl.model import Rate
from etl.store.rates import SourceRun, write_rates
from tests.store_world import Store, a_claim, amount, say

RATE = Rate("USD", "KZT", 1, Decimal("478.77"), "478.77", date(2026, 4, 1), "published", "official", "nbk")


def written(store: Store, out: Path, as_known_on: date | None = None) -> dict[str, bytes]:
    paths = snapshot.write(snapshot.Snapshot(store.folder, as_known_on), out)
    return {path.name: path.read_bytes() for path in paths}


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_a_claim_is_a_row_with_its_words_and_its_source(store: Store, tmp_path: Path) -> None:
    store.build(say("a", a_claim()))
    (row,) = table(written(store, tmp_path / "out")["claims.csv"])
    kept = {
        name: row[name] for name in ("country_name", "period", "value", "low", "unit", "kind", "is_headline")
    }
    assert kept == {
        "country_name": "Kyrgyzstan",
        "period": "2024",
        "value": "120",
        "low": "",
        "unit": "school",
        "kind": "observed",
        "is_headline": "true",
    }
    assert row["sentence"] == "In 2024 there were 120 schools in Osh. Of 2,400 pupils 46.3% are girls."
    assert row["claim_url"] == f"/evidence?claim={row['claim_id']}"


def test_the_same_database_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    store.build(say("a", a_claim()), say("b", a_claim("46.3%", "46.3")))
    assert written(store, tmp_path / "x") == written(store, tmp_path / "y")


def test_the_sums_are_those_of_the_files(store: Store, tmp_path: Path) -> None:
    store.build(say("a", a_claim()))
    files = written(store, tmp_path / "out")
    lines = files.pop("SHA256SUMS").decode().splitlines()
    sums = {line.split("  ")[1]: line.split("  ")[0] for line in lines}
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def test_a_text_that_a_spreadsheet_would_run_is_quoted(store: Store, tmp_path: Path) -> None:
    texts = ["=1+2", "+cmd", "-0%", "@sum(a1)", "\tx", " =1+2", "＝1"]
    store.build(say("a", *(a_claim(title=text) for text in texts)))
    rows = table(written(store, tmp_path / "out")["claims.csv"])
    assert {row["title"] for row in rows} == {f"'{text}" for text in texts}


def test_a_number_stays_a_number_with_no_digit_more_or_less(store: Store, tmp_path: Path) -> None:
    values = ["-0.4", "0", "60400000000", "0.00008", "100"]
    store.build(say("a", *(a_claim(amount=amount(value)) for value in values)))
    rows = table(written(store, tmp_path / "out")["claims.csv"])
    assert {(row["value"], row["value_text"]) for row in rows} == {(value, value) for value in values}


def test_missing_is_empty_and_never_zero(store: Store, tmp_path: Path) -> None:
    store.build(say("a", a_claim(country=None, period=None)))
    (row,) = table(written(store, tmp_path / "out")["claims.csv"])
    assert [row[name] for name in ("country", "period", "place", "is_headline", "reasons")] == [""] * 5


def test_what_was_known_on_a_day_is_what_was_known_at_its_end(store: Store, tmp_path: Path) -> None:
    store.build(say("a", a_claim()))
    known_from = store.one("select known_from from claims")
    assert hasattr(known_from, "date")
    day = known_from.date()
    assert len(table(written(store, tmp_path / "x", day)["claims.csv"])) == 1
    before = written(store, tmp_path / "y", day - timedelta(days=1))
    assert (table(before["claims.csv"]), table(before["sources.csv"])) == ([], [])


def test_rates_of_yahoo_are_for_personal_use_and_left_out(store: Store, tmp_path: Path) -> None:
    write_rates(store.folder, [RATE], SourceRun("nbk", "ok", "1 rate"))
    yahoo = replace(RATE, source="yahoo", kind="close")
    write_rates(store.folder, [yahoo], SourceRun("yahoo", "ok", "1 rate"))
    store.build(say("a", a_claim()))
    assert store.one("select count(*) from rates") == 2
    (row,) = table(written(store, tmp_path / "out")["rates.csv"])
    assert (row["source"], row["value_text"], row["low"]) == ("nbk", "478.77", "478.765")


def test_the_readme_cites_and_counts(store: Store, tmp_path: Path) -> None:
    store.build(say("a", a_claim()))
    text = written(store, tmp_path / "out")["README.txt"].decode()
    assert "claims.csv             1 rows" in text
    assert str(store.one("select content_hash from builds"))[:12] in text


def test_without_a_database_the_command_says_how_to_make_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = command.run(argparse.Namespace(store=tmp_path / "none", out=tmp_path, as_known_on=None))
    assert (status, capsys.readouterr().err) == (
        1,
        f"{tmp_path}/none holds no database yet. Make one with: python -m etl build\n",
    )
