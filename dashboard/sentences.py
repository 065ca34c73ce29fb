"""The search over sentences: found sentences with the wanted words marked, each a way to its figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any

import pandas as pd

from dashboard import layout, words
from dashboard.cells import rows
from dashboard.highlight import Highlight, marked


def takeaway(found: pd.DataFrame, wanted: str, searched: int) -> str:
    """How many sentences were found, in words."""
    if found.empty:
        return f"No figure stands in a sentence with “{wanted}”; {words.count(searched, 'article')} searched."
    total = int(found.found.iloc[0])
    shown = f", the newest {len(found)} shown" if total > len(found) else ""
    return f"{words.count(total, 'figure')} in sentences with “{wanted}”{shown}."


def results_html(found: pd.DataFrame, wanted: str) -> str:
    """The sentences as a list; the figure of each stands in bold accent, the wanted words underlined."""
    return f"<ul class='ox-lines'>{''.join(_result(row, wanted) for row in rows(found))}</ul>"


def _result(row: Any, wanted: str) -> str:
    figure = Highlight(int(row.quote_start), int(row.quote_end), "ox-q ox-q-now", "the figure")
    sentence = marked(row.sentence, 0, len(row.sentence), [figure, *matches(row.sentence, wanted)])
    behind = " · ".join(
        part for part in (row.title, words.said_on(row.published, row.published_basis)) if part
    )
    return (
        f"<li>{layout.link(row.claim_id, sentence, 'open this figure')} <small>{escape(behind)}</small></li>"
    )


def matches(sentence: str, wanted: str) -> Iterator[Highlight]:
    """Where the wanted words stand in the sentence, in any case.

    >>> [(m.start, m.end) for m in matches("Water (and more water)", "water (")]
    [(0, 5), (6, 7), (16, 21)]
    """
    pattern = "|".join(re.escape(word) for word in wanted.split())
    for match in re.finditer(pattern, sentence, re.IGNORECASE) if pattern else ():
        yield Highlight(*match.span(), style="ox-found", label="a word that was searched for")
