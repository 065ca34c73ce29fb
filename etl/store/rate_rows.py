"""Rates as rows of a batch: as published, with the interval that their rounding leaves."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from etl.model import Rate
from etl.rates.interval import decimals_of, interval, inverse
from etl.store import ids
from etl.store.numbers import day, plain
from etl.store.parts import Parts

MARKET = ("close", "live")


def rate_row(rate: Rate, parts: Parts | None) -> dict[str, object]:
    """`parts` is None for a rate that no article printed."""
    low, high = _interval(rate)
    return {
        "rate_id": ids.rate_id(rate),
        "base": rate.base,
        "counter": rate.counter,
        "nominal": rate.nominal,
        "value": plain(rate.value),
        "value_text": rate.value_text,
        "decimals": _decimals(rate),
        "low": plain(low),
        "high": plain(high),
        "lcu": rate.base if rate.counter == "USD" else rate.counter,
        **_per_usd(rate),
        "date": day(rate.day),
        "date_basis": rate.date_basis,
        "kind": rate.kind,
        "source": rate.source,
        "change_text": rate.change_text,
        "seen": rate.seen,
        "problem": rate.problem,
        **_place(rate, parts),
    }


def _place(rate: Rate, parts: Parts | None) -> dict[str, object]:
    if rate.span is None or parts is None:
        return {"article_id": None, "start": None, "end": None}
    return {"article_id": parts.article_id(rate.span), "start": rate.span.start, "end": rate.span.end}


def _interval(rate: Rate) -> tuple[Decimal | None, Decimal | None]:
    """A market quote is not a rounded number, and its interval is not known."""
    return (None, None) if rate.kind in MARKET else interval(rate.value_text, rate.decimals)


def _decimals(rate: Rate) -> int:
    return decimals_of(rate.value_text) if rate.decimals is None else rate.decimals


def _per_usd(rate: Rate) -> dict[str, object]:
    """Currency of the region for one dollar, ends rounded outwards; none for a pair without the dollar."""
    low, high = (rate.value, rate.value) if rate.kind in MARKET else interval(rate.value_text, rate.decimals)
    least: Decimal | None = None
    most: Decimal | None = None
    if rate.base == "USD":
        least, most = low / rate.nominal, high / rate.nominal
    elif rate.counter == "USD":
        least, most = inverse(low / rate.nominal, high / rate.nominal)
    return {
        "lcu_per_usd_low": plain(least, ROUND_FLOOR),
        "lcu_per_usd_high": plain(most, ROUND_CEILING),
    }
