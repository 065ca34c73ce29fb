"""Russian is glossed: the lists are sound, and what is read of a shadow is told in the article's words."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.highlight import Highlight, article_html
from etl.extract import extract
from etl.extract.articles import found_in
from etl.extract.gloss import read_in_any
from etl.extract.gloss_shadow import Shadow
from etl.extract.gloss_text import add_glossed
from etl.extract.gloss_words import ELEMENT, keys, word
from etl.model import Span
from etl.read import document_from_text
from etl.reference import language
from tests.soundness import unsound

ROOT = Path(__file__).resolve().parent.parent
RUSSIAN = re.compile(r"[а-я]+")
WORDS = re.findall(
    r"\S+",
    """
    В 2024 году Казахстан Узбекистана в Оше экспорт вырос на с до по 5% 12,4 млн тыс. г. гг. млрд
    долларов США тонн в сутки кВт·ч куб. м за январь–октябрь первое полугодие треть половина вдвое в два
    раза планируется рабочих мест школ 1 250 000 двадцать пять полтора миллиона , . ; ( ) « » – — № 158
    $ том числе из них не менее около населения 35–36% процентных пункта Қазақстан Kazakhstan exports
    2,5 раза • сообщил министр , что к 2030 году
    """,
)
NEWS = st.lists(st.sampled_from(WORDS), max_size=50).map(" ".join)


def english(text: str) -> str:
    shadow = Shadow()
    add_glossed(shadow, text, Span(0, len(text)))
    return "".join(shadow.texts)


@pytest.mark.parametrize(
    ("russian", "expected"),
    [
        ("рост на 7,254 млн тонн", "growth by 7.254 million tons"),
        ("В 2024 г. Казахстан построил 12 школ.", "In 2024 Kazakhstan built 12 schools."),
        ("снизился с 6,8% до 5,5%", "fell from 6.8% to 5.5%"),
        ("сможет выпускать до 500 тонн", "will produce up to 500 tons"),
        ("1000 тонн мусора в сутки", "1000 tons of waste per day"),
        ("экспорт в Китай", "exports to China"),
        ("экспорт в Китае", "exports in China"),
        ("двадцать пять тысяч человек", "25 thousand people"),
        ("двадцать пять компаний", "25 companies"),
        ("к 2030 году планируется увеличить", "by 2030 is planned to increase"),
        ("сообщил министр", "according to minister"),
        ("министр сообщил, что", "minister said that"),
        ("анемией страдают", "anemia suffer"),
        ("Газета Times пишет", "Newspaper Times pishet"),
    ],
)
def test_a_text_has_its_english_word_for_word(russian: str, expected: str) -> None:
    assert english(russian) == expected


@pytest.mark.parametrize("form", ["школа", "школы", "школу", "школой", "школах", "Школами"])
def test_every_form_of_a_word_is_the_word(form: str) -> None:
    found = word(form)
    assert found is not None
    assert found.gloss == "school"


def test_a_word_that_no_list_has_is_the_same_in_every_form() -> None:
    assert {english(f"о {form}") for form in ("бубликах", "бублике", "бублика")} == {"on bublik"}


def test_a_phrase_lends_its_numbers_to_its_gloss() -> None:
    wrong = [
        (written, gloss)
        for rows in language("phrases", "ru").values()
        for written, gloss in rows.items()
        if [written.count(sign) for sign in "#@"] != [gloss.count(sign) for sign in "#@"]
    ]
    assert not wrong


def test_a_phrase_is_spelled_as_it_is_looked_up() -> None:
    """An element is a mark, a number, or a word in the plain letters that `keys` gives a word."""
    wrong = [
        element
        for rows in language("phrases", "ru").values()
        for written in rows
        for element in ELEMENT.findall(written)
        if element.isalpha() and element not in keys(element)
    ]
    assert not wrong


def test_words_are_spelled_as_they_are_looked_up() -> None:
    wrong = [
        stem
        for part, rows in language("words", "ru").items()
        for stem in rows
        if not RUSSIAN.fullmatch(stem) and part not in ("acronym", "measure")
    ]
    assert not wrong


def test_every_choice_ends_with_a_gloss_for_all_other_clauses() -> None:
    last = {row["word"]: row.keys() for row in language("choices", "ru")["choice"]}
    assert {word for word, keys in last.items() if keys != {"word", "gloss"}} == set()
    assert last.keys() == language("words", "ru")["choice"].keys()


@given(NEWS)
@settings(max_examples=200, deadline=None)
def test_each_piece_of_a_shadow_knows_its_place(text: str) -> None:
    shadow = Shadow()
    add_glossed(shadow, text, Span(0, len(text)))
    assert all(0 <= span.start <= span.end <= len(text) for span in shadow.spans)
    assert all(a.end <= b.start for a, b in zip(shadow.spans, shadow.spans[1:], strict=False))
    assert all(
        span.of(text) == piece
        for span, piece, same in zip(shadow.spans, shadow.texts, shadow.same, strict=True)
        if same
    )


@given(st.one_of(NEWS, st.text(alphabet="абв ЯЁқ0123456789.,%–()\n", max_size=200)))
@settings(max_examples=200, deadline=None)
def test_a_claim_quotes_the_article_and_not_the_shadow(text: str) -> None:
    assert not list(unsound(text))


def test_an_english_article_is_read_as_if_there_were_no_gloss() -> None:
    text = "Kazakhstan exported 5.1 million tons of wheat in 2024, up 12% on 2023."
    (article,) = document_from_text(text).articles
    assert read_in_any(text, article) == found_in(text, article)


def test_a_number_and_a_claimant_come_back_as_printed() -> None:
    text = "По данным Минздрава, в 2024 году в Казахстане выявлено 28,5 тысячи случаев кори."
    (claim,) = extract(document_from_text(text)).claims
    assert (claim.amount.text, claim.claimant) == ("28,5 тысячи", "Минздрава")


def test_the_page_marks_a_quote_in_cyrillic() -> None:
    text = "В Казахстане построено 12 школ."
    (claim,) = extract(document_from_text(text)).claims
    mark = Highlight(claim.quote.start, claim.quote.end, "claim", "a claim")
    assert "12 школ</mark>" in article_html(text, 0, len(text), [mark])


def test_the_order_of_a_set_never_shows() -> None:
    """Stems and phrases are looked for by sets; the same bytes must come out for every hash seed."""
    code = (
        "from etl.extract.gloss_shadow import Shadow; from etl.extract.gloss_text import add_glossed\n"
        "from etl.model import Span\n"
        "t = open('tests/articles_ru/01.txt', encoding='utf-8').read()\n"
        "s = Shadow(); add_glossed(s, t, Span(0, len(t))); print(''.join(s.texts))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(told) == 1
