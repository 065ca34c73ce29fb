-- The one number charted for an indicator, country, place, dimension, period, kind and unit.
-- Up and down divide changes only: a level told as a rise is the same level.
-- Repeats, rejected claims and claims with a problem stay out. Headline: what a person accepted or corrected first,
-- then the exact before the approximate, then the most digits, then the newest article, then the earliest in the text.
create table observations as
with standing as (
    select c.*, case when c.kind = 'change' then c.direction end as change_direction, a.publisher, a.published_last,
           length(regexp_replace(c.value_text, '[^0-9]', '', 'g')) as digits
    from claims c join articles a using (article_id)
    where c.duplicate_of is null and c.status <> 'rejected' and not c.has_problem
      and c.country is not null and c.known_to is null
),
ranked as (
    select *,
           row_number() over (
               partition by indicator, country, place, dimension, period, kind, change_direction, unit
               order by status = 'extracted', qualifier <> 'exact', digits desc, published_last desc nulls last,
                        article_id, start
           ) as rank
    from standing
),
grouped as (
    select indicator, country, place, dimension, period, kind, change_direction, unit,
           list(claim_id order by rank) as claim_ids,
           count(*) as n_claims,
           count(distinct coalesce(publisher, article)) as n_origins,
           count(distinct (coalesce(value, low), coalesce(value, high))) > 1 as disputed
    from ranked
    group by all
)
select g.indicator, h.family, h.topic, g.country, g.place, g.dimension,
       g.period, h.period_first, h.period_last, g.kind, h.direction, g.unit,
       h.value, h.low, h.high, h.value_text, h.qualifier,
       h.claim_id, h.article_id, h.claimant, h.published_last,
       g.claim_ids, g.n_claims, g.n_origins, g.disputed
from grouped g
join ranked h
  on h.rank = 1 and h.claim_id = g.claim_ids[1]
order by g.indicator, g.country, h.period_last nulls last, g.kind, h.claim_id;
