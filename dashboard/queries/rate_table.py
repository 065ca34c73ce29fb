"""Every rate of some currencies in a period of time: a page of them at a time, and all of them as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.cells import rows
from dashboard.database import ask, personal_use
from dashboard.rate_period import Period

PAGE = 50  # rows


@dataclass(frozen=True, slots=True)
class Reach:
    """The oldest and the newest day of any rate."""

    oldest: date
    newest: date


@dataclass(frozen=True, slots=True)
class Size:
    """How many rates there are, and how many of them are for personal use only."""

    rates: int
    personal: int


def reach(currencies: Sequence[str]) -> Reach | None:
    """None where no rate is known."""
    (found,) = rows(
        ask(
            """
            select min(date)::date as oldest, max(date)::date as newest
            from rates
            where list_contains(string_split($currencies, ' '), lcu) and kind <> 'live' and is_current
            """,
            currencies=" ".join(currencies),
        )
    )
    return None if pd.isna(found.oldest) else Reach(found.oldest.date(), found.newest.date())


def size(currencies: Sequence[str], period: Period) -> Size:
    """Of the rows of `page`, all pages together."""
    (found,) = rows(
        ask(
            """
            select count(*) as rates, count(*) filter (s.personal_use) as personal
            from rates r left join rate_sources s using (source)
            where list_contains(string_split($currencies, ' '), r.lcu) and r.kind <> 'live' and r.is_current
              and r.date between $first and $last
            """,
            currencies=" ".join(currencies),
            first=period.first,
            last=period.last,
        )
    )
    return Size(int(found.rates), int(found.personal))


def page(currencies: Sequence[str], period: Period, number: int) -> pd.DataFrame:
    """Page `number` (from 1) of what the sources say now of each day, right or not: newest first, then in the
    order of `currencies`.

    Rows of `rates` with source_name, home, personal_use and claim_id (of a ticker).
    """
    return ask(
        """
        with shown as (
            select r.rate_id
            from rates r
            where list_contains(string_split($currencies, ' '), r.lcu) and r.kind <> 'live' and r.is_current
              and r.date between $first and $last
            order by r.date desc, list_position(string_split($currencies, ' '), r.lcu), r.source, r.rate_id
            limit $rows offset $rows * ($number - 1)
        )
        select r.*, coalesce(s.personal_use, false) as personal_use, nullif(s.home, '') as home,
               replace(s.name, 'the central bank', coalesce(b.name, 'the central bank')) as source_name,
               (
                   select min(l.claim_id)
                   from claims l
                   where l.article_id = r.article_id and l.start = r.start and l.indicator = 'exchange_rate'
               ) as claim_id
        from rates r join shown using (rate_id)
        left join rate_sources s using (source)
        left join rate_sources b on s.lcu is null and r.kind = 'official' and b.lcu = r.lcu
        order by r.date desc, list_position(string_split($currencies, ' '), r.lcu), r.source, r.rate_id
        """,
        currencies=" ".join(currencies),
        first=period.first,
        last=period.last,
        number=number,
        rows=PAGE,
    )


def as_csv(currencies: Sequence[str], period: Period) -> pd.DataFrame:
    """The rows of every page as the CSV has them; a setting lets in what is for personal use."""
    return ask(
        """
        select *
        from rates_csv_at(timestamp 'infinity', $personal)
        where list_contains(string_split($currencies, ' '), lcu) and kind <> 'live' and is_current = 'true'
          and date between $first and $last
        order by date desc, list_position(string_split($currencies, ' '), lcu), source, rate_id
        """,
        currencies=" ".join(currencies),
        personal=personal_use(),
        first=period.first.isoformat(),
        last=period.last.isoformat(),
    )
