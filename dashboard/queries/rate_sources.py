"""How the sources of rates are: when each was asked, what came of it, what is kept of it."""

from __future__ import annotations

import pandas as pd

from dashboard.database import ask


def asked() -> pd.DataFrame:
    """Every source that can be asked, in the order in which they speak.

    Columns: those of `rate_sources`; newest, the day of its newest rate; failed and answered, the currencies
    of its last run that brought none and some.
    """
    return ask(
        """
        with kept as (
            select source, max(date) as newest
            from rates
            where kind <> 'live' and is_current
            group by source
        )
        select s.* replace (nullif(s.home, '') as home), k.newest,
               coalesce(list(q.lcu order by q.lcu) filter (q.outcome <> 'ok'), []) as failed,
               coalesce(list(q.lcu order by q.lcu) filter (q.outcome = 'ok'), []) as answered
        from rate_sources s left join kept k using (source)
        left join rate_series q on q.source = s.source and q.attempted_at = s.last_attempt
        where s.kind <> 'ticker'
        group by all
        order by s.position
        """
    )
