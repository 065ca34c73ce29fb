"""A CSV holds exactly the rows it was given; missing is empty and no cell runs."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.export import cell, csv_text, file_name


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_every_row_comes_back_as_it_went_in(pairs: list[tuple[str, str]]) -> None:
    table = pd.DataFrame(pairs, columns=["quote", "sentence"])
    back = rows(csv_text(table))
    assert [(row["quote"].removeprefix("'"), row["sentence"].removeprefix("'")) for row in back] == [
        (quote.removeprefix("'"), sentence.removeprefix("'")) for quote, sentence in pairs
    ]


@given(st.text())
def test_no_text_cell_begins_like_a_formula(text: str) -> None:
    written = cell(text)
    assert not written.startswith(("=", "@", "\t", "\r"))
    assert not written.startswith(("+", "-")) or float(written) is not None


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-0%"])
def test_a_formula_gets_a_quote_in_front(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-0.4", "+5", "17.4", "2024-03", "1,000 t a day"])
def test_numbers_and_plain_words_stay_as_they_are(text: str) -> None:
    assert cell(text) == text


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NaT, pd.NA, Decimal("nan")])
def test_missing_is_empty(missing: object) -> None:
    assert cell(missing) == ""


@pytest.mark.parametrize("zero", [0, 0.0, Decimal(0), Decimal("0E-12")])
def test_zero_is_zero(zero: object) -> None:
    assert cell(zero) == "0"


def test_days_and_moments_are_iso_and_moments_are_utc() -> None:
    assert cell(date(2025, 12, 8)) == "2025-12-08"
    assert cell(pd.Timestamp(2025, 12, 8)) == "2025-12-08"
    assert cell(datetime(2025, 12, 8, 9, 30)) == "2025-12-08T09:30:00Z"  # noqa: DTZ001


def test_whole_numbers_beside_a_missing_one_stay_whole() -> None:
    table = pd.DataFrame({"country": ["KAZ", "TKM"], "articles": [18, None]})
    assert [row["articles"] for row in rows(csv_text(table))] == ["18", ""]


def test_an_empty_table_still_has_its_header() -> None:
    assert csv_text(pd.DataFrame(columns=["a", "b"])) == "a,b\r\n"


def test_a_file_name_holds_no_letter_that_a_file_system_refuses() -> None:
    name = file_name("snapshots", "../../etc", "KAZ/TJK", as_known="2026-11-22", build="b7")
    assert name == "central-asia_snapshots_etc_KAZ-TJK_asknown-2026-11-22_b7.csv"
