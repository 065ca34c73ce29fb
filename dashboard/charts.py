"""The figures of one panel as a chart. Rows in, escaped HTML out: no Streamlit, no database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

from dashboard import figures, footnotes, forms, points, words
from dashboard.fact import fact, own
from dashboard.field import DESK, SMALL, Field, Room
from dashboard.field_labels import inside, names
from dashboard.footnotes import Reading
from dashboard.language import _
from dashboard.lines import lines
from dashboard.plot import plot
from dashboard.points import Point
from dashboard.strip import strip

CROWD = 12  # figures of several countries that one field over time can name
SPOKEN = 12  # figures that the summary names; more are counted


def chart(panel: forms.Panel, told: Mapping[str, Sequence[Any]], today: date, room: Room = DESK) -> str:
    """With its notes, and in words what has no place on a scale.

    `told`: what else was said of disputed figures, by the claim that is shown in its stead.
    """
    shown = panel.figures
    reading = Reading.of(shown, told, today)
    dated = panel.form == "years"
    placed = [each for each in points.placed(shown) if not dated or _has_date(each.row)]
    on_scale = {each.row.claim_id for each in placed}
    loose = [row for row in shown if row.claim_id not in on_scale]
    drawn = (_over_time if dated else strip)(placed, reading, room) if placed else ""
    said = f"<p class='ox-note'>{escape(footnotes.general(shown, dated=dated))}</p>"
    inner = f"{drawn}{_loose(loose, reading)}{reading.listed()}{said}"
    return f"<figure class='ox-chart' role='group' aria-label='{escape(spoken(panel))}'>{inner}</figure>"


def _has_date(row: Any) -> bool:
    return not words.missing(row.period_last)


def _over_time(placed: list[Point], reading: Reading, room: Room) -> str:
    """One field; a small one for each country where one would be crowded, all on the same scales."""
    countries: dict[str, list[Point]] = {}
    for each in placed:
        countries.setdefault(each.row.country_name, []).append(each)
    if len(countries) == 1 or len(placed) - len(inside(placed)) <= CROWD:
        return plot(placed, Field.of(placed, room), names(placed), reading)
    field = Field.of(placed, SMALL)
    small = (
        f"<div><h4>{escape(name)}</h4>{plot(its, field, _parts(its), reading)}</div>"
        for name, its in countries.items()
    )
    return f"<div class='ox-multiples'>{''.join(small)}</div>"


def _parts(placed: list[Point]) -> dict[str, str]:
    """The country stands above already."""
    said = {each.row.claim_id: ", ".join(figures.parts(each.row)) for each in placed}
    return {claim: name for claim, name in said.items() if name and claim in names(placed)}


def _loose(found: list[Any], reading: Reading) -> str:
    """Figures without an amount or a date, in words: nothing is dropped."""
    lines_of = "".join(
        f"<li class='ox-row ox-off' style='{own(row)}'><b class='ox-who'>{escape(figures.lane(row))}</b>"
        f"<div class='ox-facts'>{fact(row, reading, figures.sign(row, reading.today))}</div></li>"
        for row in found
    )
    note = f"<p class='ox-note'>{_('Not on the scale:')}</p>"
    return f"<div class='ox-strip'>{note}<ol>{lines_of}</ol></div>" if found else ""


def legend(panels: Iterable[forms.Panel], today: date) -> str:
    """How to read what these panels draw, and nothing else."""
    shown = [row for panel in panels for row in panel.figures]
    return figures.legend(shown, today, _line_keys(shown))


def _line_keys(shown: list[Any]) -> Iterator[tuple[str, str]]:
    if lines(points.placed(shown)):
        yield "<i class='ox-joined'></i>", _("one source, periods of one length")
    if any(row.disputed for row in shown):
        yield "<i class='ox-bracket'></i>", _("told in more than one way")


def spoken(panel: forms.Panel) -> str:
    """The chart for those who do not see it."""
    said = [figures.spoken(row) for row in panel.figures[:SPOKEN]]
    rest = len(panel.figures) - SPOKEN
    said += [words.count(rest, "and {n} more figure", "and {n} more figures")] if rest > 0 else []
    return f"{panel.figures[0].name}, {panel.title}. {'; '.join(said)}."
