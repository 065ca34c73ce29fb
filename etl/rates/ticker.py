"""The rates that a page's ticker prints, each once, under the page's date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from etl.model import Document, Problem, Rate, TickerLine

SOURCE = "ticker"


def rates_of(document: Document) -> list[Rate]:
    """One rate a pair and printed number, in the order printed; none where the page has no date of its own.

    A rate whose pair is printed with another number too says so in `problem`, as does one that is zero.
    """
    if document.page_date is None:
        return []
    printed = _printed(document.ticker)
    return [
        replace(_rate(lines, document.page_date), article=document.name, problem=_problem(lines, printed))
        for lines in printed
    ]


def _rate(lines: list[TickerLine], day: date) -> Rate:
    first = lines[0]
    return Rate(
        base=first.base,
        counter=first.counter,
        nominal=1,
        value=Decimal(first.value_text),
        value_text=first.value_text,
        day=day,
        date_basis="page_date",
        kind="ticker",
        source=SOURCE,
        change_text=first.change_text,
        seen=len(lines),
        span=first.span,
    )


def problems_of(document: Document) -> Iterator[Problem]:
    """Why the ticker of this file gave no rate, if it did not; then each rate's own problem."""
    if document.ticker and document.page_date is None:
        yield Problem("undated_ticker", _undated(document))
    for rate in rates_of(document):
        if rate.problem:
            yield Problem("ticker", rate.problem)


def _undated(document: Document) -> str:
    if document.page_date_span is None:
        return (
            f"{document.path}: the currency ticker has no date line, so its rates belong to no day. "
            "Put the page's date on a line of its own under the ticker."
        )
    return (
        f"{document.path}: the page prints two dates under its ticker, so its rates belong to no one day. "
        "Save each page in a file of its own."
    )


def _printed(ticker: tuple[TickerLine, ...]) -> list[list[TickerLine]]:
    """Lines of the same pair and number together."""
    together: dict[tuple[str, str, str], list[TickerLine]] = {}
    for line in ticker:
        together.setdefault((line.base, line.counter, line.value_text), []).append(line)
    return list(together.values())


def _problem(lines: list[TickerLine], printed: list[list[TickerLine]]) -> str | None:
    first = lines[0]
    pair = _pair(first)
    numbers = [other[0].value_text for other in printed if _pair(other[0]) == pair]
    changes = list(dict.fromkeys(line.change_text or "no change" for line in lines))
    if not Decimal(first.value_text):
        return f"{pair} is printed as {first.value_text}, which is no rate."
    if len(numbers) > 1:
        return f"{pair} is printed as {' and as '.join(numbers)} on one page; neither is taken as the rate."
    if len(changes) > 1:
        return f"{pair} is printed with {' and with '.join(changes)} on one page; the first change is kept."
    return None


def _pair(line: TickerLine) -> str:
    return f"{line.base}/{line.counter}"
