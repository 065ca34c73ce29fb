"""Names that are the same in every build, so that a decision or an address keeps pointing at its claim."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from etl.model import Claim, Rate


def digest(*parts: object, length: int = 16) -> str:
    """A short hash of `parts`, in order; nothing joins two lists of parts that differ.

    >>> digest("a", "bc") == digest("ab", "c")
    False
    """
    texts = list(map(str, parts))
    joined = "".join([f"{len(text)}:{text}" for text in texts])
    return hashlib.sha256(joined.encode()).hexdigest()[:length]


def article_id(name: str, position: int) -> str:
    """Position 0 is what stands above the first article of a page: its ticker and date.

    >>> article_id("dump", 1), article_id("dump", 2), article_id("dump", 0)
    ('dump', 'dump#2', 'dump#0')
    """
    return name if position == 1 else f"{name}#{position}"


def claim_ids(claims: Sequence[Claim]) -> list[str]:
    """One id per claim of a file. The indicator is part of it: a decision about a number that was read as the
    wrong indicator does not follow the number to the right one. "7 % each" gives two claims of one quote and
    indicator: the second in the text is counted.
    """
    seen: Counter[tuple[object, ...]] = Counter()
    ids = []
    for claim in claims:
        key = (claim.article, claim.quote.start, claim.quote.end, claim.quote_text, claim.subject.indicator)
        seen[key] += 1
        ids.append(digest(*key) if seen[key] == 1 else digest(*key, seen[key]))
    return ids


def repeated(claims: Sequence[Claim], ids: Sequence[str]) -> list[str | None]:
    """Per claim the id of the claim that it repeats: at that start, of its own indicator if there is one."""
    first_at: dict[tuple[int, str | None], str] = {}
    for claim, claim_id in zip(claims, ids, strict=True):
        first_at.setdefault((claim.quote.start, claim.subject.indicator), claim_id)
        first_at.setdefault((claim.quote.start, None), claim_id)
    return [
        None
        if claim.duplicate_of is None
        else first_at.get((claim.duplicate_of, claim.subject.indicator))
        or first_at.get((claim.duplicate_of, None))
        for claim in claims
    ]


def rate_id(rate: Rate) -> str:
    """A rate that a source revises (a new text for the same day) is a new rate."""
    return digest(rate.source, rate.kind, rate.base, rate.counter, rate.nominal, rate.day, rate.value_text)
