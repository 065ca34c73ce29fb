"""What the ledger says of the sources of rates, as questions to it."""

from __future__ import annotations

# A file that a later run brought again was last seen then.
FETCHED = """
    select b.file, b.committed_at as known_from,
           (select max(r.attempted_at) from source_runs r where r.batch = b.seq) as last_seen
    from batches b
    where b.kind = 'rates'
    order by b.seq
"""

LAST = """
    with good as (
        select source, max(seq) as seq, max(attempted_at) as at
        from source_runs
        where outcome = 'ok'
        group by source
    )
    select r.source, r.attempted_at as last_attempt, g.at as last_ok,
           (select min(f.attempted_at) from source_runs f
            where f.source = r.source and f.seq > coalesce(g.seq, 0)) as failing_since,
           r.outcome, r.sentence
    from source_runs r left join good g using (source)
    where r.seq in (select max(seq) from source_runs group by source)
    order by r.source
"""

LAST_OF_SERIES = """
    select r.source, s.lcu, r.attempted_at, s.outcome, s.sentence
    from series_runs s join source_runs r on r.seq = s.run
    where s.seq in (
        select max(t.seq) from series_runs t join source_runs u on u.seq = t.run group by u.source, t.lcu
    )
    order by r.source, s.lcu
"""
