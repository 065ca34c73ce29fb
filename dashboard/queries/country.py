"""What is known of one country.

But for its figures, all countries are asked for at once and the answer is kept: another one costs nothing.
"""

from __future__ import annotations

from datetime import date

import pandas as pd

from dashboard.cells import rows
from dashboard.database import ask
from dashboard.queries import rates


def names() -> dict[str, str]:
    """The five countries by code, in their order on screen."""
    table = ask("select country, name from countries where country <> 'REGION' order by position")
    return dict(zip(table.country, table.name, strict=True))


def leading(country: str) -> pd.DataFrame:
    """One observation per topic, that with the most figures first; with the indicator's name and `figures`.

    An indicator of the catalogue comes before a name made from an article's words, the whole country before
    a part or a place, what was observed before what is aimed at; then one known for more countries.
    """
    found = ask(
        """
        with known as (
            select indicator, count(distinct country) as countries
            from observations
            where country <> 'REGION'
            group by indicator
        ),
        chosen as (
            select o.*, i.name, count(*) over (partition by o.country, o.topic) as figures,
                   row_number() over (
                       partition by o.country, o.topic
                       order by not i.catalogued, o.place is not null or o.dimension is not null,
                                o.kind in ('change', 'share'), o.period is null,
                                i.lead nulls last, k.countries desc,
                                o.kind <> 'observed', o.period_last desc, o.n_origins desc, o.claim_id
                   ) as place_in_topic
            from observations o join known k using (indicator) join indicators i using (indicator)
            where o.indicator <> 'exchange_rate'
        )
        select * exclude place_in_topic
        from chosen
        where place_in_topic = 1
        order by figures desc, topic
        """
    )
    return found[found.country == country]


def figures(country: str) -> pd.DataFrame:
    """Every observation but exchange rates, with the indicator's name; by topic, name, then newest first."""
    return ask(
        """
        select o.*, i.name
        from observations o join indicators i using (indicator)
        where o.country = $country and o.indicator <> 'exchange_rate'
        order by o.topic, i.name, o.place is not null, o.dimension nulls first,
                 o.period_last desc nulls last, o.claim_id
        """,
        country=country,
    )


def aims(country: str, today: date) -> pd.DataFrame:
    """Targets, plans and forecasts with a date: the next due first, then what was due; as `figures`."""
    found = ask(
        """
        select o.*, i.name
        from observations o join indicators i using (indicator)
        where o.kind in ('target', 'planned', 'forecast') and o.period is not null
        order by o.period_last < $today, abs(date_diff('day', $today, o.period_last)), i.name, o.claim_id
        """,
        today=today,
    )
    return found[found.country == country]


def rate(country: str, today: date) -> pd.DataFrame:
    """The rate that stands for the country's currency; no row where none was read."""
    found = rates.headline(today)
    return found[found.country == country]


def articles(country: str) -> pd.DataFrame:
    """The articles with figures of the country, the newest first, and how many figures each has."""
    found = ask(
        """
        select c.country, a.article_id, a.title, a.publisher, a.published, a.published_basis,
               count(*) as figures, arg_min(c.claim_id, c.start) as claim_id
        from claims c join articles a using (article_id)
        where c.indicator <> 'exchange_rate' and c.duplicate_of is null and c.status <> 'rejected'
          and c.known_to is null
        group by all
        order by max(a.published_last) desc nulls last, a.article_id
        """
    )
    return found[found.country == country]


def places(country: str) -> pd.DataFrame:
    """Places with figures: place, figures; those with most first."""
    found = ask(
        """
        select country, place, count(*) as figures
        from observations
        where place is not null
        group by country, place
        order by figures desc, place
        """
    )
    return found[found.country == country]


def silent_topics(country: str) -> list[str]:
    """Topics known for another country and not for this one, by name."""
    found = ask(
        """
        select topic, list(distinct country) filter (indicator <> 'exchange_rate') as countries
        from observations
        group by topic
        order by topic
        """
    )
    return [row.topic for row in rows(found) if row.countries is None or country not in row.countries]


def unused(country: str) -> int:
    """Numbers that were read in the country's articles and could not become a figure."""
    found = ask(
        """
        select country, count(*) as numbers
        from rejections join (select distinct article_id, country from claims) using (article_id)
        group by country
        """
    )
    return int(found.numbers[found.country == country].sum())
