"""Headline figures side by side, one a topic. A table in, escaped HTML out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby
from typing import Any

import pandas as pd

from dashboard import figures, layout, words
from dashboard.cells import rows
from dashboard.language import N_, _

NOTHING = N_("Nothing found.")


def glance(leading: pd.DataFrame, today: date) -> str:
    """`leading` as `queries.country` gives them; it may be empty."""
    cells = (
        f"<li><h2>{escape(words.topic(row.topic))}</h2>{figures.named(row, today)}</li>"
        for row in rows(leading)
    )
    return f"<ul class='ox-glance'>{''.join(cells)}</ul>"


def by_topic(shown: Sequence[Any], today: date, counts: Mapping[str, int], country: str) -> str:
    """The figures, a drawer a topic. `shown` as `queries.country.figures` gives it; `counts` of all.

    The drawer of a topic alone is open. One that does not hold all of its figures leads to them.
    """
    if not shown:
        return _empty(NOTHING)
    drawers = groupby(sorted(shown, key=_topic), _topic)
    return "".join(
        _drawer(topic, list(group), today, _Drawer(counts[topic], country, alone=len(counts) == 1))
        for topic, group in drawers
    )


def _topic(row: Any) -> str:
    return str(row.topic)


@dataclass(frozen=True, slots=True)
class _Drawer:
    figures: int  # that there are
    country: str
    alone: bool


def _drawer(topic: str, group: Sequence[Any], today: date, about: _Drawer) -> str:
    many = words.count(about.figures, "{n} figure", "{n} figures")
    name = f"{escape(words.topic(topic))} <small>{many}</small>"
    opened = " open" if about.alone else ""
    rest = "" if about.alone or len(group) == about.figures else _rest(topic, about)
    lines = _lines(group, today)
    return f"<details class='ox-drawer'{opened}><summary>{name}</summary>{lines}{rest}</details>"


def _rest(topic: str, about: _Drawer) -> str:
    to = escape(layout.address("country", country=about.country, topic=topic))
    told = words.count(about.figures, "All {n} figure", "All {n} figures")
    return f"<p class='ox-note'><a href='{to}' target='_self'>{told}</a></p>"


def _empty(sentence: str) -> str:
    return f"<p class='ox-empty'>{_(sentence)}</p>"


def ahead(due: pd.DataFrame, today: date) -> str:
    """What is due next, two lines each. `due` as `queries.region.due` gives it."""
    if due.empty:
        return _empty(N_("Nothing is aimed at."))
    return f"<ul class='ox-plain ox-ahead'>{''.join(_ahead(row, today) for row in rows(due))}</ul>"


def _ahead(row: Any, today: date) -> str:
    under = f"{figures.subject(row)}, {row.country_name} · {words.short(figures.under(row, today))}"
    inner = f"{figures.headline(row, today)}<small>{escape(figures.unbroken(under))}</small>"
    return f"<li>{layout.link(row.claim_id, inner, figures.opens(figures.spoken(row)))}</li>"


def _lines(shown: Iterable[Any], today: date) -> str:
    return f"<table class='ox-list'>{''.join(_line(row, today) for row in shown)}</table>"


def _line(row: object, today: date) -> str:
    subject = escape(figures.subject(row))
    return f"<tr><th scope='row'>{subject}</th><td>{figures.linked(row, today)}</td></tr>"
