"""Which indicators lead the landing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.leads import Coverage, leads

FIVE = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
countries = st.frozensets(st.sampled_from(FIVE), min_size=1)


def known(**indicators: str) -> list[Coverage]:
    return [Coverage(name, frozenset(where.split())) for name, where in indicators.items()]


def test_what_is_known_for_most_countries_comes_first() -> None:
    assert leads(known(cost="KAZ KGZ", power="KAZ KGZ UZB"), 2) == ["power", "cost"]


def test_the_one_row_about_a_country_is_not_pushed_out_by_the_third_about_another() -> None:
    told = known(a="KAZ KGZ", b="KAZ KGZ", c="KAZ KGZ", grain="TKM")
    assert "grain" in leads(told, 2)


def test_a_part_counts_less_than_the_whole_country() -> None:
    part = Coverage("capacity", frozenset(), frozenset({"KAZ"}))
    assert leads([part, *known(schools="KAZ")], 1) == ["schools"]


def test_of_equals_the_lower_rank_leads() -> None:
    first = Coverage("z", frozenset({"KAZ"}), rank=(0, 1))
    second = Coverage("a", frozenset({"KAZ"}), rank=(0, 2))
    assert leads([second, first], 1) == ["z"]


@given(st.lists(countries, max_size=12), st.integers(0, 8))
def test_there_are_as_many_rows_as_asked_for_or_as_indicators(told: list[frozenset[str]], rows: int) -> None:
    chosen = leads([Coverage(str(number), where) for number, where in enumerate(told)], rows)
    assert len(chosen) == len(set(chosen)) == min(rows, len(told))
