"""The landing's table: topics down, countries across, rates last. Tables in, escaped HTML out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any
from urllib.parse import quote

import pandas as pd

from dashboard import figures, rate_words, words
from dashboard.cells import rows


@dataclass(frozen=True, slots=True)
class Search:
    """What was read for the table, and the day it is read on."""

    articles: int
    today: date

    @property
    def nothing(self) -> str:
        """The words of an empty cell."""
        return f"nothing found in {words.count(self.articles, 'article')}"


@dataclass(frozen=True, slots=True)
class Known:
    """What stands in the table, as `queries.region` gives it."""

    topics: pd.DataFrame
    headlines: pd.DataFrame
    rates: pd.DataFrame


def matrix(known: Known, names: dict[str, str], search: Search) -> str:
    """`names` are the countries by code, in their order."""
    cells = {(row.topic, row.country): row for row in rows(known.headlines)}
    head = "".join(_country(code, name) for code, name in names.items())
    lines = (
        _topic(row) + "".join(_cell(cells.get((row.topic, code)), search) for code in names)
        for row in rows(known.topics)
    )
    body = "".join(f"<tr>{row}</tr>" for row in lines)
    body += f"<tr class='ox-rate'>{_rates(known.rates, list(names))}</tr>"
    return f"<table class='ox-matrix'><thead><tr><td></td>{head}</tr></thead><tbody>{body}</tbody></table>"


def _country(code: str, name: str) -> str:
    address = f"country?country={quote(name)}"
    link = f"<a href='{escape(address)}' target='_self'>{escape(name)}</a>"
    return f"<th scope='col'><span style='border-color:var(--ox-{code.lower()})'>{link}</span></th>"


def _topic(row: Any) -> str:
    count = words.count(row.figures, "figure")
    return f"<th scope='row'>{escape(words.topic(row.topic))}<small>{count}</small></th>"


def _cell(row: Any | None, search: Search) -> str:
    if row is None:
        return f"<td class='ox-none'>{escape(search.nothing)}</td>"
    return f"<td>{figures.named(row, search.today)}</td>"


def _rates(rates: pd.DataFrame, countries: list[str]) -> str:
    """The newest rate of each currency to the dollar, each in its country's column."""
    cells = {row.country: _rate(row._asdict()) for row in rows(rates)}
    none = "<td class='ox-none'>no rate read yet</td>"
    head = "<th scope='row'>US dollar<small>in local currency</small></th>"
    return head + "".join(cells.get(code, none) for code in countries)


def _rate(row: dict[str, Any]) -> str:
    value = f"<b>{escape(rate_words.per_usd(row))}</b> <u>{escape(row['lcu'])}</u>"
    day = words.day(words.as_day(row["date"]).isoformat())
    under = escape(f"{row['kind']}, {day}")
    spoken = escape(f"{rate_words.KINDS.get(row['kind'], row['kind'])}, {rate_words.digits(row)}: open Rates")
    link = f"<a class='ox-figure' href='rates' target='_self' title='{spoken}'>"
    return f"<td>{link}<span class='ox-value'>{value}</span><small>{under}</small></a></td>"
