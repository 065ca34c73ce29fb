"""Headline figures side by side, one a topic. A table in, escaped HTML out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from itertools import groupby
from typing import Any

import pandas as pd

from dashboard import figures, layout, words
from dashboard.cells import rows

NOTHING = "<p class='ox-empty'>Nothing found.</p>"


def glance(leading: pd.DataFrame, today: date) -> str:
    """`leading` as `queries.country` gives them; it may be empty."""
    cells = (
        f"<li><h2>{escape(words.topic(row.topic))}</h2>{figures.named(row, today)}</li>"
        for row in rows(leading)
    )
    return f"<ul class='ox-glance'>{''.join(cells)}</ul>"


def by_topic(known: pd.DataFrame, today: date) -> str:
    """Every figure, a drawer a topic. `known` as `queries.country.figures` gives it."""
    if known.empty:
        return NOTHING
    by_topic = sorted(rows(known), key=_topic)
    return "".join(_drawer(topic, list(group), today) for topic, group in groupby(by_topic, _topic))


def _topic(row: Any) -> str:
    return str(row.topic)


def _drawer(topic: str, group: Sequence[Any], today: date) -> str:
    name = f"{escape(words.topic(topic))} <small>{words.count(len(group), 'figure')}</small>"
    return f"<details class='ox-drawer'><summary>{name}</summary>{_lines(group, today)}</details>"


def listed(shown: pd.DataFrame, today: date) -> str:
    """Figures one a line; says so where there are none."""
    if shown.empty:
        return NOTHING
    return _lines(rows(shown), today)


def ahead(due: pd.DataFrame, today: date) -> str:
    """What is due next, two lines each. `due` as `queries.region.due` gives it."""
    if due.empty:
        return "<p class='ox-empty'>Nothing is aimed at.</p>"
    return f"<ul class='ox-plain ox-ahead'>{''.join(_ahead(row, today) for row in rows(due))}</ul>"


def _ahead(row: Any, today: date) -> str:
    under = f"{figures.subject(row)}, {row.country_name} · {words.short(figures.under(row, today))}"
    inner = f"{figures.headline(row, today)}<small>{escape(figures.unbroken(under))}</small>"
    return f"<li>{layout.link(row.claim_id, inner, f'{figures.spoken(row)}: open the sentence')}</li>"


def _lines(shown: Iterable[Any], today: date) -> str:
    return f"<table class='ox-list'>{''.join(_line(row, today) for row in shown)}</table>"


def _line(row: object, today: date) -> str:
    subject = escape(figures.subject(row))
    return f"<tr><th scope='row'>{subject}</th><td>{figures.linked(row, today)}</td></tr>"
