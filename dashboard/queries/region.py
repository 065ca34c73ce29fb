"""What is known of the five countries together."""

from __future__ import annotations

from datetime import date

import pandas as pd

from dashboard.database import ask

ROWS = 5  # topics that fit a screen of 720 lines, with the rates under them


def topics(rows: int = ROWS) -> pd.DataFrame:
    """The topics known for most countries first: topic, known (countries), figures."""
    return ask(
        """
        select topic, count(distinct country) as known, count(*) as figures
        from observations
        where country <> 'REGION' and indicator <> 'exchange_rate'
        group by topic
        order by known desc, figures desc, topic
        limit $rows
        """,
        rows=rows,
    )


def leading() -> pd.DataFrame:
    """One observation per topic and country, with the indicator's name: what stands for the topic there.

    An indicator of the catalogue comes before a name made from an article's words, the whole country before
    a part or a place, what was observed before what is aimed at. The same indicator across countries where
    it can be; of one indicator the newest.
    """
    return ask(
        """
        with known as (
            select indicator, count(distinct country) as countries
            from observations
            where country <> 'REGION'
            group by indicator
        )
        select o.*, i.name, i.definition, a.publisher, a.published
        from observations o join known k using (indicator) join indicators i using (indicator)
             join articles a using (article_id)
        where o.country <> 'REGION' and o.indicator <> 'exchange_rate'
        qualify row_number() over (
            partition by o.topic, o.country
            order by not i.catalogued, o.place is not null or o.dimension is not null,
                     o.kind in ('change', 'share'), o.period is null,
                     i.lead nulls last, k.countries desc,
                     o.kind <> 'observed', o.period_last desc, o.n_origins desc, o.claim_id
        ) = 1
        """
    )


def rates() -> pd.DataFrame:
    """The newest rate of each of the five currencies to the dollar, with the country it belongs to."""
    return ask(
        """
        select r.*, c.country, c.name as country_name, c.position
        from rates r join countries c on c.currency = r.lcu
        where r.lcu_per_usd_low is not null and r.problem is null and r.is_current
        qualify row_number() over (
            partition by r.lcu
            order by r.date desc, r.kind = 'official' desc, r.decimals desc, r.rate_id
        ) = 1
        order by c.position
        """
    )


def due(today: date, rows: int = 3) -> pd.DataFrame:
    """What is aimed at and due next, with names: each country in turn, targets and whole countries first."""
    return ask(
        """
        select o.*, i.name, c.name as country_name
        from observations o join indicators i using (indicator) join countries c using (country)
        where o.kind in ('target', 'planned', 'forecast') and o.period_last >= $today
        order by row_number() over (
                     partition by o.country
                     order by not i.catalogued, o.place is not null or o.dimension is not null,
                              o.kind <> 'target', o.period_last, o.claim_id
                 ),
                 not i.catalogued, o.kind <> 'target', o.period_last, o.claim_id
        limit $rows
        """,
        today=today,
        rows=rows,
    )


def changed() -> pd.DataFrame:
    """One row: when the build before was made (none: this is the first), and what came and went since."""
    return ask(
        """
        with past as (select built_at from builds order by seq desc limit 1 offset 1)
        select (select built_at from past) as since,
               count(*) filter (known_to is null) as claims,
               count(*) filter (known_from > (select built_at from past)) as came,
               count(*) filter (known_to > (select built_at from past)) as went,
               (select count(*) from observations where disputed) as disputed
        from claims_ever
        """
    )


def widest() -> pd.DataFrame:
    """The indicator known for most countries in one unit, rates first: the newest of each whole country."""
    return ask(
        """
        with whole as (
            select o.*, i.name, i.unit_family, i.lead
            from observations o join indicators i using (indicator)
            where o.country <> 'REGION' and o.place is null and o.dimension is null
              and o.kind in ('observed', 'target', 'planned', 'forecast')
              and o.indicator <> 'exchange_rate' and o.period is not null
        ),
        best as (
            select indicator, unit
            from whole
            group by indicator, lead, unit
            order by count(distinct country) filter (kind = 'observed') desc, count(distinct country) desc,
                     count(*) filter (unit_family = 'rate') desc,
                     lead nulls last, indicator
            limit 1
        )
        select w.*, c.name as country_name
        from whole w join best using (indicator, unit) join countries c using (country)
        qualify row_number() over (
            partition by w.country order by w.kind <> 'observed', w.period_last desc, w.claim_id
        ) = 1
        order by c.position
        """
    )
