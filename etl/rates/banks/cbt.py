"""The Central Bank of Turkmenistan: manat, one file a day, none on Sundays and holidays.

It drops the zeros at the end: 3.5 is 3.5000.
"""

from __future__ import annotations

from datetime import date

from etl.rates.banks.markup import root
from etl.rates.banks.table import Cells, Table, table

FIRST = date(2020, 4, 17)  # of the archive


def address(day: date) -> str:
    """Where the rates of `day` are."""
    return f"https://cbt.tm/kurs/{day:%Y}/{day:%d%m%Y}.xml"


def parse(body: bytes) -> Table:
    """<date>20.05.2026</date> <rate code="USD"> <multiplier>1</multiplier> <rate_tmt>3.5</rate_tmt>

    Until 2023 the date is written 2023-05-20.
    """
    top = root(body, "cbt_currency_rate")
    return table(
        "TMT",
        top.findtext("date"),
        (
            Cells(each.get("code"), each.findtext("multiplier"), each.findtext("rate_tmt"))
            for each in top.iter("rate")
        ),
    )
