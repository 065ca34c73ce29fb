"""The National Bank of Tajikistan: somoni, one page a day, weekends too.

Asked for a day that it does not have, it answers with today's rates and says so in the date alone. The
numbers of its currencies are unreliable; their codes are not.
"""

from __future__ import annotations

from datetime import date

from etl.rates.banks.markup import root
from etl.rates.banks.table import Cells, Table, table

FIRST = date(2001, 1, 1)  # of the archive


def address(day: date) -> str:
    """Where the rates of `day` are."""
    return f"https://www.nbt.tj/en/kurs/export_xml.php?date={day:%Y-%m-%d}&export=xmlout"


def parse(body: bytes) -> Table:
    """Date="2026-05-18"> <Valute> <CharCode>USD</CharCode> <Nominal>1</Nominal> <Value>9.3450</Value>"""
    top = root(body, "ValCurs")
    return table(
        "TJS",
        top.get("Date"),
        (
            Cells(each.findtext("CharCode"), each.findtext("Nominal"), each.findtext("Value"))
            for each in top.iter("Valute")
        ),
    )
