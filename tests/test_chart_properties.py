"""What holds for every set of figures: what is aimed at stays out of lines, ranks and what is computed."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import charts, figures, forms, indexed, lenses, marks, ranks, takeaways, words
from dashboard.heads import may_be, per_head
from dashboard.lines import lines
from dashboard.points import placed
from tests.points_world import NAMES, a_point, shown

TODAY = date(2026, 11, 22)
NOT_YET = {"target", "planned", "forecast"}
KINDS = ("observed", "observed", "share", "change", *sorted(NOT_YET))
QUALIFIERS = ("exact", "exact", "about", "more_than", "less_than", "range", "vague")

Told = list[dict[str, object]]


def told_as(
    kind: str, qualifier: str, tenths: int, year: int | None, more: dict[str, object]
) -> dict[str, object]:
    """A figure of percents or money of a country, its amount as the qualifier has it."""
    value = tenths / 10
    amounts: dict[str, dict[str, object]] = {
        "range": {"value": None, "low": value, "high": value + 1.5, "value_text": "a few"},
        "vague": {"value": None, "value_text": "dozens"},
    }
    amount = amounts.get(qualifier, {"value": value, "value_text": str(value)})
    country = str(more["country"])
    said = {"kind": kind, "qualifier": qualifier, "unit_family": "money"}
    return a_point(country, year=year) | amount | said | more


MORE = st.fixed_dictionaries(
    {
        "country": st.sampled_from(list(NAMES)),
        "direction": st.sampled_from([None, "up", "down"]),
        "unit": st.sampled_from(["percent", "percent", "USD"]),
        "dimension": st.sampled_from([None, None, "adults"]),
        "claimant": st.sampled_from([None, "the WHO"]),
        "article_id": st.sampled_from(["a", "b"]),
        "publisher": st.sampled_from(["The Times", None]),
    }
)
A_CLAIM = st.builds(
    told_as,
    st.sampled_from(KINDS),
    st.sampled_from(QUALIFIERS),
    st.integers(0, 9999),
    st.sampled_from([None, 2012, 2018, 2023, 2024, 2030]),
    MORE,
)


def claims() -> st.SearchStrategy[Told]:
    """Figures of one indicator: any kind, qualifier, time and source."""
    return st.lists(A_CLAIM, max_size=12).map(
        lambda told: [each | {"claim_id": f"c{n}"} for n, each in enumerate(told)]
    )


@cache
def people() -> list[Any]:
    """A population for every country and year."""
    each = {"indicator": "population", "unit": "person", "value_text": "1,000,000"}
    years = (2012, 2018, 2023, 2024, 2030)
    return shown(*(a_point(c, 1_000_000.0, year) | each for c in NAMES for year in years))


def is_so(row: Any) -> bool:
    return row.kind not in NOT_YET


@settings(max_examples=60, deadline=None)
@given(claims())
def test_no_line_joins_what_is_aimed_at_or_told_by_another(given_: Told) -> None:
    for line in lines(placed(shown(*given_))):
        rows = [each.row for each in line]
        assert {row.kind for row in rows} in ({"observed"}, {"share"})
        assert {row.qualifier for row in rows} <= {"exact", "about"}
        assert len({(figures.lane(row), row.unit, figures.months(row)) for row in rows}) == 1
        assert len({words.text(row.claimant) for row in rows} - {None}) <= 1
        assert [row.period for row in rows] == sorted(row.period for row in rows)


@settings(max_examples=60, deadline=None)
@given(claims())
def test_what_is_aimed_at_changes_no_line(given_: Told) -> None:
    rows = shown(*given_)
    with_goals, without = (lines(placed(some)) for some in (rows, filter(is_so, rows)))
    assert [[p.row for p in line] for line in with_goals] == [[p.row for p in line] for line in without]


@settings(max_examples=60, deadline=None)
@given(claims())
def test_what_is_aimed_at_has_no_rank_and_changes_none(given_: Told) -> None:
    for panel in forms.panels(shown(*given_)):
        order = [each.row for each in ranks.in_order(placed(panel.figures))]
        seen = [row.country for row in order if is_so(row)]
        only_goals = {row.country for row in order} - set(seen)
        assert list(dict.fromkeys(seen)) == _ranked(filter(is_so, panel.figures))
        first_goal = min((n for n, row in enumerate(order) if row.country in only_goals), default=len(order))
        assert all(row.country in only_goals for row in order[first_goal:])


def _ranked(rows: Any) -> list[str]:
    return list(dict.fromkeys(each.row.country for each in ranks.in_order(placed(rows))))


@settings(max_examples=60, deadline=None)
@given(claims())
def test_only_what_was_observed_of_a_whole_country_is_compared(given_: Told) -> None:
    rows = shown(*given_)
    newest = ranks.newest(rows)
    assert all(row.kind == "observed" and ranks.is_whole(row) for row in newest)
    assert len({row.country for row in newest}) == len(newest)
    assert len({row.unit for row in newest}) <= 1
    assert newest == ranks.newest(filter(is_so, rows))


@settings(max_examples=60, deadline=None)
@given(claims())
def test_an_index_and_figures_per_head_are_computed_from_observed_figures_alone(given_: Told) -> None:
    rows = shown(*given_)
    by_claim = {row.claim_id: row for row in rows}
    assert {row.claim_id for row in per_head(rows, people())[0]} <= {r.claim_id for r in rows if may_be(r)}
    for computed in (indexed.indexed, lambda some: per_head(some, people())):
        made, note = computed(rows)
        assert all(by_claim[row.claim_id].kind == row.kind == "observed" for row in made)
        assert all(row.qualifier in ("exact", "about") for row in made)
        assert (made, note) == computed(list(filter(is_so, rows)))


@settings(max_examples=60, deadline=None)
@given(claims())
def test_what_is_said_to_be_known_was_observed(given_: Told) -> None:
    rows = shown(*given_)
    if (panels := forms.panels(rows)) and {row.kind for row in panels[0].figures} - NOT_YET - {
        "change",
        "share",
    }:
        same_unit = [row for row in rows if row.unit == panels[0].figures[0].unit]
        said = takeaways.takeaway(same_unit, list(NAMES.values()), 9).partition(" Aimed at or expected:")[0]
        if said.startswith("Known for"):
            assert said == takeaways.takeaway(filter(is_so, same_unit), list(NAMES.values()), 9)


@settings(max_examples=60, deadline=None)
@given(claims())
def test_every_figure_of_a_lens_has_its_mark_and_opens_its_sentence(given_: Told) -> None:
    rows = shown(*given_)
    for code in lenses.NAMES:
        for panel in lenses.through(code, rows, people()).panels:
            drawn = charts.chart(panel, {}, TODAY)
            for row in panel.figures:
                assert _mark_of(row) in _links(drawn, row.claim_id), (code, row)


def _mark_of(row: Any) -> str:
    return marks.classes(figures.mark_of(row))


def _links(drawn: str, claim: str) -> str:
    """What stands in the links to a claim."""
    return "".join(re.findall(rf"<a [^>]*href='evidence\?claim={claim}'[^>]*>(.*?)</a>", drawn))
