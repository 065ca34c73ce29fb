"""A figure beside a chart: amount, time and age as a link to its sentence. HTML with every word escaped."""

from __future__ import annotations

from html import escape
from typing import Any

from dashboard import dollars, figures, layout, words
from dashboard.footnotes import Reading


def own(row: Any) -> str:
    """The colour of a row's country, as a style."""
    return f"--own:var(--ox-{row.country.lower()},var(--ox-ink))"


def to(row: Any) -> str:
    """The attributes of a link that opens a figure's sentence, and says so."""
    return f"href='{escape(layout.evidence(row.claim_id))}' target='_self' title='{escape(opens(row))}'"


def opens(row: Any) -> str:
    """What a figure says of itself where the pointer rests, with its dollars, and where it leads."""
    said = "; ".join(part for part in (figures.spoken(row), dollars.brief(row)) if part)
    return figures.opens(said)


def fact(row: Any, reading: Reading, sign: str = "") -> str:
    """Amount, kind, period and age as a link to the sentence, with the number of its note.

    `sign`: its mark, where it has none on a scale beside it.
    """
    figure = words.Figure.of(row)
    before = words.before(figure)
    hedge = f"<em>{escape(before)}</em> " if before else ""
    unit = " <u>%</u>" if figure.unit == "percent" else ""
    age = words.age(row.period_last, reading.today)
    parts = (figures.kind_and_period(row), words.short(age))
    when = escape(figures.unbroken(" · ".join(part for part in parts if part)))
    number = f"<span>{sign}{hedge}<b>{escape(words.number(figure))}</b>{unit}</span>"
    return f"<a class='ox-fact' {to(row)}>{number}<small>{when}{reading.number(row)}</small></a>"
