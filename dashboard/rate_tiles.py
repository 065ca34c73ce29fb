"""Rates as tiles, bars and a table. A table in, HTML with every word escaped out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from html import escape
from typing import Any

import numpy as np
import pandas as pd

from dashboard import layout, rate_words, words
from dashboard.cells import as_day, rows, text

STALE_AFTER = 5  # business days
# What a central bank has fixed, since which year. A ticker's rate beside it is a market feed, not this one.
PEGS = {"TMT": (Decimal("3.50"), 2015)}
PEG_NOTE = "A parallel market is reported and not shown."


def tiles(newest: pd.DataFrame, history: pd.DataFrame, today: date) -> str:
    """One tile a currency, the rate in large with the digits it has."""
    shown = "".join(_tile(row._asdict(), history, today) for row in rows(newest))
    return f"<div class='ox-tiles'>{shown}</div>"


def _tile(row: dict[str, Any], history: pd.DataFrame, today: date) -> str:
    hedge, number = _hedged(rate_words.per_usd(row))
    value = f"<b>{escape(number)}</b> <u>{escape(hedge)}{escape(row['lcu'])} per USD</u>"
    spoken = f"{rate_words.per_usd(row)} {row['lcu']} per US dollar: open the words it came from"
    claim = text(row.get("claim_id"))
    lines = [
        f"{rate_words.printed(row)} as printed · {rate_words.digits(row)}",
        f"{rate_words.KINDS.get(row['kind'], row['kind'])} · {when(row)}",
        age(row, today),
        f"printed change {rate_words.change(row)}" if rate_words.change(row) else "",
        since(row, history),
        peg(row),
    ]
    under = "".join(f"<li>{escape(line)}</li>" for line in lines if line)
    colour = f"style='border-color:var(--ox-{row['country'].lower()})'"
    body = layout.link(claim, value, spoken) if claim else f"<span class='ox-figure'>{value}</span>"
    return f"<section {colour}><h3>{escape(row['country_name'])}</h3>{body}<ul>{under}</ul></section>"


def _hedged(value: str) -> tuple[str, str]:
    """The hedge goes with the unit: beside a number in large it would not fit the tile."""
    return ("about, in ", value.removeprefix("about ")) if value.startswith("about ") else ("", value)


def when(row: dict[str, Any]) -> str:
    """The rate's day and what that day is.

    >>> when({"date": "2025-12-08", "date_basis": "page_date"})
    "8 December 2025, the page's date"
    """
    basis = rate_words.BASES.get(row["date_basis"], row["date_basis"])
    return f"{words.day(as_day(row['date']).isoformat())}, {basis}"


def age(row: dict[str, Any], today: date) -> str:
    """How old, and that it is stale where more business days have passed than a rate keeps for.

    >>> age({"date": "2025-12-08"}, date(2025, 12, 9)), age({"date": "2025-12-08"}, date(2026, 11, 22))
    ('1 business day old', 'stale: 11 months ago')
    """
    day = as_day(row["date"])
    passed = int(np.busday_count(day, today))
    if passed > STALE_AFTER:
        ago = words.age(day, today)
        return f"stale: {words.count(passed, 'business day')} old" if ago == "this month" else f"stale: {ago}"
    return f"{words.count(max(passed, 0), 'business day')} old"


def since(row: dict[str, Any], history: pd.DataFrame) -> str:
    """The way from the earliest rate of the same kind and source; nothing where there is no other."""
    alike = history[
        (history.lcu == row["lcu"]) & (history.kind == row["kind"]) & (history.source == row["source"])
    ].sort_values("date")
    if len(alike) < 2:
        return ""
    first = alike.iloc[0].to_dict()
    day = words.day(as_day(first["date"]).isoformat())
    return f"since {day}: {rate_words.move(first, row)}"


def peg(row: dict[str, Any]) -> str:
    """The note that a pegged currency never goes without."""
    if row["lcu"] not in PEGS:
        return ""
    fixed, year = PEGS[row["lcu"]]
    note = f"official {fixed}, fixed by the central bank since {year}"
    if row["kind"] == "ticker":
        low, high = rate_words.ends(row)
        note = f"ticker {rate_words.grouped(rate_words.rounded((low + high) / 2, 3))}, {note}"
    return f"{note}. {PEG_NOTE}"


def openness(newest: pd.DataFrame) -> str:
    """How much of its value each printed rate leaves open: a bar with caps, all to one scale."""
    widest = max((rate_words.openness(row._asdict()) for row in rows(newest)), default=Decimal(0))
    body = "".join(_bar(row._asdict(), widest or Decimal(1)) for row in rows(newest))
    return f"<table class='ox-open'><tbody>{body}</tbody></table>"


def _bar(row: dict[str, Any], widest: Decimal) -> str:
    share = rate_words.openness(row) / widest * 100
    colour = f"color:var(--ox-{row['country'].lower()})"
    bar = f"<span class='ox-bar' style='{colour};width:max({share:.2f}%,2px)'></span>"
    words_of_it = f"{rate_words.tolerance(row)} · {rate_words.digits(row)}"
    return f"<tr><th scope='row'>{escape(row['lcu'])}</th><td>{bar}</td><td>{escape(words_of_it)}</td></tr>"


COLUMNS = ("Currency", "Per US dollar", "Printed", "Kind", "Source", "Date", "Printed change", "Seen")


def table(history: pd.DataFrame) -> str:
    """Every dated rate, the newest first in each currency."""
    head = "".join(f"<th scope='col'>{name}</th>" for name in COLUMNS)
    body = "".join(_row(row._asdict()) for row in rows(history))
    return (
        "<div class='ox-scroll'><table class='ox-table'>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: dict[str, Any]) -> str:
    value, claim = escape(rate_words.per_usd(row)), text(row["claim_id"])
    spoken = f"{rate_words.per_usd(row)} {row['lcu']}: open the words it came from"
    cells = (
        escape(row["lcu"]),
        layout.link(claim, value, spoken) if claim else value,
        escape(rate_words.printed(row)),
        escape(rate_words.KINDS.get(row["kind"], row["kind"])),
        escape(row["source"]),
        escape(when(row)),
        escape(rate_words.change(row)),
        words.count(int(row["seen"]), "time"),
    )
    problem = text(row["problem"])
    flagged = f"<tr><td></td><td colspan='7'>{escape(problem)}</td></tr>" if problem else ""
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>{flagged}"


def takeaway(newest: pd.DataFrame) -> str:
    """What the newest rates are, and which of them is known least."""
    if newest.empty:
        return "No rate has been read yet."
    days = sorted({as_day(row.date).isoformat() for row in rows(newest)})
    span = " to ".join(words.day(day) for day in dict.fromkeys((days[0], days[-1])))
    kinds = sorted({rate_words.KINDS.get(row.kind, row.kind) for row in rows(newest)})
    loosest = max((row._asdict() for row in rows(newest)), key=rate_words.openness)
    told = f"Newest: {words.listed(kinds)}, {span}."
    if rate_words.significant(loosest["value_text"]) >= rate_words.TOLERANCE_DIGITS:
        return told
    return (
        f"{told} Least is known of the {loosest['lcu']}: printed with {rate_words.digits(loosest)}, "
        f"a dollar may be worth {rate_words.per_usd(loosest)}."
    )
