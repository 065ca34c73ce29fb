-- What holds now into the tables of schema.sql; history.sql and decisions.sql went before.

insert into problems by name
select unnest(b.problems, max_depth := 2)
from selection s join batch b using (file)
where s.until is null;

insert into problems by name
select name as article, null as claim_id, 'unread' as rule, sentence
from unread;

insert into problems by name
select distinct article, null as claim_id, 'lost_batch' as rule,
       'What was known of ' || article || ' from ' || since::date || ' on is lost: batches/' || file
       || ' is missing. Restore it from a backup to see older snapshots again.' as sentence
from selection
where file not in (select file from batch);

insert into problems by name
select c.article, k.claim_id, 'stale_decision' as rule,
       'A person corrected the ' || k.field || ' from ' || coalesce(k.expected, 'nothing') || ' to '
       || coalesce(k.value, 'nothing') || ', but it is now read as ' || coalesce(k.was, 'nothing')
       || '. Look again: the correction is not applied.' as sentence
from correction k join claim_row c using (claim_id)
where not k.holds;

-- Offsets are into the file as decoded; a claim that does not show its words is no claim.
insert into problems by name
select article, claim_id, 'lost_words' as rule,
       'The article does not have the words “' || quote || '” at characters ' || start || ' to ' || "end" || '.' as sentence
from corrected_claim join documents using (article)
where known_to is null and substring(text, start + 1, "end" - start) <> quote;

insert into claims_ever by name
select c.*, coalesce(v.status, 'extracted') as status,
       c.claim_id in (select claim_id from problems where claim_id is not null) as has_problem
from corrected_claim c left join verdict v using (claim_id)
order by c.known_to is not null, c.country, c.indicator, c.period_first, c.claim_id;

insert into rejections by name
select unnest(b.rejections, max_depth := 2)
from selection s join batch b using (file)
where s.until is null
order by all;

-- Names that articles gave and the catalogue does not know; a part of what it knows keeps the catalogue's name.
insert into indicators by name
with given as (
    select indicator, any_value(family order by claim_id) as family, any_value(topic order by claim_id) as topic,
           any_value(unit_family(unit) order by claim_id) as unit_family
    from claims_ever
    where indicator not in (select indicator from indicators)
    group by indicator
)
select g.indicator,
       coalesce(whole.name || ', share', upper(g.indicator[1]) || replace(g.indicator[2:], '_', ' ')) as name,
       whole.name_ru || ', доля' as name_ru, g.family, g.topic, g.unit_family, '' as definition, false as catalogued
from given g left join indicators whole on g.indicator = whole.indicator || '_share'
order by g.indicator;
