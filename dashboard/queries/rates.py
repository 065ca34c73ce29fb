"""Questions about currency rates. A rate still moving (`live`) is never history."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.cells import rows
from dashboard.database import ask, personal_use
from dashboard.queries import region


def newest(currencies: Sequence[str]) -> pd.DataFrame:
    """One row a currency: the rate that stands on the region page, with the claim behind it."""
    chosen = region.rates()
    claims = history(currencies).set_index("rate_id").claim_id
    return chosen[chosen.lcu.isin(currencies)].assign(claim_id=lambda rates: rates.rate_id.map(claims))


def history(currencies: Sequence[str]) -> pd.DataFrame:
    """Every dated rate, the newest first in each currency, with its country and the claim behind it."""
    return ask(
        """
        select r.*, c.country, c.name as country_name, c.position, l.claim_id
        from rates r
        join countries c on c.currency = r.lcu
        left join claims l on l.article_id = r.article_id and l.start = r.start
            and l.indicator = 'exchange_rate' and l.known_to is null
        where list_contains(string_split($currencies, ' '), r.lcu) and r.kind <> 'live'
          and r.is_current and 'USD' in (r.base, r.counter)
        qualify row_number() over (partition by r.rate_id order by l.claim_id) = 1
        order by c.position, r.date desc, r.source, r.rate_id
        """,
        currencies=" ".join(currencies),
    )


def currencies() -> dict[str, str]:
    """Code and name on screen of each currency of the five, in the order of the countries."""
    found = ask(
        """
        select currency, name
        from countries
        where currency is not null and country <> 'REGION'
        order by position
        """
    )
    return {row.currency: f"{row.currency} {row.name}" for row in rows(found)}


def as_csv(currencies: Sequence[str]) -> pd.DataFrame:
    """The rows of `history` as the CSV has them; a setting lets in what is for personal use."""
    return ask(
        """
        select *
        from rates_csv_at(timestamp 'infinity', $personal)
        where list_contains(string_split($currencies, ' '), lcu) and kind <> 'live'
        order by lcu, date desc, source, rate_id
        """,
        currencies=" ".join(currencies),
        personal=personal_use(),
    )
