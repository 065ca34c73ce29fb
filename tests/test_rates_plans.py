"""What each source is asked in a run, before any of it is asked."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.rates.answers import Question
from etl.rates.plans import PLANS, Wanted

TODAY = date(2026, 11, 20)  # a Friday
TENTH = date(2026, 11, 10)
WORKDAYS = [date(2026, 11, day) for day in (20, 19, 18, 17, 16, 13, 12, 11, 10)]
DAILY = {"nbk": "KZT", "nbt": "TJS", "cbt": "TMT", "cbu": "UZS"}
EVERY = st.dates(date(1990, 1, 1), date(2026, 11, 20))


def wanted(since: date | None = None, **kept: list[date]) -> Wanted:
    return Wanted(TODAY, since, {lcu: frozenset(days) for lcu, days in kept.items()})


def pages(questions: list[Question]) -> list[str]:
    return [question.page.address for question in questions if question.page]


def written(source: str, day: date) -> str:
    """The day as it stands in the address of its page."""
    return {
        "nbk": f"fdate={day:%d.%m.%Y}",
        "nbt": f"?date={day}&",
        "cbt": f"/kurs/{day:%Y}/{day:%d%m%Y}.xml",
        "cbu": f"/all/{day}/",
    }[source]


def days_asked(source: str, asked: Wanted) -> list[date]:
    addresses = pages(PLANS[source](asked))
    days = [TODAY - timedelta(days=back) for back in range(800)]
    return [day for address in addresses for day in days if written(source, day) in address]


@pytest.mark.parametrize("source", DAILY)
def test_a_bank_with_a_page_a_day_is_asked_for_the_business_days_of_the_last_ten(source: str) -> None:
    assert days_asked(source, wanted()) == WORKDAYS
    questions = PLANS[source](wanted())
    assert {(each.lcu, each.first, each.last) for each in questions} == {(DAILY[source], TENTH, TODAY)}


@pytest.mark.parametrize("source", DAILY)
def test_the_last_ten_days_are_asked_for_again_and_days_before_them_only_once(source: str) -> None:
    kept = {DAILY[source]: [*WORKDAYS, date(2026, 11, 9), date(2026, 11, 5)]}
    assert days_asked(source, wanted(date(2026, 11, 4), **kept)) == [
        *WORKDAYS,
        date(2026, 11, 6),
        date(2026, 11, 4),
    ]


def test_after_a_month_off_the_days_in_between_are_asked_for() -> None:
    days = days_asked("nbk", wanted(KZT=[date(2026, 10, 16)]))
    assert days[-1] == date(2026, 10, 6)
    assert date(2026, 10, 16) not in days
    assert date(2026, 10, 19) in days


def test_a_rate_of_tomorrow_that_is_kept_does_not_shorten_the_last_days() -> None:
    assert PLANS["nbkr"](wanted(KGS=[TODAY + timedelta(days=1)]))[0].first == TENTH


@pytest.mark.parametrize(("source", "first"), [("cbt", "17042020"), ("nbt", "2001-01-01")])
def test_no_day_before_a_banks_archive_is_asked_for(source: str, first: str) -> None:
    assert first in pages(PLANS[source](wanted(date(1990, 1, 1))))[-1]


def test_the_som_is_asked_for_on_both_pages_of_today_and_in_the_archive_by_years() -> None:
    addresses = pages(PLANS["nbkr"](wanted(date(2024, 6, 1))))
    assert [address.rsplit("/", 1)[1].partition("?")[0] for address in addresses] == [
        *("daily.xml", "weekly.xml"),
        *("index1.jsp",) * 3,
    ]
    assert "beg_day=21&beg_month=11&beg_year=2025&end_day=20&end_month=11&end_year=2026" in addresses[2]
    assert "beg_day=01&beg_month=06&beg_year=2024" in addresses[-1]
    assert all("valuta_id=15" in address for address in addresses[2:])


def test_a_rate_that_holds_from_tomorrow_is_in_time() -> None:
    daily, weekly, archive = PLANS["nbkr"](wanted())
    assert daily.last == weekly.last == TODAY + timedelta(days=7)
    assert archive.last == TODAY


def test_frankfurter_is_asked_once_a_bank_and_never_for_a_blend() -> None:
    addresses = pages(PLANS["frankfurter"](wanted(KZT=[TODAY])))
    assert [address.partition("&providers=")[2] for address in addresses] == [
        *("NBK", "NBKR", "NBT", "CBT", "CBU")
    ]
    assert "base=USD&quotes=KZT&from=2026-11-10&to=2026-11-20" in addresses[0]
    assert "quotes=UZS&from=2025-11-21&to=2026-11-20" in addresses[-1]


def test_yahoo_finance_is_asked_for_a_year_at_first_and_then_for_the_last_days() -> None:
    assert [(each.lcu, each.first) for each in PLANS["yahoo"](wanted(KZT=[date(2026, 11, 18)]))] == [
        ("KZT", date(2026, 11, 8)),
        *((lcu, date(2025, 11, 21)) for lcu in ("KGS", "TJS", "TMT", "UZS")),
    ]


def test_the_newest_year_of_all_currencies_comes_before_the_year_before() -> None:
    questions = PLANS["yahoo"](wanted(date(2024, 1, 1)))
    assert [each.lcu for each in questions[:5]] == ["KZT", "KGS", "TJS", "TMT", "UZS"]
    assert [each.last for each in questions[::5]] == [TODAY, date(2025, 11, 20), date(2024, 11, 20)]


@pytest.mark.parametrize("source", ["nbkr", "yahoo"])
@given(since=EVERY)
def test_slices_of_a_year_have_neither_gap_nor_overlap(source: str, since: date) -> None:
    mine = [each for each in PLANS[source](wanted(since)) if each.lcu == "KGS"]
    slices = [(each.first, each.last) for each in mine if each.last <= TODAY]
    assert slices[0][1] == TODAY
    assert slices[-1][0] == (since if source == "yahoo" else max(since, date(1999, 1, 1)))
    assert all(last - first < timedelta(days=365) for first, last in slices)
    assert all(later[0] - earlier[1] == timedelta(days=1) for later, earlier in pairwise(slices))
