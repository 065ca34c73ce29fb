"""The sentence under a title, made from the figures that are shown and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from dashboard import figures, forms, ranks, words
from dashboard.language import C_, N_, _, ngettext, nouns, pgettext
from dashboard.layout import Foot
from dashboard.lines import lines
from dashboard.points import placed

COUNTS = (
    C_("known for … of …", "none"), C_("known for … of …", "one"), C_("known for … of …", "two"),
    C_("known for … of …", "three"), C_("known for … of …", "four"), C_("known for … of …", "five"),
)  # fmt: skip
ONLY_AS = {
    "change": N_("Known only as changes: {figures}."),
    "share": N_("Known only as shares: {figures}."),
}
MANY = 4  # countries: of so many the two ends are told
NOT_YET = ("target", "planned", "forecast")
KINDS = ("observed", *NOT_YET, "change", "share")


def takeaway(shown: Iterable[Any], asked: list[str], searched: int) -> str:
    """`shown`: rows of `queries.indicator.points`; `asked`: names of countries; `searched`: articles."""
    panels = forms.panels(shown)
    if not panels:
        return _nothing(asked, searched)
    first = panels[0].figures
    whole = [row for row in first if ranks.is_whole(row)]
    observed = [row for row in whole if row.kind == "observed"]
    not_yet = sorted((row for row in whole if row.kind in NOT_YET), key=figures.until, reverse=True)
    if not observed and not not_yet:
        return _only(first, whole)
    if not observed:
        return _("Not yet observed for a whole country: {figures}.").format(figures=_some(not_yet))
    said = [_newest(observed, _known({row.country for row in observed}, asked))]
    said += [_("Aimed at or expected: {figures}.").format(figures=_some(not_yet))] if not_yet else []
    return " ".join(said)


def _nothing(asked: list[str], searched: int) -> str:
    if len(asked) >= len(COUNTS) - 1:
        return words.count(searched, "Nothing found in {n} article.", "Nothing found in {n} articles.")
    one, many = nouns(
        "Nothing found for {names} in {n} article.", "Nothing found for {names} in {n} articles."
    )
    return ngettext(one, many, searched).format(names=words.listed(asked), n=words.grouped(searched))


def _only(shown: list[Any], whole: list[Any]) -> str:
    """No level of a whole country: changes or shares of it, or parts."""
    kinds = {row.kind for row in whole}
    if len(kinds) == 1:
        return _(ONLY_AS[kinds.pop()]).format(figures=_some(whole))
    return _("Known only in part: {figures}.").format(figures=_some(shown))


def _known(countries: set[str], asked: list[str]) -> str:
    if len(asked) == 1:
        return _("Known")
    some = pgettext(*COUNTS[len(countries)])
    if len(asked) == len(COUNTS) - 1:
        return _("Known for {some} of five countries").format(some=some)
    return _("Known for {some} of the {all} chosen").format(some=some, all=pgettext(*COUNTS[len(asked)]))


def _newest(observed: list[Any], known: str) -> str:
    """The newest of each country, and where it came from; of many countries the two ends."""
    newest = ranks.newest(observed)
    if len(newest) >= MANY and len(newest) == len({row.country for row in observed}):
        in_order = sorted(placed(newest), key=lambda each: (each.high, each.lane))
        low, high = (f"{each.lane} {_amount_in(each.row)}" for each in (in_order[0], in_order[-1]))
        return _("{known}, the newest from {low} to {high}.").format(known=known, low=low, high=high)
    by_country: dict[str, list[Any]] = {}
    for row in observed:
        by_country.setdefault(row.country, []).append(row)
    return f"{known}: {'; '.join(map(_country, by_country.values()))}."


def _country(told: list[Any]) -> str:
    """The last with a date, and the first of the line that it is the end of."""
    last = told[-1]
    line = next((line for line in lines(placed(told)) if line[-1].row is last), None)
    said = f"{last.country_name} {_amount_in(last)}"
    return f"{said}{_moved(line[0].row, last)}" if line else said


def _moved(row: Any, last: Any) -> str:
    if row.value == last.value:
        return _(", as {when}").format(when=words.during(row.period))
    moved = _(", up from {figure}") if last.value > row.value else _(", down from {figure}")
    return moved.format(figure=_amount_in(row))


def _amount_in(row: Any) -> str:
    return f"{words.amount(words.Figure.of(row))} {words.during(words.text(row.period))}"


def _some(found: list[Any]) -> str:
    """At most three in words; how many more there are."""
    said = [f"{figures.lane(row)} {figures.said(row)}" for row in found[:3]]
    rest = len(found) - len(said)
    more = [words.count(rest, "and {n} more figure", "and {n} more figures")] if rest else []
    return "; ".join([*said, *more])


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
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


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
