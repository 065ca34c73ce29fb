"""What is reported of plants and projects at a place, and which places articles are about."""

from __future__ import annotations

import pandas as pd

from dashboard.database import ask


def figures() -> pd.DataFrame:
    """One row per claim and place: columns of `claims`, where it is, and the measure that it is of.

    A plant or project is known by what is measured: "capacity t/day", "money USD", "jobs", or "other" of
    industry, energy, transport or investment. Every standing claim counts and not one observation for each:
    two stages of a plant are two figures. Two places in one claim are parted by a semicolon. Where a city and
    the province round it share a name, the province is meant if the article calls it one. A claim without a
    place stands at the plant or field that it is about, if its dimension names one ("kambarata_1").
    """
    return ask(
        r"""
        with claimed as (
            select c.*, coalesce(c.place, s.place) as whereabouts
            from claims c
            left join sites s on c.place is null and s.country = c.country and s.slug = c.dimension
            where c.duplicate_of is null and c.status <> 'rejected' and not c.has_problem
        ),
        standing as (
            select c.*, a.publisher, a.published, i.name as indicator_name,
                   i.unit_family = 'capacity'
                   or regexp_matches(c.indicator, '_(output|production|generation)$') as makes,
                   trim(unnest(string_split(c.whereabouts, ';'))) as name,
                   lower(substr(d.text, a.start + 1, a."end" - a.start)) as article_text,
                   case
                       when c.topic in ('industry', 'energy')
                            and (c.unit in ('MW', 'kWh') or c.unit like '%/day' or c.unit like '%/year')
                           then 'capacity ' || c.unit
                       when regexp_full_match(c.unit, '[A-Z]{3}')
                            and c.topic in ('investment', 'industry', 'energy', 'transport', 'agriculture')
                           then 'money ' || c.unit
                       when c.topic = 'labour' and c.unit in ('person', 'job') then 'jobs'
                       when c.topic in ('industry', 'energy', 'transport', 'investment') then 'other'
                   end as measure
            from claimed c
            join articles a using (article_id)
            join documents d on d.article = a.article
            join indicators_in($lang) i using (indicator)
            where c.whereabouts is not null
        ),
        located as (
            select s.* exclude (place), p.place, p.kind as place_kind, p.lat, p.lon, p.precision, p.anchor,
                   p.kind = 'province' and exists (
                       from unnest(p.aliases) as u(alias) where contains(s.article_text, lower(alias))
                   ) as called_province
            from standing s join places p on p.place = s.name and p.country = s.country
            where s.measure is not null
            qualify row_number() over (
                partition by s.claim_id, s.name order by called_province desc, p.kind = 'province', p.kind
            ) = 1
        ),
        -- Small letters and digits only, one blank between words, so that a word is found whole.
        heard as (
            select claim_id, kind in ('planned', 'target', 'forecast') as ahead,
                   replace(lower(sentence), 'ё', 'е') as small,
                   ' ' || regexp_replace(small, '[^\p{L}\p{N}]+', ' ', 'g') || ' ' as words
            from located
            qualify count(distinct place) over (partition by article_id, sentence_start) = 1
        ),
        told as (
            select h.claim_id, w.stage, w.words, w.rank
            from heard h join stage_words w on contains(h.words, ' ' || w.words || ' ')
            -- A figure that lies ahead is of no plant that works, whatever works beside it.
            qualify w.stage <> 'operating'
                    or not h.ahead and not bool_or(w.stage = 'unsure') over (partition by h.claim_id)
        ),
        staged as (
            select claim_id, arg_min(stage, (rank, -length(words))) as stage,
                   arg_min(words, (rank, -length(words))) as stage_words
            from told
            where stage <> 'unsure'
            group by claim_id
        )
        select l.claim_id, l.place, l.country, n.name as country_name, l.place_kind, l.lat, l.lon,
               l.precision, l.anchor, l.measure, l.indicator_name, l.dimension, l.value, l.low, l.high,
               l.value_text, l.qualifier, l.unit, l.kind, l.direction, l.period, l.period_last, l.title,
               l.publisher, l.published, l.makes, t.stage, t.stage_words
        from located l join countries n using (country) left join staged t using (claim_id)
        order by n.position, l.place, l.measure = 'other', l.measure, l.kind <> 'observed', l.value desc,
                 l.claim_id
        """
    )


def named() -> pd.DataFrame:
    """Places that an article is about: a row per place in a title or first paragraph, with one such article.

    Capitals are left out, as they stand for governments and date lines. A province is meant where it is
    called one ("Bukhara region"), and the city of that name is not. The article must name the country too:
    a spelling alone may be a person's.
    """
    return ask(
        r"""
        with told as (
            select a.article_id, a.title, substr(d.text, a.start + 1, a."end" - a.start) as text,
                   chr(10) || chr(10) as empty_line,
                   (select min(c.claim_id) from claims c
                    where c.article_id = a.article_id) as claim_id
            from articles a join documents d using (article)
            where a.position > 0
        ),
        opening as (
            select *, substr(text, strpos(text, title) + length(title)) as behind,
                   ltrim(behind, chr(10) || chr(13) || ' ') as body,
                   title || ' ' || split_part(body, empty_line, 1) as words
            from told
        ),
        -- Letters and digits only, one blank between words, so that a name is found whole: " semey works ".
        worded as (
            select *, regexp_replace(words, '[''’]s\b', ' ', 'g') as owned,
                   ' ' || regexp_replace(owned, '[^\p{L}\p{N}]+', ' ', 'g') || ' ' as plain
            from opening
        ),
        spelled as (
            select p.*,
                   case when kind = 'province' then aliases else list_append(aliases, place) end as spellings,
                   unnest(spellings) as spelling,
                   ' ' || trim(regexp_replace(spelling, '[^\p{L}\p{N}]+', ' ', 'g')) || ' ' as plain
            from places p
            where p.kind <> 'capital'
        ),
        -- Every name against every article would take seconds: its first word says where it can be at all.
        begun as (
            select distinct article_id, unnest(string_split(trim(lower(plain)), ' ')) as first
            from worded
        ),
        met as (
            select w.article_id, w.title, w.claim_id, s.*, n.name as country_name, n.position
            from begun b join worded w using (article_id)
            join spelled s
              on split_part(trim(lower(s.plain)), ' ', 1) = b.first
              and (contains(w.plain, s.plain)
                   -- "Bukhara Region", in a title
                   or s.kind = 'province' and contains(lower(w.plain), lower(s.plain)))
            join countries n on n.country = s.country and contains(w.text, n.name)
            qualify (s.kind = 'province')
                    = bool_or(s.kind = 'province') over (partition by w.article_id, s.place, s.country)
        ),
        -- A name that two countries have is a place of the one that the article has more figures of.
        counted as (
            select article_id, country, count(*) as figures
            from claims
            group by article_id, country
        ),
        known as (
            select m.*
            from met m left join counted using (article_id, country)
            qualify rank() over (partition by article_id, m.plain order by figures desc nulls last) = 1
        )
        select place, country, country_name, kind as place_kind, lat, lon, precision, anchor,
               min(title) as title, arg_min(claim_id, title) as claim_id
        from known
        group by all
        order by any_value(position), place
        """
    )


def unplaced() -> list[str]:
    """Places that a claim names and the gazetteer lacks: they are on no map."""
    found = ask(
        """
        with named as (
            select country, trim(unnest(string_split(place, ';'))) as place
            from claims
            where place is not null
        )
        select distinct place from named anti join places using (place, country) order by place
        """
    )
    return [str(place) for place in found.place]


def shades(units: list[str]) -> dict[str, str]:
    """Indicators that can shade countries: rates in one of `units`, observed for a whole country."""
    table = ask(
        """
        select i.indicator, i.name
        from observations o join indicators_in($lang) i using (indicator)
        where o.kind = 'observed' and o.country <> 'REGION' and o.place is null and o.dimension is null
              and i.unit_family = 'rate' and list_contains($units, o.unit)
        group by i.indicator, i.name, i.lead
        order by count(distinct o.country) desc, i.lead nulls last, i.name
        """,
        units=units,
    )
    return dict(zip(table.indicator, table.name, strict=True))


def names() -> dict[str, str]:
    """Codes and names of the five countries, in their order."""
    found = ask("select country, name from countries_in($lang) where country <> 'REGION' order by position")
    return dict(zip(found.country, found.name, strict=True))
