"""The parts of the search page: what was found for the words in the address."""

from __future__ import annotations

import streamlit as st

from dashboard import bar, database, found, layout, page_csv
from dashboard.language import _
from dashboard.queries import search


def wanted() -> str:
    """What the address asks for; where it asks for nothing, what could be asked for."""
    asked = str(st.query_params.get(bar.WANTED, "")).strip()
    if asked:
        layout.title(_("Search: {words}").format(words=asked))
        return asked
    layout.title(_("Search"), _("Indicators, places, sentences"))
    how = _("Type into the box above and press Enter. Several words find sentences that have all of them.")
    example = _("For example {searches}.").format(searches=_examples())
    layout.html(f"<p class='ox-empty'>{how}<br><small>{example}</small></p>")
    return asked


def results(asked: str) -> None:
    """Names, sentences and articles, or what may have been meant."""
    names, pairs = search.names(asked), search.pairs(asked)
    claims, articles = search.claims(asked), search.articles(asked)
    if not (names or pairs or claims or articles):
        _nothing(asked)
        return
    layout.takeaway(found.takeaway(len(names) + len(pairs), claims, articles, database.build().articles))
    if names:
        layout.part(_("Names"), found.names_html(names, asked))
    if pairs:
        layout.part(_("An indicator in a country"), found.pairs_html(pairs, asked))
    if claims:
        layout.part(_("Sentences"), found.sentences_html(claims, asked))
    if articles:
        note = _("their figures stand in other sentences")
        layout.part(_("Articles"), found.articles_html(articles, asked), note)
    page_csv.button([row.claim_id for row in claims], "search", asked)


def _nothing(asked: str) -> None:
    layout.takeaway(found.nothing(asked, database.build().articles))
    names, meant = search.near(asked), search.meant(asked)
    if meant:
        told = _("Did you mean {search}?").format(search=found.suggestions_html([meant]))
        layout.html(f"<p class='ox-empty'>{told}</p>")
    if names:
        layout.part(_("Names like it"), found.names_html(names, ""))
    if not meant and not names:
        told = _("Fewer letters find more. Try {searches}.").format(searches=_examples())
        layout.html(f"<p class='ox-empty'><small>{told}</small></p>")


def _examples() -> str:
    return found.suggestions_html(search.examples())
