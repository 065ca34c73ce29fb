"""What a run brought from one source, in a sentence for a person."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from etl.model import Rate
from etl.rates.answers import Outcome
from etl.rates.results import Result, Series

WORDS: Mapping[Outcome, str] = {
    "empty": "answered without any rate{of}; the next run asks again",
    "rate_limited": "says that it was asked too often; wait before the next run",
    "not_found": "does not have what was asked for{of}",
    "bad_payload": "sent a page that holds no rates{of}; the next run asks again",
    "network": "could not be reached; check the network",
    "upstream": "reports an error of its own{of}; the next run asks again",
    "wrong_instrument": "sent something other than the rate{of}, so that was not kept",
    "not_asked": "was not asked{of}",
}
NOISE = re.compile(
    r"""
    ^Failed\ to\ perform,\ curl:\ \(\d+\)\     # Failed to perform, curl: (7) Failed to connect
  | \.\ See\ http.*                           # . See https://curl.se/libcurl/c/libcurl-errors.html first
    """,
    re.DOTALL | re.VERBOSE,
)


def sentence(result: Result, newest: date | None) -> str:
    """`newest` is the newest day whose rate of this source was in the store before."""
    who = result.source.who
    if not result.answers:
        return f"{who}: not asked, since it has no rates for weekends and holidays."
    if result.outcome == "ok":
        return f"{who}: {_got(result.series)}{_unlisted(result)}{_left_out(result)}."
    came = f"{_got(result.series)} came" if _came(result) else _kept(newest)
    return f"{who} {_what_failed(result)}. {came}{_missing(result)}{_left_out(result)}."


def series_sentence(result: Result, series: Series) -> str:
    """The same of one currency."""
    if result.has_no_market(series):
        return f"{series.lcu} is not listed; its rate is fixed."
    if series.failure is None:
        return f"{_got([series])[0].upper()}{_got([series])[1:]}."
    return f"{series.lcu}: the source {_words(series.failure.outcome, '')}{_detail(series.failure.detail)}."


def _what_failed(result: Result) -> str:
    assert result.failure
    outcome = result.failure.outcome
    concerned = [each.lcu for each in result.wrong if each.failure and each.failure.outcome == outcome]
    of = f" for {_listed(concerned)}" if len(concerned) < len(result.series) else ""
    return _words(outcome, of) + _detail(result.failure.detail)


def _words(outcome: Outcome, of: str) -> str:
    return WORDS[outcome].format(of=of)


def _detail(detail: str) -> str:
    """On one line, short, and without what the network library says of itself."""
    plain = " ".join(NOISE.sub("", detail).split())[:160].rstrip(".")
    return f" ({plain})" if plain else ""


def _kept(newest: date | None) -> str:
    return f"The newest rate kept is of {_day(newest)}" if newest else "No rate of it is kept yet"


def _missing(result: Result) -> str:
    failed = sum(answer.failed for answer in result.answers)
    asked = len(result.answers)
    return f"; {failed:,} of {asked:,} questions have no answer" if failed and _came(result) else ""


def _unlisted(result: Result) -> str:
    codes = [each.lcu for each in result.series if result.has_no_market(each)]
    return f"; {_listed(codes)} is not listed (its rate is fixed)" if codes else ""


def _left_out(result: Result) -> str:
    number = sum(answer.left_out for answer in result.answers)
    return (
        f"; {number:,} left out that {'are' if number > 1 else 'is'} no rate of these days" if number else ""
    )


def _came(result: Result) -> bool:
    return any(each.dollar_rates for each in result.series)


def _got(series: Sequence[Series]) -> str:
    """How many days of which currencies; pairs without the dollar come with them and are not counted."""
    days = [(rate.day, each.lcu) for each in series for rate in _once_a_day(each)]
    if not days:
        return "rates of other currencies, none of the dollar"
    codes = [each.lcu for each in series if each.dollar_rates]
    noun = "daily rate" if len(days) == 1 else "daily rates"
    return f"{len(days):,} {noun} of {_listed(codes)} {_span(min(days)[0], max(days)[0])}"


def _once_a_day(series: Series) -> list[Rate]:
    """One a day, though a page may have corrected another."""
    return list({rate.day: rate for rate in series.dollar_rates}.values())


def _listed(words: Sequence[str]) -> str:
    """
    >>> _listed(["KZT", "KGS", "TJS"])
    'KZT, KGS and TJS'
    """
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _span(first: date, last: date) -> str:
    """
    >>> _span(date(2026, 11, 13), date(2026, 11, 20)), _span(date(2026, 11, 20), date(2026, 11, 20))
    ('from 13 to 20 November 2026', 'of 20 November 2026')
    >>> _span(date(2026, 10, 30), date(2026, 11, 2)), _span(date(2025, 12, 30), date(2026, 1, 2))
    ('from 30 October to 2 November 2026', 'from 30 December 2025 to 2 January 2026')
    """
    if first == last:
        return f"of {_day(last)}"
    if first.year != last.year:
        return f"from {_day(first)} to {_day(last)}"
    month = "" if first.month == last.month else f" {first:%B}"
    return f"from {first.day}{month} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
