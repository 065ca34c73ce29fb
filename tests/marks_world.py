"""One figure of every kind, qualifier and direction, of one indicator at one place, each of its own part."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import get_args

from etl.model import Amount, Claim, Direction, Kind, Period, Qualifier, Span, Subject
from tests.store_world import Said, a_claim, say

COUNTRIES = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
KINDS: tuple[Kind, ...] = get_args(Kind)
QUALIFIERS: tuple[Qualifier, ...] = get_args(Qualifier)
NAMED = 24  # dozens may be anything from two of them


@dataclass(frozen=True)
class Marked:
    """What a figure is, as far as its mark goes."""

    kind: Kind
    qualifier: Qualifier
    direction: Direction | None = None


def every_mark() -> list[Marked]:
    """In the order of the article."""
    ways: dict[Kind, tuple[Direction | None, ...]] = {"change": ("up", "down", None)}
    return [Marked(k, q, way) for k in KINDS for q in QUALIFIERS for way in ways.get(k, (None,))]


def article() -> Said:
    """A line for each; its place is the capital of Uzbekistan, its years are near and far."""
    text, claims = "Money for roads\n\n", []
    for n, marked in enumerate(every_mark()):
        printed = _printed(marked, n)
        line = f"Road {n}: {printed} dollars.\n"
        start = len(text) + line.index(printed)
        quote, sentence = Span(start, start + len(printed)), Span(len(text), len(text) + len(line) - 1)
        claims.append(_claim(marked, n, quote, sentence))
        text += line
    return say("marks", *claims, text=text)


def _printed(marked: Marked, n: int) -> str:
    return {"range": f"{100 + n}-{200 + n}", "vague": "dozens of"}.get(marked.qualifier, str(100 + n))


def _claim(marked: Marked, n: int, quote: Span, sentence: Span) -> Claim:
    year = 2010 + n % 20
    return replace(
        a_claim(),
        title="Money for roads",
        quote=quote,
        quote_text=_printed(marked, n),
        sentence=sentence,
        amount=_amount(marked, n),
        subject=Subject("project_cost", "investment", "investment", f"road {n}"),
        country=COUNTRIES[n % 5] if marked.kind != "observed" else "UZB",
        place="Tashkent" if marked.kind != "observed" else None,
        period=Period(date(year, 1, 1), date(year, 12, 31)),
        kind=marked.kind,
        direction=marked.direction,
    )


def _amount(marked: Marked, n: int) -> Amount:
    value, low, high = Decimal(100 + n), Decimal(100 + n), Decimal(200 + n)
    if marked.qualifier == "range":
        return Amount(None, low, high, _printed(marked, n), "range", "USD")
    if marked.qualifier == "vague":
        return Amount(None, Decimal(NAMED), None, "dozens", "vague", "USD")
    return Amount(value, None, None, str(value), marked.qualifier, "USD")
