"""The currency lines of a captured page as claims: each rate once, its repeats marked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from etl.model import Amount, Claim, Document, Period, Subject, TickerLine
from etl.reference import countries, indicators


@cache
def _country_of() -> dict[str, str]:
    return {c.currency: c.country for c in countries() if c.currency}


def ticker_claims(document: Document) -> Iterator[Claim]:
    """A claim for each printed line; a line printed before is marked as repeating its first printing."""
    seen: dict[tuple[str, str, str], int] = {}
    for line in document.ticker:
        key = (line.base, line.counter, line.value_text)
        yield _claim(document, line, seen.get(key))
        seen.setdefault(key, line.span.start)


def _claim(document: Document, line: TickerLine, first: int | None) -> Claim:
    day = document.page_date
    entry = indicators()["exchange_rate"]
    return Claim(
        document.name,
        "",
        line.span,
        line.span.of(document.text),
        line.span,
        Amount(Decimal(line.value_text), None, None, line.value_text, "exact", f"{line.counter}/{line.base}"),
        Subject(entry.id, entry.family, entry.topic),
        _country_of().get(line.base),
        None,
        Period(day, day) if day else None,
        "observed",
        None,
        duplicate_of=first,
        change_text=line.change_text,
        confidence=Decimal(1) if day else Decimal("0.85"),
        reasons=() if day else ("the page has no date: the day of the rate is not known",),
        evidence=tuple(_evidence(line, first, dated=day is not None)),
    )


def _evidence(line: TickerLine, first: int | None, *, dated: bool) -> Iterator[tuple[str, str]]:
    yield "value", f"“{line.value_text}” as printed"
    yield "qualifier", "a rate is told to the digit"
    yield "unit", f"the line “{line.base}/{line.counter}” gives {line.counter} for one {line.base}"
    yield "indicator", "a line of a currency ticker"
    yield "country", f"the country whose currency is {line.base}"
    yield "period", "the date of the page" if dated else "the page has no date"
    yield "kind", "a rate is observed"
    if first is not None:
        yield "duplicate_of", "the same line, printed before"
    if dated:
        yield "confidence", "a ticker's line has one meaning: nothing speaks against it"
