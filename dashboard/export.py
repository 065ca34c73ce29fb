"""A table as CSV: exactly its rows, missing as empty, no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

import pandas as pd
import streamlit as st

from dashboard import database
from dashboard.dates import on
from dashboard.language import _

# A spreadsheet takes a text that begins so for a formula (CWE-1236); etl/sql/csv.sql has the same rule.
FORMULA = re.compile(r"[\s\x00]*[=+\-@|%＝＋－＠]|[\t\r\n]")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")  # "-0.4" and "+5" are numbers, "-0%" and "-1+cmd" are not
LONGEST_PART = 40  # characters of one part of a file name


def csv_text(table: pd.DataFrame) -> str:
    """RFC 4180: header always, comma, CRLF, dates as ISO, lists joined by "; ".

    >>> csv_text(pd.DataFrame({"country": ["KAZ", "TKM"], "value": [0, None]}))
    'country,value\\r\\nKAZ,0\\r\\nTKM,\\r\\n'
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    columns = [table[name].astype(object) for name in table.columns]
    writer.writerows(map(cell, row) for row in zip(*columns, strict=True))
    return out.getvalue()


def cell(value: object) -> str:
    """A value as a CSV has it.

    >>> [cell(v) for v in (None, 0, Decimal("17.400000"), 1e6, "-0%", ["a", "b"])]
    ['', '0', '17.4', '1000000', "'-0%", 'a; b']
    """
    if isinstance(value, str):
        return safe(value)
    if isinstance(value, Iterable):
        return safe("; ".join(map(str, value)))
    if pd.isna(value):  # type: ignore[call-overload]
        return ""
    if isinstance(value, Decimal | float):
        return plain(Decimal(str(value)))
    return _moment(value) if isinstance(value, date) else str(value)


def plain(number: Decimal) -> str:
    """Without an exponent and without the zeros a DECIMAL column adds.

    >>> plain(Decimal("979000.000000000000"))
    '979000'
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def safe(text: str) -> str:
    """`text`, with a quote in front where a spreadsheet would run it; numbers stay as they are.

    >>> safe("=HYPERLINK(1)"), safe("-0.4"), safe("plain")
    ("'=HYPERLINK(1)", '-0.4', 'plain')
    """
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text


def _moment(value: date) -> str:
    """A timestamp of the database is UTC; at midnight exactly it is a day.

    Days come out of pandas as timestamps too, so midnight is all that tells them apart.
    """
    text = value.isoformat()
    if text.endswith("T00:00:00"):
        return text.removesuffix("T00:00:00")
    return f"{text}Z" if "T" in text and "+" not in text else text


def file_name(page: str, *parts: str, as_known: str, build: str) -> str:
    """As every export is called; parts that nobody chose are left out.

    >>> file_name("rates", "", "KAZ TJK", as_known="2026-11-22", build="b7")
    'central-asia_rates_KAZ-TJK_asknown-2026-11-22_b7.csv'
    """
    words = [re.sub(r"[^A-Za-z0-9]+", "-", part).strip("-")[:LONGEST_PART] for part in (page, *parts)]
    return "_".join(["central-asia", *filter(None, words), f"asknown-{as_known}", build]) + ".csv"


def button(rows: Callable[[], pd.DataFrame], page: str, *parts: str, label: str = "") -> None:
    """A button that saves exactly the rows that `rows` gives, and the line to cite them by.

    `rows` is asked when the button is pressed; `parts` are the choices behind the view, for the file's name.
    """
    build = database.build()
    known = build.built_at.date().isoformat()
    st.download_button(
        label or _("CSV of this view"),
        data=lambda: csv_text(rows()).encode(),
        file_name=file_name(page, *parts, as_known=known, build=build_id(build)),
        mime="text/csv",
        on_click="ignore",
        key=f"csv-{page}-{label}",
    )


def build_id(build: database.Build) -> str:
    """The build in file names and citations: its number and the hash of what is in it."""
    return f"{build.seq}-{build.content_hash[:12]}"


def citation(build: database.Build) -> str:
    """How to cite a view: the sources first, since the figures are theirs."""
    known = on(build.built_at)
    told = _("Cite the publisher named in each row, via Oxus, build {build}, as known on {day}.")
    return told.format(build=build_id(build), day=known)
