"""An amount converted, in words: the result with the digits it has, and which rate of which day it took.

Rows of `queries.rates.headline` in, HTML with every word escaped out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from html import escape
from typing import Any

from dashboard import rate_age, rate_numbers, rate_tiles, rate_words, words
from dashboard.cells import as_day
from dashboard.language import _
from dashboard.numbers import grouped
from dashboard.rate_convert import DOLLAR, Converted, Leg, convert

Row = dict[str, Any]

USD = "USD"
BAND_DIGITS = 3  # of the ends of a band
NOISE = Context(
    prec=12
)  # a rate was a float on the way, right to 15 digits: the last of a quotient say nothing
AMOUNT = re.compile(r"\d{1,3}(?:[ ,]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")  # 1,250.50 or 1250.5


@dataclass(frozen=True, slots=True)
class Asked:
    """How much of which currency into which, at the rate of which day."""

    amount: Decimal
    source: str
    target: str
    day: date


def amount_in(text: str) -> Decimal | None:
    """The amount that a reader typed, if it is one above zero.

    >>> amount_in("1,250.50"), amount_in("1 000 000"), amount_in("0"), amount_in("much")
    (Decimal('1250.50'), Decimal('1000000'), None, None)
    """
    plain = text.strip()
    if not AMOUNT.fullmatch(plain):
        return None
    return Decimal(re.sub(r"[ ,]", "", plain)) or None


def usable(found: Mapping[str, Row], day: date) -> dict[str, Row]:
    """The rates that still stand for `day`: none older than five business days."""
    return {
        lcu: row
        for lcu, row in found.items()
        if rate_age.business_days(as_day(row["date"]), day) <= rate_age.KEEPS
    }


def html(asked: Asked, found: Mapping[str, Row]) -> str:
    """The result, or why there is none; `found` are the usable rates by currency."""
    if asked.source == asked.target:
        return _said(_("From and into are the same currency; choose two."))
    legs = [each for each in (asked.source, asked.target) if each != USD]
    missing = [each for each in legs if each not in found]
    if missing:
        told = _("No rate of {currencies} is known of {day} or of the five business days before it.")
        return _said(told.format(currencies=words.listed(missing), day=words.on(asked.day)))
    of = {each: Leg.of(found[each]) for each in legs} | {USD: DOLLAR}
    converted = convert(asked.amount, of[asked.source], of[asked.target])
    used = [*map(escape, _interval(converted, asked)), *(_used(found[each], asked.day) for each in legs)]
    under = "".join(f"<li>{line}</li>" for line in used)
    return f"<p class='ox-result'>{_result(converted, asked, found)}</p><ul class='ox-used'>{under}</ul>"


def _said(sentence: str) -> str:
    return f"<p class='ox-empty'>{escape(sentence)}</p>"


def _result(converted: Converted, asked: Asked, found: Mapping[str, Row]) -> str:
    if converted.digits < rate_numbers.TOLERANCE_DIGITS:
        return _band(converted, asked, found)
    result = rate_numbers.exactly(converted.low, converted.high, converted.digits)
    return f"{grouped(asked.amount)} {asked.source} = <b>{escape(result)} {escape(asked.target)}</b>"


def _band(converted: Converted, asked: Asked, found: Mapping[str, Row]) -> str:
    """Between what it lies, and why no more can be said. HTML."""
    name = _("dollars") if asked.target == USD else found[asked.target]["currency_name"]
    low, high = (grouped(end) for end in outwards(converted, BAND_DIGITS))
    loosest = min((row for lcu, row in found.items() if lcu in (asked.source, asked.target)), key=_digits)
    told = _(
        "{amount} is <b>between {low} and {high} {currency}</b>; "
        "the rate of {loosest} is printed with {digits}"
    )
    return told.format(
        amount=f"{grouped(asked.amount)} {asked.source}",
        low=low,
        high=high,
        currency=escape(name),
        loosest=loosest["lcu"],
        digits=rate_words.digits(loosest),
    )


def _digits(row: Row) -> int:
    return int(row["digits"])


def _interval(converted: Converted, asked: Asked) -> Iterator[str]:
    """What the digits of the rates leave open round a point; a market leaves nothing open that it states."""
    low, high = outwards(converted, converted.digits + 1)
    if converted.digits >= rate_numbers.POINT_DIGITS and low != high:
        told = _("Rounding of the printed rate leaves open between {low} and {high} {currency}.")
        yield told.format(low=grouped(low), high=grouped(high), currency=asked.target)


def outwards(converted: Converted, digits: int) -> tuple[Decimal, Decimal]:
    """The ends with so many digits, never narrower than they are.

    >>> outwards(Converted(Decimal("11764.7"), Decimal("13333.4"), 1), 3)
    (Decimal('11700'), Decimal('13400'))
    """
    low = Context(prec=digits, rounding=ROUND_FLOOR).plus(NOISE.plus(converted.low))
    high = Context(prec=digits, rounding=ROUND_CEILING).plus(NOISE.plus(converted.high))
    return rate_numbers.shortest(low), rate_numbers.shortest(high)


def _used(row: Row, day: date) -> str:
    """The rate, who says so and of which day: a link to it."""
    rate = _("{amount} {currency} per USD").format(amount=rate_numbers.per_usd(row), currency=row["lcu"])
    said = [rate_words.named(row), words.on(row["date"])]
    said += [_("the last up to {day}").format(day=words.on(day))] if as_day(row["date"]) != day else []
    return f"{rate_tiles.opened(row, escape(rate))} {escape(', '.join(said))}"
