"""What counts as the same figure when the reading is measured."""

from __future__ import annotations

from typing import Any

from tests.agreement import Row, annotated, pairs

GOLD: dict[str, Any] = {"start": 10, "end": 14, "value": 51, "unit": "percent", "country": "TJK"}
GOLD |= {"period": 2023, "kind": "observed"}


def row(**other: Any) -> Row:
    return annotated(GOLD | other)


def test_a_claim_must_overlap_and_have_the_value() -> None:
    assert row().finds(row(start=13, end=20))
    assert not row().finds(row(start=14, end=20))
    assert not row().finds(row(value=51.1))


def test_a_range_agrees_only_with_the_same_range() -> None:
    span = row(value=None, low=35, high=36)
    assert span.finds(row(value=None, low=35, high=36))
    assert not span.finds(row(value=None, low=35, high=37))
    assert not span.finds(row(value=35))


def test_a_year_is_answered_by_a_month_of_it_and_a_listed_answer_is_as_good() -> None:
    assert row().whole(row(period="2023-04"))
    assert not row().whole(row(period=2022))
    assert row(kind_also="change").whole(row(kind="change"))
    assert row(unit="job").whole(row(unit="person"))


def test_one_claim_is_found_by_one_row_and_as_many_as_can_be() -> None:
    wide, narrow = row(start=0, end=30), row()
    claims = [row(), row(start=20, end=25)]
    assert pairs([wide, narrow], claims) == {0: 1, 1: 0}
    assert pairs([wide, narrow], claims[:1]) in ({0: 0}, {1: 0})


def test_what_need_not_be_found_costs_nothing() -> None:
    assert [row(**free).free for free in ({}, {"conversion": True}, {"required": False})] == [
        False,
        True,
        True,
    ]
