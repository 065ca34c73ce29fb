"""Questions for the CSV files: rows as etl/sql/csv.sql writes them, and what can be chosen."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.cells import rows
from dashboard.database import ask, personal_use

ANY = "any"
NONE = "none"  # the article names no country, or gives no period


@dataclass(frozen=True, slots=True)
class View:
    """What was chosen. An empty tuple and `ANY` leave nothing out."""

    countries: tuple[str, ...] = ()
    topic: str = ANY
    indicator: str = ANY
    kinds: tuple[str, ...] = ()
    year: str = ANY


def claims(view: View) -> pd.DataFrame:
    """The rows of `claims.csv` that were chosen, every column text, the country's first."""
    return ask(
        """
        select v.*
        from claims_csv_at(timestamp 'infinity', $personal) v join claims c using (claim_id)
        where ($countries = '' or list_contains(string_split($countries, ' '), coalesce(c.country, 'none')))
          and ($topic = 'any' or c.topic = $topic)
          and ($indicator = 'any' or c.indicator = $indicator)
          and ($kinds = '' or list_contains(string_split($kinds, ' '), c.kind))
          and case $year
                  when 'any' then true
                  when 'none' then c.period is null
                  else try_cast($year as integer) between year(c.period_first) and year(c.period_last)
              end
        order by v.country nulls last, v.indicator, v.period, v.article, c.start, v.claim_id
        """,
        countries=" ".join(view.countries),
        topic=view.topic,
        indicator=view.indicator,
        kinds=" ".join(view.kinds),
        year=view.year,
        personal=personal_use(),
    )


def these(claim_ids: list[str]) -> pd.DataFrame:
    """The rows of `claims.csv` for these claims, ordered as the view of all is."""
    return ask(
        """
        select v.*
        from claims_csv_at(timestamp 'infinity', $personal) v join claims c using (claim_id)
        where list_contains(string_split($claim_ids, ' '), claim_id)
        order by v.country nulls last, v.indicator, v.period, v.article, c.start, v.claim_id
        """,
        claim_ids=" ".join(claim_ids),
        personal=personal_use(),
    )


def everything() -> pd.DataFrame:
    """The file `claims.csv` of a snapshot, row for row."""
    return ask("select * from claims_csv_at(timestamp 'infinity', $personal)", personal=personal_use())


def rates() -> pd.DataFrame:
    """The file `rates.csv` of a snapshot."""
    return ask("select * from rates_csv_at(timestamp 'infinity', $personal)", personal=personal_use())


def indicators() -> pd.DataFrame:
    """The file `indicators.csv` of a snapshot."""
    return ask("select * from indicators_csv")


def sources() -> pd.DataFrame:
    """The file `sources.csv` of a snapshot."""
    return ask("select * from sources_csv")


def countries() -> dict[str, str]:
    """Code and name, in the order of the screen; last the figures whose text names no country."""
    found = ask("select country, name from countries order by position")
    return {row.country: row.name for row in rows(found)} | {NONE: "no country"}


def topics() -> list[str]:
    """The topics that have figures."""
    return list(ask("select distinct topic from claims where known_to is null order by topic").topic)


def indicator_names(topic: str) -> dict[str, str]:
    """Code and name of the indicators of a topic that have figures. A name that two share gets its code."""
    found = ask(
        """
        select indicator, any_value(i.name) as name
        from claims c join indicators i using (indicator)
        where c.known_to is null and ($topic = 'any' or c.topic = $topic)
        group by indicator
        order by name, indicator
        """,
        topic=topic,
    )
    shared = set(found.name[found.name.duplicated(keep=False)])
    return {
        row.indicator: f"{row.name} ({row.indicator})" if row.name in shared else row.name
        for row in rows(found)
    }


def kinds() -> list[str]:
    """The kinds that have figures, the most frequent first."""
    found = ask("select kind from claims where known_to is null group by kind order by count(*) desc, kind")
    return list(found.kind)


def years() -> list[str]:
    """The years that figures refer to, the newest first."""
    found = ask(
        """
        select distinct unnest(generate_series(year(period_first), year(period_last))) as year
        from claims
        where known_to is null and period is not null
        order by year desc
        """
    )
    return [str(year) for year in found.year]
