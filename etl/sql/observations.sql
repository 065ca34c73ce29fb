-- The one number charted for an indicator, country, place, dimension, period, kind and unit.
-- Up and down divide changes only: a level told as a rise is the same level.
-- Repeats, rejected claims, claims with a problem and claims without any number stay out. Headline: what a person
-- accepted or corrected first, then the exact before the approximate, then the most digits, then the newest article,
-- then the earliest in the text. headline_rule is the first of these that decided: only (there was no choice),
-- reviewed, exact, digits, newest, first.

create macro observations_at(moment) as table
with standing as (
    select c.*, case when c.kind = 'change' then c.direction end as change_direction,
           a.publisher, a.published_last,
           length(regexp_replace(c.value_text, '[^0-9]', '', 'g')) as digits,
           lowest_of(c.value, c.low, c.value_text, c.qualifier) as lowest,
           highest_of(c.value, c.high, c.value_text, c.qualifier) as highest
    from claims_at(moment) c join articles_ever a using (article_id)
    where c.duplicate_of is null and c.status <> 'rejected' and not c.has_problem
      and c.country is not null
      and (c.value is not null or c.low is not null or c.high is not null)
),
ranked as (
    select *,
           row_number() over (
               partition by indicator, country, place, dimension, period, kind, change_direction, unit
               order by status = 'extracted', qualifier <> 'exact', digits desc, published_last desc nulls last,
                        article_id, start, claim_id
           ) as rank
    from standing
),
grouped as (
    select indicator, country, place, dimension, period, kind, change_direction, unit,
           list(claim_id order by rank) as claim_ids,
           count(*) as n_claims,
           count(distinct coalesce(publisher, article)) as n_origins,
           max(lowest) > min(highest) as disputed
    from ranked
    group by all
)
select g.indicator, h.family, h.topic, g.country, g.place, g.dimension,
       g.period, h.period_first, h.period_last, g.kind, h.direction, g.unit,
       h.value, h.low, h.high, h.lowest, h.highest, h.value_text, h.qualifier,
       h.claim_id, h.article_id, h.claimant, h.published_last,
       g.claim_ids, g.n_claims, g.n_origins, g.disputed,
       case
           when s.claim_id is null then 'only'
           when h.status <> 'extracted' and s.status = 'extracted' then 'reviewed'
           when h.qualifier = 'exact' and s.qualifier <> 'exact' then 'exact'
           when h.digits > s.digits then 'digits'
           when h.published_last is distinct from s.published_last then 'newest'
           else 'first'
       end as headline_rule
from grouped g
join ranked h on h.rank = 1 and h.claim_id = g.claim_ids[1]
left join ranked s on s.rank = 2 and s.claim_id = g.claim_ids[2];

create table observations as
select *
from observations_at(timestamp 'infinity')
order by indicator, country, period_last nulls last, kind, claim_id;
