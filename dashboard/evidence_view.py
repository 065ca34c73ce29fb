"""What a reader of the evidence page sees and moves: list of articles, text, figure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import streamlit as st

from dashboard import (
    database,
    dollars,
    evidence,
    evidence_panel,
    figures,
    layout,
    page_csv,
    present,
    shell,
    takeaways,
    words,
)
from dashboard.cells import rows
from dashboard.dates import on_or_about
from dashboard.evidence import Chosen
from dashboard.language import _, nouns
from dashboard.queries import evidence as queries

LISTED = "evidence_article"  # the list's own key: the address has the article's id, not its title


def choose() -> Chosen | None:
    """What the address asks for; None, with the words for it, where nothing has been read yet."""
    articles = queries.articles()
    asked = st.query_params
    found = evidence.chosen(asked.get("claim"), asked.get("article"), articles)
    if found is None:
        layout.title(_("Evidence"), _("The articles, with every reported figure in its sentence"))
        hint = _("Put articles into data/articles and run: {command}").format(command="make etl")
        layout.empty(_("No article has been read yet."), hint)
    return found


def slide(chosen: Chosen) -> None:
    """On a slide: what the figure is, how much, and its sentence."""
    if not present.on() or chosen.claim_id is None:
        return
    article = queries.article(chosen.article_id).iloc[0]
    claim = _claim(chosen.article_id, chosen.claim_id)
    layout.title(evidence_panel.name_of(claim), words.text(claim.country_name) or "", country=claim.country)
    layout.takeaway(figures.said(claim))
    layout.html(f"<div class='ox-said-large'>{evidence_panel.in_context(claim)}</div>")
    by = f"{article.title} · {evidence.byline(article)}"
    layout.slide(layout.Foot((by,), words.period(words.text(claim.period)), kinds=(str(claim.kind),)))


def top(chosen: Chosen) -> None:
    """Title, who published it, and the row of choices."""
    article = queries.article(chosen.article_id).iloc[0]
    layout.title(article.title, evidence.byline(article))
    if chosen.sorry:
        instead = _("Shown instead: this article. Any other is in the list below.")
        layout.empty(f"{chosen.sorry} {instead}")
    listed, steps = st.columns([10, 3], vertical_alignment="bottom")
    with listed:
        _list(chosen.article_id)
    with steps.container(horizontal=True):
        _steps(chosen)


def _list(article_id: str) -> None:
    names = _names(database.edition())
    st.session_state[LISTED] = article_id
    label = _("Article, of {n}").format(n=len(names))
    st.selectbox(label, list(names), format_func=names.__getitem__, key=LISTED, on_change=_open)


@st.cache_data(max_entries=3, show_spinner=False)
def _names(of: str) -> dict[str, str]:  # noqa: ARG001, part of the key
    return {row.article_id: evidence.label(row) for row in rows(queries.articles())}


def _open() -> None:
    st.query_params["article"] = st.session_state[LISTED]
    st.query_params.pop("claim", None)


def _steps(chosen: Chosen) -> None:
    """The ways to the figures before and after this one."""
    claims = queries.claims(chosen.article_id)
    number = evidence.numbers(claims)
    before, after = evidence.neighbours(claims, chosen.claim_id)
    back, on = _("‹ Figure {n}"), _("Figure {n} ›")
    _step(back.format(n=number[before]) if before else _("‹ First"), before, key="before")
    _step(on.format(n=number[after]) if after else _("Last ›"), after, key="after")


def _step(label: str, claim_id: str | None, *, key: str) -> None:
    st.button(label, key=key, disabled=claim_id is None, on_click=_go, args=(claim_id,), width="stretch")


def _go(claim_id: str) -> None:
    st.query_params["claim"] = claim_id
    st.query_params.pop("article", None)


def article(chosen: Chosen) -> None:
    """The text with its figures marked, how to read the marks, and where it was published."""
    shown = queries.article(chosen.article_id).iloc[0]
    claims, rejected = queries.claims(chosen.article_id), queries.rejections(chosen.article_id)
    st.html(evidence.text_html(shown, claims, rejected, chosen.claim_id, shell.today()))
    st.html(evidence.legend_html(claims, shell.today()) + evidence.sources_html(shown))
    if not rejected:
        every = _("Every number read in this article became a reported figure.")
        st.html(f"<p class='ox-note'>{every}</p>")
        return
    one, many = nouns("{n} number read and not taken, and why", "{n} numbers read and not taken, and why")
    with st.expander(words.count(len(rejected), one, many)):
        st.html(evidence_panel.rejections_html(rejected))


def _claim(article_id: str, claim_id: str) -> Any:
    return next(row for row in queries.claims(article_id) if row.claim_id == claim_id)


def figure(chosen: Chosen) -> None:
    """The chosen figure: what it was read as, and what stands beside it."""
    if chosen.claim_id is None:
        layout.empty(_("No reported figure was read in this article."), _("The list under it says why."))
        return
    claim = _claim(chosen.article_id, chosen.claim_id)
    read = "".join(dollars.html(row) for row in _in_dollars(claim))
    st.html(evidence_panel.panel_html(claim, shell.today(), read))
    st.html(
        evidence_panel.problems_html(queries.problems(chosen.claim_id) if claim.has_problem else [])
        + evidence_panel.beside_html(
            queries.beside(chosen.claim_id), evidence_panel.name_of(claim), shell.today()
        )
        + evidence_panel.repeats_html(evidence.repeats(queries.claims(chosen.article_id), chosen.claim_id))
    )


def _in_dollars(claim: Any) -> Iterator[Any]:
    """Most figures are no money of the five countries, and need no question."""
    if claim.unit.partition("/")[0] in queries.local_money():
        yield from rows(queries.dollars(claim.claim_id))


def foot(chosen: Chosen) -> None:
    """The foot line of every page, for this article."""
    shown = queries.article(chosen.article_id).iloc[0]
    claims = queries.claims(chosen.article_id)
    publisher = (str(shown.publisher),) if words.text(shown.publisher) else ()
    said = on_or_about(shown.published, shown.published_basis)
    page_csv.button([row.claim_id for row in claims], "evidence", str(shown.title))
    layout.foot(layout.Foot(publisher, takeaways.span(row.period for row in claims), said))
