"""A sentence as it was printed, with its figure marked, and who said it."""

from __future__ import annotations

from html import escape
from typing import Any

from dashboard import figures, highlight, layout, words
from dashboard.cells import text


def quote(row: Any) -> str:
    """A sentence with its figure marked, and under it who said it, when, and what it was read as."""
    start, end = row.start - row.sentence_start, row.end - row.sentence_start
    mark = highlight.Highlight(start, end, "ox-q ox-q-now", "the figure")
    sentence = highlight.marked(row.sentence, 0, len(row.sentence), [mark])
    said = words.said_on(text(row.published), text(row.published_basis))
    by = " · ".join(part for part in (text(row.claimant), text(row.publisher), row.title, said) if part)
    body = layout.link(row.claim_id, f"<q>{sentence}</q>", "open the sentence in its article")
    return (
        f"<blockquote>{body}<small>{escape(by)}<br>read as {escape(figures.spoken(row))}</small></blockquote>"
    )
