"""What is known of one country, of every topic or of one.

But for its figures, all countries are asked for at once and the answer is kept: another one costs nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from dashboard.cells import rows
from dashboard.database import ask, ask_rows
from dashboard.queries import rates
from dashboard.queries.country_known import ANY

MOST = 300  # figures: of more the newest of each indicator is drawn
DUE = 20  # aims that are listed; more are counted


def names() -> dict[str, str]:
    """The five countries by code, in their order on screen."""
    table = ask("select country, name from countries_in($lang) where country <> 'REGION' order by position")
    return dict(zip(table.country, table.name, strict=True))


def leading(country: str, topic: str = ANY) -> pd.DataFrame:
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
            from observations o join known k using (indicator) join indicators_in($lang) i using (indicator)
            where o.indicator <> 'exchange_rate'
        )
        select * exclude place_in_topic
        from chosen
        where place_in_topic = 1
        order by figures desc, topic
        """
    )
    return found[(found.country == country) & ((found.topic == topic) | (topic == ANY))]


def figures(country: str, topic: str = ANY, most: int = MOST) -> Sequence[Any]:
    """Every observation but exchange rates, with the indicator's name; by topic, name, then newest first.

    Where there are more than `most`, one of each indicator: of the whole country before a part, observed
    before aimed at, the newest.
    """
    return ask_rows(
        """
        with all_of_it as (
            select o.* exclude (claim_ids), i.name, count(*) over () as of_all,
                   row_number() over (
                       partition by o.indicator
                       order by o.place is not null or o.dimension is not null, o.kind <> 'observed',
                                o.period_last desc nulls last, o.claim_id
                   ) as place_in_indicator
            from observations o join indicators_in($lang) i using (indicator)
            where o.country = $country and o.indicator <> 'exchange_rate'
              and ($topic = 'any' or o.topic = $topic)
        )
        select * exclude (of_all, place_in_indicator)
        from all_of_it
        where of_all <= $most or place_in_indicator = 1
        order by topic, name, place is not null, dimension nulls first, period_last desc nulls last, claim_id
        """,
        country=country,
        topic=topic,
        most=most,
    )


def claim_ids(country: str, topic: str = ANY) -> list[str]:
    """The claims behind all of these figures: all that were told of each, not its headline alone."""
    found = ask(
        """
        select unnest(claim_ids) as claim_id
        from observations
        where country = $country and indicator <> 'exchange_rate' and ($topic = 'any' or topic = $topic)
        order by claim_id
        """,
        country=country,
        topic=topic,
    )
    return list(found.claim_id)


def aims(country: str, today: date, topic: str = ANY, most: int = DUE) -> Sequence[Any]:
    """Targets, plans and forecasts with a date: the next due first, then what was due; as `figures`.

    Beside each the observed figure of the same thing, with `was_` before its columns: of the same period
    where there is one, else the newest; of the same unit before another. `all_aims` counts what there is.
    """
    return ask_rows(
        """
        with aimed as (
            select o.* exclude (claim_ids), i.name, count(*) over () as all_aims
            from observations o join indicators_in($lang) i using (indicator)
            where o.country = $country and ($topic = 'any' or o.topic = $topic)
              and o.kind in ('target', 'planned', 'forecast') and o.period is not null
            order by o.period_last < $today, abs(date_diff('day', $today, o.period_last)), i.name, o.claim_id
            limit $most
        )
        select a.*, w.claim_id as was_claim_id, w.period as was_period, w.period_last as was_period_last,
               w.unit as was_unit, w.value as was_value, w.low as was_low, w.high as was_high,
               w.value_text as was_value_text, w.qualifier as was_qualifier,
               w.highest < a.lowest as is_below, w.lowest > a.highest as is_above
        from aimed a left join observations w
             on w.country = $country and w.kind = 'observed' and w.indicator = a.indicator
                and (w.place, w.dimension) is not distinct from (a.place, a.dimension)
                and w.period is not null
        qualify row_number() over (
            partition by a.claim_id
            order by w.unit = a.unit desc, w.period = a.period desc, w.period_last desc, w.claim_id
        ) = 1
        order by a.period_last < $today, abs(date_diff('day', $today, a.period_last)), a.name, a.claim_id
        """,
        country=country,
        today=today,
        topic=topic,
        most=most,
    )


def rate(country: str, today: date) -> pd.DataFrame:
    """The rate that stands for the country's currency; no row where none was read."""
    found = rates.headline(today)
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
