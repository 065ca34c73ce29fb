"""The articles in data/articles: complete, in our own words, and a ticker that is one rate a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from etl.model import Document
from etl.rates.ticker import rates_of
from etl.read import read_paths

ARTICLES = Path(__file__).parents[1] / "data" / "articles"
BRIEFS = sorted(ARTICLES.glob("*.md"))
TICKERS = sorted(ARTICLES.glob("ticker-*.txt"))
CAPTURED = ARTICLES.parents[2] / "shared" / "articles"  # beside the project on some machines
RUN = 7  # words in a row that would be a borrowed sentence

needs_the_captured_page = pytest.mark.skipif(
    not (CAPTURED / "dump.txt").exists(),
    reason="the captured page is not on this machine, so its wording cannot be compared with ours",
)


def document(path: Path) -> Document:
    (found,) = read_paths([path])
    assert isinstance(found, Document), found.sentence
    return found


def words(text: str) -> list[str]:
    return re.findall(r"[\w$%]+", text.lower())


def runs(text: str) -> Iterator[str]:
    found = words(text)
    return (" ".join(found[at : at + RUN]) for at in range(len(found) - RUN + 1))


def body(text: str) -> str:
    """Without the front matter, which cites the sources by their titles."""
    return text.split("\n---\n", 1)[1]


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_a_brief_is_one_article_that_names_its_publisher_date_and_sources(path: Path) -> None:
    (article,) = document(path).articles
    assert article.publisher
    assert article.published
    assert article.published_basis in {"front_matter", "inferred"}
    assert article.sources
    assert all(source.title and source.publisher for source in article.sources)


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_a_brief_shows_the_title_that_its_front_matter_gives(path: Path) -> None:
    (article,) = document(path).articles
    assert f"\n# {article.title}\n" in path.read_text(encoding="utf-8")


@needs_the_captured_page
@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_no_brief_borrows_a_sentence_of_the_captured_page(path: Path) -> None:
    press = (CAPTURED / "dump.txt").read_text(encoding="utf-8").split("08 December 2025", 1)[1]
    borrowed = set(runs(press)) & set(runs(body(path.read_text(encoding="utf-8"))))
    assert not borrowed


@needs_the_captured_page
def test_the_briefs_keep_every_figure_of_the_captured_page() -> None:
    gold = json.loads((CAPTURED / "dump.gold.json").read_text(encoding="utf-8"))
    ours = "\n".join(path.read_text(encoding="utf-8").replace("–", "-") for path in [*BRIEFS, *TICKERS])
    figures = {number for row in gold["facts"] for number in re.findall(r"\d[\d.,]*\d|\d", row["quote"])}
    assert {figure for figure in figures if figure not in ours} == set()


@pytest.mark.parametrize("path", TICKERS, ids=lambda path: path.stem)
def test_a_ticker_printed_over_and_over_is_five_rates(path: Path) -> None:
    found = rates_of(document(path))
    assert [(rate.base, rate.counter) for rate in found] == [
        (currency, "USD") for currency in ("KGS", "KZT", "TJS", "UZS", "TMT")
    ]


def test_a_ticker_rate_keeps_its_printed_digits_its_change_and_the_page_date() -> None:
    tenge = rates_of(document(ARTICLES / "ticker-2025-12-08.txt"))[1]
    assert (tenge.value_text, tenge.value, tenge.change_text) == ("0.00196", Decimal("0.00196"), "-0%")
    assert (tenge.day.isoformat(), tenge.date_basis, tenge.seen) == ("2025-12-08", "page_date", 8)
