"""Which rate stands for a currency, and what stands beside it. Every sum is local currency per US dollar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from dashboard.cells import rows
from dashboard.database import ask
from dashboard.rate_age import kept_since


def headline(today: date) -> pd.DataFrame:
    """One row a currency of the five that has any: the rate that stands for it on every page.

    Of the rates of the dollar that nothing speaks against, up to `today`: the newest official one; where that
    is older than five business days the market's newest close, then a ticker's; where all are older, the
    newest of them. Of one day the source that is named first in `rate_sources` speaks. A rate that is still
    moving (`live`) is none. Columns: those of `rates`, and country, country_name, position, source_name,
    home (of the source), claim_id (of a ticker), currency_name, peg, peg_since, peg_note.
    """
    return ask(
        """
        with sound as (
            select r.rate_id, r.lcu, r.date, r.digits, s.position,
                   list_position(['official', 'close', 'ticker'], r.kind) as turn
            from rates r left join rate_sources s using (source)
            where r.is_current and r.problem is null and r.kind <> 'live'
              and r.lcu_per_usd_low is not null and r.date <= $today
        ),
        chosen as (
            select rate_id
            from sound
            qualify row_number() over (
                partition by lcu
                order by date >= $kept_since desc, case when date >= $kept_since then turn end,
                         date desc, turn, position nulls last, digits desc, rate_id
            ) = 1
        )
        select r.*, c.country, c.name as country_name, c.position, u.name as currency_name,
               u.peg, u.peg_since, u.peg_note,
               replace(s.name, 'the central bank', coalesce(b.name, 'the central bank')) as source_name,
               nullif(s.home, '') as home,
               (
                   select min(l.claim_id)
                   from claims l
                   where l.article_id = r.article_id and l.start = r.start and l.indicator = 'exchange_rate'
               ) as claim_id
        from rates r join chosen using (rate_id)
        join countries_in($lang) c on c.currency = r.lcu
        left join currencies_in($lang) u on u.currency = r.lcu
        left join rate_sources s using (source)
        left join rate_sources b on s.lcu is null and r.kind = 'official' and b.lcu = r.lcu
        order by c.position
        """,
        today=today,
        kept_since=kept_since(today),
    )


def around(shown: pd.DataFrame, today: date) -> pd.DataFrame:
    """What stands around the rates `shown`, which are of `headline`: `rates` with source_name and role.

    before    what its source said of the day before
    beside    of every other kind, the rate of the nearest day
    ahead     what is set for a day to come
    left_out  the newest rate, where something speaks against it and it would else be shown
    """
    return ask(
        """
        with shown as (
            select lcu, kind, source, date
            from rates
            where list_contains(string_split($shown, ' '), rate_id)
        ),
        other as (
            select r.rate_id, r.lcu, r.kind, r.source, r.date, r.digits, r.problem, s.position
            from rates r left join rate_sources s using (source)
            where r.is_current and r.lcu_per_usd_low is not null and r.kind <> 'live'
        ),
        sound as (select * from other where problem is null),
        told as (
            select o.rate_id, 'before' as role
            from shown h join sound o using (lcu, kind, source)
            where o.date < h.date
            qualify row_number() over (partition by lcu order by o.date desc, o.digits desc, o.rate_id) = 1
            union all
            select o.rate_id, 'beside'
            from shown h join sound o using (lcu)
            where o.kind <> h.kind and o.date <= $today
            qualify row_number() over (
                partition by lcu, o.kind
                order by abs(o.date - h.date), o.date desc, o.position nulls last, o.digits desc, o.rate_id
            ) = 1
            union all
            select rate_id, 'ahead'
            from sound
            where date > $today
            qualify row_number() over (partition by lcu order by date, position nulls last, rate_id) = 1
            union all
            select o.rate_id, 'left_out'
            from other o left join shown h using (lcu)
            where o.problem is not null and o.date <= $today and o.date >= coalesce(h.date, o.date)
            qualify row_number() over (
                partition by lcu order by o.date desc, o.position nulls last, o.rate_id
            ) = 1
        )
        select r.*, t.role,
               replace(s.name, 'the central bank', coalesce(b.name, 'the central bank')) as source_name
        from told t join rates r using (rate_id)
        left join rate_sources s using (source)
        left join rate_sources b on s.lcu is null and r.kind = 'official' and b.lcu = r.lcu
        order by r.lcu, t.role, r.kind
        """,
        shown=" ".join(shown.rate_id),
        today=today,
    )


def currencies() -> pd.DataFrame:
    """The five in the order of their countries: currency, name, country, country_name, and what is fixed."""
    return ask(
        """
        select u.currency, u.name, c.country, c.name as country_name, u.peg, u.peg_since, u.peg_note
        from countries_in($lang) c join currencies_in($lang) u using (currency)
        where c.country <> 'REGION'
        order by c.position
        """
    )


def choices() -> dict[str, str]:
    """Code and name on screen of each currency of the five, in the order of the countries."""
    return {row.currency: f"{row.currency} {row.country_name}" for row in rows(currencies())}


def chosen(table: pd.DataFrame, among: Sequence[str]) -> pd.DataFrame:
    """The rows of these currencies."""
    return table[table.lcu.isin(among)]
