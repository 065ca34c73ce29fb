"""The country page: all that is known of one country, chosen by address."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from etl.model import Period
from tests.page_world import markup, opened, said
from tests.store_world import Store, a_claim, amount, say

COUNTRIES = ["Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"]


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_address_chooses_the_country(
    country: str, bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = opened("country", bundled, monkeypatch, country=country)
    assert f"<h1>{country}</h1>" in markup(at)
    assert "reported figures from" in said(at)
    assert "evidence?claim=" in markup(at)


def test_a_country_that_is_not_on_offer_is_named_and_left_out(
    bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = opened("country", bundled, monkeypatch, country="Narnia")
    assert "<h1>Kazakhstan</h1>" in markup(at)
    assert "The address asks for Narnia, which is not on offer here" in said(at)


def test_a_country_without_figures_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(say("a", a_claim()))
    page = said(opened("country", store.folder, monkeypatch, country="Uzbekistan"))
    assert "Nothing was found about Uzbekistan." in page
    assert "No exchange rate was read." in page
    assert "Nothing found on education in 1 article." in page


def test_what_was_drawn_of_one_database_is_not_shown_of_the_next(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.build(say("a", a_claim()))
    assert "120 schools" in said(opened("country", store.folder, monkeypatch, country="Kyrgyzstan"))
    store.build(say("b", a_claim("46.3%", "46.3", amount=amount("46.3", unit="percent"))))
    page = said(opened("country", store.folder, monkeypatch, country="Kyrgyzstan"))
    assert "46.3 %" in page
    assert "120 schools" not in page


def test_the_places_of_a_country_are_on_a_small_map_and_lead_to_the_map_of_plants(
    bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = opened("country", bundled, monkeypatch, country="KGZ")
    page, words = markup(at), said(at)
    assert page.count("ox-flat-here") == 1
    assert "alt='Map of plants and projects. Figures for 6 places in 1 country. Places: Bishkek" in page
    assert page.count("href='places?place_country=KGZ&amp;place_site=Osh'") == 2  # on the map and in the list
    assert "Osh1 figure · planned" in words


def test_a_place_of_no_plant_leads_to_its_sentences(bundled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = opened("country", bundled, monkeypatch, country="KAZ")
    assert "Other places with figures: Astana" in said(at)
    assert "href='search?q=Astana'" in markup(at)


def test_a_country_whose_figures_name_no_place_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(say("a", a_claim()))
    at = opened("country", store.folder, monkeypatch, country="UZB")
    assert "No figure names a place of this country." in said(at)
    assert "ox-flat" not in markup(at).replace(".ox-flat", "")


def test_what_is_due_next_comes_before_what_was_due(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def due(year: int, quote: str) -> object:
        when = Period(date(year, 1, 1), date(year, 12, 31))
        return replace(a_claim(quote), kind="target", period=when, amount=amount(str(year)))

    store.build(say("a", due(2020, "120 schools"), due(2090, "2,400 pupils")))  # type: ignore[arg-type]
    page = said(opened("country", store.folder, monkeypatch, country="Kyrgyzstan"))
    listed = page[page.index("Aimed at and expected") :]
    assert listed.index("target 2090") < listed.index("target 2020")


def test_words_of_an_article_are_never_markup(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = "</td><script>alert(1)</script>"
    store.build(say("a", replace(a_claim(), place=hostile, title=hostile, claimant=hostile)))
    page = markup(opened("country", store.folder, monkeypatch, country="Kyrgyzstan"))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
