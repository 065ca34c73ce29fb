"""`python -m etl extract PATH...`: claims as JSON Lines, nothing stored."""

from __future__ import annotations

import argparse
import json
import sys
from decimal import Decimal
from pathlib import Path

from etl.extract import extract
from etl.model import Claim
from etl.read import UnreadFile, read_paths


def arguments(parser: argparse.ArgumentParser) -> None:
    """The files to read."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")


def run(args: argparse.Namespace) -> int:
    """Print a line for each claim; name each file that could not be read, and go on."""
    status = 0
    for document in read_paths(args.paths):
        if isinstance(document, UnreadFile):
            sys.stderr.write(document.sentence + "\n")
            status = 1
            continue
        for claim in extract(document).claims:
            sys.stdout.write(json.dumps(fields(claim), ensure_ascii=False) + "\n")
    return status


def fields(claim: Claim) -> dict[str, object]:
    """A claim under the names of the contract. Numbers leave Decimal only here."""
    amount, subject = claim.amount, claim.subject
    return {
        "article": claim.article,
        "title": claim.title,
        "start": claim.quote.start,
        "end": claim.quote.end,
        "quote": claim.quote_text,
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        "value": number(amount.value),
        "low": number(amount.low),
        "high": number(amount.high),
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
        "confidence": float(claim.confidence),
        "reasons": list(claim.reasons),
    }


def number(value: Decimal | None) -> int | float | None:
    """As JSON writes it: whole numbers without a point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
