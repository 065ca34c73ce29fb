"""What a search found, as words and HTML: names, sentences with the wanted words marked, articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Any

from dashboard import figures, layout, words
from dashboard.cells import text
from dashboard.folded import matches
from dashboard.highlight import Highlight, marked
from dashboard.language import _, ngettext, nouns
from dashboard.sites import PLACES

ARTICLES = nouns("{n} article", "{n} articles")
MORE = nouns("{n} more article", "{n} more articles")


def takeaway(names: int, claims: Sequence[Any], articles: Sequence[Any], searched: int) -> str:
    """How much was found, where, and in how many articles it was looked for."""
    parts = [words.count(names, "{n} name", "{n} names")] if names else []
    if len(claims):
        parts.append(_figures(claims[0].found, len(claims)))
    if len(articles):
        one, many = MORE if len(claims) else ARTICLES
        parts.append(words.count(articles[0].found, one, many))
    told = ngettext("Found {parts}; {n} article searched.", "Found {parts}; {n} articles searched.", searched)
    return told.format(parts=words.listed(parts), n=words.grouped(searched))


def _figures(total: int, shown: int) -> str:
    one, many = nouns("{n} figure in their sentences", "{n} figures in their sentences")
    told = words.count(total, one, many)
    return _("{figures} (the first {n} shown)").format(figures=told, n=shown) if total > shown else told


def nothing(wanted: str, searched: int) -> str:
    """What to say where neither a name nor an article has the words."""
    one, many = nouns(
        "Nothing found for “{words}” in {n} article.", "Nothing found for “{words}” in {n} articles."
    )
    return ngettext(one, many, searched).format(words=wanted, n=words.grouped(searched))


def names_html(names: Sequence[Any], wanted: str) -> str:
    """A line a name: where it leads, what it names, how much is known of it."""
    return f"<ul class='ox-plain'>{''.join(_name(row, wanted) for row in names)}</ul>"


def _name(row: Any, wanted: str) -> str:
    shown, told = _marked(_called(row), wanted), " · ".join(_told(row))
    address = leads_to(row)
    link = f"<a class='ox-opens' href='{escape(address)}' target='_self'>{shown}</a>" if address else shown
    return f"<li>{link} <small>{escape(told)}</small></li>"


def _called(row: Any) -> str:
    """What the reader calls it."""
    if row.sort == "country":
        return words.country(row.country, row.shown)
    return words.place(row.shown) if row.sort == "place" else words.indicator(row.code, row.shown)


def leads_to(row: Any) -> str | None:
    """The page of a name; a place that no map has leads to its country, an empty indicator nowhere."""
    if row.sort == "indicator":
        return layout.address("indicator", indicator=row.code) if row.figures else None
    if row.on_map:
        return layout.address("places", place_country=row.country, place_site=row.code)
    return layout.address("country", country=row.country)


def pairs_html(pairs: Sequence[Any], wanted: str) -> str:
    """A line for each indicator in a country: the indicator's page with that country chosen."""
    return f"<ul class='ox-plain'>{''.join(_pair(row, wanted) for row in pairs)}</ul>"


def _pair(row: Any, wanted: str) -> str:
    address = layout.address("indicator", indicator=row.indicator, countries=row.country)
    country = words.country(row.country, row.country_name)
    shown = _marked(
        _("{indicator} in {country}").format(
            indicator=words.indicator(row.indicator, row.shown), country=country
        ),
        wanted,
    )
    link = f"<a class='ox-opens' href='{escape(address)}' target='_self'>{shown}</a>"
    return f"<li>{link} <small>{words.count(int(row.figures), '{n} figure', '{n} figures')}</small></li>"


def _told(row: Any) -> Iterator[str]:
    if row.sort != "indicator" and row.name not in (row.shown, _called(row)):
        yield _("also “{name}”").format(name=row.name)
    yield _sort(row)
    figures = words.count(int(row.figures), "{n} figure", "{n} figures")
    yield figures if row.figures else _("no figure tied to it yet")


def _sort(row: Any) -> str:
    """What a name names."""
    if row.sort == "place":
        country = words.country(row.country, row.country_name)
        return _("{kind} in {country}").format(kind=_(PLACES.get(row.note, row.note)), country=country)
    if row.sort == "indicator":
        return _("indicator, {topic}").format(topic=words.topic(row.note).lower())
    return _("country")


def sentences_html(claims: Sequence[Any], wanted: str) -> str:
    """A quotation a sentence: each figure in it is a way to it, the wanted words are marked."""
    together = groupby(claims, lambda row: (row.article_id, row.sentence_start))
    return f"<div class='ox-quotes'>{''.join(_quote(list(group), wanted) for _, group in together)}</div>"


def _quote(claims: list[Any], wanted: str) -> str:
    first = claims[0]
    sentence = _marked(first.sentence, wanted, [_figure(row) for row in claims])
    by = (
        text(first.publisher),
        first.title,
        words.said_on(text(first.published), text(first.published_basis)),
    )
    read = "; ".join(_read(row, wanted) for row in claims)
    said = escape(" · ".join(part for part in by if part))
    quoted = f"<q{layout.language(first.sentence)}>{sentence}</q>"
    told = _("read as {figures}").format(figures=read)
    return f"<blockquote>{quoted}<small>{said}<br>{told}</small></blockquote>"


def _read(row: Any, wanted: str) -> str:
    told = f"{row.name}, {figures.spoken(row)}"
    return f"<a href='{layout.evidence(row.claim_id)}' target='_self'>{_marked(told, wanted)}</a>"


def _figure(row: Any) -> Highlight:
    start, end = int(row.start - row.sentence_start), int(row.end - row.sentence_start)
    return Highlight(start, end, "ox-q ox-q-now", _("open this figure"), href=layout.evidence(row.claim_id))


def articles_html(articles: Sequence[Any], wanted: str) -> str:
    """A line an article."""
    return f"<ul class='ox-plain'>{''.join(_article(row, wanted) for row in articles)}</ul>"


def _article(row: Any, wanted: str) -> str:
    by = (text(row.publisher), words.said_on(text(row.published), text(row.published_basis)))
    address = escape(layout.address("evidence", article=row.article_id))
    link = f"<a class='ox-opens' href='{address}' target='_self'>{_marked(row.title, wanted)}</a>"
    return f"<li>{link} <small>{escape(' · '.join(part for part in by if part))}</small></li>"


def suggestions_html(wanted: list[str]) -> str:
    """Other searches, each a link."""
    addresses = (escape(layout.address("search", q=each)) for each in wanted)
    links = (
        f"<a class='ox-opens' href='{address}' target='_self'>{escape(each)}</a>"
        for address, each in zip(addresses, wanted, strict=True)
    )
    return ", ".join(links)


def _marked(said: str, wanted: str, more: list[Highlight] | None = None) -> str:
    return marked(said, 0, len(said), [*(more or []), *matches(said, wanted)])
