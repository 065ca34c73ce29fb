"""The parts of the rates page."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import streamlit as st

from dashboard import (
    database,
    export,
    filters,
    layout,
    rate_asked,
    rate_openness,
    rate_period,
    rate_table,
    rate_takeaway,
    rate_tiles,
    rate_words,
    rates_compared,
    rates_converted,
    rates_over_time,
    rates_refresh,
    shell,
)
from dashboard.cells import as_day
from dashboard.language import _
from dashboard.queries import rate_sources, rates
from dashboard.queries import rate_table as table
from dashboard.queries.rate_table import Reach
from dashboard.rate_period import Period
from dashboard.rate_tiles import Standing

PAGE = "page"  # of the table; another choice of rates begins at its first


@dataclass(frozen=True, slots=True)
class View:
    """What the reader chose, and what stands today. Without any rate there is no period."""

    currencies: tuple[str, ...]
    reach: Reach | None
    period: Period | None
    standing: Standing


def choose() -> View:
    """The currencies, all five until some are chosen, and the stretch of time."""
    subtitle = _("Local currency per US dollar, with the digits that were really printed")
    layout.title(_("Exchange rates"), subtitle)
    pills, periods = st.columns([3, 2], vertical_alignment="bottom")
    with pills:
        chosen = filters.some(_("Currencies"), rates.choices(), key="currency", ends=(PAGE,))
    with periods:
        times = {each: _(name) for each, name in rate_period.PERIODS.items()}
        code = filters.pick(_("Time"), times, key="span", default=rate_period.DEFAULT, ends=(PAGE,))
    today, reach = shell.today(), table.reach(chosen)
    shown = rates.chosen(rates.headline(today), chosen)
    currencies = rates.currencies()
    among = currencies[currencies.currency.isin(chosen)]
    standing = Standing.of(among, shown, rates.around(shown, today), today)
    period = rate_period.ending(reach.newest, reach.oldest, code) if reach else None
    return View(tuple(chosen), reach, period, standing)


def now(view: View) -> None:
    """The takeaway and a tile a currency."""
    layout.takeaway(rate_takeaway.takeaway(view.standing))
    layout.html(rate_tiles.tiles(view.standing))


def over_time(view: View) -> None:
    """Each currency by date."""
    if view.period:
        period = rate_period.until(view.period, view.standing.today)
        rates_over_time.draw(rates_over_time.Asked(view.currencies, period))


def sources() -> None:
    """How those who are asked for rates are, and which of them speaks first."""
    asked = rate_sources.asked()
    told = (*rate_asked.lines(asked), _(rate_words.RULE))
    notes = "".join(f"<p class='ox-note'>{escape(line)}</p>" for line in told)
    layout.html(f"{notes}{rate_asked.table(asked)}")
    rates_refresh.button()


def compared(view: View) -> None:
    """All currencies since one day."""
    if view.reach and view.period:
        period = rate_period.until(view.period, view.standing.today)
        rates_compared.draw(view.currencies, period, view.reach.oldest)


def converter(view: View) -> None:
    """An amount of one currency in another."""
    if view.reach:
        known = [row["lcu"] for row in view.standing.headlines()]
        rates_converted.draw((known or view.currencies)[0], view.reach.oldest, view.standing.today)


def exactness(view: View) -> None:
    """How much a rate printed with few digits leaves open."""
    loose = rate_openness.loose(view.standing.headlines())
    if loose:
        note = _("in {sign} of the rate, one scale").format(sign="%")
        layout.part(_("What rounding leaves open"), rate_openness.openness(loose), note)


def every_rate(view: View) -> None:
    """A page of the table, and all of its rows as a file."""
    if view.period is None:
        return
    period, size = view.period, table.size(view.currencies, view.period)
    layout.section(_("Every rate"), _("as published, the newest first"))
    number = filters.page(rate_table.pages(size), key=PAGE)
    layout.html(rate_table.table(table.page(view.currencies, period, number)))
    export.button(lambda: table.as_csv(view.currencies, period), "rates", " ".join(view.currencies))
    told = rate_table.in_file(size, personal=database.personal_use())
    st.caption(f"{told} {export.citation(database.build())}")


def slide(view: View) -> None:
    """On a slide the tiles are the figure, and no more is drawn."""
    layout.slide(_foot(view))


def foot(view: View) -> None:
    """Who says so."""
    layout.foot(_foot(view))


def _foot(view: View) -> layout.Foot:
    shown = sorted(view.standing.headlines(), key=lambda row: as_day(row["date"]))
    sources = tuple(dict.fromkeys(str(row["source_name"]) for row in shown))
    kinds = tuple(dict.fromkeys(map(rate_words.kind, shown)))
    days = list(dict.fromkeys(map(rate_words.day, (shown[0], shown[-1])))) if shown else []
    return layout.Foot(sources, "–".join(days) or None, kinds=kinds)
