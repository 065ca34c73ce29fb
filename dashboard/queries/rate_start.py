"""From which rate a currency is compared since a day, and why another cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from dashboard.database import ask
from dashboard.rate_age import kept_until
from dashboard.rate_numbers import POINT_DIGITS


def starts(currencies: Sequence[str], start: date) -> pd.DataFrame:
    """The first rate from `start` on, within five business days, of each currency's official series or, where
    there is none such, of its market's closes: rows of `rates`, with currency_name.

    Only rates with digits enough for a point count, and nothing may speak against them.
    """
    return ask(
        """
        with told as (
            select r.*, s.position
            from rates r left join rate_sources s using (source)
            where list_contains(string_split($currencies, ' '), r.lcu) and r.kind in ('official', 'close')
              and r.is_current and r.problem is null and r.lcu_per_usd_low is not null
              and r.digits >= $digits and r.date between $start and $until
        )
        select t.* exclude position, u.name as currency_name
        from told t join currencies_in($lang) u on u.currency = t.lcu
        qualify row_number() over (
            partition by lcu
            order by kind = 'official' desc, date, position nulls last, digits desc, rate_id
        ) = 1
        order by lcu
        """,
        currencies=" ".join(currencies),
        start=start,
        until=kept_until(start),
        digits=POINT_DIGITS,
    )


def reasons(currencies: Sequence[str], start: date) -> pd.DataFrame:
    """What is known of currencies from `start` on: lcu, first (the day of the first rate that would do; or
    None), digits (the most that any of its rates has; or None).
    """
    return ask(
        """
        select u.currency as lcu,
               min(r.date) filter (r.digits >= $digits and r.kind <> 'ticker') as first,
               max(r.digits) as digits, bool_or(r.kind <> 'ticker') as set_daily
        from currencies u left join rates r
            on r.lcu = u.currency and r.is_current and r.problem is null and r.kind <> 'live'
            and r.lcu_per_usd_low is not null and r.date >= $start
        where list_contains(string_split($currencies, ' '), u.currency)
        group by u.currency
        order by u.currency
        """,
        currencies=" ".join(currencies),
        start=start,
        digits=POINT_DIGITS,
    )
