"""A captured page in Russian: its ticker, its date and its articles are told apart as in English."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from etl.extract import extract
from etl.read import document_from_text
from etl.read.dates import lead_date

FOLDER = Path(__file__).with_name("articles_ru")
# The one with the ticker comes first, as on a page.
PAGE = "\n".join(
    (FOLDER / f"{name}.txt").read_text(encoding="utf-8") for name in ("05", "01", "02", "03", "04", "06")
)


def test_each_article_of_a_page_begins_at_its_title() -> None:
    titles = [article.title.split()[0] for article in document_from_text(PAGE).articles]
    assert titles == ["Казахстан", "Казахстан", "Таджикистан", "Китайская", "Узбекистан", "Нацбанк"]


def test_the_pages_date_is_read_and_dates_no_article() -> None:
    document = document_from_text(PAGE)
    assert document.page_date == date(2025, 12, 8)
    assert [article.published is not None for article in document.articles] == [False] * 5 + [True]


def test_no_country_leaks_into_the_next_article() -> None:
    found = extract(document_from_text(PAGE))
    assert {(claim.title.split()[0], claim.country) for claim in found.claims if claim.title} == {
        ("Казахстан", "KAZ"),
        ("Таджикистан", "TJK"),
        ("Китайская", "KGZ"),
        ("Узбекистан", "UZB"),
        ("Нацбанк", "KGZ"),
    }


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Опубликовано: 12 мая 2025 г. в 11:21", "2025-05-12"),
        ("9 августа 2024 г. 12:57", "2024-08-09"),
        ("Дата: 3 декабря 2025 года", "2025-12-03"),
        ("БИШКЕК, 24 февраля 2025 года. Национальный банк сохранил ставку.", "2025-02-24"),
    ],
)
def test_a_line_dates_its_article(line: str, day: str) -> None:
    here = lead_date(line)
    assert here is not None
    assert here.period.label == day


def test_a_date_inside_a_sentence_dates_nothing() -> None:
    assert lead_date("Дата выборов 3 декабря 2025 года названа в указе") is None
