"""The search: names however they are spelt, sentences that have all the words, what is not found said so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.cells import rows
from dashboard.cursors import SETTINGS
from dashboard.folded import folded, matches
from dashboard.found import sentences_html
from dashboard.queries import search
from etl.store import publish
from etl.store.reference_rows import reference_rows
from tests.page_world import markup, opened, said
from tests.store_world import Store, a_claim, say

FAR = """Schools in Osh

In 2024 there were 120 schools in Osh.
They teach 46.3% of Öskemen's pupils.
"""
RUSSIAN = "Школы\n\nВ 2024 году в городе открыли 120 школ.\n"
LETTERS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "Z"), max_codepoint=0x52F)
    | st.sampled_from("’‘ʻʼ`")
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Two articles: schools in Osh, and the same number said in Russian."""
    store = Store(tmp_path_factory.mktemp("world") / "store", given=reference_rows())
    osh = a_claim(text=FAR, place="Osh")
    pupils = a_claim("46.3%", "46.3", FAR, country=None)
    store.build(say("a", osh, pupils, text=FAR), say("b", a_claim("120 школ", text=RUSSIAN), text=RUSSIAN))
    return store


@pytest.fixture
def world(built: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The store that the questions go to."""
    monkeypatch.setenv("OXUS_STORE", str(built.folder))
    return built


def named(wanted: str) -> list[str]:
    return [row.shown for row in search.names(wanted)]


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("osh", "Osh"),  # before the province and the others that begin so
        ("Kyrgyzstan", "Kyrgyzstan"),
        ("кыргызстан", "Kyrgyzstan"),
        ("KGZ", "Kyrgyzstan"),
        ("Frunze", "Bishkek"),
        ("Öskemen", "Ust-Kamenogorsk"),
        ("oskemen", "Ust-Kamenogorsk"),
        ("ust kamenogorsk", "Ust-Kamenogorsk"),
        ("Алма-Ата", "Almaty"),
        ("ust’ kamenogorsk", "Ust-Kamenogorsk"),
        ("Fargona", "Fergana"),
        ("schools", "Schools"),
        ("SCHO", "Schools"),
        ("rate unemployment", "Unemployment rate"),
    ],
)
def test_a_name_is_found_by_any_spelling_the_exact_one_first(world: Store, wanted: str, first: str) -> None:
    assert named(wanted)[0] == first


@pytest.mark.parametrize("wanted", ["", " ", "?!", "%", "zzzz"])
def test_what_names_nothing_finds_nothing(world: Store, wanted: str) -> None:
    assert named(wanted) == []
    assert not search.claims(wanted)
    assert not search.articles(wanted)


@pytest.mark.parametrize(
    ("wanted", "like"),
    [("Kazakstan", "Kazakhstan"), ("Tashkend", "Tashkent"), ("schoosl", "Schools"), ("Bishkk", "Bishkek")],
)
def test_a_slip_or_two_of_the_keys_still_finds_the_name(world: Store, wanted: str, like: str) -> None:
    assert search.near(wanted)[0].shown == like


@pytest.mark.parametrize("wanted", ["Os", "Mry", "xyzzyxyzzy"])
def test_a_short_word_is_not_taken_for_another(world: Store, wanted: str) -> None:
    assert not search.near(wanted)


@pytest.mark.parametrize(
    "wanted", ["SCHOOLS osh", "there were", "  120  ", "scho 2024", "osh kyrgyzstan", "школ кыргыз"]
)
def test_a_sentence_is_found_by_the_beginnings_of_all_its_words(world: Store, wanted: str) -> None:
    found = search.claims(wanted)
    assert found[0].quote in ("120 schools", "120 школ")


@pytest.mark.parametrize("wanted", ["chools", "schools girls", "120_000", "%"])
def test_no_sentence_is_found_by_the_inside_of_a_word_or_half_of_the_words(world: Store, wanted: str) -> None:
    assert not search.claims(wanted)


def test_a_sentence_that_has_the_words_itself_comes_before_one_that_is_only_about_them(world: Store) -> None:
    found = search.claims("schools")
    assert [row.whole for row in found] == [True, False, False]
    assert found[0].sentence == "In 2024 there were 120 schools in Osh."


def test_an_article_is_named_where_no_figure_stands_in_a_sentence_with_the_words(world: Store) -> None:
    assert not search.articles("schools teach pupils")
    assert [row.title for row in search.articles("were teach")] == ["Schools in Osh"]


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [("shcools", "schools"), ("pupills osh", "pupils osh"), ("schools", None), ("xyzzyxyzzy", None)],
)
def test_a_word_that_stands_nowhere_is_put_right(world: Store, wanted: str, meant: str | None) -> None:
    assert search.meant(wanted) == meant


@pytest.fixture(scope="module")
def database(built: Store) -> Iterator[duckdb.DuckDBPyConnection]:
    path = publish.current(built.folder)
    assert path is not None
    with duckdb.connect(str(path), read_only=True, config=SETTINGS) as connection:
        yield connection


@given(text=LETTERS)
@settings(max_examples=300, deadline=None)
def test_text_is_folded_on_the_page_as_in_the_database(
    database: duckdb.DuckDBPyConnection, text: str
) -> None:
    ((line,),) = database.execute("select folded($text)", {"text": text}).fetchall()
    assert folded(text) == str(line).split()


@given(LETTERS, LETTERS)
@settings(deadline=None)
def test_a_marked_word_begins_with_a_word_that_was_wanted(text: str, wanted: str) -> None:
    for mark in matches(text, wanted):
        (word,) = folded(text[mark.start : mark.end])
        assert word.startswith(tuple(folded(wanted)))


def test_found_words_and_every_figure_of_a_sentence_are_marked_in_one_quotation() -> None:
    row = {
        "article_id": "a",
        "sentence_start": 5,
        "sentence": "There were 120 <b> schools and 7 more.",
        "title": "T",
        "publisher": None,
        "published": None,
        "published_basis": None,
        "name": "Schools",
        "country_name": "Kyrgyzstan",
        "place": None,
        "dimension": None,
        "kind": "observed",
        "period": "2024",
        "low": None,
        "high": None,
        "qualifier": "exact",
        "unit": "school",
        "direction": None,
    }
    said_of = [("c1", 16, 19, 120, "120"), ("c2", 36, 37, 7, "7")]
    table = pd.DataFrame(
        [
            {**row, "claim_id": id_, "start": start, "end": end, "value": value, "value_text": words}
            for id_, start, end, value, words in said_of
        ]
    )
    page = sentences_html(tuple(rows(table)), "SCHOOLS")
    assert page.count("<blockquote>") == 1
    assert "claim=c1" in page.split(">120</mark></a> &lt;b&gt; <mark")[0]
    assert "claim=c2" in page.split(">7</mark></a> more.")[0]
    assert ">schools</mark> and" in page


def test_the_page_shows_what_the_address_asks_for(world: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    at = opened("search", world.folder, monkeypatch, q="  schools ")
    assert "<h1>Search: schools</h1>" in markup(at)
    assert "2 articles searched." in said(at)
    assert "indicator?indicator=schools" in markup(at)
    assert "evidence?claim=" in markup(at)


def test_a_place_without_a_site_leads_to_its_country_and_says_what_it_is(
    world: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = opened("search", world.folder, monkeypatch, q="Frunze")
    assert "href='country?country=KGZ'" in markup(at)
    assert "also “Frunze” · capital in Kyrgyzstan · no figure tied to it yet" in said(at)


def test_a_place_leads_to_its_site_on_the_map(bundled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = opened("search", bundled, monkeypatch, q="Bishkek")
    assert "href='places?place_country=KGZ&amp;place_site=Bishkek'" in markup(at)


def test_a_plant_that_figures_are_a_part_of_leads_to_its_site(
    bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = opened("search", bundled, monkeypatch, q="rogun")
    assert "href='places?place_country=TJK&amp;place_site=Rogun'" in markup(at)
    assert "no figure tied to it yet" not in said(at)
    assert "Installed capacity, Tajikistan, Rogun" in said(at)  # of a sentence that speaks of "the plant"


@pytest.mark.parametrize("wanted", ["schools kyrgyzstan", "кыргызстан scho", "KGZ schools"])
def test_words_for_an_indicator_and_a_country_lead_to_both(
    world: Store, monkeypatch: pytest.MonkeyPatch, wanted: str
) -> None:
    at = opened("search", world.folder, monkeypatch, q=wanted)
    assert "href='indicator?indicator=schools&amp;countries=KGZ'" in markup(at)


@pytest.mark.parametrize(
    "wanted", ["schools", "kyrgyzstan", "schools tajikistan", "schools kyrgyzstan rails"]
)
def test_words_for_one_of_them_or_for_what_is_not_known_make_no_pair(world: Store, wanted: str) -> None:
    assert not search.pairs(wanted)


def test_an_indicator_without_a_figure_is_no_link(world: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    at = opened("search", world.folder, monkeypatch, q="Unemployment rate")
    assert "indicator?" not in markup(at)
    assert "indicator, labour · no figure tied to it yet" in said(at)


def test_a_search_in_vain_says_what_was_searched_and_what_may_be_meant(
    world: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = opened("search", world.folder, monkeypatch, q="shcools")
    assert "Nothing found for “shcools” in 2 articles." in said(at)
    assert "Did you mean schools?" in said(at)
    assert "search?q=schools" in markup(at)


def test_a_search_for_markup_stays_text(world: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    at = opened("search", world.folder, monkeypatch, q="<img src=x onerror=alert(1)>")
    assert "<img" not in markup(at)
    assert "Nothing found for “<img src=x onerror=alert(1)>” in 2 articles." in said(at)


def test_without_words_the_page_says_what_can_be_asked(world: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    at = opened("search", world.folder, monkeypatch)
    assert "For example Schools, Osh." in said(at)


def test_in_an_empty_store_the_search_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build()
    at = opened("search", store.folder, monkeypatch, q="schools")
    assert "Nothing found for “schools” in 0 articles." in said(at)
