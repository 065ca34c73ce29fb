"""The sentence under a title, made from the figures that are shown and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from dashboard import figures, forms, ranks, words
from dashboard.layout import Foot
from dashboard.lines import lines
from dashboard.points import placed

COUNTS = ("none", "one", "two", "three", "four", "five")
MANY = 4  # countries: of so many the two ends are told
NOT_YET = ("target", "planned", "forecast")
KINDS = ("observed", *NOT_YET, "change", "share")


def takeaway(shown: Iterable[Any], asked: list[str], searched: int) -> str:
    """`shown`: rows of `queries.indicator.points`; `asked`: names of countries; `searched`: articles."""
    panels = forms.panels(shown)
    if not panels:
        chosen = f" for {words.listed(asked)}" if len(asked) < len(COUNTS) - 1 else ""
        return f"Nothing found{chosen} in {words.count(searched, 'article')}."
    first = panels[0].figures
    whole = [row for row in first if ranks.is_whole(row)]
    observed = [row for row in whole if row.kind == "observed"]
    not_yet = sorted((row for row in whole if row.kind in NOT_YET), key=figures.until, reverse=True)
    if not observed and not not_yet:
        return _only(first, whole)
    if not observed:
        return f"Not yet observed for a whole country: {_some(not_yet)}."
    known = f"{_known({row.country for row in observed}, asked)}{_newest(observed)}."
    return f"{known} Aimed at or expected: {_some(not_yet)}." if not_yet else known


def _only(shown: list[Any], whole: list[Any]) -> str:
    """No level of a whole country: changes or shares of it, or parts."""
    kinds = {row.kind for row in whole}
    if len(kinds) == 1:
        return f"Known only as {kinds.pop()}s: {_some(whole)}."
    return f"Known only in part: {_some(shown)}."


def _known(countries: set[str], asked: list[str]) -> str:
    if len(asked) == 1:
        return "Known"
    of = "five countries" if len(asked) == len(COUNTS) - 1 else f"the {COUNTS[len(asked)]} chosen"
    return f"Known for {COUNTS[len(countries)]} of {of}"


def _newest(observed: list[Any]) -> str:
    """The newest of each country, and where it came from; of many countries the two ends."""
    newest = ranks.newest(observed)
    if len(newest) >= MANY and len(newest) == len({row.country for row in observed}):
        low, *_, high = sorted(placed(newest), key=lambda each: (each.high, each.lane))
        ends = f"from {low.lane} {_amount_in(low.row)} to {high.lane} {_amount_in(high.row)}"
        return f", the newest {ends}"
    by_country: dict[str, list[Any]] = {}
    for row in observed:
        by_country.setdefault(row.country, []).append(row)
    return f": {'; '.join(map(_country, by_country.values()))}"


def _country(told: list[Any]) -> str:
    """The last with a date, and the first of the line that it is the end of."""
    last = told[-1]
    line = next((line for line in lines(placed(told)) if line[-1].row is last), None)
    said = f"{last.country_name} {_amount_in(last)}"
    return f"{said}{_moved(line[0].row, last)}" if line else said


def _moved(row: Any, last: Any) -> str:
    if row.value == last.value:
        return f", as {words.during(row.period)}"
    return f", {'up' if last.value > row.value else 'down'} from {_amount_in(row)}"


def _amount_in(row: Any) -> str:
    return f"{words.amount(words.Figure.of(row))} {words.during(words.text(row.period))}"


def _some(found: list[Any]) -> str:
    """At most three in words; how many more there are."""
    said = [f"{figures.lane(row)} {figures.said(row)}" for row in found[:3]]
    rest = len(found) - len(said)
    return "; ".join(said) + (f"; and {words.count(rest, 'more figure')}" if rest else "")


def span(periods: Iterable[Any]) -> str | None:
    """The first to the last year that figures refer to.

    >>> span(["2012", "2023-03/2023-07", None])
    '2012–2023'
    """
    stamps = sorted(stamp for cell in periods if (label := words.text(cell)) for stamp in label.split("/"))
    if not stamps:
        return None
    first, last = stamps[0][:4], stamps[-1][:4]
    return first if first == last else f"{first}–{last}"


def said_between(published: Iterable[Any]) -> str | None:
    """When the articles said it, the first to the last; `published` as `articles` has it."""
    stamps = sorted({stamp for cell in published if (stamp := words.text(cell))})
    if not stamps:
        return None
    first, last = words.day(stamps[0]), words.day(stamps[-1])
    return first if first == last else f"{first} to {last}"


def publishers(points: pd.DataFrame) -> tuple[str, ...]:
    """Who published them, each once."""
    return tuple(dict.fromkeys(str(name) for name in points.publisher.dropna())) if len(points) else ()


def kinds(points: pd.DataFrame) -> tuple[str, ...]:
    """What kinds of value they are, each once, observed first."""
    found = set(points.kind) if len(points) else set()
    return tuple(kind for kind in KINDS if kind in found)


def foot(points: pd.DataFrame) -> Foot:
    """What stands under a view of these figures."""
    return Foot(publishers(points), span(points.period), said_between(points.published), kinds(points))
