"""The rates page's converter: four choices in the address, and what comes of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from dashboard import filters, free_choices, layout, rate_converted
from dashboard.cells import as_day, rows
from dashboard.language import _
from dashboard.queries import rates
from dashboard.rate_converted import USD, Asked

AMOUNT = "100"


@st.fragment
def draw(first: str, oldest: date, today: date) -> None:
    """From dollars into `first` until something else is chosen; a change draws nothing else anew."""
    layout.section(_("Convert"), _("at the rate of a day, with no more digits than it has"))
    options = {USD: _("US dollar")} | rates.choices()
    places = st.columns(4)
    with places[0]:
        text = free_choices.typed(_("Amount"), key="amount", default=AMOUNT)
    with places[1]:
        source = filters.one(_("From"), options, key="from", default=USD)
    with places[2]:
        target = filters.one(_("Into"), options, key="into", default=first)
    with places[3]:
        day = free_choices.day(_("Day: the newest unless chosen"), key="on", least=oldest, most=today)
    amount = rate_converted.amount_in(text)
    if amount is None:
        told = _("“{words}” is no amount above zero. Write it as 1250.50 or 1,250.50.")
        layout.empty(told.format(words=text))
        return
    asked = Asked(amount, source, target, day or _newest((source, target), today))
    layout.html(rate_converted.html(asked, rate_converted.usable(_standing(asked.day), asked.day)))


def _standing(day: date) -> dict[str, dict[str, Any]]:
    return {row.lcu: row._asdict() for row in rows(rates.headline(day))}


def _newest(currencies: tuple[str, str], today: date) -> date:
    """Today, or the last day that has a rate of both where today has none."""
    found = _standing(today)
    known = [as_day(found[each]["date"]) for each in currencies if each in found]
    usable = rate_converted.usable(found, today)
    return today if all(each in usable for each in currencies if each in found) else min(known)
