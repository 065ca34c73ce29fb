-- Rates of tickers and of sources of rates into the table of schema.sql, each with what the checks say of it.
-- Given beside batch and selection, as temporary tables:
--   fetched(file, known_from, last_seen)  files of rates that come from no article
--   fetched_rate  their rows, with file
--   source_run(source, last_attempt, last_ok, failing_since, outcome, sentence), series_run(source, lcu, …)

update rate_sources
set last_attempt = r.last_attempt, last_ok = r.last_ok, failing_since = r.failing_since,
    outcome = r.outcome, sentence = r.sentence
from source_run r
where rate_sources.source = r.source;

insert into rate_series by name
select *
from series_run;

-- Digits that say something: zeros in front do not, zeros that the source drops do. A market's number is a
-- float written out: its zeros at the end are lost, and five digits are the least it has.
create temp macro digits_of(value_text, decimals, kind) as greatest(
    length(ltrim(replace(value_text, '.', ''), '0'))
    + greatest(decimals - length(split_part(value_text, '.', 2)), 0),
    case when kind in ('close', 'live') then 5 else 0 end
);

-- The same rate read twice is one rate, known since the first reading.
create temp table said as
with told as (
    select s.since as known_from, s.since as last_seen, unnest(b.rates, max_depth := 2)
    from selection s join batch b using (file)
    where s.until is null
    union all by name
    select f.known_from, f.last_seen, r.* exclude file
    from fetched f join fetched_rate r using (file)
    union all by name
    select f.known_from, f.last_seen, unnest(b.rates, max_depth := 2)
    from fetched f join batch b using (file)
)
select * exclude (known_from, last_seen),
       digits_of(value_text, decimals, kind) as digits,
       min(known_from) over (partition by rate_id) as known_from,
       max(last_seen) over (partition by rate_id) as last_seen
from told
qualify row_number() over (partition by rate_id order by known_from, article_id) = 1;

-- Of one day a source says one thing: what it said last. Two tickers may differ, since pages do.
create temp table rate_row as
select *,
       row_number() over (said_of_a_day order by last_seen desc, known_from desc, rate_id) = 1 as is_current,
       lead(value_text) over (said_of_a_day order by last_seen desc, known_from desc, rate_id) as revises
from said
window said_of_a_day as (
    partition by source, kind, base, counter, date, case when kind = 'ticker' then value_text end
);
