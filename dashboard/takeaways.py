"""The sentence under a title, made from the figures that are shown and from nothing else."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard import figures, forms, words
from dashboard.cells import rows
from dashboard.layout import Foot

COUNTS = ("none", "one", "two", "three", "four", "five")
NOT_YET = ("target", "planned", "forecast")


def takeaway(points: pd.DataFrame, asked: list[str], searched: int) -> str:
    """`points` as `queries.indicator` gives them; `asked`: names of countries; `searched`: articles."""
    if points.empty:
        chosen = f" for {words.listed(asked)}" if len(asked) < len(COUNTS) - 1 else ""
        return f"Nothing found{chosen} in {words.count(searched, 'article')}."
    points = forms.panels(points)[0].points
    whole = points[points.place.isna() & points.dimension.isna() & (points.country != "REGION")]
    observed, not_yet = whole[whole.kind == "observed"], whole[whole.kind.isin(NOT_YET)]
    if observed.empty and not_yet.empty:
        return _only(points, whole)
    known = observed.country.nunique()
    parts = [f"{_known(known, asked)}: {_newest(observed)}."] if known else []
    parts += [f"Not yet observed for a whole country: {_aims(not_yet)}."] if not known else []
    parts += [f"Aimed at or expected: {_aims(not_yet)}."] if known and len(not_yet) else []
    return " ".join(parts)


def _only(points: pd.DataFrame, whole: pd.DataFrame) -> str:
    """No level of a whole country: changes or shares of it, or parts."""
    kinds = {str(kind) for kind in whole.kind}
    if len(kinds) == 1:
        return f"Known only as {kinds.pop()}s: {_some(whole)}."
    return f"Known only in part: {_some(points)}."


def _known(known: int, asked: list[str]) -> str:
    if len(asked) == 1:
        return "Known"
    of = "five countries" if len(asked) == len(COUNTS) - 1 else f"the {COUNTS[len(asked)]} chosen"
    return f"Known for {COUNTS[known]} of {of}"


def _newest(observed: pd.DataFrame) -> str:
    """The newest of each country, and where it came from if the same article says so."""
    return "; ".join(_country(list(rows(group))) for _, group in observed.groupby("country", sort=False))


def _country(line: list[Any]) -> str:
    last = line[-1]
    earlier = [row for row in line[:-1] if _comparable(row, last)]
    words_of_it = f"{last.country_name} {_amount_in(last)}"
    return f"{words_of_it}{_moved(earlier[0], last)}" if earlier else words_of_it


def _comparable(row: Any, last: Any) -> bool:
    """Exact figures of one article in one unit, for periods of the same length."""
    if not (words.text(row.period) and words.text(last.period)) or figures.months(row) != figures.months(
        last
    ):
        return False
    exact = row.qualifier == last.qualifier == "exact"
    return bool(exact and row.unit == last.unit and row.article_id == last.article_id)


def _moved(row: Any, last: Any) -> str:
    if row.value == last.value:
        return f", as {words.during(row.period)}"
    return f", {'up' if last.value > row.value else 'down'} from {_amount_in(row)}"


def _amount_in(row: Any) -> str:
    when = words.text(row.period)
    amount = words.amount(words.Figure.of(row))
    return f"{amount} {words.during(when)}"


def _aims(not_yet: pd.DataFrame) -> str:
    """The last due first."""
    return _some(not_yet.sort_values("period_last", ascending=False, na_position="last"))


def _some(found: pd.DataFrame) -> str:
    """At most three in words; how many more there are."""
    said = [f"{figures.lane(row)} {figures.said(row)}" for row in rows(found.head(3))]
    rest = len(found) - len(said)
    return "; ".join(said) + (f"; and {words.count(rest, 'more figure')}" if rest else "")


def span(points: pd.DataFrame) -> str | None:
    """The first to the last period that the figures refer to.

    >>> span(pd.DataFrame({"period": ["2012", "2023", None]}))
    '2012–2023'
    """
    stamps = sorted(stamp for label in points.period.dropna() for stamp in str(label).split("/"))
    if not stamps:
        return None
    first, last = stamps[0][:4], stamps[-1][:4]
    return first if first == last else f"{first}–{last}"


def said_between(points: pd.DataFrame) -> str | None:
    """When the articles said it, the first to the last."""
    stamps = sorted(set(points.published.dropna())) if len(points) else []
    if not stamps:
        return None
    first, last = words.day(str(stamps[0])), words.day(str(stamps[-1]))
    return first if first == last else f"{first} to {last}"


def publishers(points: pd.DataFrame) -> tuple[str, ...]:
    """Who published them, each once."""
    return tuple(dict.fromkeys(str(name) for name in points.publisher.dropna())) if len(points) else ()


def foot(points: pd.DataFrame) -> Foot:
    """What stands under a view of these figures."""
    return Foot(publishers(points), span(points), said_between(points))
