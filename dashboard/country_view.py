"""The country page's words and its side: rate, articles, places, what is not known. HTML is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

import pandas as pd

from dashboard import layout, rate_age, rate_numbers, rate_words, takeaways, words
from dashboard.cells import as_day, text
from dashboard.language import _, kept, ngettext, nouns
from dashboard.layout import Foot
from dashboard.queries.country_known import ANY, Known

ARTICLES = 12  # that are named; more are counted
KINDS = {
    "observed": nouns("{n} observed", "{n} observed"),
    "target": nouns("{n} target", "{n} targets"),
    "planned": nouns("{n} plan", "{n} plans"),
    "forecast": nouns("{n} forecast", "{n} forecasts"),
    "change": nouns("{n} change", "{n} changes"),
    "share": nouns("{n} share", "{n} shares"),
}


def subtitle(known: Known, articles: Sequence[Any]) -> str:
    """How much is known, from how much, of which years."""
    if not known.figures:
        return _("No figure has been found yet.")
    figures = words.count(known.figures, "{n} reported figure", "{n} reported figures")
    told = ngettext("{figures} from {n} article", "{figures} from {n} articles", len(articles))
    found, years = told.format(figures=figures, n=words.grouped(len(articles))), _years(known)
    if not years or "–" not in years:
        return found
    return _("{figures}, for {years}").format(figures=found, years=years)


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
        return _nothing(name, topic)
    kinds = words.listed([_counted(kind, figures) for kind, figures in known.kinds.items()])
    topics = words.listed([words.topic(each).lower() for each in list(known.topics)[:3]])
    told = _("{kinds}. Most of them on {topics}.") if topic == ANY else _("{kinds}. All on {topics}.")
    return told.format(kinds=kinds, topics=topics)


def _nothing(name: str, topic: str) -> str:
    if topic == ANY:
        return _("Nothing was found about {country}.").format(country=name)
    told = _("Nothing was found on {topic} about {country}.")
    return told.format(topic=words.topic(topic).lower(), country=name)


def _counted(kind: str, n: int) -> str:
    return words.count(n, *KINDS[kind])


def rate(found: pd.DataFrame, today: date) -> str:
    """The rate that stands for its currency, both ways; says so where none was read."""
    if found.empty:
        return f"<p class='ox-empty'>{_('No exchange rate was read.')}</p>"
    row = found.iloc[0].to_dict()
    unit = _("{currency} for 1 USD").format(currency=row["lcu"])
    value = f"<b>{escape(rate_numbers.per_usd(row))}</b> <u>{escape(unit)}</u>"
    said = (
        rate_numbers.inverse(row),
        f"{rate_words.named(row)}, {rate_words.day(row)} · {rate_age.age(as_day(row['date']), today)}",
        rate_words.peg(row),
    )
    under = "".join(f"<small>{escape(line)}</small>" for line in said if line)
    opens = f"href='{escape(kept('rates'))}' target='_self' title='{escape(_(rate_words.RULE))}'"
    return f"<a class='ox-figure' {opens}><span class='ox-value'>{value}</span>{under}</a>"


def articles(found: Sequence[Any], country: str) -> str:
    """Who said it, the newest first; each opens the article at the first of its figures."""
    if not found:
        return f"<p class='ox-empty'>{_('None yet.')}</p>"
    lines = "".join(map(_article, found[:ARTICLES]))
    return f"<ul class='ox-plain'>{lines}</ul>{_more(len(found) - ARTICLES, country)}"


def _more(rest: int, country: str) -> str:
    if rest <= 0:
        return ""
    to = escape(layout.address("snapshots", countries=country))
    link = f"<a href='{to}' target='_self'>{_('Snapshots')}</a>"
    one, many = nouns(
        "and {n} more article; {snapshots} lists the figures of all",
        "and {n} more articles; {snapshots} lists the figures of all",
    )
    told = ngettext(one, many, rest).format(n=words.grouped(rest), snapshots=link)
    return f"<p class='ox-note'>{told}</p>"


def _article(row: Any) -> str:
    address = escape(layout.evidence(row.claim_id))
    said = words.said_on(text(row.published), text(row.published_basis))
    many = words.count(int(row.figures), "{n} figure", "{n} figures")
    under = " · ".join(part for part in (text(row.publisher), said, many) if part)
    return (
        f"<li><a href='{address}' target='_self'>{escape(row.title)}</a><small>{escape(under)}</small></li>"
    )


def unknown(topics: list[str], unused: int, searched: int) -> str:
    """What was looked for and not found, and what was read and could not be used."""
    silent = words.listed([words.topic(topic).lower() for topic in topics])
    parts = [_not_found(silent, searched)] if topics else []
    one, many = nouns(
        "{n} number in the articles became no figure; Evidence says why.",
        "{n} numbers in the articles became no figure; Evidence says why.",
    )
    parts += [words.count(unused, one, many)] if unused else []
    return f"<p class='ox-empty'>{escape(' '.join(parts))}</p>"


def _not_found(topics: str, searched: int) -> str:
    told = ngettext(
        "Nothing found on {topics} in {n} article.", "Nothing found on {topics} in {n} articles.", searched
    )
    return told.format(topics=topics, n=words.grouped(searched))
