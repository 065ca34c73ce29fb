"""What holds for every text, whatever it says: offsets, values, and that a JSON line can be made of it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from etl.commands.extract import number as as_json
from etl.contract import fields
from etl.extract import extract
from etl.extract.explain import explained
from etl.model import Claim, Extraction, Rejection
from etl.read import ReadError, document_from_text


def unsound(text: str) -> Iterator[str]:
    """A sentence for each thing that does not hold of what is read in `text`."""
    try:
        found = extract(document_from_text(text))
    except ReadError:
        return
    for claim in found.claims:
        yield from _unsound_claim(text, claim)
    for rejection in found.rejections:
        yield from _unsound_rejection(text, rejection)
    yield from _repeats(found)
    list(explained(found, fields))


def _unsound_claim(text: str, claim: Claim) -> Iterator[str]:
    quote, sentence, amount = claim.quote, claim.sentence, claim.amount
    if not quote.of(text) == claim.quote_text != "":
        yield f"the quote {claim.quote_text!r} is not the text at {quote}"
    if not sentence.start <= quote.start < quote.end <= sentence.end:
        yield f"the sentence {sentence} does not hold the quote {quote}"
    for name, number in (("value", amount.value), ("low", amount.low), ("high", amount.high)):
        if number is not None and not number.is_finite():
            yield f"the {name} of {claim.quote_text!r} is {number}"
    if (amount.value is None) != (amount.qualifier in ("range", "vague")):
        yield f"{claim.quote_text!r} is {amount.qualifier} with the value {amount.value}"
    if amount.low is not None and amount.high is not None and amount.low > amount.high:
        yield f"{claim.quote_text!r} goes from {amount.low} down to {amount.high}"
    if claim.period is not None and claim.period.first > claim.period.last:
        yield f"the period of {claim.quote_text!r} ends before it begins"
    json.dumps(fields(claim), default=as_json, allow_nan=False)


def _unsound_rejection(text: str, rejection: Rejection) -> Iterator[str]:
    if not rejection.quote.of(text) == rejection.quote_text != "":
        yield f"the rejected {rejection.quote_text!r} is not the text at {rejection.quote}"
    if not rejection.reason:
        yield f"{rejection.quote_text!r} is rejected without a reason"


def _repeats(found: Extraction) -> Iterator[str]:
    starts = {claim.quote.start for claim in found.claims}
    for claim in found.claims:
        if claim.duplicate_of is not None and claim.duplicate_of not in starts:
            yield f"{claim.quote_text!r} repeats a claim that is not there"
