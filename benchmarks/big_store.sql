-- Files as the extractor leaves them, made up: `batch` gets one row a file, in the shape of etl/sql/batch.json.
-- Given: catalogue(indicator, name, family, topic, unit_family, unit), place_of(place, country, n), n from 0 in each country,
--   and wanted(name, first_article, articles, articles_a_file)
-- Ten claims an article. Everything hangs on the number of the article or claim alone: two runs make the same store.

create or replace macro draw(i, salt) as (hash(i, salt) % 1000000) / 1000000.0;
create or replace macro one_of(i, salt, offered) as offered[1 + (hash(i, salt) % len(offered))::int];
create or replace macro with_commas(n) as format('{:,}', n::bigint);

-- Of each topic the first seven indicators of the catalogue, and two names that no catalogue has.
create or replace temp table measured as
with numbered as (
    select *, row_number() over (partition by topic order by indicator) as of_topic
    from catalogue
),
open_name as (
    select distinct 'reported_' || topic || '_' || number as indicator,
           'Reported ' || topic || ' ' || number as name,
           topic as family, topic, 'count' as unit_family, 'project' as unit
    from catalogue, (values ('plans'), ('works')) as names(number)
)
select *, row_number() over (order by hash(indicator)) - 1 as n, count(*) over () as total
from (
    select * exclude of_topic from numbered where of_topic <= 7
    union all
    select * from open_name
);

create or replace temp table article_number as
select a as number,
       (a - first_article) // articles_a_file as file,
       (a - first_article) % articles_a_file + 1 as position,
       name || '-' || lpad(((a - first_article) // articles_a_file)::varchar, 4, '0') as document,
       one_of(a, 'country', ['KAZ', 'KAZ', 'UZB', 'UZB', 'KGZ', 'TJK', 'TKM']) as country
from wanted, range(first_article, first_article + articles) as numbers(a);

-- What is said, before it is put into words. The tenth of some articles says the first again.
create or replace temp table figure as
with drawn as (
    select a.*, k,
           case when k = 9 and draw(a.number, 'again') < 0.3 then a.number * 10 else a.number * 10 + k end as i,
           a.number * 10 + k as claim
    from article_number a, range(10) as tenth(k)
),
told as (
    select d.*,
           case
               when draw(i, 'elsewhere') < 0.01 then null
               when draw(i, 'elsewhere') < 0.03 then 'REGION'
               when draw(i, 'elsewhere') < 0.12 then one_of(i, 'abroad', ['KAZ', 'KGZ', 'TJK', 'TKM', 'UZB'])
               else country
           end as of_country,
           one_of(i, 'kind', [
               'observed', 'observed', 'observed', 'observed', 'observed', 'observed', 'observed', 'observed',
               'observed', 'observed', 'observed', 'observed', 'observed', 'planned', 'planned', 'forecast',
               'target', 'change', 'change', 'share'
           ]) as kind,
           -- Few indicators are told often, many seldom.
           floor(total * pow(draw(i, 'indicator'), 1.7))::int as which
    from drawn d, (select any_value(total) as total from measured)
),
located as (
    select t.*, case when draw(i, 'place') < 0.2 then (hash(i, 'where') % places)::bigint end as spot
    from told t
    left join (select country as known, count(*) as places from place_of group by country) on known = of_country
),
dated as (
    select t.*, m.indicator, m.name, m.family, m.topic, m.unit_family,
           case when t.kind in ('target', 'planned', 'forecast') then 2024 + (hash(i, 'year') % 7)::int
                else 2010 + floor(16 * pow(draw(i, 'year'), 0.6))::int end as year,
           case when t.kind in ('change', 'share') then 'percent' when m.unit is not null then m.unit
                when m.unit_family = 'rate' then 'percent' when m.unit_family = 'money' then 'USD' else 'project' end as unit,
           p.place,
           case when draw(i, 'part') < 0.22 then one_of(i, 'of', [
               'women', 'men', 'rural', 'urban', 'wheat', 'cotton', 'rail', 'textile', 'mining', 'age_15_24'
           ]) end as dimension
    from located t
    join measured m on m.n = t.which
    left join place_of p on p.country = t.of_country and p.n = t.spot
),
sized as (
    -- Two articles that speak of one thing mostly give one number.
    select *,
           case when draw(i, 'rival') < 0.2 then hash(i, 'size') else
               hash(indicator, of_country, place, dimension, year, kind) end as seed
    from dated
)
select *,
       case when unit = 'percent' or starts_with(unit, 'per_') then round(draw(seed, 'rate') * 80 + 0.5, 1)
            when unit_family = 'money' then round(draw(seed, 'sum') * 900 + 1, 1) * 1000000
            else round(pow(10, 1 + 5 * draw(seed, 'count'))) end as amount
from sized;

create or replace temp table said as
with worded as (
    select *,
           case when unit = 'percent' or starts_with(unit, 'per_') then format('{:.1f}', amount)
                when unit_family = 'money' then format('{:.1f}', amount / 1000000)
                else with_commas(amount) end as value_text,
           one_of(i, 'qualifier', [
               'exact', 'exact', 'exact', 'exact', 'exact', 'exact', 'exact', 'exact', 'exact', 'exact', 'exact',
               'exact', 'exact', 'exact', 'exact', 'exact', 'about', 'more_than', 'less_than', 'range'
           ]) as qualifier,
           case
               when draw(i, 'when') < 0.05 then null
               when draw(i, 'when') < 0.13 then year || '-' || lpad((1 + hash(i, 'month') % 12)::varchar, 2, '0')
               when draw(i, 'when') < 0.17 then year || '/' || (year + 3)
               else year::varchar
           end as period,
           case when draw(i, 'who') < 0.3 then 'the Ministry of ' || upper(topic[1]) || topic[2:] end as claimant
    from figure
),
quoted as (
    select *,
           value_text || case
               when unit = 'percent' then '%'
               when unit_family = 'money' and not starts_with(unit, 'per_') then ' million ' || unit
               else ' ' || replace(unit, '_', ' ')
           end as quote,
           name || coalesce(' in ' || place, '') || coalesce(' for ' || replace(dimension, '_', ' '), '')
           || case kind when 'observed' then ' came to ' when 'change' then ' rose by ' when 'share' then ' made up '
                        else ' should reach ' end as before
    from worded
)
select *,
       before || quote || coalesce(' in ' || replace(period, '/', ' to '), '')
       || coalesce(', ' || claimant || ' said', '') || '.' as sentence
from quoted;

create or replace temp table text_of as
with spoken as (
    select number, string_agg(sentence, ' ' order by k) as body, arg_min(name, k) as about,
           arg_min(place, k) as near
    from said
    group by number
),
whole as (
    select a.*,
           s.about || ' in ' || coalesce(s.near, a.country) || ', report ' || a.number as title,
           title || chr(10) || chr(10) || s.body || ' The report has 3 parts.' as words
    from article_number a join spoken s using (number)
)
select *,
       (sum(length(words) + 3) over (partition by document order by position))::int - length(words) - 3 as start,
       (start + length(words))::int as "end"
from whole;

create or replace temp table claim_of as
with placed as (
    select s.*, t.title, t.start as article_start,
           t.start + length(t.title) + 2
           + coalesce(sum(length(s.sentence) + 1) over (
               partition by s.number order by s.k rows between unbounded preceding and 1 preceding
           ), 0) as sentence_start
    from said s join text_of t using (number)
)
select document, claim,
       {
           claim_id: md5('claim ' || claim)[:16],
           article_id: document || case when position = 1 then '' else '#' || position end,
           article: document, title: title,
           start: (sentence_start + length(before))::int,
           "end": (sentence_start + length(before) + length(quote))::int,
           quote: quote,
           sentence_start: sentence_start::int, sentence_end: (sentence_start + length(sentence))::int,
           sentence: sentence,
           value: case when qualifier <> 'range' then amount::decimal(38, 12) end,
           low: case when qualifier = 'range' then (amount * 0.9)::decimal(38, 12) end,
           high: case when qualifier = 'range' then (amount * 1.1)::decimal(38, 12) end,
           value_text: value_text, qualifier: qualifier, unit: unit, country: of_country, place: place,
           indicator: indicator, family: family, topic: topic, dimension: dimension, period: period,
           period_first: case when period is null then null
               when period like '%-%' then (period || '-01')::date else make_date(year, 1, 1) end,
           period_last: case when period is null then null
               when period like '%-%' then last_day((period || '-01')::date)
               when period like '%/%' then make_date(year + 3, 12, 31) else make_date(year, 12, 31) end,
           kind: kind,
           direction: case when kind = 'change' then 'up' end,
           claimant: claimant,
           duplicate_of: case when i <> claim then md5('claim ' || i)[:16] end,
           change_text: null::varchar,
           confidence: (0.6 + (hash(claim, 'sure') % 40) / 100)::decimal(4, 3),
           reasons: case when draw(claim, 'doubt') < 0.3 then ['no time is named'] else []::varchar[] end
       } as row
from placed;

create or replace temp table batch as
with articles as (
    select document, list({
               article_id: document || case when position = 1 then '' else '#' || position end,
               article: document, position: position::int, title: title,
               publisher: one_of(number, 'publisher', [
                   'Ayna', 'Bulak', 'Chashma', 'Daily Steppe', 'East Courier', 'Fergana Post', 'Gulistan News',
                   'Herald of Osh', 'Ili Times', 'Jayhun Review', 'Kokcha Weekly', 'Lower Amu Gazette'
               ]),
               url: 'https://example.org/' || number,
               published: (date '2015-01-01' + (hash(number, 'day') % 4300)::int)::varchar,
               published_first: date '2015-01-01' + (hash(number, 'day') % 4300)::int,
               published_last: date '2015-01-01' + (hash(number, 'day') % 4300)::int,
               published_basis: 'front_matter', sources: '[]', start: start, "end": "end"
           } order by position) as articles,
           string_agg(words, repeat(chr(10), 3) order by position) as text,
           list({
               article_id: document || case when position = 1 then '' else '#' || position end,
               article: document, title: title, start: ("end" - 8)::int, "end": ("end" - 7)::int,
               quote: '3', reason: 'a number of the text itself'
           } order by position) as rejections
    from text_of
    group by document
),
claims as (
    select document, list(row order by claim) as claims,
           list({
               article: document, claim_id: row.claim_id, rule: 'outside',
               sentence: 'This is outside what is plausible.'
           } order by claim) filter (hash(claim, 'fault') % 100 = 0) as problems
    from claim_of
    group by document
)
select document as name,
       {name: document, sha256: sha256(text), text: text, page_date: null::date} as document,
       articles, claims, rejections,
       coalesce(problems, []) as problems,
       []::struct(
           rate_id varchar, base varchar, counter varchar, nominal integer, value decimal(38, 12), value_text varchar,
           decimals integer, low decimal(38, 12), high decimal(38, 12), lcu varchar,
           lcu_per_usd_low decimal(38, 12), lcu_per_usd_high decimal(38, 12), "date" date, date_basis varchar,
           kind varchar, source varchar, change_text varchar, seen integer, article_id varchar, start integer,
           "end" integer, problem varchar
       )[] as rates
from articles join claims using (document)
order by name;
