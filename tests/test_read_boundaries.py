"""Where each article of a dump begins, measured on invented articles put one after another."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from etl.model import Article, Document
from etl.read import document_from_text, read_paths

TOLD = tomllib.loads(Path(__file__).with_name("test_read_articles.toml").read_text("utf-8"))["article"]
TUNED = [told["text"].strip() for told in TOLD if not told.get("held_out")]
HELD_OUT = [told["text"].strip() for told in TOLD if told.get("held_out")]
DUMP = Path(__file__).parents[2] / "shared" / "articles" / "dump.txt"  # beside the project on some machines
TICKER = "• KGS/USD = 0.01144 0%\n  • UZS/USD = 0.00008 -0%\n" * 3 + "08 December 2025\n\n"


@dataclass
class Tally:
    """Beginnings of articles but the first of a file, which nobody can miss."""

    right: int = 0
    missed: int = 0
    wrong: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)


def starts(articles: list[str], before: str = "") -> tuple[str, set[int]]:
    """The articles as one text, and where all but the first begin."""
    text, found = before, set[int]()
    for article in articles:
        found.add(len(text))
        text += f"{article}\n\n"
    return text, found - {len(before)}


def tally(articles: list[str], dumps: int) -> Tally:
    shuffled = Random(7)
    result = Tally()
    for _ in range(dumps):
        text, wanted = starts(shuffled.sample(articles, 6), TICKER)
        found = {article.span.start for article in document_from_text(text).articles[1:]}
        result.right += len(wanted & found)
        result.missed += len(wanted - found)
        result.wrong += len(found - wanted)
    return result


def test_shuffled_articles_are_told_apart() -> None:
    result = tally(TUNED, 30)
    assert result.precision >= 0.98
    assert result.recall >= 0.92  # magazine titles ("The Last Cinema of Khorog") look like headings


def test_shuffled_articles_that_no_weight_was_fitted_to_are_told_apart() -> None:
    result = tally(HELD_OUT, 30)
    assert result.precision >= 0.97
    assert result.recall >= 0.94


@pytest.mark.parametrize("text", TUNED + HELD_OUT, ids=lambda text: text.partition("\n")[0])
def test_an_article_with_section_headings_is_one_article(text: str) -> None:
    (article,) = document_from_text(text).articles
    assert article.title == text.partition("\n")[0]
    alone = [part for part in text.split("\n\n")[1:] if part[-1] not in ".”"]
    assert [b.span.of(text) for b in article.blocks if b.role == "heading"] == alone


def article_with(heading: str, opening: str) -> tuple[Article, ...]:
    above = (
        "Kazakhstan Opens a Foundry in Kostanai\n\n"
        "President Tokayev opened a foundry in Kostanai, which casts 45,000 tons of iron a year. "
        "Director Askar Biakhmetov said that 500 people had been hired.\n\n"
    )
    return document_from_text(f"{above}{heading}\n\n{opening}\n").articles


@pytest.mark.parametrize(
    ("heading", "opening"),
    [
        ("KIA assembly", "Not far away, builders are finishing a car plant worth $200 million."),
        ("Cotton", "For 2019 a decree gave cotton 550,000 hectares."),
        ("Visitors", "By July the country had received 3.7 million tourists."),
        ("What the Ministry Reports", "Over two years 422 schools were opened."),
        ("The Role of Casting in the Economy of Kazakhstan", "Castings make up 3% of exports."),
        ("Karaganda: First Hot-Dip Galvanizing Line", "Saran, June 2025. Biakhmetov opened a second plant."),
        (
            "Average Wage in Kazakhstan in 2024, Tenge",
            "• Astana: 510,000\n• Kostanai: 331,000\n\nWages rose.",
        ),
        ("Kazakhstan Needs Engineers", "However, Biakhmetov also wants the foundry to train 300 engineers."),
    ],
)
def test_a_section_heading_begins_no_article(heading: str, opening: str) -> None:
    (article,) = article_with(heading, opening)
    assert [block.role for block in article.blocks][:3] == ["title", "paragraph", "heading"]


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        (
            "Uzbekistan to Invest $200 Million in Seeds",
            "Uzbekistan is expanding seed farms, the president said.",
        ),
        ("Turkmen Railways Carry More Containers", "During 2023, 52 trains crossed Turkmenistan."),
        (
            "Chinese Firm Builds Waste Plant in Osh",
            "A firm from Hunan will build a plant in Osh, Kyrgyzstan.",
        ),
        (
            "Schools Start the Year Short of Teachers",
            "Dushanbe, 1 September 2023\n\nMathematics is hit hardest.",
        ),
    ],
)
def test_a_headline_begins_an_article(title: str, opening: str) -> None:
    assert [article.title for article in article_with(title, opening)] == [
        "Kazakhstan Opens a Foundry in Kostanai",
        title,
    ]


def test_a_town_in_capitals_before_a_dash_begins_an_article_that_has_no_title() -> None:
    text, wanted = starts([TUNED[0], "BISHKEK – Wheat was sown on 690,000 hectares in Chui."])
    assert {article.span.start for article in document_from_text(text).articles[1:]} == wanted


def test_a_date_right_above_a_title_is_that_articles() -> None:
    first, second = "Wheat Is Sown in Chui Again", "Kazakhstan Opens a Foundry in Kostanai"
    text = f"27 October 2025\n\n{first}\n\nIt rained.\n\n28 October 2025\n\n{second}\n\nTokayev opened it.\n"
    articles = document_from_text(text).articles
    assert [article.title for article in articles] == [first, second]
    assert [str(article.published and article.published.label) for article in articles] == [
        "2025-10-27",
        "2025-10-28",
    ]


def test_an_abbreviation_before_a_dash_begins_no_article() -> None:
    text, _ = starts([TUNED[0], "GDP – 5.5 % up on the year before."])
    assert len(document_from_text(text).articles) == 1


def test_marked_titles_decide_alone() -> None:
    text = "# Wheat\n\nIt was sown.\n\nUzbekistan to Invest in Seeds\n\nIt will.\n\n# Cotton\n\nIt grew.\n"
    assert [article.title for article in document_from_text(text).articles] == ["Wheat", "Cotton"]


@pytest.mark.skipif(not DUMP.exists(), reason="the captured dump is not on this machine")
def test_the_captured_dump_holds_six_articles() -> None:
    (document,) = read_paths([DUMP])
    assert isinstance(document, Document)
    assert len(document.articles) == 6
    assert len(document.ticker) == 40
    assert all(article.published is None for article in document.articles)
