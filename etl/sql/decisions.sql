-- What people decided of claims, applied to claim_row (history.sql): makes verdict, correction, changed_claim, corrected_claim.

insert into decisions by name
select *
from decision
order by seq;

create temp table verdict as
select claim_id,
       case decision when 'accept' then 'accepted' when 'reject' then 'rejected' else 'corrected' end as status
from decision
qualify row_number() over (partition by claim_id order by seq desc) = 1;

create temp macro same(a, b) as
    a is not distinct from b or coalesce(try_cast(a as decimal(38, 12)) = try_cast(b as decimal(38, 12)), false);

-- The last word on each field, and whether the claim still says what the person saw. A rejected claim stays as read.
create temp table correction as
with last_word as (
    select claim_id, field, value, expected
    from decision join verdict using (claim_id)
    where decision = 'correct' and status <> 'rejected'
    qualify row_number() over (partition by claim_id, field order by seq desc) = 1
),
beside as (
    select w.*,
           case w.field
               when 'country' then c.country when 'place' then c.place
               when 'indicator' then c.indicator when 'dimension' then c.dimension
               when 'period' then c.period when 'kind' then c.kind when 'direction' then c.direction
               when 'unit' then c.unit when 'qualifier' then c.qualifier
               when 'value' then c.value::varchar when 'low' then c.low::varchar when 'high' then c.high::varchar
           end as was
    from last_word w join claim_row c using (claim_id)
)
select *, same(expected, was) as holds
from beside;

create temp macro corrected(fields, field, was) as
    case when map_contains(fields, field) then fields[field] else was end;
create temp macro first_day(part) as case length(part)
    when 4 then make_date(part::integer, 1, 1)
    when 7 then (part || '-01')::date
    else part::date
end;
create temp macro final_day(part) as case length(part)
    when 4 then make_date(part::integer, 12, 31)
    when 7 then last_day((part || '-01')::date)
    else part::date
end;

create temp table changed_claim as
with changes as (
    select claim_id, map(list(field order by field), list(value order by field)) as f
    from correction
    where holds
    group by claim_id
),
changed as (
    select c.* replace (
               corrected(f, 'country', country) as country, corrected(f, 'place', place) as place,
               corrected(f, 'indicator', indicator) as indicator, corrected(f, 'dimension', dimension) as dimension,
               corrected(f, 'period', period) as period, corrected(f, 'kind', kind) as kind,
               corrected(f, 'direction', direction) as direction, corrected(f, 'unit', unit) as unit,
               corrected(f, 'qualifier', qualifier) as qualifier,
               corrected(f, 'value', value::varchar)::decimal(38, 12) as value,
               corrected(f, 'low', low::varchar)::decimal(38, 12) as low,
               corrected(f, 'high', high::varchar)::decimal(38, 12) as high
           ),
           map_contains(f, 'period') as dated_again, map_contains(f, 'indicator') as named_again
    from claim_row c join changes using (claim_id)
)
select c.* exclude (dated_again, named_again) replace (
           case when dated_again then first_day(split_part(period, '/', 1)) else period_first end as period_first,
           case when dated_again then final_day(split_part(period, '/', -1)) else period_last end as period_last,
           case when named_again then coalesce(i.family, c.family) else c.family end as family,
           case when named_again then coalesce(i.topic, c.topic) else c.topic end as topic
       )
from changed c left join indicators i using (indicator);

create temp view corrected_claim as
select *
from claim_row
where claim_id not in (select claim_id from changed_claim)
union all by name
select *
from changed_claim;
