"""A sentence as it was printed, with its figures marked, and who said it. HTML with every word escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from itertools import groupby
from typing import Any

from dashboard import figures, highlight, layout, words
from dashboard.cells import text
from dashboard.fact import own, to
from dashboard.language import _


def by_country(claims: Iterable[Any], today: date) -> str:
    """Every sentence once, under the country of its figures; `claims` are in the order of countries."""
    groups = groupby(claims, key=lambda row: row.country_name)
    return "".join(_country(str(name), list(group), today) for name, group in groups)


def _country(name: str, claims: list[Any], today: date) -> str:
    told = "".join(quote(group, today) for group in _by_sentence(claims))
    head = f"<h2 class='ox-h3 ox-of' style='{own(claims[0])}'>{escape(name)}</h2>"
    return f"<section class='ox-quotes'>{head}{told}</section>"


def _by_sentence(claims: list[Any]) -> Iterator[list[Any]]:
    """The claims of each sentence, in the order in which the first of them comes."""
    found: dict[tuple[str, int], list[Any]] = {}
    for row in claims:
        found.setdefault((row.article_id, row.sentence_start), []).append(row)
    yield from found.values()


def quote(claims: list[Any], today: date) -> str:
    """One sentence with the figures of these claims marked; each opens it in its article."""
    row = claims[0]
    marks = [_mark(each) for each in sorted(claims, key=lambda each: each.start)]
    sentence = highlight.marked(row.sentence, 0, len(row.sentence), marks)
    said = words.said_on(text(row.published), text(row.published_basis))
    by = " · ".join(part for part in (text(row.claimant), text(row.publisher), row.title, said) if part)
    read = "".join(_read(each, today) for each in claims)
    quoted = f"<q{layout.language(row.sentence)}>{sentence}</q>"
    return f"<blockquote>{quoted}<small>{escape(by)}</small><ul>{read}</ul></blockquote>"


def _mark(row: Any) -> highlight.Highlight:
    start, end = row.start - row.sentence_start, row.end - row.sentence_start
    label = _("{figure}: open the sentence in its article").format(figure=figures.spoken(row))
    return highlight.Highlight(start, end, "ox-q ox-q-now", label, href=layout.evidence(row.claim_id))


def _read(row: Any, today: date) -> str:
    """What a figure was read as."""
    out = f", {_('kept out of every chart')}" if row.has_problem else ""
    return f"<li><a {to(row)}>{figures.sign(row, today)} {escape(figures.spoken(row))}</a>{out}</li>"
