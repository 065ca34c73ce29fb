"""Rates over time, thinned here: a chart has room for a point a step, and a rerun stays cheap."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.database import ask
from dashboard.rate_period import Period


def lines(currencies: Sequence[str], period: Period) -> pd.DataFrame:
    """Official rates and market closes that nothing speaks against, the last of each step, oldest first.

    Of one day and kind the source that is named first speaks: a bank itself before who passes its rate on.
    Columns: lcu, kind, passed_on (name of a source that tells of another's rate), step (its first day), date,
    digits, lcu_per_usd_low, lcu_per_usd_high.
    """
    return ask(
        """
        with told as (
            select r.lcu, r.kind, r.date, r.digits, r.lcu_per_usd_low, r.lcu_per_usd_high,
                   case when r.kind = 'official' and s.lcu is null then s.name end as passed_on
            from rates r left join rate_sources s using (source)
            where list_contains(string_split($currencies, ' '), r.lcu) and r.kind in ('official', 'close')
              and r.is_current and r.problem is null and r.lcu_per_usd_low is not null
              and r.date between $first and $last
            qualify row_number() over (
                partition by r.lcu, r.kind, r.date order by s.position nulls last, r.digits desc, r.rate_id
            ) = 1
        )
        select *, date_trunc($step, date)::date as step
        from told
        qualify row_number() over (partition by lcu, kind, date_trunc($step, date) order by date desc) = 1
        order by lcu, kind desc, date
        """,
        currencies=" ".join(currencies),
        first=period.first,
        last=period.last,
        step=period.step,
    )


def marks(currencies: Sequence[str], period: Period) -> pd.DataFrame:
    """What stands in a chart beside the lines: rows of `rates` with role and more, oldest first.

    ticker   a rate printed on a web page; problem, one against which something speaks: the last of each
             step, and how many more there are
    shift    the day on which a level left another for good, told once where several sources tell of it
    """
    return ask(
        """
        with near as (
            select *, date_trunc($step, date) as step
            from rates
            where list_contains(string_split($currencies, ' '), lcu) and is_current and kind <> 'live'
              and lcu_per_usd_low is not null and date between $first and $last
              and (kind = 'ticker' or problem is not null or list_has_any(flags, ['level_shift', 'devalued']))
        ),
        told as (
            select *, case when problem is not null then 'problem' else 'ticker' end as role
            from near
            where kind = 'ticker' or problem is not null
        ),
        shifted as (
            select *, 'shift' as role, 0 as more, lag(date) over (partition by lcu order by date) as before
            from near
            where problem is null and list_has_any(flags, ['level_shift', 'devalued'])
            qualify row_number() over (partition by lcu, date order by kind = 'official' desc, rate_id) = 1
        )
        select * exclude (step, before)
        from shifted
        where before is null or date - before > 10
        union all by name
        select * exclude step, count(*) over (partition by lcu, role, step) - 1 as more
        from told
        qualify row_number() over (partition by lcu, role, step order by date desc, rate_id) = 1
        order by lcu, role, date
        """,
        currencies=" ".join(currencies),
        first=period.first,
        last=period.last,
        step=period.step,
    )


def extremes(currencies: Sequence[str], period: Period) -> pd.DataFrame:
    """The lowest and the highest rate of each line that `lines` thins, official ones first.

    Columns: lcu, kind, least, least_digits, most, most_digits.
    """
    return ask(
        """
        with told as (
            select lcu, kind, digits, (lcu_per_usd_low + lcu_per_usd_high) / 2 as level
            from rates
            where list_contains(string_split($currencies, ' '), lcu) and kind in ('official', 'close')
              and is_current and problem is null and lcu_per_usd_low is not null
              and date between $first and $last
        )
        select lcu, kind, min(level) as least, arg_min(digits, level) as least_digits,
               max(level) as most, arg_max(digits, level) as most_digits
        from told
        group by lcu, kind
        order by lcu, kind desc
        """,
        currencies=" ".join(currencies),
        first=period.first,
        last=period.last,
    )


def farthest(currencies: Sequence[str], period: Period) -> pd.DataFrame:
    """The day on which a market's close was farthest from the official rate of the same day: one row or none.

    Columns: lcu, date, share (above the official rate).
    """
    return ask(
        """
        with day as (
            select lcu, date, kind, avg((lcu_per_usd_low + lcu_per_usd_high) / 2) as level
            from rates
            where list_contains(string_split($currencies, ' '), lcu) and kind in ('official', 'close')
              and is_current and problem is null and lcu_per_usd_low is not null
              and date between $first and $last
            group by all
        )
        select o.lcu, o.date, m.level / o.level - 1 as share
        from day o join day m on o.lcu = m.lcu and o.date = m.date and o.kind = 'official'
            and m.kind = 'close'
        order by abs(share) desc, o.date, o.lcu
        limit 1
        """,
        currencies=" ".join(currencies),
        first=period.first,
        last=period.last,
    )
