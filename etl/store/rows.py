"""What one file gave as a batch (etl/sql/batch.json): text and whole numbers, ready for JSON."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from etl.contract import fields
from etl.model import Article, Claim, Document, Extraction, Period, Problem, Rate, Rejection
from etl.store import ids
from etl.store.numbers import day, fits, plain
from etl.store.parts import Parts, parts
from etl.store.rate_rows import rate_row

Row = Mapping[str, object]


def batch(extraction: Extraction, rates: Sequence[Rate], problems: Iterable[Problem]) -> Row:
    """Everything that one file gave. A claim whose number no column can hold becomes a rejection."""
    document = extraction.document
    where = parts(document)
    kept = [claim for claim in extraction.claims if _fits(claim)]
    too_large = [_too_large(claim) for claim in extraction.claims if not _fits(claim)]
    claim_ids = ids.claim_ids(kept)
    return {
        "document": _document(document),
        "articles": [*_head(extraction, rates, where), *map(_article, document.articles)],
        "claims": _claims(kept, claim_ids, document.text, where),
        "rejections": [_rejection(each, where) for each in (*extraction.rejections, *too_large)],
        "problems": list(_problems(problems, document.name, zip(kept, claim_ids, strict=True))),
        "rates": [rate_row(each, where) for each in rates],
    }


def _document(document: Document) -> Row:
    return {
        "name": document.name,
        "sha256": document.sha256,
        "text": document.text,
        "page_date": day(document.page_date),
    }


def _article(article: Article) -> Row:
    return {
        "article_id": ids.article_id(article.name, article.position),
        "article": article.name,
        "position": article.position,
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        **_published(article.published),
        "published_basis": article.published_basis,
        "sources": json.dumps([asdict(source) for source in article.sources], ensure_ascii=False),
        "start": article.span.start,
        "end": article.span.end,
    }


def _head(extraction: Extraction, rates: Sequence[Rate], where: Parts) -> list[Row]:
    """What stands above the first article: a ticker and the page's date. Its rates and claims open there."""
    document = extraction.document
    claimed = [claim.quote for claim in extraction.claims]
    rejected = [rejection.quote for rejection in extraction.rejections]
    rated = [rate.span for rate in rates if rate.span]
    if not any(map(where.above, (*claimed, *rejected, *rated))):
        return []
    page_day = document.page_date
    row = {
        "article_id": ids.article_id(document.name, 0),
        "article": document.name,
        "position": 0,
        "title": "Currency ticker",
        "publisher": None,
        "url": None,
        **_published(Period(page_day, page_day) if page_day else None),
        "published_basis": "page_date" if page_day else None,
        "sources": "[]",
        "start": 0,
        "end": document.articles[0].span.start if document.articles else len(document.text),
    }
    return [row]


def _published(period: Period | None) -> Row:
    return {
        "published": period.label if period else None,
        "published_first": day(period.first) if period else None,
        "published_last": day(period.last) if period else None,
    }


def _claims(claims: Sequence[Claim], claim_ids: Sequence[str], text: str, where: Parts) -> list[Row]:
    originals = ids.repeated(claims, claim_ids)
    return [
        {
            **_columns(claim),
            "claim_id": claim_id,
            "article_id": where.article_id(claim.quote),
            "duplicate_of": original,
            "sentence": claim.sentence.of(text),
        }
        for claim, claim_id, original in zip(claims, claim_ids, originals, strict=True)
    ]


def _columns(claim: Claim) -> Row:
    """The contract's fields as a batch keeps them: numbers as plain digits, a period with its days."""
    amount, period = claim.amount, claim.period
    return {
        **fields(claim),
        "value": plain(amount.value),
        "low": plain(amount.low),
        "high": plain(amount.high),
        "confidence": str(claim.confidence),
        "period_first": day(period.first) if period else None,
        "period_last": day(period.last) if period else None,
    }


def _rejection(rejection: Rejection, where: Parts) -> Row:
    return {
        "article_id": where.article_id(rejection.quote),
        "article": rejection.article,
        "title": rejection.title,
        "start": rejection.quote.start,
        "end": rejection.quote.end,
        "quote": rejection.quote_text,
        "reason": rejection.reason,
    }


def _problems(problems: Iterable[Problem], name: str, claims: Iterable[tuple[Claim, str]]) -> Iterable[Row]:
    """Of two claims with one quote ("7 % each") both carry the problem of the number they share."""
    starting: dict[int | None, list[str | None]] = defaultdict(list)
    starting[None] = [None]
    for claim, claim_id in claims:
        starting[claim.quote.start].append(claim_id)
    for problem in problems:
        row = {"article": name, "rule": problem.rule, "sentence": problem.sentence}
        yield from ({**row, "claim_id": claim_id} for claim_id in starting[problem.claim_start])


def _fits(claim: Claim) -> bool:
    amount = claim.amount
    return all(map(fits, (amount.value, amount.low, amount.high)))


def _too_large(claim: Claim) -> Rejection:
    reason = "the number has more than 26 digits before the point, more than the tables hold"
    return Rejection(claim.article, claim.title, claim.quote, claim.quote_text, reason)
