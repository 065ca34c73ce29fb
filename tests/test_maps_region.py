"""The small map of five countries: what is coloured, what is a circle, what is said of the rest."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import classes, picture, region_map, theme
from dashboard.shapes import FIVE
from tests.page_world import Words

THEMES: tuple[theme.Theme, ...] = ("light", "dark")
COLUMNS = [
    "country",
    "value",
    "low",
    "high",
    "value_text",
    "qualifier",
    "label",
    "when",
    "kind",
    "unit",
    "unit_family",
]
COLUMNS += ["claim_id", "age"]


def values(*rows: dict[str, Any]) -> pd.DataFrame:
    """A table as the map wants it: obesity in percent, observed in 2023, unless a row says otherwise."""
    usual = {
        "when": "2023",
        "kind": "observed",
        "unit": "percent",
        "unit_family": "rate",
        "claim_id": "c1",
        "age": 0,
    }
    full = [{**usual, "label": f"{row['value']} %", **row} for row in rows]
    return pd.DataFrame(full, columns=COLUMNS)


def fills(html: str) -> list[str]:
    """Fill colours of the areas, KAZ KGZ TJK TKM UZB, then hatching."""
    svg = unquote(html.partition("<img src='data:image/svg+xml,")[2].partition("'")[0])
    areas = svg.partition('<path d="' + picture.lakes(region_map.FRAME)[:40])[0]
    return [part.partition('"')[0] for part in areas.split('" fill="')[1:]]


def svg(html: str) -> str:
    return unquote(html.partition("<img src='")[2].partition("'")[0])


ALL_FIVE = [
    {"country": "KAZ", "value": 23.5},
    {"country": "KGZ", "value": 4.1},
    {"country": "TJK", "value": 17.4},
    {"country": "TKM", "value": 8},
    {"country": "UZB", "value": 41},
]


@pytest.mark.parametrize("shown", THEMES)
@pytest.mark.parametrize("n", [0, 1, 2, 5])
def test_each_country_says_its_figure_or_that_nothing_was_found(n: int, shown: theme.Theme) -> None:
    said = Words.of(region_map.region_map(values(*ALL_FIVE[:n]), shown))
    assert said.count("nothing found") == 5 - n
    for row in ALL_FIVE[:n]:
        assert f"{row['value']} %" in said


def test_rates_have_fixed_classes() -> None:
    html = region_map.region_map(values(*ALL_FIVE), "light")
    ramp = classes.RAMP
    assert fills(html) == [ramp[3], ramp[0], ramp[2], ramp[1], ramp[4]]


def test_more_is_farther_from_the_page_by_day_and_by_night() -> None:
    for shown in THEMES:
        lowest, *_, highest = classes.ramp(shown)
        ground = theme.GROUND[shown]
        assert classes.contrast(highest, ground) > classes.contrast(lowest, ground)


def test_equal_values_have_one_colour_and_zero_is_a_value() -> None:
    html = region_map.region_map(
        values({"country": "KGZ", "value": 0}, {"country": "TJK", "value": 0}), "light"
    )
    assert fills(html)[1] == fills(html)[2] == classes.RAMP[0]
    assert "0 %" in Words.of(html)


def test_ties_are_one_class_however_few_the_values() -> None:
    html = region_map.region_map(values(*({**row, "value": 17} for row in ALL_FIVE)), "light")
    assert fills(html) == [classes.RAMP[2]] * 5
    assert "years differ" not in Words.of(html)


def test_a_zero_is_said_to_be_a_figure() -> None:
    html = region_map.region_map(values({"country": "KGZ", "value": 0}), "light")
    assert "zero is a figure, in the lowest step" in Words.of(html)


def test_figures_of_different_years_are_printed_with_them() -> None:
    years = ["2019", "2020", "2021", "2022", "2023"]
    rows = [{**row, "when": year} for row, year in zip(ALL_FIVE, years, strict=True)]
    said = Words.of(region_map.region_map(values(*rows), "light"))
    assert all(year in said for year in years)
    assert "years differ: each is printed" in said


def test_a_figure_that_may_be_in_two_steps_is_said_and_not_coloured() -> None:
    more = {"country": "KAZ", "value": 17, "qualifier": "more_than"}
    html = region_map.region_map(values(more), "light")
    assert fills(html)[0] == region_map.LAND["light"]
    assert "a figure that may be in two steps is not coloured" in Words.of(html)
    certain = {**more, "value": 60}
    assert fills(region_map.region_map(values(certain), "light"))[0] == classes.RAMP[4]


def test_a_range_is_coloured_where_both_ends_are_in_one_step() -> None:
    inside = {"country": "KAZ", "value": None, "low": 11, "high": 19, "qualifier": "range"}
    assert fills(region_map.region_map(values(inside), "light"))[0] == classes.RAMP[2]
    across = {**inside, "high": 30}
    assert fills(region_map.region_map(values(across), "light"))[0] == region_map.LAND["light"]


def test_a_share_of_something_counted_is_no_circle() -> None:
    row = {"country": "KAZ", "value": 40, "unit": "percent", "unit_family": "count", "kind": "share"}
    assert "<circle" not in svg(region_map.region_map(values(row), "light"))


def test_the_key_has_the_grey_of_no_data_only_where_a_country_has_none() -> None:
    for n in range(6):
        html = region_map.region_map(values(*ALL_FIVE[:n]), "light")
        assert ("no data" in Words.of(html)) == (n < 5)
        assert ("ox-swatch-hatched'" in html) == (3 <= n < 5)


KINDS = ("observed", "target", "planned", "forecast", "share")
A_ROW = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(KINDS),
        "value": st.none() | st.integers(0, 120),
        "qualifier": st.sampled_from(("exact", "about", "more_than", "less_than", "vague")),
        "unit_family": st.sampled_from(("rate", "count")),
    }
)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(FIVE), A_ROW))
def test_only_what_was_observed_has_a_colour_or_a_filled_circle(rows: dict[str, dict[str, Any]]) -> None:
    """Whatever the mixture: nothing that is aimed at enters a class, and its circle is an outline."""
    html = region_map.region_map(values(*({"country": c, **row} for c, row in rows.items())), "light")
    shades = dict(zip(FIVE, fills(html), strict=False))
    for country in FIVE:
        row = rows.get(country)
        if row is None:
            assert shades[country] == theme.NODATA["light"]
        elif shades[country] in classes.RAMP:
            assert (row["kind"], row["unit_family"]) == ("observed", "rate")
    filled = svg(html).count('fill-opacity=".35"')
    observed = [
        r for r in rows.values() if r["unit_family"] == "count" and r["kind"] == "observed" and r["value"]
    ]
    assert filled == len(observed)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(FIVE), A_ROW), st.sampled_from(FIVE), st.integers(0, 120))
def test_a_target_changes_no_colour_but_that_of_its_country(
    rows: dict[str, dict[str, Any]], country: str, value: int
) -> None:
    """The steps are fixed: what one country aims at moves no other country into another class."""
    rates = {c: {**row, "unit_family": "rate", "country": c} for c, row in rows.items()}
    aimed = {**rates, country: {"country": country, "kind": "target", "value": value}}
    before = region_map.region_map(
        values(*rates.values(), *(() if country in rates else [aimed[country]])), "light"
    )
    after = region_map.region_map(values(*aimed.values()), "light")
    others = [n for n, c in enumerate(FIVE) if c != country]
    assert [fills(before)[n] for n in others] == [fills(after)[n] for n in others]


@pytest.mark.parametrize("kind", ["target", "planned", "forecast"])
def test_what_is_only_aimed_at_is_never_coloured(kind: str) -> None:
    html = region_map.region_map(values(*({**row, "kind": kind} for row in ALL_FIVE)), "light")
    assert set(fills(html)) == {region_map.LAND["light"]}
    assert f"{kind} 2023" in Words.of(html)


def test_a_country_without_a_figure_is_grey_outside_the_ramp_and_hatched() -> None:
    for shown in THEMES:
        html = region_map.region_map(values(*ALL_FIVE[:4]), shown)
        assert fills(html)[4:] == [theme.NODATA[shown], picture.HATCHED]
        assert theme.NODATA[shown] not in classes.RAMP


def test_where_most_are_empty_hatching_would_fill_the_picture() -> None:
    assert picture.HATCHED not in fills(region_map.region_map(values(*ALL_FIVE[:2]), "light"))


def test_counts_are_circles_on_plain_land() -> None:
    counts = {"unit": "person", "unit_family": "count"}
    html = region_map.region_map(
        values({"country": "KAZ", "value": 400, **counts}, {"country": "UZB", "value": 100, **counts}),
        "light",
    )
    assert svg(html).count("<circle") == 2
    assert f'r="{region_map.LARGEST:.1f}"' in svg(html)
    assert f'r="{region_map.LARGEST / 2:.1f}"' in svg(html)
    assert not set(fills(html)) & set(classes.RAMP)


def test_a_planned_count_is_an_outline() -> None:
    row = {"country": "KAZ", "value": 400, "unit": "person", "unit_family": "count", "kind": "planned"}
    assert 'fill="none" stroke-dasharray' in svg(region_map.region_map(values(row), "light"))


def test_a_count_of_zero_is_said_and_not_drawn() -> None:
    row = {"country": "KAZ", "value": 0, "unit": "person", "unit_family": "count"}
    html = region_map.region_map(values(row), "light")
    assert "<circle" not in svg(html)


def test_an_amount_in_words_is_said_and_not_coloured() -> None:
    html = region_map.region_map(values({"country": "KAZ", "value": None, "label": "dozens"}), "light")
    assert fills(html)[0] == region_map.LAND["light"]
    assert "dozens" in Words.of(html)


@pytest.mark.parametrize("shown", THEMES)
@pytest.mark.parametrize("fill", [*classes.RAMP, *region_map.LAND.values(), *theme.NODATA.values()])
def test_words_on_a_colour_can_be_read(fill: str, shown: theme.Theme) -> None:
    assert classes.contrast(classes.ink_on(fill), fill) >= 4.5


def test_figures_open_their_sentences() -> None:
    html = region_map.region_map(values({"country": "KAZ", "value": 5, "claim_id": "a&b"}), "light")
    assert "href='evidence?claim=a%26b'" in html


@pytest.mark.parametrize("text", ["<img src=x onerror=alert(1)>", "' onload='x", "{title}", "@@=f()"])
def test_words_are_escaped(text: str) -> None:
    html = region_map.region_map(values({"country": "KAZ", "value": 5, "label": text, "when": text}), "light")
    assert "<img src=x" not in html
    assert "' onload='" not in html
    assert text in Words.of(html)


def test_the_picture_says_what_it_shows() -> None:
    html = region_map.region_map(values(*ALL_FIVE[:1]), "light")
    assert "alt='Map of Central Asia. Kazakhstan: 23.5 %, 2023; Kyrgyzstan: nothing found;" in html
    assert "not authoritative" in Words.of(html)


def test_the_region_as_a_whole_is_no_country_on_the_map() -> None:
    html = region_map.region_map(values({"country": "REGION", "value": 5}), "light")
    assert Words.of(html).count("nothing found") == 5


def test_a_mark_on_the_map_is_as_small_as_it_is_old_and_the_key_says_so() -> None:
    html = region_map.region_map(values({"country": "KAZ", "value": 5, "age": 2}), "light")
    assert html.count("ox-m-older") == 2  # on the country and in the key
    assert "smallest: over 8 years old" in Words.of(html)
    assert "years old" not in region_map.region_map(values(*ALL_FIVE), "light")
