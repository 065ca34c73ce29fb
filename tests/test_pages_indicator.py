"""The indicator page: chart, map, table and sentences over one selection that the address holds."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.export import csv_text
from dashboard.queries import indicator
from dashboard.selection import CSV, Selection
from etl.model import Amount, Claim, Period, Subject
from tests.page_world import markup, opened, said, table_of
from tests.store_world import Store, a_claim, amount, say

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
    (claim,) = indicator.points("schools", ["KGZ"]).claim_id
    assert re.search(rf'<a href="evidence\?claim={claim}"[^>]*><mark[^>]*>120 schools</mark></a>', markup(at))


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
    assert len(table_of(at)) == 2
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    found = indicator.points("schools", ["KGZ"])
    rows = list(csv.DictReader(io.StringIO(csv_text(found[list(CSV)]))))
    assert [(row["value"], row["low"], row["high"]) for row in rows] == [("120", "", ""), ("", "5", "7")]


def many(count: int) -> list[Claim]:
    """As many parts of one country, each with a figure of its own."""
    parts = (Subject("schools", "schools", "education", f"part {n}") for n in range(count))
    return [a_claim(subject=part) for part in parts]


def test_a_long_table_is_turned_page_by_page_and_its_csv_has_all_rows(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.build(say("a", *many(60)))
    first = opened("indicator", store.folder, monkeypatch, view="table")
    assert len(table_of(first)) == 50
    assert "1–50 of 60 figures" in said(first)
    second = opened("indicator", store.folder, monkeypatch, view="table", rows="2")
    assert len(table_of(second)) == 10
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    assert len(list(csv.DictReader(io.StringIO(Selection("schools", ("KGZ",)).csv())))) == 60


def test_a_page_that_a_table_does_not_have_is_named_and_the_first_is_shown(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.build(say("a", *many(60)))
    at = opened("indicator", store.folder, monkeypatch, view="table", rows="9")
    assert "asks for 9, which is not on offer" in said(at)
    assert "1–50 of 60 figures" in said(at)


def test_a_table_can_have_the_newest_first(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    old = a_claim(period=Period(date(2012, 1, 1), date(2012, 12, 31)))
    store.build(say("a", old, a_claim("46.3%", country="UZB")))
    by_country = table_of(opened("indicator", store.folder, monkeypatch, view="table"))
    newest = table_of(opened("indicator", store.folder, monkeypatch, view="table", order="newest"))
    assert [row["Whose"] for row in by_country] == ["Kyrgyzstan", "Uzbekistan"]
    assert [row["Whose"] for row in newest] == ["Uzbekistan", "Kyrgyzstan"]


def test_a_sentence_with_several_figures_stands_once_with_each_of_them_marked(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.build(say("a", a_claim("2,400 pupils"), a_claim("46.3%")))
    at = opened("indicator", store.folder, monkeypatch, view="evidence")
    assert said(at).count("are girls") == 1
    marked = re.findall(r'<a href="evidence\?claim=[^>]+><mark[^>]*>([^<]+)</mark></a>', markup(at))
    assert marked == ["2,400 pupils", "46.3%"]


@pytest.fixture
def three_years(store: Store) -> Store:
    """Schools of Kyrgyzstan in three years and its people in one of them; a target of Uzbekistan."""
    told = {2012: "120", 2018: "150", 2024: "181"}
    schools = [
        a_claim(amount=amount(number), period=Period(date(year, 1, 1), date(year, 12, 31)))
        for year, number in told.items()
    ]
    people = a_claim(
        "2,400 pupils",
        subject=Subject("population", "population", "demography"),
        amount=Amount(Decimal(2400), None, None, "2,400", "exact", "person"),
    )
    goal = a_claim("46.3%", amount=amount("900"), country="UZB", kind="target")
    store.build(say("a", *schools, people, goal))
    return store


def test_an_index_is_offered_for_a_line_and_counts_from_its_first_year(
    three_years: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = opened("indicator", three_years.folder, monkeypatch, indicator="schools", show="index")
    assert re.findall(r"<b>([\d.]+)</b>", "".join(charts_of(at))) == ["100", "125", "151"]
    assert "2012 = 100; computed from the reported figures" in said(at)


def test_figures_per_head_are_offered_where_the_people_of_the_year_are_known(
    three_years: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = opened("indicator", three_years.folder, monkeypatch, indicator="schools", show="head")
    (chart,) = charts_of(at)
    assert re.findall(r"<b>([\d.]+)</b>", chart) == ["75.4"]
    assert "Kyrgyzstan: 2,400 people, 2024" in said(at)


def test_what_is_not_lawful_is_not_offered_and_the_address_is_told(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.build(say("a", a_claim(), a_claim("46.3%", country="UZB")))
    at = opened("indicator", store.folder, monkeypatch, show="head")
    assert not at.get("segmented_control")
    assert "asks for head, which is not on offer" in said(at)
