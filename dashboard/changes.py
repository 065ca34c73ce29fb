"""What is new since the build before, in words."""

from __future__ import annotations

from html import escape

import pandas as pd

from dashboard import words


def changed(counts: pd.DataFrame) -> str:
    """`counts` as `queries.region.changed` gives it."""
    row = counts.iloc[0]
    if words.missing(row.since):
        sentence = f"First build: {words.count(int(row.claims), 'figure')}, nothing to compare with yet."
    else:
        since = words.on(row.since)
        came, went = words.count(int(row.came), "figure"), int(row.went)
        moved = f"{came} came, {words.grouped(went)} went" if row.came or row.went else "nothing came or went"
        sentence = f"Since {since}: {moved}."
    disputed = int(row.disputed)
    doubt = f" {words.count(disputed, 'figure')} told in more than one way." if disputed else ""
    return f"<p class='ox-note'>{escape(sentence + doubt)}</p>"
