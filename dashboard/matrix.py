"""The landing's table: indicators down, countries across, rates last. Tables in, escaped HTML out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import pandas as pd

from dashboard import figures, layout, rate_age, rate_numbers, rate_words, words
from dashboard.cells import rows
from dashboard.language import _, kept


@dataclass(frozen=True, slots=True)
class Search:
    """What was read for the table, and the day it is read on."""

    articles: int
    today: date

    @property
    def nothing(self) -> str:
        """The words of an empty cell."""
        return words.count(self.articles, "nothing found in {n} article", "nothing found in {n} articles")


@dataclass(frozen=True, slots=True)
class Known:
    """What stands in the table, as `queries.region` gives it; `indicators` in the order of the rows."""

    indicators: list[str]
    latest: pd.DataFrame
    rates: pd.DataFrame


def matrix(known: Known, names: dict[str, str], search: Search) -> str:
    """`names` are the countries by code, in their order."""
    cells = {(row.indicator, row.country): row for row in rows(known.latest)}
    titles = {row.indicator: row.name for row in rows(known.latest)}
    head = "".join(_country(code, name) for code, name in names.items())
    lines = (
        _indicator(each, titles[each])
        + "".join(_cell(cells.get((each, code)), name, search) for code, name in names.items())
        for each in known.indicators
    )
    body = "".join(f"<tr>{row}</tr>" for row in lines)
    body += f"<tr class='ox-rate'>{_rates(known.rates, names, search.today)}</tr>"
    return f"<table class='ox-matrix'><thead><tr><td></td>{head}</tr></thead><tbody>{body}</tbody></table>"


def _country(code: str, name: str) -> str:
    opens = layout.address("country", country=code)
    link = f"<a href='{escape(opens)}' target='_self'>{escape(name)}</a>"
    return f"<th scope='col'><span style='border-color:var(--ox-{code.lower()})'>{link}</span></th>"


def _indicator(code: str, name: str) -> str:
    opens = escape(layout.address("indicator", indicator=code))
    return f"<th scope='row'><a href='{opens}' target='_self'>{escape(name)}</a></th>"


def _cell(row: Any | None, name: str, search: Search) -> str:
    if row is None:
        return _td(name, f"<span class='ox-none'>{escape(search.nothing)}</span>")
    return _td(name, figures.compact(row, search.today))


def _td(name: str, inner: str) -> str:
    """A cell that knows its country: on a narrow screen the columns become lines."""
    return f"<td data-country='{escape(name)}'><div>{inner}</div></td>"


def _rates(rates: pd.DataFrame, names: dict[str, str], today: date) -> str:
    """The rate that stands for each currency, in its country's column; kind and day once if they are one."""
    told = {row.country: _told(row._asdict(), today) for row in rows(rates)}
    common = next(iter(told.values())) if len(set(told.values())) == 1 else ""
    cells = {
        row.country: _rate(
            row._asdict(), ["" if common else told[row.country], *_under(row._asdict(), today)]
        )
        for row in rows(rates)
    }
    none = f"<span class='ox-none'>{_('no rate read yet')}</span>"
    under = common or _("in local currency")
    head = f"<th scope='row'>{_('US dollar')}<small>{escape(under)}</small></th>"
    return head + "".join(_td(name, cells.get(code, none)) for code, name in names.items())


def _told(row: dict[str, Any], today: date) -> str:
    """Kind and day; this year goes without saying."""
    day = rate_words.day(row).removesuffix(f" {today.year}")
    return f"{rate_words.in_short(row['kind'])} {day}"


def _under(row: dict[str, Any], today: date) -> Iterator[str]:
    """What must be known of a rate before it is read."""
    day = words.as_day(row["date"])
    if rate_age.state(day, today) == "stale":
        yield rate_age.age(day, today)
    if rate_words.peg(row):
        yield _("fixed since {year}").format(year=words.as_day(row["peg_since"]).year)


def _rate(row: dict[str, Any], under: Iterable[str]) -> str:
    value = f"<b>{escape(rate_numbers.per_usd(row))}</b> <u>{escape(row['lcu'])}</u>"
    opens = _("{rate}: open Rates.").format(rate=f"{rate_words.named(row)}, {rate_words.digits(row)}")
    spoken = f"{opens} {_(rate_words.RULE)}"
    said = " · ".join(filter(None, under))
    inner = f"<span class='ox-value'>{value}</span>" + (f"<small>{escape(said)}</small>" if said else "")
    opened = f"href='{escape(kept('rates'))}' target='_self' title='{escape(spoken)}'"
    return f"<a class='ox-figure' {opened}>{inner}</a>"
