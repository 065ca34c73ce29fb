"""Claims told field by field, with the rule and the words that decided each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from etl.model import Claim, Extraction, Rejection

SHOWN = ("value", "low", "high", "qualifier", "unit", "indicator", "topic", "dimension", "country", "place")
ALSO_SHOWN = ("period", "kind", "direction", "claimant", "duplicate_of", "confidence")
WIDTH = 12


def explained(extraction: Extraction, fields: Callable[[Claim], Mapping[str, object]]) -> Iterator[str]:
    """The lines that `etl explain` prints."""
    for claim in extraction.claims:
        yield f"“{claim.quote_text}” is a claim"
        yield from _fields(claim, fields(claim))
        yield from (f"  doubt: {reason}" for reason in claim.reasons)
        yield ""
    for rejection in extraction.rejections:
        yield _refused(rejection)
    if not extraction.claims and not extraction.rejections:
        yield "There is no number in it."


def _fields(claim: Claim, values: Mapping[str, object]) -> Iterator[str]:
    why = dict(claim.evidence)
    for name in (*SHOWN, *ALSO_SHOWN):
        if values[name] is None and name not in why:
            continue
        reason = f"  ← {why[name]}" if name in why else ""
        yield f"  {name:<{WIDTH}} {values[name]}{reason}"


def _refused(rejection: Rejection) -> str:
    return f"“{rejection.quote_text}” is no claim: {rejection.reason}"
