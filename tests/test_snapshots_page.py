"""The snapshots page: the file has the rows on screen, and everything is what the command line writes."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard.export import csv_text
from dashboard.queries import snapshots as queries
from dashboard.queries.snapshots import View
from dashboard.snapshots_view import SHOWN, columns
from etl import snapshot
from etl.model import Period
from tests.page_world import opened, said
from tests.store_world import Store, a_claim, amount, say

HOSTILE_TEXT = "=HYPERLINK(1)\n\n@SUM(A1) said there were 120 schools, 0 closed.\n"


@pytest.fixture
def world(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Three figures: observed in Kyrgyzstan in 2024, planned in Kazakhstan 2025–2027, none named."""
    plan = replace(
        a_claim(amount=amount("131")),
        country="KAZ",
        kind="planned",
        period=Period(date(2025, 1, 1), date(2027, 12, 31)),
    )
    nowhere = replace(a_claim(amount=amount("12")), country=None, period=None)
    store.build(say("a", a_claim()), say("b", plan), say("c", nowhere))
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    return store


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(
    ("address", "articles"),
    [
        ({}, ["b", "a", "c"]),
        ({"countries": "Kyrgyzstan"}, ["a"]),
        ({"countries": ["Kazakhstan", "no country"]}, ["b", "c"]),
        ({"kinds": "planned"}, ["b"]),
        ({"year": "2026"}, ["b"]),
        ({"year": "not given"}, ["c"]),
        ({"year": "2024", "countries": "Kyrgyzstan", "topic": "Education"}, ["a"]),
    ],
    ids=["all", "one country", "two", "kind", "a year inside the period", "no period", "together"],
)
def test_the_rows_on_screen_are_those_of_the_address_and_of_the_file(
    address: dict[str, str | list[str]], articles: list[str], world: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = opened("snapshots", world.folder, monkeypatch, **address)
    shown = at.dataframe[0].value
    by_address = {f"/evidence?claim={row['claim_id']}": row for row in rows(csv_text(queries.everything()))}
    assert [by_address[link]["article"] for link in shown.claim_url] == articles
    assert f"{len(articles)} row" in at.get("download_button")[0].proto.label


def test_the_file_of_a_view_has_every_column_and_only_its_rows(world: Store) -> None:
    file = rows(csv_text(queries.claims(View(countries=("KAZ",)))))
    assert [row["article"] for row in file] == ["b"]
    assert list(file[0]) == list(queries.everything().columns)
    assert {"quote", "sentence", "url", "review_status"} <= file[0].keys()


def test_everything_is_byte_for_byte_what_the_command_line_writes(world: Store, tmp_path: Path) -> None:
    snapshot.write(snapshot.Snapshot(world.folder), tmp_path / "out")
    for name, table in {
        "claims.csv": queries.everything(),
        "rates.csv": queries.rates(),
        "indicators.csv": queries.indicators(),
        "sources.csv": queries.sources(),
    }.items():
        assert csv_text(table).encode() == (tmp_path / "out" / name).read_bytes(), name


def test_missing_is_empty_zero_is_zero_and_no_cell_runs(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = a_claim("0", "0", text=HOSTILE_TEXT, period=None)
    store.build(say("a", replace(closed, title="=HYPERLINK(1)", claimant="+cmd"), text=HOSTILE_TEXT))
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    (row,) = rows(csv_text(queries.everything()))
    assert (row["value"], row["period"], row["place"]) == ("0", "", "")
    assert row["claimant"] == "'+cmd"
    assert row["sentence"].startswith("'@SUM(A1)")


def test_choices_that_fit_nothing_say_so(world: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    at = opened("snapshots", world.folder, monkeypatch, countries="Kazakhstan", kinds="observed")
    assert "0 reported figures of 3." in said(at)
    assert "No reported figure fits these choices." in said(at)


def test_every_column_of_the_file_is_explained(world: Store) -> None:
    assert list(columns()) == list(queries.everything().columns)
    assert set(SHOWN) <= columns().keys()


def test_a_name_that_two_indicators_share_gets_its_code(world: Store) -> None:
    names = queries.indicator_names("any")
    assert len(set(names.values())) == len(names)
