-- What many processes write: rows are added, never changed. Times are UTC, ISO 8601.

create table if not exists batches (
    seq integer primary key,
    kind text not null check (kind in ('articles', 'rates')),
    file text not null unique,              -- Parquet file in batches/; this row is its commit
    name text not null,                     -- the article's name, or the source of the rates
    sha256 text not null,                   -- of the file that was read
    version text not null,                  -- of the extractor
    committed_at text not null
);

create table if not exists selections (                   -- which batch speaks for an article, from when on
    seq integer primary key,
    article text not null,
    path text not null,
    batch integer references batches (seq), -- null: the article is no longer in the folder
    since text not null
);

create table if not exists runs (
    seq integer primary key,
    at text not null,
    version text not null,
    unread text not null                    -- JSON list of {name, path, sentence}: files that could not be loaded
);

create table if not exists decisions (
    seq integer primary key,
    claim_id text not null,
    decision text not null check (decision in ('accept', 'correct', 'reject')),
    field text,
    value text,
    expected text,
    reason text not null check (length(trim(reason)) > 0),
    decided_by text not null,
    decided_at text not null,
    check ((decision = 'correct') = (field is not null))
);

create table if not exists source_runs (
    seq integer primary key,
    source text not null,
    attempted_at text not null,
    outcome text not null,                  -- ok, empty, rate_limited, network, …
    sentence text not null,                 -- the outcome in words
    rates integer not null,
    batch integer references batches (seq)
);

create table if not exists series_runs (    -- of a run, how each currency went
    seq integer primary key,
    run integer not null references source_runs (seq),
    lcu text not null,                      -- ISO 4217
    outcome text not null,
    sentence text not null,
    rates integer not null
);

create table if not exists publishes (
    seq integer primary key,                -- the number in the database's name
    database text not null unique,
    inputs text not null,                   -- hash of everything that the database was made from
    built_at text not null,                 -- from here on the columns of `builds` in schema.sql
    extractor text not null,
    articles integer not null,
    claims integer not null,
    rejections integer not null,
    rates integer not null,
    problems integer not null,
    content_hash text not null
);
