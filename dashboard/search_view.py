"""The parts of the search page: what was found for the words in the address."""

from __future__ import annotations

import streamlit as st

from dashboard import bar, database, found, layout, page_csv
from dashboard.queries import search


def wanted() -> str:
    """What the address asks for; where it asks for nothing, what could be asked for."""
    asked = str(st.query_params.get(bar.WANTED, "")).strip()
    layout.title(f"Search: {asked}" if asked else "Search", "" if asked else "Indicators, places, sentences")
    if not asked:
        layout.html(
            "<p class='ox-empty'>Type into the box above and press Enter. Several words find sentences that "
            f"have all of them.<br><small>For example {_examples()}.</small></p>"
        )
    return asked


def results(asked: str) -> None:
    """Names, sentences and articles, or what may have been meant."""
    names, pairs = search.names(asked), search.pairs(asked)
    claims, articles = search.claims(asked), search.articles(asked)
    if all(table.empty for table in (names, pairs, claims, articles)):
        _nothing(asked)
        return
    layout.takeaway(found.takeaway(len(names) + len(pairs), claims, articles, database.build().articles))
    if len(names):
        layout.part("Names", found.names_html(names, asked))
    if len(pairs):
        layout.part("An indicator in a country", found.pairs_html(pairs, asked))
    if len(claims):
        layout.part("Sentences", found.sentences_html(claims, asked))
    if len(articles):
        layout.part(
            "Articles", found.articles_html(articles, asked), "their figures stand in other sentences"
        )
    page_csv.button(claims.claim_id, "search", asked)


def _nothing(asked: str) -> None:
    layout.takeaway(found.nothing(asked, database.build().articles))
    names, meant = search.near(asked), search.meant(asked)
    if meant:
        layout.html(f"<p class='ox-empty'>Did you mean {found.suggestions_html([meant])}?</p>")
    if len(names):
        layout.part("Names like it", found.names_html(names, ""))
    if not meant and names.empty:
        layout.html(f"<p class='ox-empty'><small>Fewer letters find more. Try {_examples()}.</small></p>")


def _examples() -> str:
    return found.suggestions_html(search.examples())
