"""Frankfurter passes on what central banks publish. Asked for one bank, it gives that bank's own numbers.

Without a bank it would give a blend of several, which is nobody's rate.
"""

from __future__ import annotations

from datetime import date

from etl.rates.banks.objects import objects
from etl.rates.banks.table import Cells, Table, dated_row, gathered

PROVIDERS = {"KZT": "NBK", "KGS": "NBKR", "TJS": "NBT", "TMT": "CBT", "UZS": "CBU"}


def address(lcu: str, first: date, last: date) -> str:
    """Where the rates of the dollar in `lcu` of these days are, by the bank that sets them."""
    return (
        f"https://api.frankfurter.dev/v2/rates?base=USD&quotes={lcu}&from={first}&to={last}"
        f"&providers={PROVIDERS[lcu]}"
    )


def parse(body: bytes) -> Table:
    """[{"date": "2026-04-01", "base": "USD", "quote": "KZT", "rate": 478.77}, …]

    Or one object with a message.
    """
    return gathered(
        dated_row(Cells(each.get("base"), "1", each.get("rate")), each.get("quote", ""), each.get("date"))
        for each in objects(body)
    )
