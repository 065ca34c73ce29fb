"""What is known of one indicator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.cells import rows
from dashboard.database import ask, ask_rows


def names() -> dict[str, str]:
    """Every indicator with a figure, by code: those of several countries first, lead ones before others."""
    table = _known()
    return dict(zip(table.indicator, table.name, strict=True))


def _known() -> pd.DataFrame:
    """One question for the names and the definitions: each page asks for both."""
    return ask(
        """
        select i.indicator, i.name, i.definition, i.catalogued
        from indicators_in($lang) i join observations o using (indicator)
        where i.indicator <> 'exchange_rate'
        group by i.indicator, i.name, i.definition, i.catalogued, i.lead
        order by count(distinct o.country) > 1 desc, i.lead nulls last, not i.catalogued,
                 count(distinct o.country) desc, count(*) desc, i.name
        """
    )


def definition(indicator: str) -> Any:
    """name, definition, catalogued."""
    return next(row for row in rows(_known()) if row.indicator == indicator)


def points(indicator: str, countries: list[str]) -> pd.DataFrame:
    """Every observation of the indicator in these countries or the region, with names and who said it.

    In the order of countries, wholes before parts, then by time. The headline's money is read in dollars too.
    """
    return ask(
        """
        select o.*, i.name, i.unit_family, c.name as country_name, c.position,
               a.title, a.publisher, a.published, a.published_basis, u.* exclude (claim_id)
        from observations o join countries_in($lang) c using (country)
             join indicators_in($lang) i using (indicator)
             join articles a using (article_id) left join claims_usd u using (claim_id)
        where o.indicator = $indicator and list_contains($countries, o.country)
        order by c.position, o.place nulls first, o.dimension nulls first,
                 o.period_last nulls first, o.claim_id
        """,
        indicator=indicator,
        countries=[*countries, "REGION"],
    )


def newest(indicator: str, countries: list[str]) -> pd.DataFrame:
    """One row a country for the map: the newest of the whole country, observed first, all in one unit."""
    return ask(
        """
        with whole as (
            select o.*, i.name, i.unit_family, c.name as country_name, c.position, a.publisher,
                   u.* exclude (claim_id)
            from observations o join indicators_in($lang) i using (indicator)
                 join countries_in($lang) c using (country)
                 join articles a using (article_id) left join claims_usd u using (claim_id)
            where o.indicator = $indicator and list_contains($countries, o.country)
              and o.place is null and o.dimension is null and o.kind <> 'change'
        )
        select *
        from whole
        where unit = (
            select unit from whole group by unit order by count(distinct country) desc, unit limit 1
        )
        qualify row_number() over (
            partition by country
            order by kind in ('target', 'planned', 'forecast'), period_last desc nulls last, claim_id
        ) = 1
        order by position
        """,
        indicator=indicator,
        countries=countries,
    )


def sentences(indicator: str, countries: list[str]) -> Sequence[Any]:
    """Every claim of the indicator but repeats, also what was left out: by country, the newest first."""
    return ask_rows(
        """
        select c.*, i.name, n.name as country_name, a.publisher, a.published, a.published_basis
        from claims c join articles a using (article_id) join indicators_in($lang) i using (indicator)
             left join countries_in($lang) n using (country)
        where c.indicator = $indicator and list_contains($countries, c.country)
          and c.duplicate_of is null
        order by n.position,
                 max(c.period_last) over (partition by c.article_id, c.sentence_start) desc nulls last,
                 c.article_id, c.start
        """,
        indicator=indicator,
        countries=[*countries, "REGION"],
    )


def told(indicator: str, countries: list[str]) -> Sequence[Any]:
    """What else was said of a disputed figure: claims with the `headline` that is shown in their stead."""
    return ask_rows(
        """
        select c.*, o.claim_id as headline, i.name, n.name as country_name, a.publisher
        from observations o join claims c on list_contains(o.claim_ids, c.claim_id)
             join articles a on a.article_id = c.article_id
             join countries_in($lang) n on n.country = c.country
             join indicators_in($lang) i on i.indicator = c.indicator
        where o.indicator = $indicator and list_contains($countries, o.country)
          and o.disputed and c.claim_id <> o.claim_id
        order by o.claim_id, list_position(o.claim_ids, c.claim_id)
        """,
        indicator=indicator,
        countries=[*countries, "REGION"],
    )


def population() -> pd.DataFrame:
    """Observed people of whole countries; of several figures of a year the last is the one to count by."""
    return ask(
        """
        select o.*, i.name, c.name as country_name
        from observations o join indicators_in($lang) i using (indicator)
             join countries_in($lang) c using (country)
        where o.indicator = 'population' and o.kind = 'observed' and o.unit = 'person'
          and o.place is null and o.dimension is null and o.value is not null and o.period is not null
        order by o.qualifier = 'exact', o.period_last, o.claim_id
        """
    )
