"""When a country's figures were said, and when they refer to: a line a month of saying, years across.

A mark a figure, left of the line's tick what was, right of it what was to come. Each mark is a link to its
sentence, which a drawn chart cannot offer. Escaped HTML out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from dashboard import figures, layout, words
from dashboard.cells import as_day
from dashboard.language import N_, _, ngettext

STEP = 16  # pixels from mark to mark where several stand on one spot
NEAR = 2  # hundredths of the width in which marks would touch
HIGHEST = 4  # marks above one another; more stand beside
LINES = 8  # months of saying; where there are more, years
NOTE = N_("a line a month in which it was said, a mark where it refers to; each mark opens its sentence")
YEARS_BACK, YEARS_AHEAD = 15, 10  # from today; what is older or later is counted in words


@dataclass(frozen=True, slots=True)
class Axis:
    """The years from left to right."""

    first: int
    last: int

    @classmethod
    def of(cls, days: list[date], today: date) -> Axis:
        """Whole years around the days, today among them, none too far from it."""
        near = range(today.year - YEARS_BACK, today.year + YEARS_AHEAD + 1)
        years = [day.year for day in (*days, today) if day.year in near]
        return cls(min(years), max(years))

    def holds(self, day: date) -> bool:
        """Whether a day is drawn."""
        return self.first <= day.year <= self.last

    def at(self, day: date) -> float:
        """Where a day stands, in hundredths of the width.

        >>> round(Axis(2020, 2029).at(date(2025, 1, 1)))
        50
        """
        years = day.year + (day.timetuple().tm_yday - 1) / 366
        return min(max((years - self.first) / (self.last + 1 - self.first), 0), 1) * 100


def timeline(known: Sequence[Any], today: date) -> str:
    """`known` as `queries.country.figures` gives it; figures without a date are left to the other lists."""
    dated = [row for row in known if not words.missing(row.period_last)]
    if not dated:
        return f"<p class='ox-empty'>{_('None of the figures says when it refers to.')}</p>"
    axis = Axis.of([as_day(row.period_last) for row in dated], today)
    drawn = [row for row in dated if axis.holds(as_day(row.period_last))]
    newest_first = sorted(_by_saying(drawn).items(), reverse=True)
    lanes = "".join(_lane(stamp, group, axis, today) for stamp, group in newest_first)
    now = f"<i class='ox-now' style='left:{axis.at(today):.2f}%'><span>{_('today')}</span></i>"
    field = f"<div class='ox-lanes'>{lanes}<div class='ox-over'>{now}</div></div>"
    left_out = _left_out(len(dated) - len(drawn), len(known) - len(dated), axis)
    return f"<div class='ox-time'>{field}<div class='ox-years'>{_years(axis)}</div></div>{left_out}"


def _left_out(far: int, undated: int, axis: Axis) -> str:
    outside = ngettext("{n} figure outside {years}", "{n} figures outside {years}", far)
    parts = [outside.format(n=words.grouped(far), years=f"{axis.first}–{axis.last}")] if far else []
    if undated:
        parts.append(words.count(undated, "{n} figure without a date", "{n} figures without a date"))
    told = _("Not drawn: {figures}.").format(figures=words.listed(parts))
    return f"<p class='ox-note'>{told}</p>" if parts else ""


def _by_saying(drawn: list[Any]) -> dict[str, list[Any]]:
    """The figures by the month in which their article was published, or by year; "" where it has no date."""
    days = [
        "" if words.missing(row.published_last) else as_day(row.published_last).isoformat() for row in drawn
    ]
    months = {day[: len("2025-03")] for day in days}
    length = len("2025-03") if len(months) <= LINES else len("2025")
    found: dict[str, list[Any]] = {}
    for day, row in zip(days, drawn, strict=True):
        found.setdefault(day[:length], []).append(row)
    return found


def _lane(stamp: str, group: list[Any], axis: Axis, today: date) -> str:
    seen: Counter[int] = Counter()
    drawn = "".join(_drawn(row, axis, seen, today) for row in group)
    height = STEP * min(max(seen.values()), HIGHEST) + 8
    said = _("said {day}").format(day=words.short(words.day(stamp))) if stamp else _("no date")
    name = f"<b>{escape(said)}</b>"
    return (
        f"<div class='ox-lane'>{name}<div style='height:{height}px'>{_tick(group, axis)}{drawn}</div></div>"
    )


def _tick(group: list[Any], axis: Axis) -> str:
    """Where the saying itself stands, so that what was is told from what was to come."""
    days = [as_day(row.published_last) for row in group if not words.missing(row.published_last)]
    if not days or not axis.holds(max(days)):
        return ""
    return f"<i class='ox-said' style='left:{axis.at(max(days)):.2f}%'></i>"


def _drawn(row: Any, axis: Axis, seen: Counter[int], today: date) -> str:
    """A mark in the middle of its period; one that finds its spot taken stands above, then beside."""
    first = as_day(row.period_first)
    left = axis.at(first + (as_day(row.period_last) - first) / 2)
    spot = round(left / NEAR)
    level, beside = seen[spot] % HIGHEST, seen[spot] // HIGHEST
    seen[spot] += 1
    spoken = f"{figures.subject(row)}: {figures.said(row)}"
    at = f"left:calc({left:.2f}% + {beside * STEP}px);bottom:{level * STEP + 4}px"
    address = escape(layout.evidence(row.claim_id))
    mark = figures.sign(row, today)
    return f"<a href='{address}' target='_self' title='{escape(spoken)}' style='{at}'>{mark}</a>"


def _years(axis: Axis) -> str:
    return "".join(
        f"<span style='left:{axis.at(date(year, 1, 1)):.2f}%'>{year}</span>" for year in _ticks(axis)
    )


def _ticks(axis: Axis) -> Iterator[int]:
    """Each year where there is room, else every second or fifth."""
    step = next(n for n in (1, 2, 5, 10, 50) if (axis.last - axis.first) / n <= 16)
    yield from range(axis.first + (-axis.first) % step, axis.last + 1, step)
