"""Money of the five currencies read in dollars: which rate, and from where to where the amount may lie."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl import snapshot
from etl.model import Period, Rate, Subject
from tests.money_world import SAID, days_before, each_month, known, money, paid, rate, read, read_all
from tests.store_world import Store, a_claim, say

YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
TODAY = rate("478.77")


def test_a_figure_of_a_day_takes_the_rate_of_the_day(store: Store) -> None:
    found = read(store, money("4020000000", "4.02 billion"), [rate("470.00", days_before(1)), TODAY])
    assert (found.basis, found.usd_digits, round(found.usd)) == ("day", 3, 8396516)
    assert (found.usd_low, found.usd_high) == (Decimal(8385985), Decimal(8407048))
    assert found.usd_rate == "478.77 KZT per USD, National Bank of Kazakhstan, 2026-04-01"


def test_without_a_rate_of_the_day_one_of_five_business_days_before_is_taken(store: Store) -> None:
    cases = {
        date(2026, 4, 1): (date(2026, 3, 25), True),  # a Wednesday, and the Wednesday before
        date(2026, 5, 6): (date(2026, 4, 28), False),
        date(2026, 6, 7): (date(2026, 5, 29), True),  # a Sunday counts from its Friday
        date(2026, 7, 5): (date(2026, 6, 25), False),
        date(2026, 8, 1): (date(2026, 7, 24), True),  # and a Saturday
        date(2026, 9, 2): (date(2026, 9, 3), False),  # never a later one
    }
    said = [
        paid(money("5000000", "5 million", period=Period(day, day)), name=str(day).replace("-", ""))
        for day in cases
    ]
    found = read_all(store, said, [rate("478.77", day) for day, _ in cases.values()])
    assert [row.rate_date if row else None for row in found] == [
        day if taken else None for day, taken in cases.values()
    ]


def test_a_figure_of_a_year_takes_the_mean_of_its_official_rates(store: Store) -> None:
    rates = [*each_month(2025), rate("513.00", date(2025, 6, 16)), rate("999.99", date(2024, 12, 31))]
    found = read(store, money("4020000000", "4.02 billion", period=YEAR), rates)
    assert (found.basis, found.rates, round(found.usd)) == ("mean", 13, round(4020000000 / (6513 / 13)))
    assert found.usd_rate == (
        "501.00 KZT per USD, mean of 13 official rates, National Bank of Kazakhstan, 2025-01-01 to 2025-12-31"
    )


def test_a_figure_of_a_month_takes_the_mean_of_the_month(store: Store) -> None:
    rates = [rate("470.00", date(2026, 3, 2)), rate("490.00", date(2026, 3, 31)), TODAY]
    found = read(store, money("4800000", "4.80 million", period=MARCH), rates)
    assert (found.basis, found.rates, found.usd) == ("mean", 2, 10000)


def test_one_month_without_a_rate_and_there_is_no_mean(store: Store) -> None:
    claim = money("4020000000", "4.02 billion", period=YEAR)
    assert read(store, claim, each_month(2025)[1:], said="2026-03-01") is None


def test_a_mean_is_of_one_source(store: Store) -> None:
    closes = each_month(2025, "600.00", "frankfurter")
    found = read(store, money("5000000", "5.00 million", period=YEAR), [*each_month(2025), *closes])
    assert (found.source, found.usd) == ("nbk", 10000)


def test_closes_and_tickers_make_no_mean(store: Store) -> None:
    claim = money("5000000", "5.00 million", period=YEAR)
    assert read(store, claim, each_month(2025, "500.00", "yahoo"), said="2026-03-01") is None


def test_without_a_mean_the_day_it_was_said_does_for_what_had_just_been(store: Store) -> None:
    cases = (
        ("2026-01-31", YEAR, True),
        ("2026-02-01", YEAR, False),  # 32 days after its end
        ("2025-07-01", YEAR, True),  # the year was going on
        ("2024-12-31", YEAR, False),
        ("2026-01-15", Period(date(2024, 12, 1), date(2025, 12, 31)), False),  # longer than a year
        ("2026-01", YEAR, False),  # no day
    )
    claims = [money("5000000", "5 million", period=period) for _, period, _ in cases]
    said = [paid(claim, case[0], f"a{n}") for n, (claim, case) in enumerate(zip(claims, cases, strict=True))]
    rates = [rate("500.00", date.fromisoformat(case[0])) for case in cases if len(case[0]) == 10]
    found = read_all(store, said, rates)
    assert [row.basis if row else None for row in found] == ["said" if case[2] else None for case in cases]


def test_what_is_still_ahead_takes_the_day_on_which_it_was_said(store: Store) -> None:
    later = Period(date(2029, 1, 1), date(2029, 12, 31))
    kinds = ("target", "planned", "forecast")
    said = [paid(money("5000000", "5 million", kind=kind, period=later), name=kind) for kind in kinds]
    found = read_all(store, said, [TODAY])
    assert {row.basis for row in found} == {"said"}
    assert found[0].usd_rate.endswith("2026-04-01 (the day it was said)")


def test_what_gives_no_period_takes_the_day_on_which_it_was_said(store: Store) -> None:
    assert read(store, money("5000000", "5 million", period=None), [TODAY]).basis == "said"


def test_a_day_that_was_guessed_is_no_day(store: Store) -> None:
    claim = money("5000000", "5 million", period=None)
    assert read(store, claim, [TODAY], said=f"{SAID}\npublished_basis: inferred") is None


@pytest.mark.parametrize(
    ("rates", "source"),
    [
        ([rate("478.77", days_before(5)), rate("480.1", source="yahoo")], "nbk"),
        ([rate("480.1", days_before(2), "yahoo"), rate("0.00209", source="ticker")], "yahoo"),
        ([rate("478.77", source="frankfurter"), rate("478.77", source="nbk")], "nbk"),
        ([rate("478.77", source="frankfurter"), rate("478.77", days_before(1))], "frankfurter"),
        ([rate("480.1", source="yahoo", kind="live"), rate("0.00209", source="ticker")], "ticker"),
    ],
    ids=["official before close", "close before ticker", "the bank itself", "newest official", "never live"],
)
def test_official_before_a_close_before_a_ticker(rates: list[Rate], source: str, store: Store) -> None:
    assert read(store, money("5000000", "5 million"), rates).source == source


def test_a_rate_that_cannot_be_right_is_passed_over(store: Store) -> None:
    upside_down = rate("0.00209")
    found = read(store, money("5000000", "5.00 million"), [upside_down, rate("500.00", days_before(1))])
    assert (found.usd, found.rate_date) == (10000, days_before(1))


def test_a_rate_that_its_source_changed_is_read_as_it_is_now(store: Store) -> None:
    known(store, rate("400.00"))
    assert read(store, money("5000000", "5.00 million"), [rate("500.00")]).usd == 10000


def test_tickers_of_one_day_that_differ_are_no_rate(store: Store) -> None:
    tickers = [rate("0.00209", source="ticker"), rate("0.00208", source="ticker")]
    assert read(store, money("5000000", "5 million"), tickers) is None


def test_a_pair_without_the_dollar_is_no_rate_of_the_dollar(store: Store) -> None:
    pair = Rate("UZS", "KZT", 100, Decimal("3.9"), "3.9", SAID, "published", "official", "nbk")
    assert read(store, money("5000000", "5 million"), [pair]) is None


def test_a_rate_for_a_hundred_is_a_hundredth_for_one(store: Store) -> None:
    hundred = rate("0.2000", source="ticker", nominal=100)
    assert round(read(store, money("5000000", "5.00 million"), [hundred]).usd) == 10000


def test_a_ticker_of_one_digit_leaves_a_band(store: Store) -> None:
    found = read(
        store, money("5000000000000", "5.00 trillion", "UZS"), [rate("0.00008", source="ticker", lcu="UZS")]
    )
    assert (found.usd_digits, found.usd_low, found.usd_high) == (1, Decimal(374000000), Decimal(426000000))


def test_the_fixed_rate_of_the_manat_has_the_digits_of_its_bank(store: Store) -> None:
    found = read(store, money("560000", "560,000", "TMT"), [rate("3.5", source="cbt", lcu="TMT", decimals=4)])
    assert (found.usd, found.usd_digits) == (160000, 3)


DIGITS = {  # as printed: the amount, half a unit of its last digit, how many digits it has
    "75 billion": ("75000000000", "500000000", 2),
    "7.20 billion": ("7200000000", "5000000", 3),
    "85,000": ("85000", "50", 3),  # the zeros of a whole number may be rounding
    "1,250,000": ("1250000", "5000", 3),
    "1,254,321": ("1254321", "0.5", 5),  # the rate has five
    "half a million": ("500000", "50000", 1),
    "-3.5 million": ("-3500000", "50000", 2),
    "0.50": ("0.5", "0.005", 2),
}


def test_the_digits_of_an_amount_are_what_was_printed(store: Store) -> None:
    said = [paid(money(value, text), name=f"a{n}") for n, (text, (value, *_)) in enumerate(DIGITS.items())]
    found = read_all(store, said, [rate("500.00")])
    assert [row.usd_digits for row in found] == [digits for *_, digits in DIGITS.values()]
    for row, (value, half, _) in zip(found, DIGITS.values(), strict=True):
        ends = [(Decimal(value) + way * Decimal(half)) / 500 for way in (-1, 1)]
        assert [round(row.usd_low / ends[0], 4), round(row.usd_high / ends[1], 4)] == [1, 1]


def test_nothing_is_zero_dollars_only_where_nothing_was_paid(store: Store) -> None:
    found = read(store, money("0", "0"), [TODAY])
    assert (found.usd, found.usd_low, found.usd_high) == (0, 0, 0)


def test_a_range_keeps_its_ends(store: Store) -> None:
    claim = money(None, "3 to 5 million", low="3000000", high="5000000", qualifier="range")
    found = read(store, claim, [rate("500.00")])
    assert (found.usd, round(found.usd_low, -1), round(found.usd_high, -1)) == (None, 6000, 10000)


UNITS = {
    "KZT": True, "KZT/month": True, "KZT/kWh": True, "KZT/person": True,
    "USD": False, "EUR": False, "percent": False, "person": False, "KZT/USD": False,
}  # fmt: skip


def test_money_of_the_five_is_read_also_by_month_or_head_and_nothing_else(store: Store) -> None:
    said = [paid(money("5000", "5,000", unit), name=f"a{n}") for n, unit in enumerate(UNITS)]
    found = read_all(store, said, [TODAY])
    assert dict(zip(UNITS, (row is not None for row in found), strict=True)) == UNITS


def test_an_exchange_rate_is_no_money(store: Store) -> None:
    subject = Subject("exchange_rate", "exchange_rate", "finance")
    assert read(store, money("478.77", "478.77", subject=subject), [TODAY]) is None


def test_an_amount_in_words_only_is_not_read(store: Store) -> None:
    assert read(store, money(None, "billions", qualifier="vague"), [TODAY]) is None


def test_nothing_of_it_is_in_an_observation(store: Store) -> None:
    claim = money("5000000", "5 million", period=YEAR)
    plain = a_claim(amount=money("5000000", "5 million").amount, country="KAZ")
    assert read(store, claim, each_month(2025)) is not None
    columns = {row[0] for row in store.ask("select column_name from (describe observations)")}
    assert not [name for name in columns if "usd" in str(name)]
    assert store.one("select unit from observations") == plain.amount.unit


AMOUNTS = st.tuples(st.integers(1, 9_999_999), st.integers(-4, 9))
PER_DOLLAR = st.decimals("60", "4000", places=2)
EXACT = """
    select c.value, r.low, r.high, u.usd_low, u.usd_high, r.counter = 'USD'
    from claims c join claims_usd u using (claim_id) join rates r using (rate_id)
"""


def numbers(row: tuple[object, ...]) -> list[Decimal]:
    return [Decimal(str(cell)) if isinstance(cell, Decimal) else Decimal(bool(cell)) for cell in row]


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(AMOUNTS, PER_DOLLAR, st.booleans()), min_size=5, max_size=40))
def test_the_interval_holds_the_amount_at_every_rate_that_rounds_to_the_printed_one(
    cases: list[tuple[tuple[int, int], Decimal, bool]],
) -> None:
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        said, rates = [], []
        for number, ((digits, power), per_dollar, ticker) in enumerate(cases):
            day = date(2020, 1, 1) + timedelta(days=14 * number)
            amount = f"{Decimal(digits).scaleb(power):f}"
            said.append(paid(money(amount, amount, period=Period(day, day)), name=f"a{number}"))
            text = f"{1 / per_dollar:.5f}" if ticker else f"{per_dollar:f}"
            rates.append(rate(text, day, "ticker" if ticker else "nbk"))
        read_all(store, said, rates)
        found = store.ask(EXACT)
        assert len(found) == store.one("select count(*) from rates where problem is null")
    for value, low, high, usd_low, usd_high, inverted in (numbers(row) for row in found):
        for end in (low, (low + high) / 2, high):
            per_lcu = Fraction(end) if inverted else 1 / Fraction(end)
            assert Fraction(usd_low) <= Fraction(value) * per_lcu <= Fraction(usd_high)


def rows_of(store: Store, out: Path, **more: object) -> list[dict[str, str]]:
    snapshot.write(snapshot.Snapshot(store.folder, **more), out)  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO((out / "claims.csv").read_text("utf-8"), newline="")))


def test_the_file_has_it_behind_all_other_columns_and_empty_where_unknown(
    store: Store, tmp_path: Path
) -> None:
    known(store, TODAY)
    store.build(paid(money("4020000000", "4.02 billion")), say("b", a_claim()))
    money_row, other = rows_of(store, tmp_path)
    assert list(money_row)[-3:] == ["usd_low", "usd_high", "usd_rate"]
    assert [money_row[name] for name in ("value", "value_text", "usd_low", "usd_high", "usd_rate")] == [
        "4020000000",
        "4.02 billion",
        "8385985",
        "8407048",
        "478.77 KZT per USD, National Bank of Kazakhstan, 2026-04-01",
    ]
    assert [other[name] for name in ("usd_low", "usd_high", "usd_rate")] == ["", "", ""]


def test_what_was_read_with_a_rate_for_personal_use_is_in_no_file(store: Store, tmp_path: Path) -> None:
    known(store, rate("480.12", source="yahoo"), rate("0.00208", source="ticker"))
    store.build(paid(money("5000000", "5 million")))
    assert store.one("select source from claims_usd") == "yahoo"
    (public,) = rows_of(store, tmp_path / "public")
    assert public["usd_rate"] == "0.00208 USD per KZT, a ticker printed on a web page, 2026-04-01"
    (own,) = rows_of(store, tmp_path / "own", personal_use=True)
    assert own["usd_rate"] == "480.12 KZT per USD, Yahoo Finance, 2026-04-01"


def test_as_known_on_a_date_only_rates_known_then_are_used(store: Store) -> None:
    store.build(paid(money("5000000", "5.00 million")))
    moments = [store.one("select known_from from claims")]
    for text in ("400.00", "500.00"):
        known(store, rate(text))
        store.build(paid(money("5000000", "5.00 million")))
        moments.append(store.one("select max(known_from) from rates"))
    question = "select round(usd) from claims_usd_at($moment, true)"
    seen = [store.ask(question, moment=moment) for moment in moments]
    assert seen == [[], [(Decimal(12500),)], [(Decimal(10000),)]]
    assert isinstance(moments[0], datetime)
