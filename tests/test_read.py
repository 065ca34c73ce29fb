"""What reading makes of a file: its articles, blocks, dates and ticker."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.model import Document
from etl.read import ReadError, document_from_text

TICKER = "• KGS/USD = 0.01144 0%\n  • UZS/USD = 0.00008 -0%\n"


def roles(document: Document) -> list[tuple[str, str]]:
    return [
        (block.role, block.span.of(document.text))
        for article in document.articles
        for block in article.blocks
    ]


def test_a_title_a_heading_items_and_rows_are_told_apart() -> None:
    document = document_from_text(
        "Farms in Ahal Plant More Wheat\n\nAshgabat, 3 March 2025\n\nSowing has begun.\n\nNew fields\n\n"
        "• First field\n2) Second field\n\nPlan by province (tons):\nAhal 400,000\nMary 345,000\n"
    )
    assert roles(document) == [
        ("title", "Farms in Ahal Plant More Wheat"),
        ("dateline", "Ashgabat, 3 March 2025"),
        ("paragraph", "Sowing has begun."),
        ("heading", "New fields"),
        ("item", "First field"),
        ("item", "Second field"),
        ("paragraph", "Plan by province (tons):"),
        ("table_row", "Ahal 400,000"),
        ("table_row", "Mary 345,000"),
    ]


def test_the_date_under_a_ticker_is_the_pages_and_not_the_articles() -> None:
    document = document_from_text(f"{TICKER * 3}08 December 2025\n\nWheat Sown\n\nSowing has begun.\n")
    assert document.page_date == date(2025, 12, 8)
    assert document.page_date_span is not None
    assert document.page_date_span.of(document.text) == "08 December 2025"
    assert document.articles[0].published is None
    assert [(line.base, line.value_text, line.change_text) for line in document.ticker[:2]] == [
        ("KGS", "0.01144", "0%"),
        ("UZS", "0.00008", "-0%"),
    ]
    assert len(document.ticker) == 6


@pytest.mark.parametrize(
    ("lead", "published"),
    [
        ("Astana, 24 December 2025\n\nSchools are short of places.", "2025-12-24"),
        ("24 December 2025\n\nSchools are short of places.", "2025-12-24"),
        ("TASHKENT. December 18, 2023. Schools are short of places.", "2023-12-18"),
        ("BISHKEK, 12 February 2025 /KNA/ -- Schools are short of places.", "2025-02-12"),
        ("Aug. 8, 2023. Schools are short of places.", "2023-08-08"),
        ("MANILA, PHILIPPINES (8 August 2023) — Schools are short of places.", "2023-08-08"),
        ("Taraz, Sept. 8, 2023. Schools are short of places.", "2023-09-08"),
        ("ASTANA – 8 August 2023 – Schools are short of places.", "2023-08-08"),
        ("School places (August 2023) – too few.", None),
        ("BISHKEK – As of January 1, 2025, schools are short of places.", None),
        ("Schools opened on December 18, 2023.", None),
        ("In December 2025 schools opened.", None),
    ],
)
def test_an_article_is_dated_by_its_own_dateline_only(lead: str, published: str | None) -> None:
    (article,) = document_from_text(f"Schools Need Places\n\n{lead}\n").articles
    assert (article.published and article.published.label) == published
    assert article.published_basis == ("dateline" if published else None)


def test_a_sentence_alone_is_a_paragraph() -> None:
    assert roles(document_from_text("Exports rose by 5% in 2024")) == [
        ("paragraph", "Exports rose by 5% in 2024")
    ]


def test_a_paragraph_wrapped_at_a_margin_is_one_block() -> None:
    text = (
        "Wheat Sown\n\nFarmers in Turkmenistan have begun sowing winter wheat for the\n"
        "harvest. The area is 690,000 hectares; the state order is 1,400,000\ntons.\n"
    )
    assert [role for role, _ in roles(document_from_text(text))] == ["title", "paragraph"]


def test_an_article_without_title_is_called_by_its_first_words() -> None:
    (article,) = document_from_text("BISHKEK – Wheat was sown.").articles
    assert article.title == "BISHKEK – Wheat was sown."


FRONT = """---
title: "Wheat: a record"
publisher: Our brief
url: https://example.org/wheat
published: 2025-03
published_basis: inferred
sources:
  - {title: Wheat sown, url: "https://example.org/a", publisher: The Gazette, published: 2025-03-04}
licence: unknown fields are fine
---
"""


def test_front_matter_dates_and_names_the_article() -> None:
    document = document_from_text(f"{FRONT}\n# Wheat: a record\n\nSowing has begun.\n\n## Fields\n\n- One\n")
    (article,) = document.articles
    assert article.published is not None
    assert article.published.label == "2025-03"
    assert (article.title, article.published_basis, article.publisher) == (
        "Wheat: a record",
        "inferred",
        "Our brief",
    )
    assert article.sources[0].published == "2025-03-04"
    assert roles(document) == [
        ("title", "Wheat: a record"),
        ("paragraph", "Sowing has begun."),
        ("heading", "Fields"),
        ("item", "One"),
    ]


@pytest.mark.parametrize(
    ("front", "cure"),
    [
        ("title: wheat: a record", "put quotes around"),
        ("published: spring", "Write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("published: 2025-13", "Write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("published: 2025\npublished_basis: guess", "Write front_matter or inferred"),
        ("sources: the press", "Write each as"),
    ],
)
def test_front_matter_that_cannot_be_read_says_how_to_write_it(front: str, cure: str) -> None:
    with pytest.raises(ReadError, match=cure):
        document_from_text(f"---\n{front}\n---\nText of the article.\n")


def test_text_between_two_rules_is_no_front_matter() -> None:
    assert roles(document_from_text("---\nA first word.\n---\nMore.")) == [
        ("paragraph", "A first word."),
        ("paragraph", "More."),
    ]


PIECES = st.lists(
    st.sampled_from(
        [
            "\n",
            "\r\n",
            "\n\n",
            "• ",
            "# ",
            "Seed Production",
            "KGS/USD = 0.01144 0%",
            "8 May 2025",
            "It rose. ",
            "Plan:",
            "Ahal 4",
        ]
    )
)


@given(st.one_of(st.text(), PIECES.map("".join)))
def test_blocks_stand_in_order_and_reading_again_changes_nothing(text: str) -> None:
    try:
        document = document_from_text(text)
    except ReadError:
        return
    spans = [block.span for article in document.articles for block in article.blocks]
    assert spans == sorted(spans)
    assert all(span.start < span.end for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert document_from_text(text) == document
