"""The data choose the form of a chart; marks keep to their grammar; nothing is invented between figures."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import axes, charts, forms, labels, takeaways, timeline
from dashboard.boxes import Box
from dashboard.cells import rows
from dashboard.lines import lines
from dashboard.points import placed
from tests.page_world import Words
from tests.points_world import NAMES, a_point, points, shown, told

TODAY = date(2026, 11, 22)
TARGET = a_point(year=2030, value=12.0, kind="target")
RANGE = a_point(value=None, low=35.0, high=36.0, qualifier="range", value_text="35-36")
VAGUE = a_point("KGZ", None, qualifier="vague", value_text="dozens")


def drawn(*rows: dict[str, object], others: dict[str, list[Any]] | None = None) -> str:
    """The only panel of these figures as a chart."""
    (panel,) = forms.panels(shown(*rows))
    return charts.chart(panel, others or {}, TODAY)


def marks_of(chart: str) -> list[str]:
    """Shape and sign of each mark on a scale, in order."""
    return [
        " ".join(found)
        for found in re.findall(r"<a class='ox-at[^>]*><i class='ox-m ox-m-(\w+) ox-m-(\w+)", chart)
    ]


def said(chart: str) -> str:
    return Words.of(chart)


def joined(*rows: dict[str, object]) -> list[list[float]]:
    return [[each.low for each in line] for line in lines(placed(shown(*rows)))]


@pytest.mark.parametrize(
    "rows",
    [
        [a_point(), a_point("UZB", 9.0)],
        [a_point(), a_point(value=17.4, claim_id="tie", place="Khujand")],
        [a_point(value=0.0, value_text="0"), a_point("UZB", 0.0, value_text="0")],
        [TARGET, a_point("UZB", 9.0, kind="target")],
        [RANGE, a_point("UZB", 9.0)],
        [VAGUE, a_point()],
        [VAGUE, VAGUE | {"country": "UZB", "country_name": "Uzbekistan", "claim_id": "other"}],
        [a_point(year=None), a_point()],
        [a_point(value=y, year=y) for y in range(2010, 2024)],
        [a_point(c, 5.0 + y, year=2010 + y) for c in NAMES for y in range(13)],
    ],
    ids=["two", "ties", "zeros", "targets", "range", "vague", "vague only", "undated", "a line", "crowd"],
)
def test_every_figure_is_on_the_chart_and_opens_its_sentence(rows: list[dict[str, object]]) -> None:
    chart = drawn(*rows)
    for row in rows:
        assert f"href='evidence?claim={row['claim_id']}'" in chart


def test_the_form_follows_the_data() -> None:
    assert forms.form(shown()) == "nothing"
    assert forms.form(shown(a_point())) == "sentence"
    assert forms.form(shown(a_point(), a_point("UZB", 23.5))) == "strip"
    assert forms.form(shown(a_point(), a_point(year=2012, value=13.4))) == "strip"
    assert forms.form(shown(a_point(), a_point(year=2012, value=13.4), TARGET)) == "years"
    assert forms.form(shown(a_point(year=None), a_point())) == "strip"


def test_units_changes_and_shares_never_share_an_axis() -> None:
    mixed = shown(
        a_point(),
        a_point(unit="person"),
        a_point(kind="change", direction="up"),
        a_point(kind="share"),
        TARGET,
    )
    panels = forms.panels(mixed)
    assert len(panels) == 4
    assert {row.kind for row in panels[0].figures} == {"observed", "target"}
    assert [panel.title for panel in panels] == ["In %", "In people", "Changes in %", "Shares in %"]


def test_a_target_is_a_diamond_and_never_joined_to_what_was_observed() -> None:
    rows = (a_point(year=2012, value=13.4), a_point(), TARGET)
    assert "target exact" in marks_of(drawn(*rows))
    assert joined(*rows) == [[13.4, 17.4]]


@pytest.mark.parametrize(
    "changes",
    [
        {"article_id": "b", "publisher": "Another"},
        {"claimant": "the WHO"},
        {"period_last": date(2022, 12, 31), "period": "2012/2022"},
        {"dimension": "adults"},
        {"place": "Khujand"},
        {"unit": "person"},
        {"kind": "forecast"},
        {"kind": "target"},
        {"kind": "planned"},
        {"kind": "change", "direction": "up"},
        {"qualifier": "more_than"},
        {"period_first": None, "period_last": None, "period": None},
    ],
    ids=str,
)
def test_what_differs_in_source_definition_length_or_kind_is_not_joined(changes: dict[str, object]) -> None:
    other = {"article_id": "a", "claimant": "the Ministry"} if "claimant" in changes else {}
    assert joined(a_point(year=2012, value=13.4) | changes, a_point() | other) == []


def test_one_claimant_in_two_articles_is_one_source() -> None:
    first = a_point(year=2012, value=13.4, article_id="b", publisher="Another", claimant="the WHO")
    assert joined(first, a_point(claimant="the WHO")) == [[13.4, 17.4]]


def test_an_article_that_names_its_only_claimant_once_means_him_for_both() -> None:
    assert joined(a_point(year=2012, value=13.4, claimant="the WHO"), a_point()) == [[13.4, 17.4]]


def test_a_before_and_an_after_stand_on_one_line_with_their_years() -> None:
    chart = drawn(a_point(year=2012, value=13.4), a_point())
    assert chart.count("<li class='ox-row'") == 1
    assert chart.count("class='ox-joined'") == 1
    assert re.findall(r"ox-end ox-(\w+)' style='left:[\d.]+%'>(\d+)<", chart) == [
        ("left", "2012"),
        ("right", "2023"),
    ]


def test_an_axis_of_amounts_starts_at_zero_unless_they_are_nearly_alike() -> None:
    def axis(*amounts: float) -> list[str]:
        rows = [a_point(year=2020 + n, value=amount) for n, amount in enumerate(amounts)]
        return re.findall(r"class='ox-y'[^>]*>([^<]*)<", drawn(*rows))

    assert axis(2.9, 2.4, 2.5)[0] == "0"
    assert axis(7254000.0, 7282000.0, 7290000.0)[0] == "7.25 million"


def test_a_strip_is_sorted_and_what_is_only_aimed_at_has_no_rank() -> None:
    goal = a_point("KAZ", 90.0, year=2030, kind="target")
    chart = drawn(goal, a_point("TJK", 17.4), a_point("UZB", 23.5))
    assert re.findall(r"class='ox-who'>(\w+)<", chart) == ["Uzbekistan", "Tajikistan", "Kazakhstan"]


def test_the_parts_of_a_country_follow_it_and_a_name_stands_once() -> None:
    chart = drawn(
        a_point("UZB", 30.0), a_point(dimension="adults", value=40.0), a_point(), a_point(year=None)
    )
    names = re.findall(r"class='ox-who'>(.*?)</b>", chart)
    assert names == ["Tajikistan", "", "<small>adults</small>", "Uzbekistan"]


def test_a_range_is_a_bar_with_two_ends_and_no_middle() -> None:
    chart = drawn(RANGE, a_point("UZB", 40.0))
    assert "left:87.50%;width:2.50%" in chart
    assert "observed range" in marks_of(chart)
    assert "35–36 %" in said(chart)


def test_below_zero_more_than_points_away_from_zero() -> None:
    fall = a_point(kind="change", direction="down", qualifier="more_than")
    chart = drawn(fall, a_point("UZB", 3.0, kind="change", direction="up"))
    assert "ox-at ox-under" in chart
    assert "down more than 17.4 %" in said(chart)


def test_a_change_that_goes_neither_way_is_told_beside_the_scale() -> None:
    chart = drawn(a_point(kind="change"), a_point("UZB", 3.0, kind="change", direction="up"))
    off = chart.partition("Not on the scale")[2]
    assert "17.4" in off
    assert "ox-m-change" in off


def test_about_and_more_than_keep_their_words() -> None:
    chart = drawn(a_point(qualifier="about"), a_point("UZB", 9.0, qualifier="more_than"))
    assert marks_of(chart) == ["observed about", "observed more"]
    assert "about 17.4 %" in said(chart)
    assert "more than 9 %" in said(chart)


def test_a_disputed_figure_shows_the_others_and_names_the_rule_that_chose_it() -> None:
    chosen = a_point(disputed=True, n_claims=2, headline_rule="digits")
    other = a_point(value=20.0, claim_id="other", publisher="Another")
    chart = drawn(chosen, a_point("UZB", 9.0), others=told(chosen, other))
    assert "class='ox-bracket'" in chart
    assert "href='evidence?claim=other'" in chart
    note = "Tajikistan, 2023: also said: 20 % (Another). Shown is 17.4 %: it has the most printed digits."
    assert note in said(chart)


def test_a_number_made_from_words_tells_the_words() -> None:
    chart = drawn(a_point(value=50.0, value_text="half"), a_point("UZB", 9.0))
    assert "Tajikistan, 2023: printed as “half”." in said(chart)


def test_notes_say_that_years_and_sources_differ_only_where_they_do() -> None:
    same = drawn(a_point(), a_point("UZB", 9.0))
    assert "differ" not in same
    assert "sources" not in same
    other = drawn(a_point(), a_point("UZB", 9.0, year=2019, publisher="Another"))
    assert "The years differ, from 2019 to 2023." in other
    assert "2 sources, which may not count alike." in other


def test_figures_of_several_countries_over_time_get_a_field_each_on_the_same_scale() -> None:
    crowd = [a_point(c, 5.0 + n + y, year=2010 + y, publisher=f"p{y}", article_id=f"a{y}")
             for n, c in enumerate(NAMES) for y in range(4)]  # fmt: skip
    chart = drawn(*crowd)
    assert re.findall(r"<h4>(\w+)</h4>", chart) == list(NAMES.values())
    fields = chart.split("<h4>")[1:]
    assert len({tuple(re.findall(r"class='ox-y'[^>]*>([^<]*)<", field)) for field in fields}) == 1


def test_a_long_strip_counts_what_it_leaves_to_the_table() -> None:
    many = [a_point(dimension=f"part {n}", claim_id=str(n)) for n in range(50)]
    assert "And 10 figures more, in the table." in said(drawn(*many))


def test_words_of_an_article_are_never_markup_in_a_chart() -> None:
    hostile = a_point(place="<b>Osh</b>", value_text="<i>half", claimant="<script>")
    assert "<b>Osh" not in drawn(hostile, a_point())
    assert "<i>half" not in drawn(hostile, a_point())


def test_a_chart_is_a_sentence_for_those_who_do_not_see_it() -> None:
    chart = drawn(a_point(), a_point("UZB", 9.0))
    assert "aria-label='Obesity, In %. Tajikistan: 17.4 %, 2023; Uzbekistan: 9 %, 2023.'" in chart


@given(st.floats(-1e12, 1e12), st.floats(0, 1e12))
def test_ticks_hold_every_amount(low: float, width: float) -> None:
    found = axes.ticks(low, low + width)
    assert found[0] <= low + 1e-6 * max(1, abs(low))
    assert found[-1] >= low + width - 1e-6 * max(1, abs(low + width))
    assert found == sorted(set(found))
    assert len(found) <= 12


@given(st.lists(st.floats(1900, 2100), min_size=1, max_size=9))
def test_years_hold_every_moment_and_a_telephone_has_room_for_them(moments: list[float]) -> None:
    years = axes.Years.of(moments)
    assert all(0 <= years.at(moment) <= 100 for moment in moments)
    named = list(years.named())
    assert len(named) <= 13
    assert sum(narrow for _, _, narrow in named) <= 6


def test_labels_leave_marks_lines_and_one_another_free() -> None:
    spots = [labels.Spot(100, 100, 10), labels.Spot(104, 88, 10), labels.Spot(400, 100, 10)]
    page, line = Box(0, 0, 500, 200), list(labels.along(spots[1], spots[2]))
    by_name = {side.name: side for side in labels.SIDES}
    boxes = [
        by_name[name].box(spot) for name, spot in zip(labels.sides(spots, page, line), spots, strict=True)
    ]
    assert not any(one.touches(other) for one in boxes for other in [*boxes, *line] if one is not other)


def test_a_label_without_room_is_silent() -> None:
    spots = [labels.Spot(30, 30, 10)] * 2
    assert labels.sides(spots, Box(0, 0, 60, 60)) == ["silent", "silent"]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "Nothing found in 18 articles."),
        (
            [a_point(year=2012, value=13.4), a_point()],
            "Known for one of five countries: Tajikistan 17.4 % in 2023, up from 13.4 % in 2012.",
        ),
        (
            [a_point("KAZ", 5.0, article_id="b"), a_point()],
            "Known for two of five countries: Kazakhstan 5 % in 2023; Tajikistan 17.4 % in 2023.",
        ),
        ([TARGET], "Not yet observed for a whole country: Tajikistan 12 %, target 2030."),
        (
            [a_point(year=2012, value=13.4, article_id="b", publisher="Another"), a_point()],
            "Known for one of five countries: Tajikistan 17.4 % in 2023.",
        ),
        (
            [a_point("KAZ", 5.0), a_point("KGZ", 9.0), a_point("TKM", 7.0), a_point("UZB", 17.0)],
            (
                "Known for four of five countries,"
                " the newest from Kazakhstan 5 % in 2023 to Uzbekistan 17 % in 2023."
            ),
        ),
        ([a_point(place="Khujand")], "Known only in part: Tajikistan, Khujand 17.4 %, 2023."),
        (
            [a_point(kind="change", direction="up")],
            "Known only as changes: Tajikistan up 17.4 %, change 2023.",
        ),
    ],
)
def test_the_takeaway_says_what_is_shown_and_no_more(rows: list[dict[str, object]], sentence: str) -> None:
    assert takeaways.takeaway(shown(*rows), list(NAMES.values()), 18) == sentence


def test_the_takeaway_names_the_countries_that_were_chosen() -> None:
    assert takeaways.takeaway(shown(), ["Uzbekistan"], 1) == "Nothing found for Uzbekistan in 1 article."
    one = takeaways.takeaway(shown(a_point()), ["Tajikistan", "Uzbekistan"], 18)
    assert one == "Known for one of the two chosen: Tajikistan 17.4 % in 2023."
    assert takeaways.takeaway(shown(a_point()), ["Tajikistan"], 18) == "Known: Tajikistan 17.4 % in 2023."


def test_the_takeaway_keeps_to_the_unit_of_the_first_chart() -> None:
    people = a_point(value=90.0, year=2024, unit="person")
    mixed = shown(a_point(year=2012, value=13.4), a_point(), people)
    assert "person" not in takeaways.takeaway(mixed, list(NAMES.values()), 18)
    assert "17.4 % in 2023" in takeaways.takeaway(mixed, list(NAMES.values()), 18)


def test_the_timeline_counts_what_it_leaves_out() -> None:
    known = points(
        *(a_point(topic="health") for _ in range(3)),
        a_point(year=1990),
        a_point(year=None),
        a_point(year=2060, kind="forecast"),
    ).assign(published_last=date(2025, 3, 14))
    drawn = timeline.timeline(list(rows(known)), TODAY)
    assert drawn.count("<a ") == 3
    assert "2 figures outside" in drawn
    assert "1 figure without a date" in drawn


def test_a_timeline_has_a_line_a_month_of_saying_and_a_tick_where_it_was_said() -> None:
    known = points(a_point(year=2012), a_point(year=2023), a_point(year=2030, kind="target")).assign(
        published_last=[date(2025, 3, 14), date(2025, 3, 31), date(2024, 6, 1)]
    )
    drawn = timeline.timeline(list(rows(known)), TODAY)
    assert drawn.index("said Mar 2025") < drawn.index("said Jun 2024")
    assert drawn.count("ox-said") == 2


def test_where_things_were_said_in_many_months_a_line_is_a_year() -> None:
    months = [date(2024 + number // 12, number % 12 + 1, 1) for number in range(20)]
    known = points(*(a_point(year=2023) for _ in months)).assign(published_last=months)
    drawn = timeline.timeline(list(rows(known)), TODAY)
    assert drawn.count("class='ox-lane'") == 2
    assert "said 2025" in drawn


def test_a_timeline_without_dates_says_so() -> None:
    assert "None of the figures" in timeline.timeline(shown(a_point(year=None)), TODAY)
