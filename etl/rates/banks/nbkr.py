"""The National Bank of the Kyrgyz Republic: som, today's rates and an archive of the dollar's."""

from __future__ import annotations

import re
from datetime import date

from etl.rates.banks.markup import root
from etl.rates.banks.table import Cells, NoTable, Table, dated_row, gathered, table

FIRST = date(1999, 1, 1)  # of the archive
DAILY = "https://www.nbkr.kg/XML/daily.xml"  # five currencies; from the afternoon on those of tomorrow
WEEKLY = "https://www.nbkr.kg/XML/weekly.xml"  # the others, among them sum, somoni and manat
DOLLAR = 15  # its number in the archive
PRINTED = re.compile(
    r"""
    <!--date-->(?P<day>[^<]{0,30})<!--date-->       # <!--date-->25.06.2005<!--date-->
    (?:(?!<!--date-->).){0,300}?                    # </td><td>
    <!--value-->(?P<value>[^<]{0,30})<!--value-->   # <!--value-->40,9614<!--value-->
    """,
    re.DOTALL | re.VERBOSE,
)


def archive(first: date, last: date) -> str:
    """Where the dollar's rates of these days are, at most a year of them."""
    return (
        f"https://www.nbkr.kg/index1.jsp?beg_day={first:%d}&beg_month={first:%m}&beg_year={first:%Y}"
        f"&end_day={last:%d}&end_month={last:%m}&end_year={last:%Y}&item=1562&lang=ENG&valuta_id={DOLLAR}"
    )


def parse(body: bytes) -> Table:
    """Date="24.05.2026"> <Currency ISOCode="USD"> <Nominal>1</Nominal> <Value>87,4500</Value>"""
    top = root(body, "CurrencyRates")
    return table(
        "KGS",
        top.get("Date"),
        (
            Cells(each.get("ISOCode"), each.findtext("Nominal"), each.findtext("Value"))
            for each in top.iter("Currency")
        ),
    )


def parse_archive(body: bytes) -> Table:
    """Dates and rates between comments of a web page. Raises NoTable where no date stands between such."""
    text = body.decode("utf-8", errors="replace")
    if "<!--date-->" not in text:
        raise NoTable("the page of the archive has no dates")
    return gathered(
        dated_row(Cells("USD", "1", found["value"]), "KGS", found["day"]) for found in PRINTED.finditer(text)
    )
