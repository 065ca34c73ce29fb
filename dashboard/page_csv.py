"""The button under a page that saves the reported figures behind what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

import pandas as pd

from dashboard import export, words
from dashboard.queries import snapshots
from dashboard.sites import Site


def behind(points: pd.DataFrame) -> list[str]:
    """The claims behind observations: all that were told of each, not its headline alone."""
    return sorted(set(chain.from_iterable(points.claim_ids)))


def at(sites: Iterable[Site]) -> list[str]:
    """The claims behind a map's places."""
    return sorted({figure.claim_id for site in sites for figure in site.figures})


def button(claim_ids: Iterable[str], page: str, *parts: str) -> None:
    """Says how many figures the file holds; draws nothing where the page shows none."""
    wanted = list(claim_ids)
    counted(len(wanted), lambda: wanted, page, *parts)


def counted(figures: int, claim_ids: Callable[[], list[str]], page: str, *parts: str) -> None:
    """The same, where the claims are looked up only for a file that is asked for."""
    if figures:
        label = words.count(figures, "CSV of this page: {n} figure", "CSV of this page: {n} figures")
        export.button(lambda: snapshots.these(claim_ids()), page, *parts, label=label)
