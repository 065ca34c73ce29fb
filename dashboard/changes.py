"""What is new since the build before, in words."""

from __future__ import annotations

from html import escape
from typing import Any

import pandas as pd

from dashboard import words
from dashboard.language import _, ngettext, nouns


def changed(counts: pd.DataFrame) -> str:
    """`counts` as `queries.region.changed` gives it."""
    row = counts.iloc[0]
    sentences = [_first(int(row.claims)) if words.missing(row.since) else _since(row)]
    if disputed := int(row.disputed):
        one, many = nouns("{n} figure told in more than one way.", "{n} figures told in more than one way.")
        sentences.append(words.count(disputed, one, many))
    return f"<p class='ox-note'>{escape(' '.join(sentences))}</p>"


def _first(claims: int) -> str:
    one, many = nouns(
        "First build: {n} figure, nothing to compare with yet.",
        "First build: {n} figures, nothing to compare with yet.",
    )
    return words.count(claims, one, many)


def _since(row: Any) -> str:
    since = words.on(row.since)
    if not row.came and not row.went:
        return _("Since {day}: nothing came or went.").format(day=since)
    came, went = int(row.came), words.grouped(int(row.went))
    told = ngettext(
        "Since {day}: {n} figure came, {went} went.", "Since {day}: {n} figures came, {went} went.", came
    )
    return told.format(day=since, n=words.grouped(came), went=went)
