"""The Central Bank of Uzbekistan: sum, one page a day."""

from __future__ import annotations

from datetime import date

from etl.rates.banks.objects import objects
from etl.rates.banks.table import Cells, Table, dated_row, gathered

FIRST = date(1994, 7, 1)  # the first day of the sum


def address(day: date) -> str:
    """Where the rates of `day` are."""
    return f"https://cbu.uz/en/arkhiv-kursov-valyut/json/all/{day:%Y-%m-%d}/"


def parse(body: bytes) -> Table:
    """[{"Ccy": "USD", "Nominal": "1", "Rate": "12194.21", "Date": "01.04.2026"}, …]

    Each has its own date.
    """
    return gathered(
        dated_row(Cells(each.get("Ccy"), each.get("Nominal"), each.get("Rate")), "UZS", each.get("Date"))
        for each in objects(body)
    )
