"""The country page's words and its side: rate, articles, places, what is not known. HTML is escaped."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any
from urllib.parse import quote

import pandas as pd

from dashboard import rate_age, rate_numbers, rate_words, takeaways, words
from dashboard.cells import as_day, rows, text
from dashboard.layout import Foot

KINDS = {"target": "target", "planned": "plan", "forecast": "forecast", "change": "change", "share": "share"}


def subtitle(known: pd.DataFrame, articles: pd.DataFrame) -> str:
    """How much is known, from how much, of which years."""
    if known.empty:
        return "No figure has been found yet."
    found = f"{words.count(len(known), 'reported figure')} from {words.count(len(articles), 'article')}"
    first, last = known.period_first.min(), known.period_last.max()
    if words.missing(first) or first.year == last.year:
        return found
    return f"{found}, for {first.year}–{last.year}"


def foot(known: pd.DataFrame, found: pd.DataFrame) -> Foot:
    """What stands under the page; `found` as `queries.country.articles` gives it."""
    said = takeaways.said_between(found)
    return Foot(takeaways.publishers(found), takeaways.span(known), said, takeaways.kinds(known))


def takeaway(name: str, known: pd.DataFrame) -> str:
    """Kinds and topics of what is known, in a sentence."""
    if known.empty:
        return f"Nothing was found about {name}."
    kinds = [_counted(str(kind), int(n)) for kind, n in known.kind.value_counts().items()]
    topics = [words.topic(str(topic)).lower() for topic in known.topic.value_counts().index[:3]]
    return f"{words.listed(kinds)}. Most of them on {words.listed(topics)}."


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


def articles(found: pd.DataFrame) -> str:
    """Who said it, the newest first; each opens the article at the first of its figures."""
    lines = "".join(_article(row) for row in rows(found))
    return f"<ul class='ox-plain'>{lines}</ul>" if lines else "<p class='ox-empty'>None yet.</p>"


def _article(row: Any) -> str:
    address = escape(f"evidence?claim={quote(str(row.claim_id))}")
    said = words.said_on(text(row.published), text(row.published_basis))
    under = " · ".join(
        part for part in (text(row.publisher), said, words.count(row.figures, "figure")) if part
    )
    return (
        f"<li><a href='{address}' target='_self'>{escape(row.title)}</a><small>{escape(under)}</small></li>"
    )


def places(found: pd.DataFrame) -> str:
    """Places with figures, each with its count; says so where there are none."""
    if found.empty:
        return "<p class='ox-empty'>No figure names a place.</p>"
    names = (f"{escape(row.place)}&nbsp;<small>{row.figures}</small>" for row in rows(found))
    return f"<p class='ox-places'>{' · '.join(names)} <a href='places' target='_self'>on the map</a></p>"


def unknown(topics: list[str], unused: int, searched: int) -> str:
    """What was looked for and not found, and what was read and could not be used."""
    silent = words.listed([words.topic(topic).lower() for topic in topics])
    first = f"Nothing found on {silent} in {words.count(searched, 'article')}." if topics else ""
    numbers = f"{words.count(unused, 'number')} in the articles became no figure; Evidence says why."
    parts = " ".join(part for part in (first, numbers if unused else "") if part)
    return f"<p class='ox-empty'>{escape(parts)}</p>"
