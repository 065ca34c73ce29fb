-- The contract between etl/, which writes, and dashboard/, which reads. Names are those of a claim.
-- A period is kept three ways: as written (2023-01/2023-03), and as its first and last day.

create table builds (
    seq integer primary key,
    built_at timestamp not null,            -- UTC
    extractor varchar not null,             -- version of rules and word lists
    articles integer not null,
    claims integer not null,
    rejections integer not null,
    rates integer not null,
    problems integer not null,
    content_hash varchar not null           -- of everything but built_at and seq
);

create table countries (
    country varchar primary key,            -- ISO 3166-1 alpha-3, and REGION for the five together
    name varchar not null,
    name_ru varchar not null,
    currency varchar,                       -- ISO 4217
    capital varchar,
    position integer not null,              -- order on screen
    label_lat double, label_lon double      -- where a map writes the country's name
);

create table places (
    place varchar not null,                 -- the gazetteer's spelling
    country varchar not null,
    kind varchar not null,                  -- capital, city, town, district, province, site
    lat double not null, lon double not null,
    precision varchar not null,             -- point, district, province
    anchor varchar not null,                -- where its label stands: left, right, above, below
    aliases varchar[] not null,
    name_ru varchar,                        -- the first Russian spelling; null where none is known
    source varchar not null
);

-- A figure of a plant has the plant's name as its part, and seldom a place: by which code a part names which plant.
create view sites as
select distinct country, place, trim(regexp_replace(lower(spelling), '[^\p{L}\p{N}]+', '_', 'g'), '_') as slug
from (select country, place, unnest(list_append(aliases, place)) as spelling from places where kind = 'site');

-- Words of a sentence that say how far along a plant or project is.
create table stage_words (
    words varchar primary key,              -- small letters and digits, one blank between them; ё as е
    stage varchar not null,                 -- operating, construction, planned; unsure: takes "operating" back
    rank integer not null                   -- 1 is the furthest along
);

create table indicators (
    indicator varchar primary key,
    name varchar not null,                  -- on screen
    name_ru varchar,                        -- null for an open name
    family varchar not null,
    topic varchar not null,
    unit_family varchar not null,           -- rate, count, money, capacity, area, energy, mass, other
    definition varchar not null,
    low decimal(38, 12), high decimal(38, 12),  -- plausible bounds in the base unit
    lead integer,                           -- place among the lead indicators, null for the rest
    catalogued boolean not null             -- false: an open name, made from the words of an article
);

-- Also articles that are no longer among the files (known_to is set). `articles` is what is there now.
create table articles_ever (
    article_id varchar primary key,         -- article, or article#2 for the second of a file
    article varchar not null,               -- the file's name without its ending
    position integer not null,              -- from 1; 0 is the ticker and date that stand above the articles
    title varchar not null,
    publisher varchar,
    url varchar,
    published varchar,                      -- 2025, 2025-03 or 2025-03-14
    published_first date, published_last date,
    published_basis varchar,                -- front_matter, inferred, dateline, page_date
    sources varchar not null,               -- JSON list of {title, url, publisher, published}
    start integer not null, "end" integer not null,  -- of this article in documents.text
    known_from timestamp not null, known_to timestamp  -- known_to: when it was no longer among the files
);

create table documents (
    article varchar primary key,
    path varchar not null,
    sha256 varchar not null,
    text varchar not null                   -- decoded file; every start and end counts its characters
);

-- Also what is no longer said (known_to is set: the file changed or went, or a better extractor read it otherwise).
-- `claims` (current.sql) is what holds now; claims_at(moment) is what was known then.
create table claims_ever (
    claim_id varchar primary key,           -- article, place and words of the quote, indicator, hashed: the same in every build
    article_id varchar not null,
    article varchar not null,
    title varchar not null,
    start integer not null, "end" integer not null,
    quote varchar not null,
    sentence_start integer not null, sentence_end integer not null,
    sentence varchar not null,
    value decimal(38, 12),                  -- null for a range or a vague amount
    low decimal(38, 12), high decimal(38, 12),
    value_text varchar not null,
    qualifier varchar not null,
    unit varchar not null,
    country varchar, place varchar,
    indicator varchar not null, family varchar not null, topic varchar not null, dimension varchar,
    period varchar, period_first date, period_last date,
    kind varchar not null, direction varchar, claimant varchar,
    duplicate_of varchar,                   -- claim_id of the claim that this one repeats
    change_text varchar,
    confidence decimal(4, 3) not null,
    reasons varchar[] not null,
    status varchar not null,                -- extracted, accepted, corrected, rejected
    has_problem boolean not null,
    known_from timestamp not null, known_to timestamp,
    check ("end" > start),
    check (known_to is null or known_to > known_from)
);

create table rejections (
    article_id varchar not null,
    article varchar not null,
    title varchar not null,
    start integer not null, "end" integer not null,
    quote varchar not null,
    reason varchar not null
);

create table problems (
    article varchar not null,               -- the file's name; an unreadable file has no claim
    claim_id varchar,
    rule varchar not null,
    sentence varchar not null
);

create table decisions (
    seq integer primary key,
    claim_id varchar not null,
    decision varchar not null,              -- accept, correct, reject
    field varchar, value varchar, expected varchar,
    reason varchar not null,
    decided_by varchar not null,
    decided_at timestamp not null
);

create table currencies (
    currency varchar primary key,           -- ISO 4217
    name varchar not null,
    name_ru varchar not null,
    low decimal(38, 12) not null, high decimal(38, 12) not null,  -- per US dollar; outside is upside down or wrong
    peg decimal(38, 12), peg_since date, peg_note varchar  -- what a central bank has fixed, per US dollar
);

-- Who says what a currency is worth, and how the last attempt to ask went. Times are UTC.
create table rate_sources (
    source varchar primary key,
    position integer not null,              -- the first of several speaks
    name varchar not null,
    kind varchar not null,                  -- official, close, ticker
    lcu varchar,                            -- the currency that it sets; null: it tells of all five
    decimals integer,
    home varchar not null,
    terms varchar not null,
    personal_use boolean not null,          -- in no file that is passed on
    last_attempt timestamp, last_ok timestamp,
    failing_since timestamp,                -- the first attempt since last_ok that failed
    outcome varchar, sentence varchar
);

-- How the last attempt went for each currency of a source.
create table rate_series (
    source varchar not null,
    lcu varchar not null,
    attempted_at timestamp not null,
    outcome varchar not null,
    sentence varchar not null,
    primary key (source, lcu)
);

-- A rate that its source changes is a new row; the row before stays, with is_current false.
create table rates (
    rate_id varchar primary key,
    base varchar not null, counter varchar not null, nominal integer not null,
    value decimal(38, 12) not null,         -- counter per nominal units of base, as published
    value_text varchar not null,            -- as printed
    decimals integer not null,              -- digits behind the point that the source vouches for
    digits integer not null,                -- significant digits that it vouches for
    low decimal(38, 12), high decimal(38, 12),  -- what rounding to those digits leaves open
    lcu varchar not null,                   -- the currency of the region in this pair
    lcu_per_usd_low decimal(38, 12), lcu_per_usd_high decimal(38, 12),  -- the interval, the other way round where needed
    usd_per_lcu_low decimal(38, 18), usd_per_lcu_high decimal(38, 18),  -- null, as the two before, without the dollar
    date date not null,
    date_basis varchar not null,            -- published, bar_london, page_date
    kind varchar not null,                  -- official, close, live, ticker
    source varchar not null,
    change_text varchar,                    -- "-0%" keeps its sign
    seen integer not null,                  -- how often the source printed it
    article_id varchar, start integer, "end" integer,  -- of the first printing
    is_current boolean not null,            -- what its source says now of that day
    revises varchar,                        -- the number that the source printed for that day before
    flags varchar[] not null,               -- rate_checks.sql names them
    problem varchar,                        -- a sentence: why it cannot be right; no headline is made of it
    note varchar,                           -- a sentence: what to know of it
    known_from timestamp not null
);

create macro claims_at(moment) as table
select *
from claims_ever
where known_from <= moment and (known_to is null or known_to > moment);

-- Countries, currencies and indicators as a reader of that language (ISO 639-1) calls them; English for all others.
create macro countries_in(language) as table
select * replace (case language when 'ru' then name_ru else name end as name)
from countries;

create macro currencies_in(language) as table
select * replace (case language when 'ru' then name_ru else name end as name)
from currencies;

create macro indicators_in(language) as table
select * replace (coalesce(case language when 'ru' then name_ru end, name) as name)
from indicators;
