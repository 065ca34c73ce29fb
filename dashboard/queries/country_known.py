"""How much is known of each country and topic, and from which articles: asked once a database, and kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from dashboard import database
from dashboard.cells import as_day, missing, rows
from dashboard.database import ask

ANY = "any"  # every topic


@dataclass(frozen=True, slots=True)
class Known:
    """How much is known of a country, exchange rates left out; kinds and topics with most figures first."""

    kinds: Mapping[str, int]
    topics: Mapping[str, int]
    claims: int = 0
    first: date | None = None
    last: date | None = None

    @property
    def figures(self) -> int:
        """Of all kinds."""
        return sum(self.kinds.values())


def topics() -> list[str]:
    """The topics that have figures, those with most first."""
    known = (each for (_, topic), each in _known(database.path()).items() if topic == ANY)
    counts: dict[str, int] = defaultdict(int)
    for each in known:
        for topic, figures in each.topics.items():
            counts[topic] += figures
    return sorted(counts, key=lambda topic: (-counts[topic], topic))


def known(country: str, topic: str = ANY) -> Known:
    """How much there is; nothing is something too."""
    return _known(database.path()).get((country, topic), Known({}, {}))


@lru_cache(maxsize=3)
def _known(of: str) -> dict[tuple[str, str], Known]:  # noqa: ARG001, part of the key
    """By country and topic; the countries in no order."""
    found = ask(
        """
        select country, topic, kind, count(*) as figures, sum(n_claims) as claims,
               min(period_first) as first, max(period_last) as last
        from observations
        where indicator <> 'exchange_rate'
        group by country, topic, kind
        order by figures desc, topic, kind
        """
    )
    told: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in rows(found):
        told[row.country, ANY].append(row)
        told[row.country, row.topic].append(row)
    return {key: _summed(group) for key, group in told.items()}


def _summed(group: Sequence[Any]) -> Known:
    firsts = [as_day(row.first) for row in group if not missing(row.first)]
    lasts = [as_day(row.last) for row in group if not missing(row.last)]
    return Known(
        _counts((row.kind, row.figures) for row in group),
        _counts((row.topic, row.figures) for row in group),
        int(sum(row.claims for row in group)),
        min(firsts, default=None),
        max(lasts, default=None),
    )


def _counts(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Each name's sum, the greatest first."""
    sums: dict[str, int] = defaultdict(int)
    for name, figures in pairs:
        sums[name] += int(figures)
    return dict(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])))


def articles(country: str, topic: str = ANY) -> Sequence[Any]:
    """The articles with such figures, the newest first, and how many figures each has."""
    return _articles(database.path()).get((country, topic), [])


@lru_cache(maxsize=3)
def _articles(of: str) -> dict[tuple[str, str], list[Any]]:  # noqa: ARG001, part of the key
    """By country and topic."""
    found = ask(
        """
        select c.country, coalesce(c.topic, 'any') as topic, a.title, a.publisher, a.published,
               a.published_basis, count(*) as figures, arg_min(c.claim_id, c.start) as claim_id
        from claims c join articles a using (article_id)
        where c.indicator <> 'exchange_rate' and c.duplicate_of is null and c.status <> 'rejected'
          and c.country is not null
        group by grouping sets (
            (c.country, a.article_id, a.title, a.publisher, a.published, a.published_basis),
            (c.country, a.article_id, a.title, a.publisher, a.published, a.published_basis, c.topic)
        )
        order by max(a.published_last) desc nulls last, a.article_id
        """
    )
    told: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in rows(found):
        told[row.country, row.topic].append(row)
    return told
