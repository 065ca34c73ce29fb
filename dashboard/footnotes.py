"""What must be known to read a chart rightly, as numbered notes under it. HTML with every word escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from dashboard import figures, layout, words
from dashboard.language import N_, _, nouns
from dashboard.points import Point, point

RULES = {
    "reviewed": N_("a reviewer chose it"),
    "exact": N_("it is exact, the other is not"),
    "digits": N_("it has the most printed digits"),
    "newest": N_("its article is the newest"),
    "first": N_("it stands first in the text"),
}
ONLY = N_("it is the only one")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a chart needs besides its figures: their notes by claim, what else was said, the reader's day."""

    texts: Mapping[str, str]
    told: Mapping[str, Sequence[Any]]
    today: date

    @classmethod
    def of(cls, shown: Iterable[Any], told: Mapping[str, Sequence[Any]], today: date) -> Reading:
        """`told`: the claims behind disputed figures, by the one that is shown in their stead."""
        texts = ((row.claim_id, _text(row, told.get(row.claim_id, ()))) for row in shown)
        return cls({claim: said for claim, said in texts if said}, told, today)

    def others(self, each: Point) -> list[Point]:
        """What else was said of the same thing, where that has an amount to stand at."""
        claims = self.told.get(each.row.claim_id, ())
        return [found for row in claims if (found := point(row)) is not None]

    def number(self, row: Any) -> str:
        """The sign behind a figure that has a note."""
        n = list(self.texts).index(row.claim_id) + 1 if row.claim_id in self.texts else 0
        return f"<sup>{n}</sup>" if n else ""

    def listed(self) -> str:
        """The notes; nothing where none is needed."""
        lines = "".join(f"<li>{said}</li>" for said in self.texts.values())
        return f"<ol class='ox-notes'>{lines}</ol>" if lines else ""


def _text(row: Any, told: Sequence[Any]) -> str:
    said = " ".join(part for part in (_disputed(row, told), _printed(row)) if part)
    return f"{escape(figures.lane(row))}, {escape(figures.kind_and_period(row))}: {said}" if said else ""


def _disputed(row: Any, told: Sequence[Any]) -> str:
    """The other figures with their articles, and the rule that chose the one that is shown."""
    if not told:
        return ""
    others = words.listed([_other(each) for each in told])
    shown = escape(words.amount(words.Figure.of(row)))
    rule = _(RULES.get(row.headline_rule, ONLY))
    return _("also said: {others}. Shown is {shown}: {rule}.").format(others=others, shown=shown, rule=rule)


def _other(row: Any) -> str:
    amount, address = escape(words.amount(words.Figure.of(row))), escape(layout.evidence(row.claim_id))
    by = words.text(row.publisher)
    link = f"<a href='{address}' target='_self'>{amount}</a>"
    return f"{link} ({escape(by)})" if by else link


def _printed(row: Any) -> str:
    """The words of the article, where a number was made from words."""
    said = words.text(row.value_text) or ""
    in_words = row.qualifier != "vague" and not re.search(r"\d", said)
    return _("printed as “{words}”.").format(words=escape(said)) if in_words and said else ""


def general(shown: list[Any], *, dated: bool) -> str:
    """What holds for the chart as a whole, in words. `dated`: it has an axis of time of its own."""
    newest = {figures.lane(row): row for row in sorted(shown, key=_last) if row.kind == "observed"}
    return " ".join(_general(list(newest.values()), dated=dated))


def _last(row: Any) -> str:
    return str(row.period).split("/")[-1] if words.text(row.period) else ""


def _general(newest: list[Any], *, dated: bool) -> Iterator[str]:
    """The newest figure of each lane: are they of like times, and of like origin?"""
    years = sorted({_last(row)[:4] for row in newest} - {""})
    if not dated and len(years) > 1:
        yield _("The years differ, from {first} to {last}.").format(first=years[0], last=years[-1])
    lengths = sorted({figures.months(row) for row in newest if not words.missing(row.period_first)})
    if len(lengths) > 1:
        told = _("The periods are of different lengths, from {shortest} to {longest}.")
        yield told.format(shortest=_length(lengths[0]), longest=_length(lengths[-1]))
    who = {words.text(row.claimant) or words.text(row.publisher) for row in newest} - {None}
    if len(who) > 1:
        one, many = nouns("{n} source, which may not count alike.", "{n} sources, which may not count alike.")
        yield words.count(len(who), one, many)


def _length(months: int) -> str:
    if months == 0:
        return _("a day")
    if months % 12 == 0:
        return words.count(months // 12, "{n} year", "{n} years")
    return words.count(months, "{n} month", "{n} months")
