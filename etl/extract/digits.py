"""The value of digits, however they are grouped, and of a fraction behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from etl.extract.number_words import table
from etl.extract.tokens import Token, glued

PARTS = ("2", "3", "4", "5", "8", "10", "16")  # below the line of a fraction
ONE_GROUP = re.compile(r"\d{1,3},\d{3}$")
SEPARATORS = re.compile(r"[^\d.,]")


def digits(text: str) -> Decimal:
    """The value of a number token.

    >>> [str(digits(t)) for t in ("1,250,000", "1 050 000", "4,7", "0,125", "7.25", "1.250.000", "7,254")]
    ['1250000', '1050000', '4.7', '0.125', '7.25', '1250000', '7254']
    >>> [str(digits(t)) for t in ("1.234,56", "1 234,5", "1,234.5")]
    ['1234.56', '1234.5', '1234.5']
    """
    if text.isdecimal():
        return Decimal(text)
    plain = SEPARATORS.sub("", text)
    commas, stops = plain.count(","), plain.count(".")
    if stops > 1 or (stops and commas == 1 and plain.index(".") < plain.index(",")):  # 1.250.000, 1.234,56
        plain, stops = plain.replace(".", ""), 0
    if commas == 1 and not (ONE_GROUP.match(plain) and not plain.startswith("0")) and not stops:
        plain = plain.replace(",", ".")
    return Decimal(plain.replace(",", ""))


def with_part(row: Sequence[Token], at: int) -> tuple[Decimal, int]:
    """The value of the digits and the token behind: "2½", "1/2 pound", else as they are printed."""
    text, behind = row[at].text, at + 1
    if behind < len(row) and row[behind].norm in table("vulgar"):
        return digits(text) + table("vulgar")[row[behind].norm], behind + 1
    if at + 3 < len(row) and row[behind].text == "/" and glued(row[at], row[behind]):
        low, high = row[behind + 1].text, row[behind + 1].end
        part = text.isdecimal() and low in PARTS and int(text) < int(low)
        if part and row[at + 3].kind == "word" and row[at + 3].start == high + 1:
            return Decimal(text) / Decimal(low), at + 3
    return digits(text), behind
