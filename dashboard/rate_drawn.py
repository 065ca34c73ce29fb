"""What the charts of rates show: a sentence, notes, a table. Tables in, words or escaped HTML out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape
from typing import Any

import pandas as pd

from dashboard import layout, rate_numbers, rate_words, words
from dashboard.cells import decimal, rows
from dashboard.language import N_, _
from dashboard.numbers import grouped, rounded
from dashboard.rate_period import Period

STEPS = {
    "week": N_("One point a week: its last rate."),
    "month": N_("One point a month: its last rate."),
    "quarter": N_("One point a quarter: its last rate."),
    "year": N_("One point a year: its last rate."),
}
LINES = {"official": N_("official"), "close": N_("market")}
# What the rates of a sentence are, and both kinds of them.
RATES = {
    ("official",): N_("{told} (official rates)."),
    ("close",): N_("{told} (market rates)."),
    ("official", "close"): N_("{told} (official and market rates)."),
    ("close", "official"): N_("{told} (market and official rates)."),
}
KEY = (
    ("official", N_("official rate")),
    ("close", N_("market's close, Yahoo Finance")),
    ("ticker", N_("ticker, with what its digits leave open")),
    ("problem", N_("cannot be right; a triangle is beyond the axis")),
)


def sentence(
    currencies: Sequence[str], extremes: pd.DataFrame, farthest: pd.DataFrame, period: Period
) -> str:
    """Between what the rates moved, and how far the market was from the banks."""
    first = {row.lcu: row for row in rows(extremes.drop_duplicates("lcu"))}
    days = {"first": words.on(period.first), "last": words.on(period.last)}
    if not first:
        return _("From {first} to {last} no official rate and no close is known: no line.").format(**days)
    worth = words.listed([_between(first[each]) for each in currencies if each in first])
    told = _("Between {first} and {last} a dollar was worth {amounts}").format(**days, amounts=worth)
    kinds = tuple(dict.fromkeys(str(row.kind) for row in first.values()))
    return " ".join([_(RATES[kinds]).format(told=told), *_farthest(farthest)])


def spoken(currency: str, extremes: pd.DataFrame) -> str:
    """One panel in words, for those who do not see it."""
    told = (f"{_(LINES[row.kind])} {_between(row)}" for row in rows(extremes[extremes.lcu == currency]))
    said = ", ".join(told) or _("no line in this time")
    return _("{currency} per US dollar over time: {rates}").format(currency=currency, rates=said)


def _between(row: Any) -> str:
    low, high = _shown(row.least, row.least_digits), _shown(row.most, row.most_digits)
    ends = low if low == high else _("{low} to {high}").format(low=low, high=high)
    return f"{ends} {row.lcu}"


def _shown(level: Any, digits: Any) -> str:
    return grouped(rounded(Decimal(str(level)), int(digits)))


def _farthest(farthest: pd.DataFrame) -> Iterator[str]:
    for row in rows(farthest):
        share = decimal(abs(row.share) * 100)
        if share:
            above = _("The market was farthest from a bank on {day}: {share} % above for {currency}.")
            below = _("The market was farthest from a bank on {day}: {share} % below for {currency}.")
            much, when = grouped(rounded(share, 2)), words.on(row.date)
            yield (above if row.share > 0 else below).format(day=when, share=much, currency=row.lcu)


def notes(lines: pd.DataFrame, period: Period) -> str:
    """How the lines were made: thinned, passed on, broken; nothing where there is none."""
    if lines.empty:
        return ""
    broken = _("A line is broken where no rate is known.")
    return " ".join([*_thinned(period), *_passed_on(lines), broken])


def _thinned(period: Period) -> Iterator[str]:
    if period.step != "day":
        yield _(STEPS[period.step])


def _passed_on(lines: pd.DataFrame) -> Iterator[str]:
    for name, found in lines[lines.passed_on.notna()].groupby("passed_on", sort=True):
        who = str(name).rpartition("passed on by ")[2]
        told = _(
            "Where a bank's own rate of a day is not kept ({currencies}), "
            "the line has it as {who} passes it on."
        )
        yield told.format(currencies=words.listed(list(dict.fromkeys(found.lcu))), who=who)


def key(lines: pd.DataFrame, marks: pd.DataFrame) -> str:
    """How to tell apart what is drawn; nothing that is not."""
    drawn = {*lines.kind, *marks.role}
    told = (
        f"<span class='ox-key'><i class='ox-line-{code}'></i>{escape(_(name))}</span>"
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
    head = "".join(f"<th scope='col'>{lcu} {_(LINES[kind])}</th>" for lcu, kind in columns)
    steps = sorted({step for step, *_others in found}, reverse=True)
    body = "".join(_step(step, [found.get((step, *column)) for column in columns]) for step in steps)
    columns_named = f"<thead><tr><th scope='col'>{_('From')}</th>{head}</tr></thead>"
    inner = layout.scroll(f"<table class='ox-table'>{columns_named}<tbody>{body}</tbody></table>")
    summary = f"<summary>{_('Table of these points')}</summary>"
    return f"<details class='ox-drawer ox-asked'>{summary}{inner}</details>"


def _step(step: Any, cells: Sequence[dict[str, Any] | None]) -> str:
    told = "".join(f"<td>{_cell(cell)}</td>" for cell in cells)
    return f"<tr><th scope='row'>{words.short(words.on(step))}</th>{told}</tr>"


def _cell(row: dict[str, Any] | None) -> str:
    if row is None:
        return ""
    return f"<span title='{rate_words.day(row)}'>{escape(rate_numbers.per_usd(row))}</span>"
