"""Questions for the CSV files: rows as etl/sql/csv.sql writes them, and what can be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.cells import rows
from dashboard.database import ask, ask_arrow, personal_use
from dashboard.language import _

if TYPE_CHECKING:
    import pyarrow as pa

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

    @property
    def values(self) -> dict[str, str]:
        """As the questions name them."""
        return {
            "countries": " ".join(self.countries),
            "topic": self.topic,
            "indicator": self.indicator,
            "kinds": " ".join(self.kinds),
            "year": self.year,
        }


def counts(view: View) -> Any:
    """One row: the figures chosen, their files, how many repeat, are wrong or disputed; all there are."""
    found = ask(
        """
        select count(*) as figures, count(distinct article) as files, count(*) filter (repeats) as repeats,
               count(*) filter (has_problem) as wrong, count(*) filter (disputed) as disputed,
               (select count(*) from listed_claims) as everything
        from chosen_claims($countries, $topic, $indicator, $kinds, $year)
        """,
        **view.values,
    )
    return next(rows(found))


def listed(view: View) -> pa.Table:
    """The rows that were chosen with the columns on screen, every column text, the country's first."""
    return ask_arrow(
        """
        select n.name as country_name, i.name as indicator_name, place, dimension, period,
               value, c.low, c.high, unit, kind, qualifier, publisher, sentence, claim_url
        from chosen_claims($countries, $topic, $indicator, $kinds, $year) c
        left join countries_in($lang) n using (country) left join indicators_in($lang) i using (indicator)
        order by c.position
        """,
        **view.values,
    )


def claims(view: View) -> pd.DataFrame:
    """The same rows as `claims.csv` has them, with every column of it."""
    return ask(
        """
        select v.*
        from claims_csv_at(timestamp 'infinity', $personal) v
        join chosen_claims($countries, $topic, $indicator, $kinds, $year) l using (claim_id)
        order by l.position
        """,
        **view.values,
        personal=personal_use(),
    )


def these(claim_ids: list[str]) -> pd.DataFrame:
    """The rows of `claims.csv` for these claims, ordered as the view of all is."""
    return ask(
        """
        select v.*
        from claims_csv_at(timestamp 'infinity', $personal) v join listed_claims l using (claim_id)
        where list_contains(string_split($claim_ids, ' '), claim_id)
        order by l.position
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
    found = ask("select country, name from countries_in($lang) order by position")
    return {row.country: row.name for row in rows(found)} | {NONE: _("no country")}


def topics() -> list[str]:
    """The topics that have figures."""
    return list(ask("select distinct topic from claims order by topic").topic)


def indicator_names(topic: str) -> dict[str, str]:
    """Code and name of the indicators of a topic that have figures. A name that two share gets its code."""
    found = ask(
        """
        select indicator, any_value(i.name) as name
        from claims c join indicators_in($lang) i using (indicator)
        where ($topic = 'any' or c.topic = $topic)
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
    found = ask("select kind from claims group by kind order by count(*) desc, kind")
    return list(found.kind)


def years() -> list[str]:
    """The years that figures refer to, the newest first."""
    found = ask(
        """
        select distinct unnest(generate_series(year(period_first), year(period_last))) as year
        from claims
        where period is not null
        order by year desc
        """
    )
    return [str(year) for year in found.year]
