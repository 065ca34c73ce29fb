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
from dashboard.language import N_, _, ngettext, nouns
from dashboard.numbers import grouped, rounded
from dashboard.rate_numbers import POINT_DIGITS, per_usd
from dashboard.rate_words import KINDS
from dashboard.units import per

CLOSE = {
    "exact": "≈ {amount}",
    "about": N_("about {amount}"),
    "more_than": N_("more than about {amount}"),
    "less_than": N_("less than about {amount}"),
}
WIDE = CLOSE | {"exact": N_("about {amount}")}
IN_SHORT = {
    "official": N_("official rate of {day}"),
    "close": N_("close of {day}"),
    "ticker": N_("ticker of {day}"),
}
# Why none is known, by what was looked for.
NO_DAY = N_("The day on which this was said is not known, so it is not read in dollars.")
NO_RATE = N_("No rate of the {currency} is known for {when}.")
NO_OFFICIAL = N_("No official rate of the {currency} is known for {when}.")
NO_COVER = N_("No official rates of the {currency} are known that cover {when}.")


def amount(row: Any) -> str:
    """In dollars, with no more digits than the less exact of amount and rate; nothing where no rate is known.

    A rate of fewer than four digits makes a band of it.
    """
    if missing(getattr(row, "usd_low", None)):
        return ""
    low, high = _shown(row)
    hedges = CLOSE if low == high else WIDE
    number = words.plain(low) if low == high else words.span(low, high, _("{low} to {high}"))
    told = f"{number} {_unit(row.unit, 1 if low == high == 1 else words.MANY)}"
    return _(hedges.get(text(row.qualifier) or "exact", hedges["about"])).format(amount=told)


def _shown(row: Any) -> tuple[Decimal, Decimal]:
    """Both ends; the same where a rate has digits enough."""
    digits, point = int(row.usd_digits), decimal(row.usd)
    if point is not None and int(row.rate_digits) >= POINT_DIGITS:
        return rounded(point, digits), rounded(point, digits)
    # Two digits at least, or the ends of a narrow range would be one.
    shown = digits if row.qualifier == "vague" else max(digits, 2)
    low, high = (rounded(end, shown) for end in _ends(row))
    return low, high


def _ends(row: Any) -> tuple[Decimal, Decimal]:
    return decimal(row.usd_low) or Decimal(0), decimal(row.usd_high) or Decimal(0)


def _unit(unit: str, n: int) -> str:
    """
    >>> _unit("KZT/month", 5), _unit("UZS", 1)
    ('US dollars a month', 'US dollar')
    """
    bottom, dollars = unit.partition("/")[2], ngettext("US dollar", "US dollars", n)
    return per(dollars, bottom) if bottom else dollars


def brief(row: Any) -> str:
    """For a cell or a mark: the amount, and of the rate its kind and day."""
    shown = amount(row)
    return f"{shown}, {_in_short(row)}" if shown else ""


def _in_short(row: Any) -> str:
    if row.basis == "mean":
        return words.count(int(row.rates), "mean of {n} official rate", "mean of {n} official rates")
    return _(IN_SHORT[row.rate_kind]).format(day=words.on(row.rate_date))


def html(row: Any) -> str:
    """The amount, and the rate with a link to where it comes from; or in a sentence why there is none.

    `row` is as `queries.evidence.dollars` returns it.
    """
    shown, none = amount(row), none_known(row)
    if not shown:
        return f"<small>{escape(none)}</small>" if none else ""
    link = f"<a href='{escape(_address(row))}' target='_self'>{escape(_per_dollar(row))}</a>"
    told = _("at {rate}, {source}").format(rate=link, source=escape(source(row)))
    return f"{escape(shown)} <small>{told}</small>"


def _per_dollar(row: Any) -> str:
    rate = {
        "digits": row.rate_digits,
        "lcu_per_usd_low": row.lcu_per_usd_low,
        "lcu_per_usd_high": row.lcu_per_usd_high,
    }
    return _("{amount} {currency} per dollar").format(amount=per_usd(rate), currency=row.currency_name)


def _address(row: Any) -> str:
    """A ticker's own words; the rates page for all others."""
    if text(row.ticker_claim):
        return layout.evidence(row.ticker_claim)
    return layout.address("rates", currency=row.lcu)


def source(row: Any) -> str:
    """Who gave the rate, for which day, and what that day has to do with the figure."""
    if row.basis == "mean":
        return _mean(row)
    told = f"{_whose(row)}, {words.on(row.rate_date)}{_why_then(row)}"
    if int(row.rate_digits) >= POINT_DIGITS:
        return told
    return _("{rate}; it has {digits}").format(rate=told, digits=_digits(row))


def _mean(row: Any) -> str:
    low, high = (_rounded(row, end) for end in (row.lowest, row.highest))
    n = int(row.rates)
    one, many = nouns(
        "the mean of {n} official rate of {bank} {when}", "the mean of {n} official rates of {bank} {when}"
    )
    told = ngettext(one, many, n).format(n=words.grouped(n), bank=_name(row), when=words.during(row.period))
    between = _("{rates}, which lay between {low} and {high}")
    return told if low == high else between.format(rates=told, low=low, high=high)


def _rounded(row: Any, end: Any) -> str:
    return grouped(rounded(decimal(end) or Decimal(0), int(row.rate_digits)))


def _whose(row: Any) -> str:
    if row.rate_kind == "ticker":
        return str(row.source_name)
    return _("{rate} of {bank}").format(rate=_(KINDS[row.rate_kind]), bank=_name(row))


def _name(row: Any) -> str:
    """With its article, where the name of a bank wants one."""
    bare = row.rate_kind != "official" or row.source_name.startswith("the ")
    return str(row.source_name) if bare else _("the {bank}").format(bank=row.source_name)


def _digits(row: Any) -> str:
    n = int(row.rate_digits)
    return words.count(n, "{n} digit", "{n} digits") if n > 1 else _("one digit")


def _why_then(row: Any) -> str:
    """The day for which a rate was wanted, where it is not told by the figure or has no rate of its own."""
    same = as_day(row.rate_date) == as_day(row.rate_first)
    if row.basis == "said":
        when = _("the day on which this was said")
        return f", {when if same else _('the last before the day on which this was said')}"
    return "" if same else f", {_('the last before {day}').format(day=words.on(row.rate_first))}"


def none_known(row: Any) -> str:
    """Why the amount is not read in dollars; nothing where it is in words only."""
    if missing(row.value) and (missing(row.low) or missing(row.high)):
        return ""
    if row.kind in ("target", "planned", "forecast") or missing(row.period_last):
        if missing(row.said):
            return _(NO_DAY)
        said = _("{day}, the day on which this was said").format(day=words.on(row.said))
        return _(NO_RATE).format(currency=row.currency_name, when=said)
    return _(_sentence(row.period)).format(currency=row.currency_name, when=words.period(row.period))


def _sentence(period: str) -> str:
    """For a day any rate would do, for a longer time the official ones of each month."""
    if "/" in period or len(period) == len("2025"):
        return NO_COVER
    return NO_RATE if len(period) > len("2025-03") else NO_OFFICIAL
