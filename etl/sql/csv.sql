-- The CSV files of a snapshot, and of a view on screen: every column is text, ready to be written, or null, which is
-- an empty cell. Missing is empty, never 0.

-- A spreadsheet runs a text that begins so (CWE-1236). A plain number is none.
create macro csv_text(t) as case
    when regexp_full_match(t, '[+-]?[0-9]+([.][0-9]+)?') then t
    when regexp_matches(t, '^[\s\x00]*[=+\-@|%＝＋－＠]|^[\t\r\n]') then '''' || t
    else t
end;

create macro csv_number(n) as regexp_replace(cast(n as varchar), '(\.[0-9]*[1-9])0+$|\.0*$', '\1');

create macro csv_time(t) as strftime(t, '%Y-%m-%dT%H:%M:%SZ');

create macro citation_of(name, day, address) as
    concat_ws(', ', upper(name[1]) || name[2:], 'exchange rate of ' || strftime(day, '%-d %B %Y'), address);

-- What a source gives for personal use is in no file that is passed on, unless `personal` says so: no rate, and no
-- number read with one.
create macro claims_csv_at(moment, personal) as table
with charted as (
    select unnest(claim_ids) as claim_id, claim_id as headline, headline_rule, disputed, n_origins
    from observations_at(moment)
)
select c.claim_id,
       c.country, n.name as country_name, csv_text(c.place) as place,
       csv_text(c.family) as family, csv_text(c.topic) as topic,
       csv_text(c.indicator) as indicator, csv_text(i.name) as indicator_name, csv_text(c.dimension) as dimension,
       c.period,
       csv_number(c.value) as value, csv_number(c.low) as low, csv_number(c.high) as high,
       nullif(c.qualifier, 'vague') as qualifier, csv_text(c.unit) as unit, csv_text(c.value_text) as value_text,
       c.kind, c.direction,
       case when h.claim_id is not null then (h.headline = c.claim_id)::varchar end as is_headline,
       h.headline_rule,
       h.disputed::varchar as disputed, h.n_origins::varchar as n_independent_origins,
       csv_number(c.confidence) as confidence, nullif(csv_text(array_to_string(c.reasons, '; ')), '') as reasons,
       c.duplicate_of,
       csv_text(a.publisher) as publisher, csv_text(c.claimant) as claimant, csv_text(c.title) as title,
       csv_text(a.url) as url, a.published, csv_text(c.quote) as quote, csv_text(c.sentence) as sentence,
       csv_text(c.article) as article, c.start::varchar as start, c."end"::varchar as "end",
       c.status as review_status,
       csv_text((
           select string_agg(p.sentence, ' ' order by p.sentence) from problems p where p.claim_id = c.claim_id
       )) as problem,
       csv_time(c.known_from) as known_from,
       '/evidence?claim=' || c.claim_id as claim_url,
       csv_number(u.usd_low) as usd_low, csv_number(u.usd_high) as usd_high, csv_text(u.usd_rate) as usd_rate
from claims_at(moment) c
left join articles_ever a using (article_id)
left join countries n using (country)
left join indicators i using (indicator)
left join charted h using (claim_id)
left join claims_usd_at(moment, personal) u using (claim_id)
order by c.article, c.start, c.claim_id;

create view claims_csv as
select *
from claims_csv_at(timestamp 'infinity', false);

-- The rows of the snapshots page in its order, with what they are chosen by and what is told of them.
create table listed_claims as
select row_number() over (
           order by v.country nulls last, v.indicator, v.period, v.article, c.start, v.claim_id
       ) as position,
       c.country, c.topic, c.indicator, year(c.period_first) as first_year, year(c.period_last) as last_year,
       v.claim_id, v.country_name, v.indicator_name, v.place, v.dimension, v.period, v.value, v.low, v.high, v.unit,
       v.kind, v.qualifier, v.publisher, v.sentence, v.claim_url,
       v.article, v.duplicate_of is not null as repeats, v.problem is not null as has_problem,
       coalesce(v.disputed = 'true', false) as disputed
from claims_csv v join claims c using (claim_id)
order by position;

-- Those that were chosen. Countries and kinds are parted by a blank; empty is all of them, as is 'any'.
create macro chosen_claims(countries, topic_chosen, indicator_chosen, kinds, year_chosen) as table
select *
from listed_claims
where (countries = '' or list_contains(string_split(countries, ' '), coalesce(country, 'none')))
  and (topic_chosen = 'any' or topic = topic_chosen)
  and (indicator_chosen = 'any' or indicator = indicator_chosen)
  and (kinds = '' or list_contains(string_split(kinds, ' '), kind))
  and case year_chosen
          when 'any' then true
          when 'none' then period is null
          else try_cast(year_chosen as integer) between first_year and last_year
      end;

create macro rates_csv_at(moment, personal) as table
select r.rate_id, r.base, r.counter, r.nominal::varchar as nominal, csv_number(r.value) as value,
       csv_text(r.value_text) as value_text, csv_number(r.low) as low, csv_number(r.high) as high,
       r.digits::varchar as significant_digits,
       r.lcu, csv_number(r.lcu_per_usd_low) as lcu_per_usd_low, csv_number(r.lcu_per_usd_high) as lcu_per_usd_high,
       csv_number(r.usd_per_lcu_low) as usd_per_lcu_low, csv_number(r.usd_per_lcu_high) as usd_per_lcu_high,
       r.date::varchar as date, r.date_basis, r.kind, csv_text(r.source) as source, csv_text(s.name) as source_name,
       csv_text(r.change_text) as change_text, r.seen::varchar as seen, csv_text(r.article_id) as article_id,
       case
           when moment = timestamp 'infinity' then r.is_current
           else row_number() over (
               partition by r.source, r.kind, r.base, r.counter, r.date, case when r.kind = 'ticker' then r.value_text end
               order by r.known_from desc, r.rate_id
           ) = 1
       end::varchar as is_current,
       csv_text(r.revises) as revises,
       nullif(csv_text(array_to_string(r.flags, '; ')), '') as flags,
       csv_text(r.problem) as problem, csv_text(r.note) as note, csv_time(r.known_from) as known_from,
       csv_text(citation_of(coalesce(b.name, s.name), r.date, coalesce(nullif(s.home, ''), a.url))) as citation
from rates r
left join rate_sources s using (source)
left join rate_sources b on r.source = 'frankfurter' and b.lcu = r.lcu
left join articles_ever a using (article_id)
where r.known_from <= moment and (personal or not coalesce(s.personal_use, false))
order by r.lcu, r.date, r.source, r.kind, r.rate_id;

create view rates_csv as
select *
from rates_csv_at(timestamp 'infinity', false);

create view indicators_csv as
select csv_text(indicator) as indicator, csv_text(name) as name, csv_text(family) as family,
       csv_text(topic) as topic, unit_family, csv_text(definition) as definition,
       csv_number(low) as low, csv_number(high) as high, catalogued::varchar as catalogued
from indicators
order by indicator;

create macro sources_csv_at(moment) as table
select csv_text(article_id) as article_id, csv_text(title) as title, csv_text(publisher) as publisher,
       csv_text(url) as url, published, published_basis, csv_text(sources) as sources,
       (select count(*) from claims_at(moment) c where c.article_id = a.article_id)::varchar as claims,
       csv_time(known_from) as known_from
from articles_ever a
where known_from <= moment and (known_to is null or known_to > moment)
order by article, position;

create view sources_csv as
select *
from sources_csv_at(timestamp 'infinity');
