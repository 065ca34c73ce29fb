"""A currency rate in words. `row` is a row of `rates`: value_text, digits, lcu, base, change_text …"""

from __future__ import annotations

import re
from typing import Any

from dashboard import words
from dashboard.cells import as_day, decimal, missing, text
from dashboard.language import N_, _
from dashboard.numbers import grouped, rounded
from dashboard.rate_numbers import apart, money, openness

# One to six are written out.
DIGITS = (
    N_("one significant digit"), N_("two significant digits"), N_("three significant digits"),
    N_("four significant digits"), N_("five significant digits"), N_("six significant digits"),
)  # fmt: skip
BASES = {
    "page_date": N_("the page's date"),
    "published": N_("the source's date"),
    "bar_london": N_("trading day in London"),
}
KINDS = {
    "official": N_("official rate"),
    "close": N_("indicative close"),
    "live": N_("indicative, still moving"),
    "ticker": N_("ticker on a web page"),
}
SHORT = {
    "official": N_("official"),
    "close": N_("close"),
    "ticker": N_("ticker"),
}  # where there is little room
RULE = N_(
    "Shown is the official rate; where it is older than five business days, the market's close, "
    "else a ticker; where all are older, the newest."
)


def printed(row: Any) -> str:
    """The rate as its source printed it, with the direction.

    >>> printed({"value_text": "0.00196", "base": "KZT", "counter": "USD", "nominal": 1})
    '0.00196 USD per KZT'
    >>> printed({"value_text": "3.9", "base": "UZS", "counter": "KZT", "nominal": 100})
    '3.9 KZT per 100 UZS'
    """
    nominal = int(row["nominal"])
    base = f"{nominal} {row['base']}" if nominal > 1 else row["base"]
    told = _("{number} {counter} per {base}")
    return told.format(number=row["value_text"], counter=row["counter"], base=base)


def digits(row: Any) -> str:
    """How exact the printed number is.

    >>> digits({"digits": 1})
    'one significant digit'
    """
    n = int(row["digits"])
    if 1 <= n <= len(DIGITS):
        return _(DIGITS[n - 1])
    return words.count(n, "{n} significant digit", "{n} significant digits")


def kind(row: Any) -> str:
    """Of a rate."""
    return _(KINDS[row["kind"]]) if row["kind"] in KINDS else str(row["kind"])


def in_short(code: str) -> str:
    """The kind of a rate where there is little room."""
    return _(SHORT[code]) if code in SHORT else code


def day(row: Any) -> str:
    """The rate's day where there is little room.

    >>> day({"date": "2026-11-20"})
    '20 Nov 2026'
    """
    return words.short(words.on(row["date"]))


def when(row: Any) -> str:
    """The rate's day and what that day is.

    >>> when({"date": "2025-12-08", "date_basis": "page_date"})
    "8 Dec 2025, the page's date"
    """
    return f"{day(row)}, {basis(row)}"


def basis(row: Any) -> str:
    """What the rate's day is."""
    return _(BASES[row["date_basis"]]) if row["date_basis"] in BASES else str(row["date_basis"])


def named(row: Any) -> str:
    """Kind and source; `source_name` is with the row.

    >>> named({"kind": "close", "source_name": "Yahoo Finance"})
    'indicative close, Yahoo Finance'
    """
    return kind(row) if row["kind"] == "ticker" else f"{kind(row)}, {row['source_name']}"


def tolerance(row: Any) -> str:
    """What rounding leaves open, as a share: "±6.3 %", "±0.002 %"; nothing where nothing is open."""
    share = openness(row)
    return f"±{grouped(rounded(share, 2))} %" if share else _("as printed")


def change(row: Any) -> str:
    """The change printed beside the rate; a sign in front of zero is a direction.

    >>> change({"change_text": "-0%"}), change({"change_text": "0%"}), change({"change_text": "0.19%"})
    ('−0 %: a fall too small to print', '0 %: no change printed', '0.19 %')
    >>> change({"change_text": None})
    ''
    """
    shown = text(row["change_text"])
    if shown is None:
        return ""
    words = re.sub(r"\s*%", " %", shown.strip()).replace("-", "−")
    if re.search(r"[1-9]", words):
        return words
    return f"{words}: {_direction_of_zero(words)}"


def _direction_of_zero(words: str) -> str:
    if words.startswith("−"):
        return _("a fall too small to print")
    return _("a rise too small to print") if words.startswith("+") else _("no change printed")


def move(first: Any, last: Any) -> str:
    """What can be said of the way from one rate to a later one: more, less, or nothing that the digits show.

    >>> december = {"lcu": "KZT", "lcu_per_usd_low": 508.906, "lcu_per_usd_high": 511.509}
    >>> later = {"lcu": "KZT", "lcu_per_usd_low": 519.481, "lcu_per_usd_high": 522.193}
    >>> move(december, later), move(later, december), move(later, later)
    ('1.6–2.6 % more KZT per dollar', '1.5–2.5 % less KZT per dollar', '')
    """
    share, way = apart(first, last)
    told = _("{share} more {currency} per dollar") if way > 0 else _("{share} less {currency} per dollar")
    return told.format(share=share, currency=last["lcu"]) if way else ""


def peg(row: Any) -> str:
    """The note that a pegged currency never goes without."""
    fixed = decimal(row.get("peg"))
    if fixed is None:
        return ""
    told = _("fixed by the central bank at {amount}")
    if not missing(row["peg_since"]):
        told = _("fixed by the central bank at {amount} since {year}")
    year = "" if missing(row["peg_since"]) else as_day(row["peg_since"]).year
    return f"{told.format(amount=money(fixed), year=year)}. {text(row['peg_note']) or ''}".strip()
