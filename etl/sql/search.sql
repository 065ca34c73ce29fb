-- What the search box looks through: only what holds now, folded once, so that a question folds only itself.

-- Words in small letters without accents and apostrophes ("Farg'ona"), each with a blank before it:
-- ' ' || 'baik' is in ' ust baikonur'.
create macro folded(words) as
    ' ' || trim(regexp_replace(
        translate(strip_accents(lower(words)), '''’‘ʻʼ`', ''), '[^\p{L}\p{N}]+', ' ', 'g'
    ));

-- How many letters a name may be mistyped by.
create macro slip(word) as
    case when len(word) < 4 then 0 when len(word) < 8 then 1 else 2 end;

create table search_names as
with figures as (
    select o.indicator, o.country, coalesce(o.place, s.place) as place,
           o.topic in ('industry', 'energy', 'transport', 'investment')
           or o.topic = 'labour' and o.unit in ('person', 'job') as of_a_site
    from observations o
    left join sites s on o.place is null and s.country = o.country and s.slug = o.dimension
    where o.indicator <> 'exchange_rate'
),
named as (
    select 'indicator' as sort, indicator as code, null as country, topic as note, name as shown,
           unnest(list_filter([name, replace(indicator, '_', ' '), name_ru], lambda each: each is not null)) as name
    from indicators
    where indicator <> 'exchange_rate'
    union all
    select 'country', country, country, null, name, unnest([name, name_ru, country])
    from countries
    where country <> 'REGION'
    union all
    select 'place', place, country, kind, place, unnest(list_concat([place], aliases))
    from places
),
counted as (
    select 'indicator' as sort, indicator as code, null as country, count(*) as figures, false as on_map
    from figures
    group by indicator
    union all
    select 'country', country, country, count(*), false
    from figures
    group by country
    union all
    select 'place', place, country, count(*), bool_or(of_a_site)  -- what the map of plants shows
    from figures
    where place is not null
    group by place, country
)
select distinct n.*, k.name as country_name, n.name = n.shown as own, folded(n.name) as folded,
       coalesce(c.figures, 0) as figures, coalesce(c.on_map, false) as on_map
from named n
left join countries k using (country)
left join counted c on n.sort = c.sort and n.code = c.code and n.country is not distinct from c.country
order by n.sort, n.code, n.country, n.name;

-- A sentence seldom repeats the country that its article is about: `about` has what the claim was read as.
create table search_claims as
select c.claim_id, folded(c.sentence) as sentence,
       folded(concat_ws(' ', i.name, i.name_ru, n.name, n.name_ru, c.place, c.dimension)) as about
from claims c
left join indicators i using (indicator)
left join countries n on n.country = c.country
where c.duplicate_of is null
order by c.article_id, c.start;

create table search_articles as
select a.article_id, folded(a.title || ' ' || substr(d.text, a.start + 1, a."end" - a.start)) as folded
from articles a join documents d using (article)
order by a.article_id;

create table search_words as
with said as (
    select unnest(string_split(trim(folded), ' ')) as word
    from search_articles
    union all
    select unnest(string_split(trim(folded), ' '))
    from search_names
    where figures > 0
)
select word, count(*) as times
from said
group by word
order by word;
