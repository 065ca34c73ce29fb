"""One currency's daily rates from Yahoo Finance, by way of yfinance, with every way it can fail named.

yfinance guesses ("possibly delisted") and remembers bad pages; each line that answers a trap says which.
"""

from __future__ import annotations

import logging
import math
import warnings
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yfinance as yf
from yfinance.exceptions import (
    YFDataException,
    YFException,
    YFPricesMissingError,
    YFRateLimitError,
    YFTzMissingError,
)

from etl.model import Rate
from etl.rates.answers import Answer, Outcome, Question

SOURCE = "yahoo"
ZONE = "Europe/London"  # Yahoo's currency bars run from midnight to midnight there
DIGITS = 7  # Yahoo's prices are 32-bit numbers: further digits are noise

# The last five are what yfinance raises on pages and numbers that it did not expect.
FAILURES = (YFException, OSError, ValueError, KeyError, IndexError, AttributeError, TypeError)


def use_cache(folder: Path) -> None:
    """Keep yfinance's three files in `folder`, which must stay: a later call moves only some of them."""
    folder.mkdir(parents=True, exist_ok=True)
    yf.set_tz_cache_location(str(folder))


def hush() -> None:
    """No words of yfinance's own: each outcome is told in a sentence of ours."""
    logging.getLogger("yfinance").setLevel(logging.CRITICAL)
    # It switches on Python's warnings of things to come, which are for its authors.
    warnings.filterwarnings("ignore", category=DeprecationWarning, module="yfinance")


def today(now: datetime) -> date:
    """The day of the bar that runs at `now`."""
    return now.astimezone(ZoneInfo(ZONE)).date()


def ask(question: Question, now: datetime, session: Any = None) -> Answer:
    """The daily closes of the question's currency and days; the bar of the running day is a "live" rate.

    `session` is for all later questions of this process too: yfinance keeps one for all, so one thread asks.
    """
    _prepare(question.lcu)
    try:
        ticker, frame = _history(question, session)
    except FAILURES as error:
        return Answer(question, outcome_of(error), str(error) or repr(error))
    wrong = _other_instrument(ticker.history_metadata, question.lcu)
    if wrong:
        return Answer(question, "wrong_instrument", wrong)
    rates = tuple(_rates(frame, question.lcu, today(now)))
    return Answer(question, "ok" if rates else "empty", "", rates, int((~(frame["Close"] > 0)).sum()))


def _prepare(lcu: str) -> None:
    yf.config.debug.hide_exceptions = False
    # One bad page would otherwise be served again for the life of the process.
    yf.data.YfData.cache_get.cache_clear()
    # Halves the requests, and keeps the probe for the zone from raising errors of its own.
    yf.cache.get_tz_cache().store(symbol(lcu), ZONE)


def symbol(lcu: str) -> str:
    """As Yahoo Finance calls the rate of one dollar in this currency."""
    return f"{lcu}=X"


def _history(question: Question, session: Any) -> tuple[Any, Any]:
    ticker = yf.Ticker(symbol(question.lcu), session=session)
    frame = ticker.history(
        start=question.first,
        end=question.last + timedelta(days=1),
        interval="1d",
        auto_adjust=False,
        actions=False,
        repair=False,
        rounding=False,
        keepna=True,
        timeout=10,
    )
    return ticker, frame


def outcome_of(error: Exception) -> Outcome:
    """The name of a failure, one of FAILURES."""
    if isinstance(error, YFRateLimitError):
        return "rate_limited"
    if isinstance(error, YFPricesMissingError | YFTzMissingError):
        # Only a reason given is Yahoo speaking.
        reason = getattr(error, "yahoo_reason", None) or ""
        if "No data found" in reason:
            return "not_found"
        return "upstream" if reason and "Data doesn't exist" not in reason else "empty"
    if isinstance(error, YFDataException):
        return "upstream"
    # A page that is no JSON is a ValueError, also where the network library makes it an OSError too.
    if isinstance(error, OSError) and not isinstance(error, ValueError):
        return "network"
    return "bad_payload"


def _other_instrument(metadata: Any, lcu: str) -> str:
    """What Yahoo sent instead, or nothing. Its `symbol` says little: Yahoo rewrites it."""
    sent = (metadata.get("instrumentType"), metadata.get("currency"), metadata.get("shortName"))
    if sent == ("CURRENCY", lcu, f"USD/{lcu}"):
        return ""
    return f"{sent[2] or 'something without a name'} in {sent[1] or 'no currency'}"


def _rates(frame: Any, lcu: str, running: date) -> Iterator[Rate]:
    """One rate a day: where Yahoo doubles a day, the later bar."""
    days = {moment.date(): close for moment, close in frame["Close"].items() if _is_price(close)}
    for day, close in sorted(days.items()):
        value_text = format(Decimal(f"{close:.{DIGITS}g}"), "f")
        yield Rate(
            base="USD",
            counter=lcu,
            nominal=1,
            value=Decimal(value_text),
            value_text=value_text,
            day=day,
            date_basis="bar_london",
            kind="live" if day >= running else "close",
            source=SOURCE,
        )


def _is_price(close: float) -> bool:
    return math.isfinite(close) and close > 0
