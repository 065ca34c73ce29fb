"""What one file gave, as rows: ids, the article of each claim, numbers."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.model import Extraction, Rate, Subject
from etl.rates.ticker import rates_of
from etl.read import document_from_text
from etl.store import ids
from etl.store.numbers import LARGEST, fits, plain
from etl.store.parts import parts
from etl.store.rate_rows import rate_row
from etl.store.rows import batch
from tests.store_world import TEXT, Store, a_claim, amount, say

TICKER = "• KGS/USD = 0.01144 0%\n• UZS/USD = 0.00008 -0%\n08 December 2025\n\n" + TEXT


def test_the_same_claim_has_the_same_id_in_every_build() -> None:
    assert ids.claim_ids([a_claim()]) == ids.claim_ids([replace(a_claim(), country="TJK", kind="target")])


def test_a_number_read_as_another_indicator_is_another_claim() -> None:
    other = a_claim(subject=Subject("pupils", "schools", "education"))
    assert ids.claim_ids([a_claim()]) != ids.claim_ids([other])


def test_two_claims_of_one_quote_have_two_ids() -> None:
    both = [a_claim(subject=Subject("schools", "schools", "education", part)) for part in ("city", "village")]
    assert len(set(ids.claim_ids(both))) == 2


@pytest.mark.parametrize(
    "changes",
    [{"article": "b"}, {"quote_text": "12 schools"}],
    ids=["another article", "other words"],
)
def test_another_place_or_other_words_are_another_claim(changes: dict[str, str]) -> None:
    assert ids.claim_ids([a_claim()]) != ids.claim_ids([a_claim(**changes)])


def test_a_repeat_points_at_the_claim_of_its_own_indicator() -> None:
    first = a_claim(subject=Subject("teachers", "schools", "education"))
    second = a_claim()
    repeat = a_claim("2,400", "2400", duplicate_of=second.quote.start)
    claims = [first, second, repeat]
    found = ids.claim_ids(claims)
    assert ids.repeated(claims, found) == [None, None, found[1]]


def test_a_ticker_above_the_articles_is_a_part_of_its_own() -> None:
    document = document_from_text(TICKER, "page")
    rates = rates_of(document)
    made: Any = batch(Extraction(document, (), ()), rates, ())
    head, article = made["articles"]
    assert (head["article_id"], head["position"], head["published"]) == ("page#0", 0, "2025-12-08")
    assert (article["article_id"], article["position"]) == ("page", 1)
    assert head["end"] == article["start"]


def test_a_page_without_a_ticker_has_no_part_above_its_articles() -> None:
    made: Any = batch(Extraction(document_from_text(TEXT, "a"), (a_claim(),), ()), (), ())
    assert [row["position"] for row in made["articles"]] == [1]


def test_a_number_too_large_for_the_tables_becomes_a_rejection() -> None:
    huge = a_claim(amount=amount(str(LARGEST)))
    made: Any = batch(Extraction(document_from_text(TEXT, "a"), (huge, a_claim()), ()), (), ())
    assert len(made["claims"]) == 1
    assert "26 digits" in made["rejections"][0]["reason"]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=12, max_value=10**25, min_value=-(10**25)))
def test_a_number_of_twelve_places_keeps_its_value(value: Decimal) -> None:
    assert fits(value)
    assert Decimal(plain(value) or "") == value


def test_numbers_survive_the_way_into_the_database(store: Store) -> None:
    small, large = a_claim(amount=amount("0.00008")), a_claim("2,400", amount=amount("60400000000.5"))
    store.build(say("a", small, large))
    found = store.ask("select value from claims order by value")
    assert found == [(Decimal("0.00008"),), (Decimal("60400000000.5"),)]


def test_a_rate_has_the_interval_of_its_digits_and_its_inverse_rounded_outwards() -> None:
    document = document_from_text(TICKER, "page")
    row = rate_row(rates_of(document)[1], parts(document))
    assert (row["lcu"], row["low"], row["high"]) == ("UZS", "0.000075", "0.000085")
    assert Decimal(str(row["lcu_per_usd_low"])) <= 1 / Decimal("0.000085")
    assert Decimal(str(row["lcu_per_usd_high"])) >= 1 / Decimal("0.000075")
    assert (row["decimals"], row["change_text"], row["article_id"]) == (5, "-0%", "page#0")


def test_a_market_quote_has_no_interval() -> None:
    close = Rate("USD", "KZT", 1, Decimal("478.2"), "478.2", date(2026, 4, 1), "bar_london", "close", "yahoo")
    row = rate_row(close, None)
    assert (row["low"], row["high"]) == (None, None)
    assert row["lcu_per_usd_low"] == row["lcu_per_usd_high"] == "478.2"


def test_an_official_rate_for_a_hundred_is_told_for_one() -> None:
    rate = Rate(
        "USD", "KZT", 100, Decimal(47820), "47820.00", date(2026, 4, 1), "published", "official", "nbk"
    )
    row = rate_row(rate, None)
    assert Decimal(str(row["lcu_per_usd_low"])) <= Decimal("478.2") <= Decimal(str(row["lcu_per_usd_high"]))
