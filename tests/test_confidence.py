"""What lowers a confidence, by sentences of our own; and whether 0.8 means eight of ten."""

from __future__ import annotations

import math

import pytest

from etl.extract import extract
from etl.extract.confidence import doubts, sure
from etl.model import Claim
from etl.read import document_from_text
from tests.calibration import groups

DATED = "---\ntitle: A brief\npublished: 2025-04-02\n---\n\n{}\n"

# text, the quote, the doubts that it must be told with
TOLD = [
    ("In 2023 Kazakhstan had 7,800 schools.", "7,800 schools", []),
    ("In 2023 there were 7,800 schools.", "7,800 schools", ["no_country"]),
    ("Kazakhstan had 7,800 schools.", "7,800 schools", ["no_period"]),
    (
        "Kazakhstan opened 40 schools in 2023. It also had 640 colleges.",
        "640 colleges",
        ["country_carried", "period_carried"],
    ),
    (DATED.format("Kazakhstan now has 7,800 schools."), "7,800 schools", ["period_of_article"]),
    ("In 2023 Kazakhstan had 412 yurt museums.", "412 yurt museums", ["open_name"]),
    (
        "In 2023 Kazakhstan had 210 schools in villages and 96 in towns.",
        "96",
        ["indicator_of_neighbour", "unit_lent", "kind_of_neighbour"],
    ),
    (
        "Coal production of Kazakhstan in 2023 (thousand tons):\n\n- Karaganda: 31,200\n- Pavlodar: 62,400\n",
        "31,200",
        ["unit_from_above", "no_verb"],
    ),
    ("In 2023 the works at Temirtau, Kazakhstan, employed 1,500.", "1,500", ["open_name", "unit_guessed"]),
    (
        "In 2023 coal production of Kazakhstan was 112 million tonnes, of which 31 million was exported.",
        "31 million",
        ["unit_lent"],
    ),
    ("In 2023 Kazakhstan had dozens of schools.", "dozens of schools", ["vague"]),
    (
        "In 2023 the population of Kyrgyzstan was 7,254 million people.",
        "7,254 million people",
        ["decimal_comma"],
    ),
    (
        "In 2023 unemployment in Kazakhstan was 146%.",
        "146%",
        ["implausible"],
    ),
]


def claimed(text: str, quote: str) -> Claim:
    return next(c for c in extract(document_from_text(text)).claims if c.quote_text == quote)


@pytest.mark.parametrize(("text", "quote", "ids"), TOLD, ids=lambda value: str(value)[:40])
def test_a_claim_is_told_with_these_doubts(text: str, quote: str, ids: list[str]) -> None:
    claim = claimed(text, quote)
    says = {doubt.says: doubt.id for doubt in doubts()}
    assert [says[reason] for reason in claim.reasons] == ids


@pytest.mark.parametrize(("text", "quote", "ids"), TOLD, ids=lambda value: str(value)[:40])
def test_a_confidence_is_the_product_of_its_doubts(text: str, quote: str, ids: list[str]) -> None:
    weights = {doubt.id: doubt.weight for doubt in doubts()}
    expected = sure() * math.prod(weights[name] for name in ids)
    assert abs(claimed(text, quote).confidence - expected) < 1e-3


def test_every_doubt_lowers_and_none_to_nothing() -> None:
    assert all(0 < doubt.weight < 1 for doubt in doubts())
    assert 0 < sure() < 1


def test_a_doubt_is_a_sentence_that_says_where_to_look() -> None:
    assert all(len(doubt.says.split()) >= 8 for doubt in doubts())


def test_how_sure_is_how_often_right_where_nobody_looked() -> None:
    """Totals only: no surer than right by more than a tenth, and the surer half more often right."""
    claims = [claim for name, found in groups().items() if name.startswith("kept apart") for claim in found]
    told = sum(claim.confidence for claim in claims) / len(claims)
    right = sum(claim.right for claim in claims) / len(claims)
    assert told - 0.1 < right < told + 0.2
    order = sorted(claims, key=lambda claim: claim.confidence)
    less, more = order[: len(order) // 2], order[len(order) // 2 :]
    assert sum(c.right for c in less) / len(less) + 0.05 < sum(c.right for c in more) / len(more)
