"""What the checks say of rates: they flag, and remove nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from etl.model import Rate
from etl.store.rates import SourceRun, write_rates
from tests.store_world import Store, a_claim, say

MONDAY = date(2025, 3, 3)


def working_days(first: date, number: int) -> list[date]:
    days = (first + timedelta(days=ahead) for ahead in range(number * 2 + 3))
    return [day for day in days if day.weekday() < 5][:number]


def rate(lcu: str, text: str, day: date, source: str = "yahoo") -> Rate:
    kind, basis = ("close", "bar_london") if source == "yahoo" else ("official", "published")
    return Rate("USD", lcu, 1, Decimal(text), text, day, basis, kind, source)  # type: ignore[arg-type]


def series(lcu: str, texts: Sequence[str], first: date = MONDAY, source: str = "yahoo") -> list[Rate]:
    days = working_days(first, len(texts))
    return [rate(lcu, text, day, source) for text, day in zip(texts, days, strict=True)]


def flagged(store: Store, *rates: Rate) -> dict[int, tuple[str, str]]:
    """Position by day -> its flags, and its problem or note."""
    for source in {rate.source for rate in rates}:
        write_rates(
            store.folder, [r for r in rates if r.source == source], SourceRun(source, "ok", "all came")
        )
    store.build(say("a", a_claim()))
    found = store.ask(
        """
        select row_number() over (order by date) - 1, array_to_string(flags, ' '), coalesce(problem, note)
        from rates
        where source = 'yahoo' or (select count(*) from rates where source = 'yahoo') = 0
        """
    )
    return {int(str(at)): (str(flags), str(told)) for at, flags, told in found if flags}


STEADY = ("9000", "9010", "9005", "9015", "9008", "9012")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.mark.parametrize(
    ("lcu", "texts", "said"),
    [
        ("KZT", ("512", "513", "51200", "514", "515"), (2, "outside spike", "is outside 50 to 5,000.")),
        ("KZT", ("512", "513", "0.00195", "514", "515"), (2, "outside spike", "is outside 50 to 5,000.")),
        ("UZS", (*STEADY, "9900", "9020", "9010"), (6, "spike", "over 5 % off the days before and after")),
        ("TMT", ("3.5", "3.51", "3.6"), (2, "off_peg", "more than 1 % off the fixed 3.5")),
    ],
)
def test_what_cannot_be_right_is_kept_and_says_why(
    store: Store, lcu: str, texts: tuple[str, ...], said: tuple[int, str, str]
) -> None:
    at, flag, words = said
    found = flagged(store, *series(lcu, texts))
    assert found.keys() == {at}
    assert found[at][0] == flag
    assert words in found[at][1]
    assert store.one("select count(*) from rates where problem is not null") == 1
    assert store.one("select count(*) from rates") == len(texts)
    assert "yahoo" in str(store.one("select sentence from problems where rule = 'rate'"))


def test_a_spike_of_two_days_is_two_spikes(store: Store) -> None:
    found = flagged(store, *series("UZS", (*STEADY, "9900", "9910", "9020", "9010", "9012")))
    assert [flags for flags, _ in found.values()] == ["spike", "spike"]


def test_a_devaluation_is_a_level_shift_and_no_problem(store: Store) -> None:
    """The sum was let go on 5 September 2017."""
    texts = ("4205.02", "4207.1", "4208.5", "4209.9", "4210.35", "8100", "8100.1", "8095", "8090", "8085")
    found = flagged(store, *series("UZS", texts, date(2017, 8, 29), "cbu"))
    assert found == {5: ("level_shift", "From 4,208.5 to 8,100 UZS per dollar, and it stayed.")}
    assert store.one("select date from rates where list_contains(flags, 'level_shift')") == date(2017, 9, 5)
    assert store.one("select count(*) from problems") == 0


def test_a_jump_at_the_end_waits_for_later_days(store: Store) -> None:
    found = flagged(store, *series("UZS", (*STEADY, "9900")))
    assert found[6][0] == "unconfirmed"
    assert "no later day confirms it yet" in found[6][1]


def test_another_source_confirms_a_jump_at_once(store: Store) -> None:
    bank = rate("UZS", "9890", working_days(MONDAY, 7)[6], "cbu")
    assert flagged(store, *series("UZS", (*STEADY, "9900")), bank) == {}


def test_ten_equal_days_are_said_to_be_flat_unless_the_rate_is_fixed(store: Store) -> None:
    found = flagged(store, *series("KGS", ("87.44",) * 10), *series("TMT", ("3.5",) * 10))
    assert [flags for flags, _ in found.values()] == ["flat"]


def test_a_market_has_no_weekend(store: Store) -> None:
    found = flagged(store, rate("KZT", "512.1", date(2025, 3, 8)))
    assert found == {0: ("weekend", "Markets are closed on the day that it bears.")}


def test_a_bank_may_carry_its_rate_over_the_weekend(store: Store) -> None:
    assert flagged(store, rate("TJS", "10.91", date(2025, 3, 8), "nbt")) == {}


def test_a_close_away_from_the_official_rate_of_its_day_says_how_far(store: Store) -> None:
    found = flagged(store, rate("KZT", "530", MONDAY), rate("KZT", "500.00", MONDAY, "nbk"))
    assert found == {0: ("off_official", "6 % above the official rate of the same day.")}


def test_a_bank_that_leaves_its_fixed_rate_is_believed(store: Store) -> None:
    flagged(store, rate("TMT", "3.5", MONDAY, "cbt"), rate("TMT", "4.0", MONDAY + timedelta(days=1), "cbt"))
    assert store.ask("select flags, problem from rates where value = 4") == [
        (["devalued", "unconfirmed"], None)
    ]


def test_before_it_was_fixed_no_rate_is_off_the_fixed_one(store: Store) -> None:
    assert flagged(store, rate("TMT", "2.85", date(2014, 3, 3), "cbt")) == {}


def test_what_a_source_changes_is_a_new_row_and_the_old_one_stays(store: Store) -> None:
    run = SourceRun("nbk", "ok", "all came")
    for text in ("478.77", "478.80", "478.77"):
        write_rates(store.folder, [rate("KZT", text, MONDAY, "nbk")], run)
        store.build(say("a", a_claim()))
        (now,) = store.ask("select value_text, revises from rates where is_current")
        assert now[0] == text
    assert now == ("478.77", "478.80")
    assert store.one("select count(*) from rates") == 2


def test_digits_that_a_source_drops_are_counted(store: Store) -> None:
    manat = Rate("USD", "TMT", 1, Decimal("3.5"), "3.5", MONDAY, "published", "official", "cbt", decimals=4)
    write_rates(store.folder, [manat], SourceRun("cbt", "ok", "came"))
    store.build(say("a", a_claim()))
    (row,) = store.ask("select digits, low, high from rates")
    assert row == (5, Decimal("3.49995"), Decimal("3.50005"))


def test_the_inverse_lies_in_its_interval(store: Store) -> None:
    write_rates(store.folder, [rate("KZT", "478.77", MONDAY, "nbk")], SourceRun("nbk", "ok", "came"))
    store.build(say("a", a_claim()))
    ((low, high),) = store.ask("select usd_per_lcu_low, usd_per_lcu_high from rates")
    assert low < 1 / Decimal("478.77") < high  # type: ignore[operator]
