"""The tabs of the indicator page, over one selection."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from html import escape
from typing import Any

import streamlit as st

from dashboard import (
    charts,
    dollars,
    figures,
    filters,
    forms,
    heads,
    indicator_table,
    layout,
    lenses,
    present,
    quotes,
    takeaways,
    widest,
    words,
)  # fmt: skip
from dashboard.cells import rows, text
from dashboard.field import DESK, SLIDE
from dashboard.language import N_, _, ngettext
from dashboard.queries import indicator
from dashboard.selection import Selection

WITHIN = ("show", "order", "rows", "sentences")  # choices that another indicator may not offer
ORDERS = {"country": N_("By country"), "newest": N_("Newest first")}
MOST = 50  # figures or sentences at a time
MAP_NOTE = N_("The newest figure of each whole country, in one unit; the rest is in the table.")


def subtitle(chosen: Selection) -> str:
    """Units and years of what is shown."""
    if not chosen.rows:
        return _("no figure for this choice")
    units = words.listed(list(dict.fromkeys(words.unit(row.unit) for row in chosen.rows)))
    years = takeaways.span(chosen.points.period)
    told = _("{units}, as reported in articles").format(units=units)
    return f"{told}, {years}" if years else told


def chart(chosen: Selection, today: date) -> None:
    """A panel for each unit and sort of value, as the chosen lens shows them."""
    if not chosen.rows:
        layout.empty(_("Nothing found for this choice."), _("Choose more countries, or another indicator."))
        return
    population = list(rows(indicator.population())) if any(map(heads.may_be, chosen.rows)) else []
    lens = filters.pick(_("Show"), lenses.offered(chosen.rows, population), key="show")
    seen = lenses.through(lens, chosen.rows, population)
    told = _told(chosen)
    shown = seen.panels[: present.most(1)]
    drawn = "".join(_heading(panel, seen, lens) + _panel(panel, chosen, told, today) for panel in shown)
    note = f"<p class='ox-note'>{seen.note}</p>" if seen.note else ""
    layout.html(f"{charts.legend(shown, today)}{drawn}{note}")


def _told(chosen: Selection) -> dict[str, list[Any]]:
    """What else was said of the disputed figures."""
    if not any(row.disputed for row in chosen.rows):
        return {}
    told: dict[str, list[Any]] = {}
    for row in indicator.told(chosen.indicator, chosen.asked):
        told.setdefault(row.headline, []).append(row)
    return told


def _panel(panel: forms.Panel, chosen: Selection, told: dict[str, list[Any]], today: date) -> str:
    if panel.form == "sentence":
        return _sentence(panel.figures[0], chosen, today)
    return charts.chart(panel, told, today, SLIDE if present.on() else DESK)


def _heading(panel: forms.Panel, seen: lenses.Seen, lens: str) -> str:
    """The unit of one panel alone stands under the page's title."""
    needed = len(seen.panels) > 1 or lens != "reported"
    return f"<h2 class='ox-h3'>{escape(panel.title)}</h2>" if needed else ""


def _sentence(row: Any, chosen: Selection, today: date) -> str:
    """The only figure: as large as it is alone, above the words it came from."""
    found = indicator.sentences(chosen.indicator, chosen.asked)
    claim = next(each for each in found if each.claim_id == row.claim_id)
    head = f"<p class='ox-name'>{escape(figures.lane(row))}</p>{figures.linked(row, today)}{_dollars(row)}"
    return f"<div class='ox-alone'>{head}{quotes.quote([claim], today)}</div>"


def _dollars(row: Any) -> str:
    """A second, quiet line for money of the five currencies."""
    shown = dollars.brief(row)
    return f"<p class='ox-note'>{escape(shown)}</p>" if shown else ""


def on_map(chosen: Selection, today: date) -> None:
    """The newest figure of each whole country, and the same on one scale: a large country is not more."""
    newest = indicator.newest(chosen.indicator, chosen.asked)
    left, right = st.columns([1, 1], gap="large")
    with left:
        layout.html(widest.drawn(newest, today))
    with right:
        layout.html(f"{_beside(list(rows(newest)), chosen, today)}<p class='ox-note'>{_(MAP_NOTE)}</p>")


def _beside(newest: list[Any], chosen: Selection, today: date) -> str:
    if not newest:
        return f"<p class='ox-empty'>{_('No figure of a whole country.')}</p>"
    panel = forms.Panel(forms.in_unit(newest[0].unit), newest, "strip")
    drawn = charts.chart(panel, _told(chosen), today)
    return f"{charts.legend([panel], today)}{drawn}"


def table(chosen: Selection, today: date) -> None:
    """The rows of the view, one a figure, some at a time; the CSV has them all."""
    if not chosen.rows:
        layout.empty(_("No row for this choice."))
        return
    order = filters.pick(_("Order"), {code: _(name) for code, name in ORDERS.items()}, key="order")
    shown = chosen.rows if order == "country" else sorted(chosen.rows, key=figures.until, reverse=True)
    some = _page(shown, "rows")[: present.most(6)]
    layout.html(f"{figures.legend(some, today)}{indicator_table.table(some, today)}")
    st.download_button(
        _("CSV of this table"), chosen.csv, chosen.file_name(), "text/csv", on_click="ignore", key="table-csv"
    )


def _page(shown: Sequence[Any], key: str) -> Sequence[Any]:
    """So many as can be read at a time; says which of how many."""
    if len(shown) <= MOST:
        return shown
    first = (filters.page(-(-len(shown) // MOST), key=key) - 1) * MOST
    some = shown[first : first + MOST]
    ends = "–".join(words.plain(Decimal(n)) for n in (first + 1, first + len(some)))
    told = ngettext("{ends} of {n} figure", "{ends} of {n} figures", len(shown))
    layout.html(f"<p class='ox-note'>{told.format(ends=ends, n=words.grouped(len(shown)))}</p>")
    return some


def evidence(chosen: Selection, today: date) -> None:
    """Every sentence by country, with its figures marked."""
    found = indicator.sentences(chosen.indicator, chosen.asked)
    if not found:
        layout.empty(_("No sentence for this choice."))
        return
    some = _page(found, "sentences")
    layout.html(f"{figures.legend(some, today)}{quotes.by_country(some, today)}")


def definition(chosen: Selection) -> None:
    """What the indicator means, and whether it is of the catalogue."""
    row = indicator.definition(chosen.indicator)
    told = [escape(text(row.definition) or _("No definition yet."))]
    if not row.catalogued:
        told.append(_("The name was made from the words of an article; it is not in the catalogue."))
    layout.html(f"<p class='ox-note'>{' '.join(told)}</p>")


def tabs() -> dict[str, str]:
    """Code and name of each way to look at the selection."""
    return {code: _(name) for code, name in TAB_NAMES.items()}


TAB_NAMES = {"chart": N_("Chart"), "map": N_("Map"), "table": N_("Table"), "evidence": N_("Evidence")}
TABS = {"chart": chart, "map": on_map, "table": table, "evidence": evidence}
