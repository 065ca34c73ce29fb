"""The country page's words and its side: rate, articles, places, what is not known. HTML is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any
from urllib.parse import quote

import pandas as pd

from dashboard import layout, rate_age, rate_numbers, rate_words, takeaways, words
from dashboard.cells import as_day, text
from dashboard.layout import Foot
from dashboard.queries.country_known import ANY, Known

ARTICLES = 12  # that are named; more are counted
KINDS = {"target": "target", "planned": "plan", "forecast": "forecast", "change": "change", "share": "share"}


def subtitle(known: Known, articles: Sequence[Any]) -> str:
    """How much is known, from how much, of which years."""
    if not known.figures:
        return "No figure has been found yet."
    found = f"{words.count(known.figures, 'reported figure')} from {words.count(len(articles), 'article')}"
    years = _years(known)
    return f"{found}, for {years}" if years and "–" in years else found


def _years(known: Known) -> str | None:
    if known.first is None or known.last is None:
        return None
    first, last = known.first.year, known.last.year
    return str(first) if first == last else f"{first}–{last}"


def foot(known: Known, articles: Sequence[Any]) -> Foot:
    """What stands under the page."""
    said = takeaways.said_between(row.published for row in articles)
    publishers = tuple(dict.fromkeys(str(row.publisher) for row in articles if text(row.publisher)))
    return Foot(
        publishers, _years(known), said, tuple(kind for kind in takeaways.KINDS if kind in known.kinds)
    )


def takeaway(name: str, known: Known, topic: str) -> str:
    """Kinds and topics of what is known, in a sentence."""
    if not known.figures:
        on = "" if topic == ANY else f" on {words.topic(topic).lower()}"
        return f"Nothing was found{on} about {name}."
    kinds = words.listed([_counted(kind, figures) for kind, figures in known.kinds.items()])
    topics = [words.topic(each).lower() for each in list(known.topics)[:3]]
    return f"{kinds}. {'Most of them' if topic == ANY else 'All'} on {words.listed(topics)}."


def _counted(kind: str, n: int) -> str:
    return f"{words.grouped(n)} observed" if kind == "observed" else words.count(n, KINDS[kind])


def rate(found: pd.DataFrame, today: date) -> str:
    """The rate that stands for its currency, both ways; says so where none was read."""
    if found.empty:
        return "<p class='ox-empty'>No exchange rate was read.</p>"
    row = found.iloc[0].to_dict()
    value = f"<b>{escape(rate_numbers.per_usd(row))}</b> <u>{escape(row['lcu'])} for 1 USD</u>"
    said = (
        f"1 {row['lcu']} = {rate_numbers.per_lcu(row)} USD".replace("= about", "≈"),
        f"{rate_words.named(row)}, {rate_words.day(row)} · {rate_age.age(as_day(row['date']), today)}",
        rate_words.peg(row),
    )
    under = "".join(f"<small>{escape(line)}</small>" for line in said if line)
    link = f"<a class='ox-figure' href='rates' target='_self' title='{escape(rate_words.RULE)}'>"
    return f"{link}<span class='ox-value'>{value}</span>{under}</a>"


def articles(found: Sequence[Any], country: str) -> str:
    """Who said it, the newest first; each opens the article at the first of its figures."""
    if not found:
        return "<p class='ox-empty'>None yet.</p>"
    lines = "".join(map(_article, found[:ARTICLES]))
    return f"<ul class='ox-plain'>{lines}</ul>{_more(len(found) - ARTICLES, country)}"


def _more(rest: int, country: str) -> str:
    if rest <= 0:
        return ""
    to = escape(layout.address("snapshots", countries=country))
    listed = f"<a href='{to}' target='_self'>Snapshots</a> lists the figures of all"
    return f"<p class='ox-note'>and {words.count(rest, 'more article')}; {listed}</p>"


def _article(row: Any) -> str:
    address = escape(f"evidence?claim={quote(str(row.claim_id))}")
    said = words.said_on(text(row.published), text(row.published_basis))
    under = " · ".join(
        part for part in (text(row.publisher), said, words.count(row.figures, "figure")) if part
    )
    return (
        f"<li><a href='{address}' target='_self'>{escape(row.title)}</a><small>{escape(under)}</small></li>"
    )


def unknown(topics: list[str], unused: int, searched: int) -> str:
    """What was looked for and not found, and what was read and could not be used."""
    silent = words.listed([words.topic(topic).lower() for topic in topics])
    first = f"Nothing found on {silent} in {words.count(searched, 'article')}." if topics else ""
    numbers = f"{words.count(unused, 'number')} in the articles became no figure; Evidence says why."
    parts = " ".join(part for part in (first, numbers if unused else "") if part)
    return f"<p class='ox-empty'>{escape(parts)}</p>"
