"""The parts every page is set from: title, takeaway, foot, empty places, links to evidence.

Functions that return text return HTML with every word escaped; the others draw.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote_plus, urlencode

import streamlit as st

from dashboard import database, present, words
from dashboard.language import N_, _, kept
from dashboard.language import code as reader

FEW, FEW_ON_A_SLIDE = 8, 3  # sources that are named; more are counted
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
LICENCE = N_("Compilation and briefs: see LICENSE. Quoted words belong to their publishers.")


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands under a page: where its figures come from and what they refer to."""

    sources: tuple[str, ...] = ()
    refers_to: str | None = None
    said_on: str | None = None
    kinds: tuple[str, ...] = ()


def title(name: str, subtitle: str = "", *, country: str | None = None) -> None:
    """The page's title; `country` underlines it in that country's colour."""
    colour = f" style='border-color:var(--ox-{country.lower()})'" if country and country.isalpha() else ""
    under = f"<p class='ox-sub'>{escape(subtitle)}</p>" if subtitle else ""
    st.html(f"<header class='ox-head'{colour}><h1>{escape(name)}</h1>{under}</header>")


def takeaway(sentence: str) -> None:
    """One sentence made from the data that is shown."""
    st.html(f"<p class='ox-takeaway'>{escape(sentence)}</p>")


def section(name: str, note: str = "") -> None:
    """A heading inside a page, with a quiet note behind it."""
    st.html(_heading(name, note))


def _heading(name: str, note: str) -> str:
    behind = f" <small>{escape(note)}</small>" if note else ""
    return f"<h2 class='ox-h2'>{escape(name)}{behind}</h2>"


def empty(sentence: str, hint: str = "") -> None:
    """An empty place says what was looked for, and what to do."""
    more = f"<br><small>{escape(hint)}</small>" if hint else ""
    st.html(f"<p class='ox-empty'>{escape(sentence)}{more}</p>")


def html(markup: str) -> None:
    """Markup whose every word was escaped where it was made."""
    st.html(markup)


def part(heading: str, markup: str, note: str = "") -> None:
    """A section with its content, which is HTML; one element of the page, as each costs the server time."""
    st.html(f"{_heading(heading, note)}<div class='ox-part'>{markup}</div>")


def address(page: str, **choices: str | Sequence[str]) -> str:
    """The address of a view: a page and what is chosen on it, as codes.

    >>> address("indicator", indicator="obesity", countries=["TJK", "UZB"])
    'indicator?indicator=obesity&countries=TJK&countries=UZB'
    """
    return kept(f"{page}?{urlencode(choices, doseq=True)}" if choices else page)


def evidence(claim_id: str) -> str:
    """The address of a claim's sentence."""
    return kept(f"evidence?claim={quote_plus(str(claim_id))}")


def link(claim_id: str, inner: str, spoken: str) -> str:
    """`inner`, which is HTML, as a link to the sentence; `spoken` is read aloud and shown on hover."""
    opens, said = escape(evidence(claim_id)), escape(spoken)
    return f"<a class='ox-figure' href='{opens}' target='_self' title='{said}'>{inner}</a>"


def language(words: str) -> str:
    """The attribute that says which tongue to read aloud, where it is not the page's.

    >>> language("Schools in Osh"), language("Школы в Оше")
    ('', " lang='ru'")
    """
    tongue = "ru" if 2 * len(CYRILLIC.findall(words)) > sum(map(str.isalpha, words)) else "en"
    return "" if tongue == reader() else f" lang='{tongue}'"


def scroll(table: str) -> str:
    """A table that may be wider than the screen; the keyboard reaches it."""
    return (
        f"<div class='ox-scroll' tabindex='0' role='region' aria-label='{escape(_('Table'))}'>{table}</div>"
    )


def foot(about: Foot) -> None:
    """Sources · refers to · said on · as known on · build · licence."""
    st.html(f"<footer class='ox-foot'>{' · '.join(_foot_parts(about))}</footer>")


def slide(about: Foot) -> None:
    """On a slide nothing follows the figure but its foot: the rest of the page is not drawn."""
    if present.on():
        st.html(f"<footer class='ox-slide-foot'>{slide_words(about)}</footer>")
        st.stop()


def slide_words(about: Foot) -> str:
    """What the foot of a slide says, as HTML."""
    return " · ".join(_slide_parts(about))


def _slide_parts(about: Foot) -> Iterable[str]:
    """Source · period · kind · build date · address."""
    yield from _origin(about, FEW_ON_A_SLIDE)
    if about.kinds:
        yield escape(words.listed(list(map(words.kind, about.kinds))))
    build = database.build()
    yield _("<b>build</b> {n} of {day}").format(n=build.seq, day=words.on(build.built_at))
    yield escape(present.address())


def _foot_parts(about: Foot) -> Iterable[str]:
    yield from _origin(about, FEW)
    if about.said_on:
        yield _("<b>said</b> {when}").format(when=escape(about.said_on))
    build = database.build()
    yield _("<b>as known on</b> {day}").format(day=words.on(build.built_at))
    articles = words.count(build.articles, "{n} article", "{n} articles")
    yield _("<b>build</b> {n}, {articles}").format(n=build.seq, articles=articles)
    yield escape(_(LICENCE))


def _origin(about: Foot, few: int) -> Iterable[str]:
    if about.sources:
        n = len(about.sources)
        counted = words.count(n, "{n} publisher", "{n} publishers")
        named = words.listed(list(about.sources)) if n <= few else counted
        yield _("<b>Sources</b> {names}").format(names=escape(named))
    if about.refers_to:
        yield _("<b>refers to</b> {when}").format(when=escape(about.refers_to))
