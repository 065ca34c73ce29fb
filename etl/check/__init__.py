"""Claims that cannot be right: a sentence for each. They stay visible, and out of every observation.

A check reports and never repairs. What the limits are is in data/reference/checks.toml and in the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from etl.check import amounts, moves, rivals, times, wholes
from etl.model import Claim, Extraction, Problem
from etl.reference import Indicator

__all__ = ["problems"]


def problems(extraction: Extraction, catalogue: Mapping[str, Indicator]) -> Iterator[Problem]:
    """One for each rule that a claim of this file breaks. `catalogue` is by indicator."""
    claims = extraction.claims
    days = times.impossible_days(extraction)
    for claim in claims:
        entry = catalogue.get(claim.subject.indicator)
        for rule, sentence in (*amounts.wrong(claim, entry), *times.wrong(claim, days)):
            yield _problem(claim, rule, sentence)
    standing = [claim for claim in claims if claim.duplicate_of is None]
    for found in (moves.wrong(standing), wholes.wrong(standing), rivals.wrong(standing, catalogue)):
        for claim, rule, sentence in found:
            yield _problem(claim, rule, sentence)


def _problem(claim: Claim, rule: str, sentence: str) -> Problem:
    """With the file and the words, so that the sentence can be read alone."""
    return Problem(rule, f"{sentence} {claim.article}: “{claim.quote_text}”", claim.quote.start)
