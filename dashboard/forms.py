"""Which form the figures of an indicator take: the data decide, not the reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from dashboard import figures, words
from dashboard.language import N_, _

Form = Literal["nothing", "sentence", "strip", "years"]
MOST_LINES = 6  # that can be told apart in a chart over time
PAIR = 2  # dates: a before and an after stand on one line of a strip
SORTS = {"change": N_("Changes {unit}"), "share": N_("Shares {unit}")}  # never on one axis with levels


@dataclass(frozen=True, slots=True)
class Panel:
    """Figures that may stand on one axis: rows of one unit; levels, changes or shares."""

    title: str
    figures: list[Any]
    form: Form


def panels(shown: Iterable[Any]) -> list[Panel]:
    """The largest first. Levels carry no word of their own. `shown`: rows of `queries.indicator.points`."""
    groups: dict[tuple[str, str], list[Any]] = {}
    for row in shown:
        groups.setdefault((row.kind if row.kind in SORTS else "level", row.unit), []).append(row)
    found = sorted(groups.items(), key=lambda group: (group[0][0] != "level", -len(group[1])))
    return [Panel(_title(kind, unit), group, form(group)) for (kind, unit), group in found]


def _title(kind: str, unit: str) -> str:
    said = in_unit(unit)
    return _(SORTS[kind]).format(unit=f"{said[:1].lower()}{said[1:]}") if kind in SORTS else said


def in_unit(unit: str) -> str:
    """
    >>> in_unit("percent"), in_unit("per_1000")
    ('In %', 'Per 1,000')
    """
    name = words.unit(unit)
    is_ratio = unit.startswith("per_") or unit == "person/thousand"  # "per 1,000" is said without "in"
    return name[0].upper() + name[1:] if is_ratio else _("In {unit}").format(unit=name)


def form(shown: list[Any]) -> Form:
    """One figure is a sentence; lines with three dates or more are drawn over time; the rest is a strip."""
    if len(shown) <= 1:
        return "sentence" if shown else "nothing"
    if shown[0].kind == "change":
        return "strip"
    dated = _dates_by_line(shown)
    with_past = sum(dates for dates in dated if dates > 1)
    is_story = max(dated) > PAIR and with_past * 2 > len(shown)
    return "years" if is_story and len(dated) <= MOST_LINES else "strip"


def _dates_by_line(shown: list[Any]) -> list[int]:
    """How many dates the figures of each country or part have."""
    dates: dict[str, set[str]] = {}
    for row in shown:
        dates.setdefault(figures.lane(row), set()).update(filter(None, (words.text(row.period),)))
    return [len(found) for found in dates.values()]
