"""Search: the indicators, places, sentences and articles that have the words in the address."""

from dashboard import layout
from dashboard import search_view as view

wanted = view.wanted()
if wanted:
    view.results(wanted)
layout.foot(layout.Foot())
