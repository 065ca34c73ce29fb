"""The names by which a claim is known outside the pipeline: in JSON Lines, in the database, in CSV."""

from __future__ import annotations

from etl.model import Claim


def fields(claim: Claim) -> dict[str, object]:
    """A claim under the names by which it is known outside; numbers stay Decimal.

    `duplicate_of` is the start of the claim that this one repeats.
    """
    amount, subject = claim.amount, claim.subject
    return {
        "article": claim.article,
        "title": claim.title,
        "start": claim.quote.start,
        "end": claim.quote.end,
        "quote": claim.quote_text,
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        "value": amount.value,
        "low": amount.low,
        "high": amount.high,
        "value_text": amount.text,
        "qualifier": amount.qualifier,
        "unit": amount.unit,
        "country": claim.country,
        "place": claim.place,
        "indicator": subject.indicator,
        "family": subject.family,
        "topic": subject.topic,
        "dimension": subject.dimension,
        "period": claim.period.label if claim.period else None,
        "kind": claim.kind,
        "direction": claim.direction,
        "claimant": claim.claimant,
        "duplicate_of": claim.duplicate_of,
        "change_text": claim.change_text,
        "confidence": claim.confidence,
        "reasons": list(claim.reasons),
    }
