"""A tile a currency: the rate that stands for it, both ways, with all that must be known of it.

Tables in, HTML with every word escaped out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import pandas as pd

from dashboard import layout, rate_age, rate_numbers, rate_words
from dashboard.cells import as_day, rows, text
from dashboard.language import _

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands for each currency, and around it by its role."""

    currencies: tuple[Any, ...]
    shown: Mapping[str, Row]
    around: Mapping[tuple[str, str], Sequence[Row]]
    today: date

    @classmethod
    def of(cls, currencies: pd.DataFrame, shown: pd.DataFrame, around: pd.DataFrame, today: date) -> Standing:
        """From the tables of `queries.rates`."""
        told: dict[tuple[str, str], list[Row]] = {}
        for row in rows(around):
            told.setdefault((row.lcu, row.role), []).append(row._asdict())
        return cls(tuple(rows(currencies)), {row.lcu: row._asdict() for row in rows(shown)}, told, today)

    def beside(self, currency: str, role: str) -> Sequence[Row]:
        """What has this role beside the rate of a currency."""
        return self.around.get((currency, role), ())

    def headlines(self) -> list[Row]:
        """The rates that stand, in the order of the currencies."""
        found = (self.shown.get(each.currency) for each in self.currencies)
        return [row for row in found if row]


def tiles(standing: Standing) -> str:
    """In the order of the countries, those without a rate too."""
    return f"<div class='ox-tiles'>{''.join(_tile(row, standing) for row in standing.currencies)}</div>"


def _tile(currency: Any, standing: Standing) -> str:
    row = standing.shown.get(currency.currency)
    if row is None:
        state, body, told = "none", _nothing(currency), _left_out(currency.currency, standing)
    else:
        state, body = rate_age.state(as_day(row["date"]), standing.today), _value(row)
        told = _lines(row, standing)
    fixed = rate_words.peg(row) if row else ""
    under = "".join(_line(line, kept=line == fixed) for line in told if line)
    colour = f"style='border-color:var(--ox-{currency.country.lower()})'"
    name = f"<h2>{escape(currency.country_name)}</h2>"
    return f"<section class='ox-{state}' {colour}>{name}{body}<ul>{under}</ul></section>"


def _line(line: str, *, kept: bool) -> str:
    """One line; `kept` stands on a slide too, where others make way."""
    return f"<li{' class=ox-kept' if kept else ''}>{escape(line).replace(' %', '&nbsp;%')}</li>"


def _nothing(currency: Any) -> str:
    told = _("No rate of {currency} that can be shown. {command} asks for one.")
    said = told.format(currency=currency.currency, command="python -m etl rates")
    return f"<p class='ox-empty'>{escape(said)}</p>"


def _value(row: Row) -> str:
    """Both ways: the number in large opens its words or its source.

    The hedge goes with the unit: beside a number in large it would not fit the tile.
    """
    about, number = rate_numbers.hedged(row)
    unit = (_("about, in {currency} per USD") if about else _("{currency} per USD")).format(
        currency=row["lcu"]
    )
    value = f"<b>{escape(number)}</b> <u>{escape(unit)}</u>"
    return f"{opened(row, value)}<p class='ox-inverse'>{escape(rate_numbers.inverse(row))}</p>"


def opened(row: Row, inner: str) -> str:
    """`inner`, which is HTML, as a link to the sentence that holds the rate, else to who publishes it."""
    told = _("{amount} {currency} per US dollar")
    spoken = told.format(amount=rate_numbers.per_usd(row), currency=row["lcu"])
    claim, home = text(row.get("claim_id")), text(row.get("home"))
    if claim:
        return layout.link(claim, inner, _("{rate}: open the words it came from").format(rate=spoken))
    if home:
        said = _("{rate}: open {source}").format(rate=spoken, source=row["source_name"])
        title, to = escape(said), "target='_blank' rel='noopener'"
        return f"<a class='ox-figure' href='{escape(home)}' {to} title='{title}'>{inner}</a>"
    return f"<span class='ox-figure'>{inner}</span>"


def _lines(row: Row, standing: Standing) -> Iterator[str]:
    """All that is to be said under the number; what is empty is left out."""
    yield rate_words.named(row)
    yield rate_words.when(row)
    yield rate_age.age(as_day(row["date"]), standing.today)
    yield from (_moved(earlier, row, standing) for earlier in standing.beside(row["lcu"], "before"))
    change, loose = rate_words.change(row), int(row["digits"]) < rate_numbers.POINT_DIGITS
    yield _("printed change {change}").format(change=change) if change else ""
    yield _("printed with {digits}").format(digits=rate_words.digits(row)) if loose else ""
    yield from (_beside(row, other) for other in standing.beside(row["lcu"], "beside"))
    yield from (_ahead(row, other) for other in standing.beside(row["lcu"], "ahead"))
    yield _("revised from {number}").format(number=row["revises"]) if text(row["revises"]) else ""
    yield rate_words.peg(row)
    yield text(row["note"]) or ""
    yield from _left_out(row["lcu"], standing)


def _moved(earlier: Row, row: Row, standing: Standing) -> str:
    """The way from the rate before; an arrow only while the rate is of now."""
    move, day = rate_words.move(earlier, row), _day_beside(row, earlier)
    if move:
        stale = rate_age.state(as_day(row["date"]), standing.today) == "stale"
        up = rate_numbers.apart(earlier, row)[1] > 0
        told = _("{move} since {day}").format(move=move, day=day)
        return told if stale else f"{'↑' if up else '↓'} {told}"
    if rate_words.peg(row):
        return ""
    exact = int(row["digits"]) >= rate_numbers.POINT_DIGITS and row["value_text"] == earlier["value_text"]
    return (
        _("unchanged since {day}") if exact else _("no change since {day} that its digits could show")
    ).format(day=day)


def _beside(row: Row, other: Row) -> str:
    """Another kind's rate of the nearest day; of a day far from it only the official one, not compared."""
    near = _apart(row, other) <= rate_age.KEEPS
    if not near and other["kind"] != "official":
        return ""
    told = f"{_who(other)} {rate_numbers.per_usd(other)} {_on(row, other)}"
    return f"{told}, {_compared(row, other)}" if near else told


def _apart(row: Row, other: Row) -> int:
    first, last = sorted((as_day(row["date"]), as_day(other["date"])))
    return rate_age.business_days(first, last)


def _who(other: Row) -> str:
    kind = rate_words.in_short(other["kind"])
    return kind if other["kind"] in ("official", "ticker") else f"{other['source_name']} {kind}"


def _compared(row: Row, other: Row) -> str:
    share, way = rate_numbers.apart(row, other)
    if not way:
        return _("the same within its digits")
    return (_("{share} above") if way > 0 else _("{share} below")).format(share=share)


def _on(row: Row, other: Row) -> str:
    same = as_day(row["date"]) == as_day(other["date"])
    return _("that day") if same else _("on {day}").format(day=_day_beside(row, other))


def _day_beside(row: Row, other: Row) -> str:
    """The other's day, its year only where it is another one."""
    return rate_words.day(other).removesuffix(f" {as_day(row['date']).year}")


def _ahead(row: Row, other: Row) -> str:
    told = _("set for {day}: {amount}")
    return told.format(day=_day_beside(row, other), amount=rate_numbers.per_usd(other))


def _left_out(currency: str, standing: Standing) -> Iterator[str]:
    """A newer rate against which something speaks."""
    for other in standing.beside(currency, "left_out"):
        told = _("not shown: {rate} of {day}. {problem}")
        yield told.format(rate=_who(other), day=rate_words.day(other), problem=text(other["problem"]))
