"""Money of the region read in US dollars, with its rate: beside what was printed, never instead.

`row` is a claim or an observation with the columns of `claims_usd` (etl/sql/usd.sql), empty where no rate
is known.
"""

from __future__ import annotations

from decimal import Decimal
from html import escape
from typing import Any

from dashboard import layout, words
from dashboard.cells import as_day, decimal, missing, text
from dashboard.numbers import grouped, rounded
from dashboard.rate_numbers import POINT_DIGITS, per_usd
from dashboard.rate_words import KINDS

CLOSE = {"exact": "≈ ", "about": "about ", "more_than": "more than about ", "less_than": "less than about "}
WIDE = CLOSE | {"exact": "about "}
IN_SHORT = {"official": "official rate", "close": "close", "ticker": "ticker"}
# Why none is known, by what was looked for.
NO_DAY = "The day on which this was said is not known, so it is not read in dollars."
NO_RATE = "No rate of the {currency} is known for {when}."
NO_OFFICIAL = "No official rate of the {currency} is known for {when}."
NO_COVER = "No official rates of the {currency} are known that cover {when}."


def amount(row: Any) -> str:
    """In dollars, with no more digits than the less exact of amount and rate; nothing where no rate is known.

    A rate of fewer than four digits makes a band of it.
    """
    if missing(getattr(row, "usd_low", None)):
        return ""
    shown = _number(row)
    wide = " to " in shown
    hedge = (WIDE if wide else CLOSE).get(text(row.qualifier) or "exact", "about ")
    return f"{hedge}{shown} {_unit(row.unit, one=shown == '1')}"


def _number(row: Any) -> str:
    digits, point = int(row.usd_digits), decimal(row.usd)
    if point is not None and int(row.rate_digits) >= POINT_DIGITS:
        return words.plain(rounded(point, digits))
    # Two digits at least, or the ends of a narrow range would be one.
    shown = digits if row.qualifier == "vague" else max(digits, 2)
    low, high = (rounded(end, shown) for end in _ends(row))
    return words.plain(low) if low == high else words.span(low, high).replace("–", " to ")


def _ends(row: Any) -> tuple[Decimal, Decimal]:
    return decimal(row.usd_low) or Decimal(0), decimal(row.usd_high) or Decimal(0)


def _unit(unit: str, *, one: bool) -> str:
    """
    >>> _unit("KZT/month", one=False), _unit("UZS", one=True)
    ('US dollars a month', 'US dollar')
    """
    _, slash, bottom = unit.partition("/")
    return words.unit(f"USD{slash}{bottom}").replace("USD", "US dollar" if one else "US dollars", 1)


def brief(row: Any) -> str:
    """For a cell or a mark: the amount, and of the rate its kind and day."""
    shown = amount(row)
    return f"{shown}, {_in_short(row)}" if shown else ""


def _in_short(row: Any) -> str:
    if row.basis == "mean":
        return f"mean of {words.count(int(row.rates), 'official rate')}"
    return f"{IN_SHORT[row.rate_kind]} of {words.on(row.rate_date)}"


def html(row: Any) -> str:
    """The amount, and the rate with a link to where it comes from; or in a sentence why there is none.

    `row` is as `queries.evidence.dollars` returns it.
    """
    shown, none = amount(row), none_known(row)
    if not shown:
        return f"<small>{escape(none)}</small>" if none else ""
    link = f"<a href='{escape(_address(row))}' target='_self'>{escape(_per_dollar(row))}</a>"
    return f"{escape(shown)} <small>at {link}, {escape(source(row))}</small>"


def _per_dollar(row: Any) -> str:
    rate = {
        "digits": row.rate_digits,
        "lcu_per_usd_low": row.lcu_per_usd_low,
        "lcu_per_usd_high": row.lcu_per_usd_high,
    }
    return f"{per_usd(rate)} {row.currency_name} per dollar"


def _address(row: Any) -> str:
    """A ticker's own words; the rates page for all others."""
    if text(row.ticker_claim):
        return layout.evidence(row.ticker_claim)
    return f"rates?currency={row.lcu}"


def source(row: Any) -> str:
    """Who gave the rate, for which day, and what that day has to do with the figure."""
    if row.basis == "mean":
        return _mean(row)
    few = "" if int(row.rate_digits) >= POINT_DIGITS else f"; it has {_digits(row)}"
    return f"{_whose(row)}, {words.on(row.rate_date)}{_why_then(row)}{few}"


def _mean(row: Any) -> str:
    low, high = (_rounded(row, end) for end in (row.lowest, row.highest))
    between = f", which lay between {low} and {high}" if low != high else ""
    rates = words.count(int(row.rates), "official rate")
    return f"the mean of {rates} of {_name(row)} {words.during(row.period)}{between}"


def _rounded(row: Any, end: Any) -> str:
    return grouped(rounded(decimal(end) or Decimal(0), int(row.rate_digits)))


def _whose(row: Any) -> str:
    if row.rate_kind == "ticker":
        return str(row.source_name)
    return f"{KINDS[row.rate_kind]} of {_name(row)}"


def _name(row: Any) -> str:
    """With its article, where the name of a bank wants one."""
    bare = row.rate_kind != "official" or row.source_name.startswith("the ")
    return str(row.source_name) if bare else f"the {row.source_name}"


def _digits(row: Any) -> str:
    n = int(row.rate_digits)
    return words.count(n, "digit") if n > 1 else "one digit"


def _why_then(row: Any) -> str:
    """The day for which a rate was wanted, where it is not told by the figure or has no rate of its own."""
    same = as_day(row.rate_date) == as_day(row.rate_first)
    if row.basis == "said":
        return f", {'' if same else 'the last before '}the day on which this was said"
    return "" if same else f", the last before {words.on(row.rate_first)}"


def none_known(row: Any) -> str:
    """Why the amount is not read in dollars; nothing where it is in words only."""
    if missing(row.value) and (missing(row.low) or missing(row.high)):
        return ""
    if row.kind in ("target", "planned", "forecast") or missing(row.period_last):
        said = "" if missing(row.said) else f"{words.on(row.said)}, the day on which this was said"
        return NO_RATE.format(currency=row.currency_name, when=said) if said else NO_DAY
    return _sentence(row.period).format(currency=row.currency_name, when=words.period(row.period))


def _sentence(period: str) -> str:
    """For a day any rate would do, for a longer time the official ones of each month."""
    if "/" in period or len(period) == len("2025"):
        return NO_COVER
    return NO_RATE if len(period) > len("2025-03") else NO_OFFICIAL
