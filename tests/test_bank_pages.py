"""The pages of the central banks, read to the digit; and what is no such page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.rates.banks import cbt, cbu, frankfurter, nbk, nbkr, nbt
from etl.rates.banks.table import NoTable, Row, Table
from tests import bank_pages as pages

RECORDED = Path(__file__).parent.parent.parent / "shared/rates"
MONDAY = date(2026, 3, 2)
Parser = Callable[[bytes], Table]

# What a recorded page prints, found with a pattern instead of a parser: base, units, value in some order.
XML = {
    "nbk": (nbk.parse, r"<title>(?P<base>\w{3})<.*?<description>(?P<value>.*?)<.*?<quant>(?P<units>.*?)<"),
    "nbkr_live": (nbkr.parse, r'ISOCode="(?P<base>.*?)".*?<Nominal>(?P<units>.*?)<.*?<Value>(?P<value>.*?)<'),
    "nbt": (nbt.parse, r"<CharCode>(?P<base>.*?)<.*?<Nominal>(?P<units>.*?)<.*?<Value>(?P<value>.*?)<"),
    "cbt": (cbt.parse, r'code="(?P<base>.*?)".*?<multiplier>(?P<units>.*?)<.*?<rate_tmt>(?P<value>.*?)<'),
    "cbu": (cbu.parse, r'"Ccy":"(?P<base>.*?)".*?"Nominal":"(?P<units>.*?)","Rate":"(?P<value>.*?)"'),
}


def recorded(bank: str) -> list[Path]:
    found = sorted(RECORDED.glob(f"{bank}_[0-9].*"))
    if not found:
        pytest.skip(f"the banks' recorded answers are not at hand: {RECORDED} holds no {bank}_0")
    return found


@pytest.mark.parametrize("bank", XML)
def test_every_row_of_a_recorded_page_is_read_to_the_digit(bank: str) -> None:
    parse, pattern = XML[bank]
    for path in recorded(bank):
        body = path.read_bytes()
        text = body.decode("cp1251" if bank == "nbkr_live" else "utf-8")
        day = re.search(r"(\d\d\.\d\d\.\d{4}|\d{4}-\d\d-\d\d)", text)
        told = [(f["base"], f["units"], f["value"]) for f in re.finditer(pattern, text, re.DOTALL)]
        read = parse(body)
        assert day
        assert [(row.base, str(row.nominal), row.value_text) for row in read.rows] == [
            (base, units, value.replace(",", ".")) for base, units, value in told
        ]
        assert {row.day for row in read.rows} == {
            date.fromisoformat("-".join(reversed(day[0].split("."))) if "." in day[0] else day[0])
        }
        assert read.left_out == 0


def test_the_recorded_archive_is_read_to_the_digit() -> None:
    for path in recorded("nbkr_hist"):
        text = path.read_text("utf-8")
        read = nbkr.parse_archive(path.read_bytes())
        assert [row.value_text.replace(".", ",") for row in read.rows] == re.findall(
            r"-->(\d+,\d+)<!--", text
        )
        assert [f"{row.day:%d.%m.%Y}" for row in read.rows] == re.findall(r"-->(\d\d\.\d\d\.\d{4})<!--", text)


def rows(read: Table) -> dict[str, tuple[int, str]]:
    return {row.base: (row.nominal, row.value_text) for row in read.rows}


def test_hundred_sum_in_tenge_stay_hundred_sum() -> None:
    read = nbk.parse(pages.nbk(MONDAY).encode())
    assert rows(read)["UZS"] == (100, pages.printed("nbk", "UZS", MONDAY))
    assert read.rows[0] == Row("USD", "KZT", 1, pages.printed("nbk", "USD", MONDAY), MONDAY)


def test_windows_1251_and_decimal_commas_are_read() -> None:
    read = nbkr.parse(pages.nbkr(MONDAY).encode("windows-1251"))
    assert read.rows[0] == Row("USD", "KGS", 1, pages.printed("nbkr", "USD", MONDAY), MONDAY)
    weekly = nbkr.parse(pages.nbkr(MONDAY, "nbkr_weekly").encode("windows-1251"))
    assert rows(weekly)["JPY"] == (10, pages.printed("nbkr_weekly", "JPY", MONDAY))
    assert rows(weekly)["UZS"] == (1, pages.printed("nbkr_weekly", "UZS", MONDAY))


def test_the_archive_has_a_row_a_day() -> None:
    days = pages.working_days(date(2005, 6, 1), date(2005, 6, 10))
    read = nbkr.parse_archive(pages.nbkr_archive(days).encode())
    assert [row.day for row in read.rows] == days[::-1]
    assert [row.value_text for row in read.rows] == [pages.printed("nbkr", "USD", day) for day in days[::-1]]


def test_a_date_without_its_number_takes_none_from_the_next_row() -> None:
    page = pages.nbkr_archive([date(2005, 6, 2), MONDAY]).replace("<!--value-->", "", 2)
    assert [row.day for row in nbkr.parse_archive(page.encode()).rows] == [date(2005, 6, 2)]


def test_the_code_and_not_the_number_of_a_currency_is_trusted() -> None:
    read = nbt.parse(pages.nbt(MONDAY).encode())
    assert rows(read) == {
        base: (units, pages.printed("nbt", base, MONDAY)) for base, (units, _) in pages.LISTS["nbt"].items()
    }


@pytest.mark.parametrize("day", [date(2021, 5, 20), date(2026, 5, 20)])
def test_dates_are_read_as_written_then_and_now_and_dropped_zeros_stay_dropped(day: date) -> None:
    read = cbt.parse(pages.cbt(day).encode())
    assert read.rows[0] == Row("USD", "TMT", 1, "3.5", day)
    assert rows(read)["UZS"][0] == 1000


def test_a_list_of_objects_is_read() -> None:
    read = cbu.parse(pages.cbu(MONDAY).encode())
    assert read.rows[0] == Row("USD", "UZS", 1, pages.printed("cbu", "USD", MONDAY), MONDAY)


def test_a_number_of_json_keeps_its_printed_digits() -> None:
    page = '[{"date":"2026-03-02","base":"USD","quote":"UZS","rate":12194.210000001}]'
    assert frankfurter.parse(page.encode()).rows == (Row("USD", "UZS", 1, "12194.210000001", MONDAY),)
    page = page.replace("12194.210000001", "0.1000")
    assert frankfurter.parse(page.encode()).rows[0].value_text == "0.1000"


def sent(base: str, units: str, value: str) -> bytes:
    listed = [{"Ccy": base, "Nominal": units, "Rate": value, "Date": "02.03.2026"}]
    return json.dumps([*listed, *json.loads(pages.cbu(MONDAY))]).encode()


@pytest.mark.parametrize(
    ("base", "units", "value"),
    [
        ("EUR", "1", "0"),
        ("EUR", "1", "0.00"),
        ("EUR", "1", "-13.5"),
        ("EUR", "1", ""),
        ("EUR", "1", "n/a"),
        ("EUR", "1", "1,234.5"),
        ("EUR", "1", "NaN"),
        ("EUR", "1", "1e4"),
        ("EUR", "1", "١٢"),
        ("EUR", "0", "13.5"),
        ("EUR", "", "13.5"),
        ("EUR", "-1", "13.5"),
        ("Euro", "1", "13.5"),
        ("", "1", "13.5"),
    ],
)
def test_what_cannot_be_a_rate_is_left_out_and_counted(base: str, units: str, value: str) -> None:
    read = cbu.parse(sent(base, units, value))
    assert "EUR" not in rows(read)
    assert (len(read.rows), read.left_out) == (len(pages.LISTS["cbu"]), 1)


HTML = b"<!doctype html><html><body><h1>Site under maintenance</h1></body></html>"
LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE rates [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
<rates><date>&d;</date></rates>"""
PARSERS: dict[str, tuple[Parser, bytes]] = {
    "nbk": (nbk.parse, pages.nbk(MONDAY).encode()),
    "nbkr": (nbkr.parse, pages.nbkr(MONDAY).encode("windows-1251")),
    "archive": (nbkr.parse_archive, pages.nbkr_archive([MONDAY]).encode()),
    "nbt": (nbt.parse, pages.nbt(MONDAY).encode()),
    "cbt": (cbt.parse, pages.cbt(MONDAY).encode()),
    "cbu": (cbu.parse, pages.cbu(MONDAY).encode()),
    "frankfurter": (frankfurter.parse, pages.frankfurter("KZT", [MONDAY]).encode()),
}


@pytest.mark.parametrize("bank", PARSERS)
@pytest.mark.parametrize("body", [b"", HTML, LAUGHS, b"\x00" * 100, b"<rates/", b'{"message":"no"}', b"[1]"])
def test_a_page_that_is_something_else_is_no_table(bank: str, body: bytes) -> None:
    with pytest.raises(NoTable):
        PARSERS[bank][0](body)


@pytest.mark.parametrize("bank", sorted(PARSERS.keys() - {"archive"}))
def test_half_a_page_is_no_table(bank: str) -> None:
    parse, page = PARSERS[bank]
    with pytest.raises(NoTable):
        parse(page[: len(page) // 2])


def test_a_definition_that_grows_is_refused_before_it_does() -> None:
    with pytest.raises(NoTable, match="document of type rates"):
        nbk.parse(LAUGHS)


def test_words_in_another_encoding_than_the_page_says_are_no_table() -> None:
    with pytest.raises(NoTable, match="no XML"):
        nbk.parse(pages.nbk(MONDAY).encode("windows-1251"))


@pytest.mark.parametrize("day", ["32.01.2026", "2026-02-30", "today", ""])
def test_a_page_without_a_day_is_no_table(day: str) -> None:
    page = pages.nbk(MONDAY).replace("02.03.2026", day).encode()
    with pytest.raises(NoTable, match="is no day"):
        nbk.parse(page)


def test_a_page_without_rows_is_an_empty_table() -> None:
    for parse, page in ((nbk.parse, b"<rates><date>02.03.2026</date></rates>"), (cbu.parse, b"[]")):
        assert parse(page) == Table(())


@pytest.mark.parametrize("bank", PARSERS)
@given(data=st.data())
def test_no_bytes_at_all_make_a_parser_fail(bank: str, data: st.DataObject) -> None:
    """A good page with a piece cut out or put in is read, or is no table."""
    parse, page = PARSERS[bank]
    start = data.draw(st.integers(0, len(page)))
    end = data.draw(st.integers(start, len(page)))
    body = page[:start] + data.draw(st.binary(max_size=20)) + page[end:]
    try:
        read = parse(body)
    except NoTable:
        return
    assert all(row.nominal > 0 and float(row.value_text) > 0 for row in read.rows)
