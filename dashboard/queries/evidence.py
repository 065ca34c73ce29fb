"""Questions about articles, the claims in them, and what stands beside a claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.database import ask, ask_rows


def articles() -> pd.DataFrame:
    """One row an article, newest first: article_id, title, publisher, countries (names), claims …"""
    return ask(
        """
        select a.article_id, a.title, a.publisher, a.published, a.published_basis,
               string_agg(distinct n.name, ', ' order by n.name) as countries,
               count(distinct c.claim_id) as claims
        from articles a
        left join claims c on c.article_id = a.article_id
        left join countries_in($lang) n on n.country = c.country
        group by a.article_id, a.title, a.publisher, a.published, a.published_basis, a.published_last
        order by a.published_last desc nulls last, a.title, a.article_id
        """
    )


def article(article_id: str) -> pd.DataFrame:
    """One row, or none: title, publisher, url, published, published_basis, sources, start, text.

    `text` is the article alone; a claim's offsets count from the beginning of the file, so take `start` off.
    """
    return ask(
        """
        select a.article_id, a.title, a.publisher, a.url, a.published, a.published_basis, a.sources,
               a.start, substr(d.text, a.start + 1, a."end" - a.start) as text
        from articles a join documents d using (article)
        where a.article_id = $article_id
        """,
        article_id=article_id,
    )


def claims(article_id: str) -> Sequence[Any]:
    """Every claim of an article in the order of its text, repeats too, with names for codes."""
    return ask_rows(
        """
        select c.claim_id, c.start, c."end", c.quote, c.sentence_start, c.sentence_end, c.sentence,
               c.value, c.low, c.high, c.value_text, c.qualifier, c.unit, c.kind, c.direction,
               c.indicator, i.name as indicator_name, i.definition, i.catalogued, c.dimension,
               c.country, n.name as country_name, c.place, c.period, c.period_last, c.claimant,
               c.duplicate_of, c.change_text, c.confidence, c.reasons, c.status, c.has_problem
        from claims c
        left join indicators_in($lang) i using (indicator)
        left join countries_in($lang) n on n.country = c.country
        where c.article_id = $article_id
        order by c.start, c."end"
        """,
        article_id=article_id,
    )


def article_of(claim_id: str) -> str | None:
    """The article a claim stands in; None for an id that this build does not have."""
    found = ask("select article_id from claims where claim_id = $claim_id", claim_id=claim_id)
    return None if found.empty else str(found.article_id[0])


def local_money() -> frozenset[str]:
    """The five currencies, ISO 4217."""
    return frozenset(ask("select currency from currencies").currency)


def dollars(claim_id: str) -> pd.DataFrame:
    """Money of the five currencies as read in dollars: one row, none for what is no such money.

    The columns of `claims_usd` are empty where no rate is known; `said` is the day on which it was said,
    where that is known, `ticker_claim` the claim that a ticker's rate is.
    """
    return ask(
        """
        select c.value, c.low, c.high, c.qualifier, c.unit, c.kind, c.period, c.period_last,
               said_day(a.published_first, a.published_last, a.published_basis) as said,
               k.name as currency_name, u.* exclude (claim_id),
               t.claim_id as ticker_claim
        from claims c
        join articles a using (article_id)
        join currencies_in($lang) k on k.currency = money_of(c.unit, c.indicator)
        left join claims_usd u using (claim_id)
        left join rates r using (rate_id)
        left join claims t on t.article_id = r.article_id and t.start = r.start
            and t.indicator = 'exchange_rate'
        where c.claim_id = $claim_id
        qualify row_number() over (order by t.claim_id) = 1
        """,
        claim_id=claim_id,
    )


def problems(claim_id: str) -> list[str]:
    """Why the claim stays out of every chart, in sentences."""
    found = ask(
        "select sentence from problems where claim_id = $claim_id order by rule, sentence", claim_id=claim_id
    )
    return [str(sentence) for sentence in found.sentence]


def rejections(article_id: str) -> Sequence[Any]:
    """Numbers read and not taken: start, "end", quote, reason, in the order of the text."""
    return ask_rows(
        """
        select start, "end", quote, reason
        from rejections
        where article_id = $article_id
        order by start, "end"
        """,
        article_id=article_id,
    )


def beside(claim_id: str) -> Sequence[Any]:
    """Other claims on the same indicator and country, and how each stands to this one, the nearest first.

    `relation` is "same" (the same figure, as far as rounding and hedges let one say), "disagrees" (another
    value for the very same thing, by the rule that marks an observation disputed) or "other" (another period,
    place, kind or part). Repeats inside an article stay out; `dashboard.evidence.repeats` has them.
    """
    return ask_rows(
        """
        select c.claim_id, c.value, c.low, c.high, c.value_text, c.qualifier, c.unit, c.kind, c.direction,
               c.country, c.place, c.dimension, c.period, c.period_last, c.claimant, c.status, c.sentence,
               a.publisher, a.title, a.published, a.published_basis,
               (c.period, c.kind, c.unit, c.place, c.dimension, if(c.kind = 'change', c.direction, null))
                   is not distinct from
                   (t.period, t.kind, t.unit, t.place, t.dimension, if(t.kind = 'change', t.direction, null))
                   as same_thing,
               case when not same_thing then 'other'
                    when c.lowest <= t.highest and t.lowest <= c.highest then 'same'
                    else 'disagrees' end as relation
        from claims t
        join claims c on c.indicator = t.indicator and c.country is not distinct from t.country
        join articles a on a.article_id = c.article_id
        where t.claim_id = $claim_id and c.claim_id <> t.claim_id
          and c.duplicate_of is null and t.duplicate_of is distinct from c.claim_id
        order by same_thing desc, c.period_last desc nulls last, c.claim_id
        """,
        claim_id=claim_id,
    )
