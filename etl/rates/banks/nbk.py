"""The National Bank of Kazakhstan: tenge, one page a day."""

from __future__ import annotations

from datetime import date

from etl.rates.banks.markup import root
from etl.rates.banks.table import Cells, Table, table

FIRST = date(1993, 11, 15)  # the first day of the tenge


def address(day: date) -> str:
    """Where the rates of `day` are."""
    return f"https://nationalbank.kz/rss/get_rates.cfm?fdate={day:%d.%m.%Y}"


def parse(body: bytes) -> Table:
    """<date>01.04.2026</date> <item> <title>USD</title> <description>478.77</description> <quant>1</quant>"""
    top = root(body, "rates")
    return table(
        "KZT",
        top.findtext("date"),
        (
            Cells(item.findtext("title"), item.findtext("quant"), item.findtext("description"))
            for item in top.iter("item")
        ),
    )
