"""What is known of the five countries together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from dashboard import leads
from dashboard.cells import rows
from dashboard.database import ask

ROWS = 5  # indicators that fit a screen of 720 lines, with the rates and the map under them


def leading() -> list[str]:
    """The indicators that tell most, in the order of the rows."""
    return leads.leads(_coverage(), ROWS)


def _coverage() -> list[leads.Coverage]:
    """For each indicator the countries for which it is known; the catalogue's come before open names."""
    found = ask(
        """
        select indicator, list(distinct country) as countries,
               coalesce(list(distinct country) filter (place is null and dimension is null), []) as whole,
               not any_value(catalogued) as open_name,
               coalesce(any_value(lead), 1000) as lead, count(*) as figures
        from observations join indicators using (indicator)
        where country <> 'REGION' and indicator <> 'exchange_rate'
        group by indicator
        """
    )
    return [
        leads.Coverage(
            row.indicator,
            frozenset(row.whole),
            frozenset(row.countries) - frozenset(row.whole),
            (row.open_name, row.lead, -row.figures),
        )
        for row in rows(found)
    ]


def latest(indicators: Sequence[str]) -> pd.DataFrame:
    """One observation per indicator and country, with the indicator's name; the newest that speaks for it.

    The whole country before a part or a place, what was observed before what is aimed at, the unit that most
    countries are told in before others.
    """
    return ask(
        """
        with shared as (
            select indicator, unit, count(distinct country) as countries
            from observations
            group by indicator, unit
        )
        select o.*, i.name, i.definition, a.publisher, a.published
        from observations o join shared s using (indicator, unit)
             join indicators_in($lang) i using (indicator)
             join articles a using (article_id)
        where o.country <> 'REGION' and list_contains(string_split($indicators, ' '), o.indicator)
        qualify row_number() over (
            partition by o.indicator, o.country
            order by o.place is not null or o.dimension is not null, o.kind in ('change', 'share'),
                     o.period is null, o.kind <> 'observed', s.countries desc, o.period_last desc,
                     o.n_origins desc, o.claim_id
        ) = 1
        """,
        indicators=" ".join(indicators),
    )


def due(today: date, most: int = 3) -> pd.DataFrame:
    """What is aimed at and due next, with names: each country in turn, targets and whole countries first."""
    return ask(
        """
        select o.*, i.name, c.name as country_name
        from observations o join indicators_in($lang) i using (indicator)
             join countries_in($lang) c using (country)
        where o.kind in ('target', 'planned', 'forecast') and o.period_last >= $today
        order by row_number() over (
                     partition by o.country
                     order by not i.catalogued, o.place is not null or o.dimension is not null,
                              o.kind <> 'target', o.period_last, o.claim_id
                 ),
                 not i.catalogued, o.kind <> 'target', o.period_last, o.claim_id
        limit $most
        """,
        today=today,
        most=most,
    )


def changed() -> pd.DataFrame:
    """One row: the last build before figures changed (none: they never did), what came and went with it.

    A build that only brought new rates changed no figure, and is not what a reader asks for.
    """
    return ask(
        """
        with moved as (
            select greatest(max(known_from), max(known_to)) as moment
            from claims_ever
        ),
        past as (
            select max(built_at) as built_at
            from builds
            where built_at < (select moment from moved)
        )
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
            from observations o join indicators_in($lang) i using (indicator)
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
        from whole w join best using (indicator, unit) join countries_in($lang) c using (country)
        qualify row_number() over (
            partition by w.country order by w.kind <> 'observed', w.period_last desc, w.claim_id
        ) = 1
        order by c.position
        """
    )
