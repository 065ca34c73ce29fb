"""Which article and figure the address asks for, and the article's text with its figures marked."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import pandas as pd

from dashboard import layout, marks, words
from dashboard.cells import text
from dashboard.highlight import Highlight, article_html
from dashboard.language import N_, _
from dashboard.queries import evidence as queries

# Kinds are told apart by the line under them and by their sign; colour stays the reader's accent.
LINES = {"target": "ahead", "planned": "ahead", "forecast": "ahead", "change": "step"}


OUT = N_("kept out of every chart")
# The look of a mark, what it is called and what it says.
LOOKS = (
    ("ox-q ox-q-now", N_("solid"), N_("as it is or was")),
    ("ox-q ox-q-ahead", N_("dashed"), N_("aimed at, planned, expected")),
    ("ox-q ox-q-step", N_("double"), N_("a change")),
    ("ox-q-not", N_("dotted"), N_("read and not taken")),
)
STRUCK = ("ox-q ox-q-now ox-q-out", N_("struck"), N_("cannot be right, kept out"))


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is shown: an article, one of its claims where it has any, and what was asked for in vain."""

    article_id: str
    claim_id: str | None = None
    sorry: str = ""


def chosen(claim_id: str | None, article_id: str | None, articles: pd.DataFrame) -> Chosen | None:
    """What the address leads to; None where no article has been read.

    A claim wins over an article. An id that this build does not have is named, and the way goes on from
    the article that was asked for, else from the newest.
    """
    if articles.empty:
        return None
    found = queries.article_of(claim_id) if claim_id else None
    known = article_id in set(articles.article_id)
    start = str(article_id) if known else _newest_with_figures(articles)
    if claim_id and found is None:
        sorry = _("No reported figure “{claim}” is in this build.").format(claim=claim_id)
        return Chosen(start, _first_claim(start), sorry)
    if claim_id and found is not None:
        return Chosen(found, claim_id)
    sorry = _("No article “{article}” is in this build.").format(article=article_id)
    return Chosen(start, _first_claim(start), sorry if article_id and not known else "")


def _newest_with_figures(articles: pd.DataFrame) -> str:
    with_figures = articles[articles.claims > 0]
    return str((articles if with_figures.empty else with_figures).article_id.iloc[0])


def _first_claim(article_id: str) -> str | None:
    return next((row.claim_id for row in queries.claims(article_id) if not text(row.duplicate_of)), None)


def label(row: Any) -> str:
    """An article as the list of articles names it."""
    when = words.day(row.published) if text(row.published) else None
    behind = ", ".join(part for part in (text(row.countries), text(row.publisher), when) if part)
    return f"{row.title} · {behind}" if behind else str(row.title)


def byline(article: Any) -> str:
    """Who published the article and when."""
    when = words.said_on(article.published, article.published_basis)
    return " · ".join(part for part in (text(article.publisher), when) if part)


def numbers(claims: Sequence[Any]) -> dict[str, int]:
    """The number of each claim in its article. A repeat has the number of the claim it repeats."""
    firsts = {id_: n for n, id_ in enumerate(_firsts(claims), start=1)}
    return firsts | {
        row.claim_id: firsts[row.duplicate_of] for row in claims if text(row.duplicate_of) in firsts
    }


def _firsts(claims: Sequence[Any]) -> list[str]:
    return [row.claim_id for row in claims if not text(row.duplicate_of)]


def first_of(row: Any) -> str:
    """The claim that a row is, or that it repeats."""
    return text(row.duplicate_of) or str(row.claim_id)


def neighbours(claims: Sequence[Any], claim_id: str | None) -> tuple[str | None, str | None]:
    """The claims before and after this one in the text; None at the ends. Repeats are passed over."""
    order = _firsts(claims)
    here = next((first_of(row) for row in claims if row.claim_id == claim_id), None)
    if here not in order:
        return None, None
    place = order.index(here)
    return (order[place - 1] if place else None), (order[place + 1] if place + 1 < len(order) else None)


def repeats(claims: Sequence[Any], claim_id: str) -> list[Any]:
    """The other printings of a claim's number in its article."""
    here = next(first_of(row) for row in claims if row.claim_id == claim_id)
    return [row for row in claims if row.claim_id != claim_id and first_of(row) == here]


def text_html(
    article: Any, claims: Sequence[Any], rejections: Sequence[Any], claim_id: str | None, today: date
) -> str:
    """The article with its claims marked and numbered, the chosen one filled, numbers not taken dotted."""
    start = int(article.start)
    shown = [*_claim_marks(claims, start, claim_id, today), *_rejection_marks(rejections, start)]
    body = article_html(article.text, 0, len(article.text), shown)
    return f"<article class='ox-text'{layout.language(article.text)}>{body}</article>"


def _claim_marks(claims: Sequence[Any], start: int, claim_id: str | None, today: date) -> Iterator[Highlight]:
    number = numbers(claims)
    for row in claims:
        figure = words.Figure.of(row)
        sign = marks.mark(figure.kind, figure.qualifier, figure.direction)
        out = f", {_(OUT)}" if row.has_problem else ""
        yield Highlight(
            int(row.start) - start,
            int(row.end) - start,
            style=_style(row, chosen=row.claim_id == claim_id),
            label=f"{row.indicator_name}: {words.said(figure)} ({sign.words}){out}",
            number=str(number.get(row.claim_id, "")),
            sign=marks.html(sign, age=words.age_step(row.period_last, today)),
            href=layout.evidence(row.claim_id),
            anchor=f"figure-{row.claim_id}",
        )


def _style(row: Any, *, chosen: bool) -> str:
    parts = ["ox-q", f"ox-q-{LINES.get(row.kind, 'now')}"]
    if text(row.duplicate_of):
        parts.append("ox-q-again")
    if row.has_problem:
        parts.append("ox-q-out")
    return " ".join([*parts, "ox-q-chosen"] if chosen else parts)


def _rejection_marks(rejections: Sequence[Any], start: int) -> Iterator[Highlight]:
    for row in rejections:
        yield Highlight(
            int(row.start) - start,
            int(row.end) - start,
            style="ox-q-not",
            label=_("not taken: {reason}").format(reason=row.reason),
        )


def legend_html(claims: Sequence[Any], today: date) -> str:
    """The signs and lines that this text has, in words."""
    figures = [words.Figure.of(row) for row in claims]
    present = {marks.mark(figure.kind, figure.qualifier, figure.direction) for figure in figures}
    keys = (*LOOKS, STRUCK) if any(row.has_problem for row in claims) else LOOKS
    lines = "".join(
        f"<span class='ox-key'><mark class='{look}'>{_(name)}</mark> {_(said)}</span>"
        for look, name, said in keys
    )
    ages = {words.age_step(row.period_last, today) for row in claims}
    shown = marks.legend(tuple(m for m in marks.ALL if m in present), ages)
    return f"{shown}<div class='ox-legend'>{lines}</div>"


def sources_html(article: Any) -> str:
    """Where the facts of the article were published, each with its link."""
    listed = json.loads(article.sources or "[]")
    shown = "; ".join(_source_html(source) for source in listed)
    told = _("Facts as published in {sources}").format(sources=shown)
    return f"<p class='ox-note'>{told}</p>" if shown else ""


def _source_html(source: dict[str, str | None]) -> str:
    title = f"“{escape(source.get('title') or _('untitled'))}”"
    url = source.get("url") or ""
    # Only web addresses become links: an article's front matter is not to be trusted with others.
    if url.startswith(("https://", "http://")):
        title = f"<a href='{escape(url)}' rel='noreferrer' target='_blank'>{title}</a>"
    published = source.get("published")
    behind = [source.get("publisher"), words.day(published) if published else None]
    return ", ".join([title, *(escape(part) for part in behind if part)])
