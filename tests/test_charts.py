"""The data choose the form of a chart; marks keep to their grammar; nothing is invented between figures."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import axes, charts, forms, labels, takeaways, timeline
from tests.points_world import NAMES, a_point, points

TODAY = date(2026, 11, 22)
TARGET = a_point(year=2030, value=12.0, kind="target")


def marks_of(figure: dict[str, Any]) -> list[str]:
    return [trace["marker"]["symbol"] for trace in figure["data"] if "marker" in trace]


def lines_of(figure: dict[str, Any], dash: str) -> list[list[float]]:
    return [trace["y"] for trace in figure["data"] if trace["line"].get("dash") == dash]


def texts_of(figure: dict[str, Any]) -> str:
    return " ".join(note["text"] for note in figure["layout"]["annotations"])


@pytest.mark.parametrize("draw", [charts.strip, charts.years])
def test_an_empty_table_gets_a_figure_that_says_so(draw: Any) -> None:
    figure = draw(points(), "light")
    assert figure["data"] == []
    assert texts_of(figure)


@pytest.mark.parametrize("draw", [charts.strip, charts.years])
@pytest.mark.parametrize(
    "rows",
    [
        [a_point()],
        [a_point(), a_point(value=17.4, claim_id="tie")],
        [a_point(value=0.0, value_text="0"), a_point("UZB", 0.0, value_text="0")],
        [TARGET],
        [a_point(value=None, low=35.0, high=36.0, qualifier="range", value_text="35-36")],
        [a_point(value=None, qualifier="vague", value_text="dozens"), a_point()],
        [a_point(value=-3.5, kind="change", direction="down", value_text="3.5")],
    ],
    ids=["one", "ties", "zeros", "target only", "range only", "vague beside", "negative"],
)
def test_every_table_makes_a_figure_that_can_be_sent(draw: Any, rows: list[dict[str, object]]) -> None:
    figure = draw(points(*rows), "dark")
    assert figure["data"]
    low, high = figure["layout"]["xaxis"]["range"]
    assert low < high
    json.dumps(figure)


def test_the_form_follows_the_data() -> None:
    assert forms.form(points()) == "nothing"
    assert forms.form(points(a_point())) == "sentence"
    assert forms.form(points(a_point(), a_point("UZB", 23.5))) == "strip"
    assert forms.form(points(a_point(), a_point(year=2012, value=13.4))) == "years"
    assert forms.form(points(a_point(year=None), a_point())) == "strip"


def test_units_changes_and_shares_never_share_an_axis() -> None:
    mixed = points(
        a_point(),
        a_point(unit="person"),
        a_point(kind="change", direction="up"),
        a_point(kind="share"),
        TARGET,
    )
    panels = forms.panels(mixed)
    assert len(panels) == 4
    assert {*panels[0].points.kind} == {"observed", "target"}
    assert [panel.title for panel in panels] == ["In %", "In people", "Changes in %", "Shares in %"]


def test_a_target_is_a_diamond_and_never_joined_to_what_was_observed() -> None:
    figure = charts.years(points(a_point(year=2012, value=13.4), a_point(), TARGET), "light")
    assert "diamond" in marks_of(figure)
    assert lines_of(figure, "dot") == [[13.4, 17.4]]


def test_an_axis_of_amounts_starts_at_zero_unless_they_are_nearly_alike() -> None:
    fall = charts.years(points(a_point(year=2022, value=2.9), a_point(value=2.4)), "light")
    assert fall["layout"]["yaxis"]["range"][0] <= 0
    alike = charts.years(points(a_point(year=2022, value=7254000.0), a_point(value=7282000.0)), "light")
    assert alike["layout"]["yaxis"]["range"][0] > 7_000_000


def test_figures_of_different_articles_or_lengths_of_time_are_not_joined() -> None:
    decade = a_point(year=2012, value=13.4, period_last=date(2022, 12, 31), period="2012/2022")
    assert not lines_of(charts.years(points(decade, a_point()), "light"), "dot")
    other = a_point(year=2012, value=13.4, article_id="b")
    assert not lines_of(charts.years(points(other, a_point()), "light"), "dot")


def test_a_strip_is_sorted_and_what_is_only_aimed_at_has_no_rank() -> None:
    goal = a_point("KAZ", 90.0, year=2030, kind="target")
    figure = charts.strip(points(goal, a_point("TJK", 17.4), a_point("UZB", 23.5)), "light")
    names = [note["text"] for note in figure["layout"]["annotations"] if note.get("xref") == "paper"]
    assert names == ["Uzbekistan", "Tajikistan", "Kazakhstan"]


def test_a_line_has_its_name_once_and_a_mark_for_each_date() -> None:
    figure = charts.strip(points(a_point(year=2012, value=13.4), a_point(), a_point("UZB", 9.0)), "light")
    names = [note["text"] for note in figure["layout"]["annotations"] if note.get("xref") == "paper"]
    assert names == ["Tajikistan", "Uzbekistan"]
    assert len(marks_of(figure)) == 3


def test_a_range_is_a_bar_with_caps_and_no_middle() -> None:
    span = a_point(value=None, low=35.0, high=36.0, qualifier="range", value_text="35-36")
    (trace,) = charts.strip(points(span), "light")["data"]
    assert trace["x"] == [35.0, 36.0]
    assert trace["marker"]["symbol"] == "line-ns-open"
    assert "35–36 %" in texts_of(charts.strip(points(span), "light"))


def test_more_than_points_outwards_and_keeps_its_words() -> None:
    figure = charts.strip(points(a_point(qualifier="more_than")), "light")
    assert "→" in "".join(trace.get("text", "") for trace in figure["data"])
    assert "more than 17.4 %" in texts_of(figure)


def test_each_mark_has_its_amount_its_year_and_a_link_to_its_sentence() -> None:
    text = texts_of(charts.strip(points(a_point()), "light"))
    assert "17.4 %" in text
    assert "2023" in text
    assert 'href="evidence?claim=TJK-2023-17.4"' in text


def test_words_of_an_article_are_never_markup_in_a_figure() -> None:
    hostile = a_point(place="<b>Osh</b>", value_text="<i>17.4</i>")
    assert "<b>Osh" not in json.dumps(charts.strip(points(hostile), "light"))


@given(st.floats(-1e12, 1e12), st.floats(0, 1e12))
def test_ticks_hold_every_amount(low: float, width: float) -> None:
    found = axes.ticks(low, low + width)
    assert found[0] <= low + 1e-6 * max(1, abs(low))
    assert found[-1] >= low + width - 1e-6 * max(1, abs(low + width))
    assert found == sorted(set(found))
    assert len(found) <= 12


def test_labels_leave_marks_and_one_another_free() -> None:
    spots = [labels.Spot(100, 100, 10), labels.Spot(104, 88, 10), labels.Spot(400, 100, 10)]
    boxes = [side.box(spot) for side, spot in zip(labels.sides(spots), spots, strict=True)]
    assert not any(one.touches(other) for one in boxes for other in boxes if one is not other)


@pytest.mark.parametrize(
    ("rows", "said"),
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
            [a_point(year=2012, value=13.4, article_id="b"), a_point()],
            "Known for one of five countries: Tajikistan 17.4 % in 2023.",
        ),
        ([a_point(place="Khujand")], "Known only in part: Tajikistan, Khujand 17.4 %, 2023."),
    ],
)
def test_the_takeaway_says_what_is_shown_and_no_more(rows: list[dict[str, object]], said: str) -> None:
    assert takeaways.takeaway(points(*rows), list(NAMES.values()), 18) == said


def test_the_takeaway_names_the_countries_that_were_chosen() -> None:
    assert takeaways.takeaway(points(), ["Uzbekistan"], 1) == "Nothing found for Uzbekistan in 1 article."
    one = takeaways.takeaway(points(a_point()), ["Tajikistan", "Uzbekistan"], 18)
    assert one == "Known for one of the two chosen: Tajikistan 17.4 % in 2023."
    assert takeaways.takeaway(points(a_point()), ["Tajikistan"], 18) == "Known: Tajikistan 17.4 % in 2023."


def test_the_takeaway_keeps_to_the_unit_of_the_first_chart() -> None:
    people = a_point(value=90.0, year=2024, unit="person")
    mixed = points(a_point(year=2012, value=13.4), a_point(), people)
    assert "person" not in takeaways.takeaway(mixed, list(NAMES.values()), 18)
    assert "17.4 % in 2023" in takeaways.takeaway(mixed, list(NAMES.values()), 18)


def test_the_timeline_counts_what_it_leaves_out() -> None:
    known = points(
        *(a_point(topic="health") for _ in range(3)),
        a_point(year=1990),
        a_point(year=None),
        a_point(year=2060, kind="forecast"),
    ).assign(published_last=date(2025, 3, 14))
    drawn = timeline.timeline(known, TODAY)
    assert drawn.count("<a ") == 3
    assert "2 figures outside" in drawn
    assert "1 figure without a date" in drawn


def test_a_timeline_has_a_line_a_month_of_saying_and_a_tick_where_it_was_said() -> None:
    known = points(a_point(year=2012), a_point(year=2023), a_point(year=2030, kind="target")).assign(
        published_last=[date(2025, 3, 14), date(2025, 3, 31), date(2024, 6, 1)]
    )
    drawn = timeline.timeline(known, TODAY)
    assert drawn.index("said Mar 2025") < drawn.index("said Jun 2024")
    assert drawn.count("ox-said") == 2


def test_where_things_were_said_in_many_months_a_line_is_a_year() -> None:
    months = [date(2024 + number // 12, number % 12 + 1, 1) for number in range(20)]
    known = points(*(a_point(year=2023) for _ in months)).assign(published_last=months)
    drawn = timeline.timeline(known, TODAY)
    assert drawn.count("class='ox-lane'") == 2
    assert "said 2025" in drawn


def test_a_timeline_without_dates_says_so() -> None:
    assert "None of the figures" in timeline.timeline(
        points(a_point(year=None)).assign(topic="health"), TODAY
    )


@pytest.mark.parametrize("qualifier", ["exact", "about", "more_than", "less_than"])
@pytest.mark.parametrize("draw", [charts.strip, charts.years])
def test_plotly_accepts_every_sign(draw: Callable[..., dict[str, Any]], qualifier: str) -> None:
    go.Figure(draw(points(a_point(qualifier=qualifier)), "light"))
