"""The search over sentences: found sentences with the wanted words marked, each a way to its figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Any

import pandas as pd

from dashboard import layout, words
from dashboard.cells import rows
from dashboard.highlight import Highlight, marked


def takeaway(found: pd.DataFrame, wanted: str, searched: int) -> str:
    """How many figures were found, in words."""
    if found.empty:
        return f"No figure stands in a sentence with “{wanted}”; {words.count(searched, 'article')} searched."
    total = int(found.found.iloc[0])
    shown = f", the newest {len(found)} shown" if total > len(found) else ""
    return f"{words.count(total, 'figure')} in sentences with “{wanted}”{shown}."


def results_html(found: pd.DataFrame, wanted: str) -> str:
    """A line a sentence: each figure in it is a way to it, the wanted words stand in bold."""
    together = groupby(rows(found), lambda row: (row.title, row.sentence))
    lines = "".join(_result(list(group), wanted) for _, group in together)
    return f"<ul class='ox-lines'>{lines}</ul>"


def _result(claims: list[Any], wanted: str) -> str:
    first = claims[0]
    figures = (_figure(row) for row in claims)
    sentence = marked(first.sentence, 0, len(first.sentence), [*figures, *matches(first.sentence, wanted)])
    parts = (first.title, words.said_on(first.published, first.published_basis))
    return f"<li>{sentence} <small>{escape(' · '.join(part for part in parts if part))}</small></li>"


def _figure(row: Any) -> Highlight:
    return Highlight(
        int(row.quote_start),
        int(row.quote_end),
        style="ox-q ox-q-now",
        label="open this figure",
        href=layout.evidence(row.claim_id),
    )


def matches(sentence: str, wanted: str) -> Iterator[Highlight]:
    """Where the wanted words stand in the sentence, in any case.

    >>> [(m.start, m.end) for m in matches("Water (and more water)", "water (")]
    [(0, 5), (6, 7), (16, 21)]
    """
    pattern = "|".join(re.escape(word) for word in wanted.split())
    for match in re.finditer(pattern, sentence, re.IGNORECASE) if pattern else ():
        yield Highlight(*match.span(), style="ox-found", label="a word that was searched for")
