"""The landing: every cell holds a figure that opens its sentence, or says that nothing was found."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.database import ask
from dashboard.queries import region
from etl.model import Rate
from etl.store import ids
from etl.store.rates import SourceRun, write_rates
from tests.page_world import markup, opened, said
from tests.store_world import Store, a_claim, amount, say

CELL = re.compile(r"<td data-country='([^']+)'>(.*?)</td>", re.DOTALL)


def test_no_cell_is_blank_and_each_country_has_its_own(
    bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = CELL.findall(markup(opened("region", bundled, monkeypatch)))
    assert {country for country, _ in cells} == {
        "Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan",
    }  # fmt: skip
    assert len(cells) == 5 * (region.ROWS + 1)
    for _, cell in cells:
        assert "href='evidence?claim=" in cell or "href='rates'" in cell or "nothing found" in cell


def test_every_link_leads_to_a_claim_of_this_build(bundled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = markup(opened("region", bundled, monkeypatch))
    linked = set(re.findall(r"evidence\?claim=([0-9a-f]+)", page))
    known = set(ask("select claim_id from claims").claim_id)
    assert linked
    assert linked <= known


def test_a_currency_is_shown_with_the_digits_it_has(bundled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = said(opened("region", bundled, monkeypatch))
    assert "11,800–13,300 UZS" in page
    assert "12,500" not in page


def test_a_figure_says_period_age_and_origins(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(say("a", a_claim()))
    page = said(opened("region", store.folder, monkeypatch))
    assert re.search(r"120 schools ?2024 · \d+ yr · 1 source", page)
    assert "nothing found in 1 article" in page


def test_a_figure_of_the_whole_country_comes_before_one_of_a_place(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = a_claim()
    part = a_claim("46.3%", "46.3", place="Osh", amount=amount("46.3"))
    store.build(say("a", part, whole))
    page = markup(opened("region", store.folder, monkeypatch))
    (claim_id,) = ids.claim_ids([replace(whole, article="a")])
    assert f"evidence?claim={claim_id}" in page
    assert "46.3" not in said(opened("region", store.folder, monkeypatch))


def test_an_empty_store_still_says_what_is_not_known(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(say("a"))
    page = said(opened("region", store.folder, monkeypatch))
    assert "no rate read yet" in page
    assert "No indicator is known for a whole country yet." in page


def test_the_first_build_has_nothing_to_compare_with_and_the_second_counts(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.build(say("a", a_claim()))
    assert "First build: 1 figure" in said(opened("region", store.folder, monkeypatch))
    store.build(say("a", a_claim()), say("b", a_claim("2,400 pupils", "2400")))
    assert "1 figure came, 0 went" in said(opened("region", store.folder, monkeypatch))


def test_new_rates_alone_are_no_change_of_figures(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(say("a", a_claim()))
    store.build(say("a", a_claim()), say("b", a_claim("2,400 pupils", "2400")))
    rate = Rate(
        "USD", "KGS", 1, Decimal("87.45"), "87.45", date(2026, 5, 22), "published", "official", "nbkr"
    )
    write_rates(store.folder, [rate], SourceRun("nbkr", "ok", "came"))
    store.build(say("a", a_claim()), say("b", a_claim("2,400 pupils", "2400")))
    assert "1 figure came, 0 went" in said(opened("region", store.folder, monkeypatch))
