"""The indicator page: chart, map, table and sentences over one selection that the address holds."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.export import csv_text
from dashboard.indicator_table import CSV
from dashboard.queries import indicator
from etl.model import Amount
from tests.page_world import markup, opened, said
from tests.store_world import Store, a_claim, say

VIEWS = ["Chart", "Map", "Table", "Evidence"]


@pytest.fixture
def names(bundled: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every indicator of the bundled articles."""
    monkeypatch.setenv("OXUS_STORE", str(bundled))
    return list(indicator.names().values())


def charts_of(at: AppTest) -> list[str]:
    return re.findall(r"<figure class='ox-chart'.*?</figure>", markup(at), flags=re.DOTALL)


def test_every_indicator_opens_with_a_sentence_made_from_its_figures(
    names: list[str], bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in names:
        at = opened("indicator", bundled, monkeypatch, indicator=name)
        assert "<p class='ox-takeaway'>" in markup(at)
        assert charts_of(at) or "class='ox-alone'" in markup(at)


@pytest.mark.parametrize("view", VIEWS)
def test_the_address_restores_the_view(
    view: str, names: list[str], bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = opened("indicator", bundled, monkeypatch, indicator=names[-1], view=view)
    found = [part for part in at.get("tab") if part.proto.label == view]
    assert found
    assert any(len(part.children) for part in found)


def test_a_chart_has_words_for_those_who_do_not_see_it(
    names: list[str], bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = (opened("indicator", bundled, monkeypatch, indicator=name) for name in names)
    charts = next(found for at in drawn if (found := charts_of(at)))
    assert all(re.search(r"role='group' aria-label='[^']{20,}'", chart) for chart in charts)


def test_an_indicator_that_is_not_on_offer_is_named_and_left_out(
    bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = opened("indicator", bundled, monkeypatch, indicator="Unicorns", countries=["Narnia"])
    assert "asks for Unicorns, which is not" in said(at)
    assert "asks for Narnia, which is not" in said(at)


def test_a_choice_of_countries_without_figures_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(say("a", a_claim()))
    at = opened("indicator", store.folder, monkeypatch, countries=["Uzbekistan"])
    assert "Nothing found for Uzbekistan in 1 article." in said(at)
    assert "Nothing found for this choice." in said(at)


def test_one_figure_is_shown_with_the_sentence_it_came_from(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.build(say("a", a_claim()))
    at = opened("indicator", store.folder, monkeypatch)
    assert not charts_of(at)
    assert "In 2024 there were 120 schools in Osh." in said(at)
    assert '<mark class="ox-q ox-q-now" title="the figure">120 schools</mark>' in markup(at)


def test_a_map_never_compares_two_units(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    pupils = Amount(Decimal(2400), None, None, "2,400", "exact", "pupil")
    other = a_claim("2,400 pupils", amount=pupils, country="UZB")
    store.build(say("a", a_claim(), a_claim("46.3%", country="KAZ"), other))
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    found = indicator.newest("schools", ["KAZ", "KGZ", "UZB"])
    assert sorted(found.country) == ["KAZ", "KGZ"]
    assert set(found.unit) == {"school"}


def test_a_new_build_is_drawn_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def two(value: int) -> tuple[object, ...]:
        changed = Amount(Decimal(value), None, None, str(value), "exact", "school")
        return a_claim(), a_claim("2,400 pupils", amount=changed, country="UZB")

    for value in (111, 222):
        store.version = f"v{value}"  # another reading of the same text
        store.build(say("a", *two(value)))  # type: ignore[arg-type]
        (chart,) = charts_of(opened("indicator", store.folder, monkeypatch))
        assert f"<b>{value}</b>" in chart


def test_the_csv_has_the_rows_of_the_table_with_missing_left_empty(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = Amount(None, Decimal(5), Decimal(7), "5-7", "range", "school")
    store.build(say("a", a_claim(), a_claim("2,400 pupils", amount=wide, place="Osh")))
    at = opened("indicator", store.folder, monkeypatch, view="Table")
    assert len(at.dataframe[0].value) == 2
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    found = indicator.points("schools", ["KGZ"])
    rows = list(csv.DictReader(io.StringIO(csv_text(found[list(CSV)]))))
    assert [(row["value"], row["low"], row["high"]) for row in rows] == [("120", "", ""), ("", "5", "7")]
