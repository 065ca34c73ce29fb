"""Numbers of a document as claims, and those that are none as rejections. No files, no clock, no model."""

from __future__ import annotations

from etl.extract.articles import sequence
from etl.extract.gloss import read_in_any
from etl.extract.ticker import ticker_claims
from etl.model import Document, Extraction

__all__ = ["VERSION", "extract"]

VERSION = "1"


def extract(document: Document) -> Extraction:
    """Every number of the document: a claim in our codes, or a rejection that says why not."""
    found = [read_in_any(document.text, article) for article in document.articles]
    claims = [*ticker_claims(document), *(claim for part in found for claim in part.claims)]
    refused = tuple(rejection for part in found for rejection in part.rejections)
    return Extraction(document, tuple(sequence(claims)), refused)
