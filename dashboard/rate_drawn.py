"""What the charts of rates show: a sentence, notes, a table. Tables in, words or escaped HTML out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape
from typing import Any

import pandas as pd

from dashboard import layout, rate_numbers, rate_words, words
from dashboard.cells import decimal, rows
from dashboard.numbers import grouped, rounded
from dashboard.rate_period import Period

STEPS = {"week": "one point a week", "month": "one point a month", "quarter": "one point a quarter"}
LINES = {"official": "official", "close": "market"}
KEY = (
    ("official", "official rate"),
    ("close", "market's close, Yahoo Finance"),
    ("ticker", "ticker, with what its digits leave open"),
    ("problem", "cannot be right; a triangle is beyond the axis"),
)


def sentence(
    currencies: Sequence[str], extremes: pd.DataFrame, farthest: pd.DataFrame, period: Period
) -> str:
    """Between what the rates moved, and how far the market was from the banks."""
    first = {row.lcu: row for row in rows(extremes.drop_duplicates("lcu"))}
    if not first:
        when = f"From {words.on(period.first)} to {words.on(period.last)}"
        return f"{when} no official rate and no close is known: no line."
    told = words.listed([_between(first[each]) for each in currencies if each in first])
    kinds = " and ".join(dict.fromkeys(LINES[row.kind] for row in first.values()))
    when = f"Between {words.on(period.first)} and {words.on(period.last)} a dollar was worth"
    return " ".join([f"{when} {told} ({kinds} rates).", *_farthest(farthest)])


def spoken(currency: str, extremes: pd.DataFrame) -> str:
    """One panel in words, for those who do not see it."""
    told = (f"{LINES[row.kind]} {_between(row)}" for row in rows(extremes[extremes.lcu == currency]))
    return f"{currency} per US dollar over time: {', '.join(told) or 'no line in this time'}"


def _between(row: Any) -> str:
    ends = (_shown(row.least, row.least_digits), _shown(row.most, row.most_digits))
    return f"{' to '.join(dict.fromkeys(ends))} {row.lcu}"


def _shown(level: Any, digits: Any) -> str:
    return grouped(rounded(Decimal(str(level)), int(digits)))


def _farthest(farthest: pd.DataFrame) -> Iterator[str]:
    for row in rows(farthest):
        share = decimal(abs(row.share) * 100)
        if share:
            way = "above" if row.share > 0 else "below"
            much = grouped(rounded(share, 2))
            when = words.on(row.date)
            yield f"The market was farthest from a bank on {when}: {much} % {way} for {row.lcu}."


def notes(lines: pd.DataFrame, period: Period) -> str:
    """How the lines were made: thinned, passed on, broken; nothing where there is none."""
    if lines.empty:
        return ""
    return " ".join([*_thinned(period), *_passed_on(lines), "A line is broken where no rate is known."])


def _thinned(period: Period) -> Iterator[str]:
    if period.step != "day":
        yield f"{STEPS.get(period.step, 'One point a year').capitalize()}: its last rate."


def _passed_on(lines: pd.DataFrame) -> Iterator[str]:
    for name, found in lines[lines.passed_on.notna()].groupby("passed_on", sort=True):
        who = str(name).rpartition("passed on by ")[2]
        yield (
            f"Where a bank's own rate of a day is not kept ({words.listed(list(dict.fromkeys(found.lcu)))}), "
            f"the line has it as {who} passes it on."
        )


def key(lines: pd.DataFrame, marks: pd.DataFrame) -> str:
    """How to tell apart what is drawn; nothing that is not."""
    drawn = {*lines.kind, *marks.role}
    told = (
        f"<span class='ox-key'><i class='ox-line-{code}'></i>{escape(name)}</span>"
        for code, name in KEY
        if code in drawn
    )
    return f"<div class='ox-legend'>{''.join(told)}</div>"


def table(lines: pd.DataFrame, currencies: Sequence[str]) -> str:
    """The points of all lines in a drawer, the newest first: a row a step, a column a line."""
    if lines.empty:
        return ""
    found = {(row.step, row.lcu, row.kind): row._asdict() for row in rows(lines)}
    columns = [
        (lcu, kind) for lcu in currencies for kind in LINES if any(k[1:] == (lcu, kind) for k in found)
    ]
    head = "".join(f"<th scope='col'>{lcu} {LINES[kind]}</th>" for lcu, kind in columns)
    steps = sorted({step for step, _, _ in found}, reverse=True)
    body = "".join(_step(step, [found.get((step, *column)) for column in columns]) for step in steps)
    columns_named = f"<thead><tr><th scope='col'>From</th>{head}</tr></thead>"
    inner = layout.scroll(f"<table class='ox-table'>{columns_named}<tbody>{body}</tbody></table>")
    return f"<details class='ox-drawer ox-asked'><summary>Table of these points</summary>{inner}</details>"


def _step(step: Any, cells: Sequence[dict[str, Any] | None]) -> str:
    told = "".join(f"<td>{_cell(cell)}</td>" for cell in cells)
    return f"<tr><th scope='row'>{words.short(words.on(step))}</th>{told}</tr>"


def _cell(row: dict[str, Any] | None) -> str:
    if row is None:
        return ""
    return f"<span title='{rate_words.day(row)}'>{escape(rate_numbers.per_usd(row))}</span>"
