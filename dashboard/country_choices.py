"""What a reader of the country page chooses: a country, and a topic where all of them are too much."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard import filters, words
from dashboard.language import _
from dashboard.queries import country_known as known


def choose(names: Mapping[str, str]) -> tuple[str, str]:
    """The codes of the country and of the topic, `ANY` for all topics."""
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    with left:
        chosen = filters.pick(_("Country"), names, key="country")
    with right:
        topics = {known.ANY: _("All topics")} | {code: words.topic(code) for code in known.topics()}
        return chosen, filters.one(_("Topic"), topics, key="topic")
