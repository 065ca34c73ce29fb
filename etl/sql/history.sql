-- Batches of the store into the tables of schema.sql. What holds now is written in front of what no longer does, so
-- that a question about now reads the first rows only, however much there is behind them. Given, as temporary tables:
--   batch(file, document, articles, claims, rejections, problems, rates)  every batch that ever spoke
--   selection(article, path, file, since, until)  which batch spoke for an article; until is null: it still does
--   (rates that come from no article: rates.sql)
--   decision(seq, claim_id, decision, field, value, expected, …), unread(name, path, sentence)

create temp table document_row as
select s.article, s.path, s.since, s.until, b.document.sha256 as sha256, b.document.text as text
from selection s join batch b using (file);

insert into documents by name
select article, path, sha256, text
from document_row
qualify row_number() over (partition by article order by since desc) = 1
order by until is not null, article;

insert into articles_ever by name
with spoken as (
    select s.since, s.until, unnest(b.articles, max_depth := 2)
    from selection s join batch b using (file)
)
select * exclude (since, until), min(since) over (partition by article_id) as known_from, until as known_to
from spoken
qualify row_number() over (partition by article_id order by since desc) = 1
order by known_to is not null, article, position;

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
