-- Batches of the store into the tables of schema.sql. Given, as temporary tables:
--   batch(file, document, articles, claims, rejections, problems, rates)  every batch that ever spoke
--   selection(article, path, file, since, until)  which batch spoke for an article; until is null: it still does
--   rates_source(file, known_from)  batches of rates that come from no article
--   decision(seq, claim_id, decision, field, value, expected, …), unread(name, path, sentence)

create temp table document_row as
select s.article, s.path, s.since, s.until, b.document.sha256 as sha256, b.document.text as text
from selection s join batch b using (file);

insert into documents by name
select article, path, sha256, text
from document_row
qualify row_number() over (partition by article order by since desc) = 1
order by article;

insert into articles by name
with spoken as (
    select s.since, s.until, unnest(b.articles, max_depth := 2)
    from selection s join batch b using (file)
)
select * exclude (since, until), min(since) over (partition by article_id) as known_from, until as known_to
from spoken
qualify row_number() over (partition by article_id order by since desc) = 1
order by article, position;

-- A claim lives on while batch follows batch without a gap and each holds it; its words are those of the last.
create temp table claim_row as
with spoken as (
    select s.since, s.until, unnest(b.claims, max_depth := 2)
    from selection s join batch b using (file)
),
joined as (
    select *, coalesce(lag(until) over (partition by claim_id order by since) = since, false) as goes_on
    from spoken
)
select * exclude (since, until, goes_on),
       max(since) filter (where not goes_on) over (partition by claim_id) as known_from,
       until as known_to
from joined
qualify row_number() over (partition by claim_id order by since desc) = 1;

insert into problems by name
select unnest(b.problems, max_depth := 2)
from selection s join batch b using (file)
where s.until is null;

insert into problems by name
select name as article, null as claim_id, 'unread' as rule, sentence
from unread;

insert into decisions by name
select *
from decision
order by seq;

insert into claims by name
with last_decision as (
    select claim_id, case decision when 'accept' then 'accepted' when 'reject' then 'rejected' end as status
    from decision
    qualify row_number() over (partition by claim_id order by seq desc) = 1
)
select c.*, coalesce(d.status, 'extracted') as status,
       c.claim_id in (select claim_id from problems where claim_id is not null) as has_problem
from claim_row c left join last_decision d using (claim_id)
order by c.country, c.indicator, c.period_first, c.claim_id;

insert into rejections by name
select unnest(b.rejections, max_depth := 2)
from selection s join batch b using (file)
where s.until is null
order by all;

-- The same rate read twice is one rate, known since the first reading.
insert into rates by name
with said as (
    select s.since as known_from, unnest(b.rates, max_depth := 2)
    from selection s join batch b using (file)
    where s.until is null
    union all by name
    select r.known_from, unnest(b.rates, max_depth := 2)
    from rates_source r join batch b using (file)
)
select *
from said
qualify row_number() over (partition by rate_id order by known_from, article_id) = 1
order by lcu, date, source, kind, rate_id;

-- Names that articles gave and the catalogue does not know.
insert into indicators by name
select indicator, upper(indicator[1]) || replace(indicator[2:], '_', ' ') as name,
       any_value(family order by claim_id) as family, any_value(topic order by claim_id) as topic,
       any_value(unit_family(unit) order by claim_id) as unit_family,
       '' as definition, false as catalogued
from claims
where indicator not in (select indicator from indicators)
group by indicator
order by indicator;
