"""What has the words that a reader typed: names, claims in their sentences, articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.database import ask, ask_rows
from dashboard.folded import folded

NAMES, CLAIMS, ARTICLES = 12, 50, 10  # shown; more are counted


def names(wanted: str) -> Sequence[Any]:
    """Indicators, countries and places: the exact name first, then those that begin so or have the words.

    Columns: sort, code, country, country_name, note (topic, kind of place), shown, name (the spelling met),
    figures, on_map (a place that the map of plants shows).
    """
    return ask_rows(
        """
        with ranked as (
            select *,
                   case when folded = $line then 0
                        when starts_with(folded, $line) then 1
                        when list_bool_and(list_transform($words, lambda word: contains(folded, word))) then 2
                   end as rank
            from search_names
        )
        select sort, code, country, country_name, note, shown, name, figures, on_map
        from ranked
        where rank is not null and len($words) > 0
        qualify row_number() over (partition by sort, code, country order by rank, own desc, name) = 1
        order by rank, figures = 0, own desc, figures desc, len(shown), shown, country
        limit $limit
        """,
        line="".join(_begun(wanted)),
        words=_begun(wanted),
        limit=NAMES,
    )


def pairs(wanted: str) -> Sequence[Any]:
    """Indicators in a country where the words name both: indicator, shown, country, country_name, figures."""
    if len(_begun(wanted)) == 1:
        return ()  # one word names one of the two
    return ask_rows(
        """
        with called as (
            select country, country_name, folded
            from search_names
            where sort = 'country'
              and list_bool_or(list_transform($words, lambda word: contains(folded, word)))
        )
        select o.indicator, any_value(n.shown) as shown, o.country,
               any_value(p.country_name) as country_name, count(distinct o.claim_id) as figures
        from search_names n
        join observations o on o.indicator = n.code
        join called p on p.country = o.country
        where n.sort = 'indicator'
          and list_bool_or(list_transform($words, lambda word: contains(n.folded, word)))
          and list_bool_and(list_transform(
              $words, lambda word: contains(n.folded, word) or contains(p.folded, word)
          ))
        group by o.indicator, o.country
        order by figures desc, length(any_value(n.shown)), o.indicator, o.country
        limit $limit
        """,
        words=_begun(wanted),
        limit=NAMES,
    )


def near(wanted: str) -> Sequence[Any]:
    """Names a slip or two away from what was typed, the whole name before a word of it; as `names`."""
    return ask_rows(
        """
        with slipped as (
            select *, damerau_levenshtein(folded, $line) as whole,
                   list_min(list_transform(
                       string_split(folded[2:], ' '), lambda each: damerau_levenshtein(each, $line[2:])
                   )) as part
            from search_names
        )
        select sort, code, country, country_name, note, shown, name, figures, on_map
        from slipped
        where least(whole, part) <= slip($line[2:])
        qualify row_number() over (partition by sort, code, country order by whole, part, own desc, name) = 1
        order by part < whole, least(whole, part), figures = 0, own desc, figures desc, len(shown), shown,
                 country
        limit $limit
        """,
        line="".join(_begun(wanted)),
        limit=NAMES,
    )


def claims(wanted: str) -> Sequence[Any]:
    """Claims whose sentence, with what the claim was read as, has a word that begins with each of `wanted`.

    Those whose sentence alone has them come first, then the newest; `found` is how many there are in all.
    """
    return ask_rows(
        """
        with found as (
            select claim_id,
                   list_bool_and(list_transform($words, lambda word: contains(sentence, word))) as whole
            from search_claims
            where list_bool_and(list_transform(
                      $words, lambda word: contains(sentence, word) or contains(about, word)
                  ))
              and len($words) > 0
        )
        select c.*, i.name, coalesce(n.name, 'no country') as country_name,
               a.publisher, a.published, a.published_basis, f.whole, count(*) over () as found
        from found f join claims c using (claim_id) join articles a using (article_id)
             left join indicators_in($lang) i using (indicator)
             left join countries_in($lang) n on n.country = c.country
        order by f.whole desc, a.published_last desc nulls last, c.article_id, c.start
        limit $limit
        """,
        words=_begun(wanted),
        limit=CLAIMS,
    )


def articles(wanted: str) -> Sequence[Any]:
    """Articles that have the words, and no claim that has them: article_id, title, publisher, published …"""
    return ask_rows(
        """
        with told as (
            select distinct article_id
            from search_claims join claims using (claim_id)
            where list_bool_and(list_transform(
                $words, lambda word: contains(search_claims.sentence, word) or contains(about, word)
            ))
        )
        select a.article_id, a.title, a.publisher, a.published, a.published_basis, count(*) over () as found
        from search_articles s join articles a using (article_id)
        where list_bool_and(list_transform($words, lambda word: contains(s.folded, word)))
          and len($words) > 0
          and a.article_id not in (select article_id from told)
        order by a.published_last desc nulls last, a.article_id
        limit $limit
        """,
        words=_begun(wanted),
        limit=ARTICLES,
    )


def meant(wanted: str) -> str | None:
    """`wanted` with each word that stands nowhere put right, where one a slip or two away is known."""
    found = ask(
        """
        with asked as (
            select unnest($words) as word, generate_subscripts($words, 1) as position
        )
        select a.position, a.word, coalesce(bool_or(starts_with(w.word, a.word)), false) as known,
               arg_min(w.word, (damerau_levenshtein(w.word, a.word), -w.times, w.word)) as nearest
        from asked a
        left join search_words w
            on starts_with(w.word, a.word) or damerau_levenshtein(w.word, a.word) <= slip(a.word)
        group by a.position, a.word
        order by a.position
        """,
        words=folded(wanted),
    )
    if found.known.all() or found.nearest.isna().any():
        return None
    return " ".join(found.word.where(found.known, found.nearest))


def examples() -> list[str]:
    """What has most figures: two indicators and a place, by name."""
    found = ask(
        """
        select shown
        from search_names
        where own and figures > 0 and sort in ('indicator', 'place')
        qualify row_number() over (partition by sort order by figures desc, shown)
                <= if(sort = 'indicator', 2, 1)
        order by sort, figures desc, shown
        """
    )
    return [str(name) for name in found.shown]


def _begun(wanted: str) -> list[str]:
    """Each word with the blank that stands before it where it begins."""
    return [f" {word}" for word in folded(wanted)]
