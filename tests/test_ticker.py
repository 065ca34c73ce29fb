"""A ticker's rates: printed many times, one each, with the digits they have."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from etl.model import Document
from etl.rates.interval import interval, inverse, significant_digits
from etl.rates.ticker import problems_of, rates_of
from etl.read import document_from_text

LINES = """• KGS/USD = 0.01144 0%
  • KZT/USD = 0.00196 -0%
  • TJS/USD = 0.10899 -0%
  • UZS/USD = 0.00008 -0%
  • TMT/USD = 0.28490 0%
"""


def page(lines: str, below: str = "08 December 2025\n\nWheat Sown\n\nSowing has begun.\n") -> Document:
    return document_from_text(f"{lines}{below}", "page")


def test_a_rate_printed_eight_times_is_one_rate_under_the_pages_date() -> None:
    document = page(LINES * 8)
    rates = rates_of(document)
    assert [rate.base for rate in rates] == ["KGS", "KZT", "TJS", "UZS", "TMT"]
    som = rates[3]
    assert (som.base, som.counter, som.nominal) == ("UZS", "USD", 1)
    assert (som.value, som.value_text, som.change_text) == (Decimal("0.00008"), "0.00008", "-0%")
    assert (som.day, som.date_basis, som.kind, som.seen) == (date(2025, 12, 8), "page_date", "ticker", 8)
    assert som.span is not None
    assert som.span.of(document.text) == "UZS/USD = 0.00008"
    assert som.span.start == document.text.index("UZS")
    assert som.article == "page"
    assert list(problems_of(document)) == []


def test_the_digits_of_a_som_leave_a_band() -> None:
    low, high = inverse(*interval("0.00008"))
    assert high is not None
    assert (round(low), round(high)) == (11765, 13333)
    assert significant_digits("0.00008") == 1


def test_two_numbers_for_one_pair_are_both_kept_and_neither_is_the_rate() -> None:
    document = page("KGS/USD = 0.01144 0%\nKGS/USD = 0.01151 1%\nKGS/USD = 0.01144 0%\n")
    first, second = rates_of(document)
    assert (first.seen, second.seen) == (2, 1)
    assert first.problem == second.problem
    assert first.problem == (
        "KGS/USD is printed as 0.01144 and as 0.01151 on one page; neither is taken as the rate."
    )
    assert [problem.rule for problem in problems_of(document)] == ["ticker", "ticker"]


def test_two_changes_beside_one_number_are_said() -> None:
    (rate,) = rates_of(page("KGS/USD = 0.01144 0%\nKGS/USD = 0.01144 -0%\nKGS/USD = 0.01144\n"))
    assert (rate.change_text, rate.seen) == ("0%", 3)
    assert rate.problem is not None
    assert "0% and with -0% and with no change" in rate.problem


def test_a_number_of_zeros_is_no_rate() -> None:
    (rate,) = rates_of(page("UZS/USD = 0.000 0%\n"))
    assert rate.problem == "UZS/USD is printed as 0.000, which is no rate."
    assert inverse(*interval("0.000"))[1] is None


def test_no_rate_is_guessed_without_a_date() -> None:
    document = page(LINES, below="\nWheat Sown\n\nAstana, 8 December 2025\n\nSowing has begun.\n")
    assert len(document.ticker) == 5
    assert rates_of(document) == []
    (problem,) = problems_of(document)
    assert problem.sentence.startswith("page: the currency ticker has no date line")


def test_no_rate_is_guessed_under_two_dates() -> None:
    document = page(f"{LINES}08 December 2025\n\n{LINES}09 December 2025\n")
    assert rates_of(document) == []
    (problem,) = problems_of(document)
    assert "prints two dates" in problem.sentence


def test_the_same_date_under_each_printing_is_one_date() -> None:
    (first, *_) = rates_of(page(f"{LINES}08 December 2025\n\n{LINES}"))
    assert (first.day, first.seen) == (date(2025, 12, 8), 2)


PRINTED = st.builds(
    lambda whole, digits: f"{whole}.{digits}" if digits else f"{whole}",
    st.integers(0, 99_999),
    st.text("0123456789", max_size=8),
)


@given(PRINTED)
def test_the_interval_holds_the_printed_value_and_is_one_last_digit_wide(text: str) -> None:
    low, high = interval(text)
    assert low < Decimal(text) < high
    assert high - low == Decimal(1).scaleb(-len(text.partition(".")[2]))


@given(PRINTED, st.fractions(0, 1))
def test_the_inverse_interval_holds_the_inverse_of_every_value_inside(text: str, share: Fraction) -> None:
    low, high = interval(text)
    inside = Fraction(low) + (Fraction(high) - Fraction(low)) * share
    first, last = inverse(low, high)
    if inside > 0:
        assert Fraction(first) <= 1 / inside
        assert last is None or 1 / inside <= Fraction(last)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["KGS/USD", "USD/KZT", "UZS/USD"]),
            PRINTED,
            st.sampled_from(["", " 0%", " -0.19%"]),
        ),
        min_size=1,
        max_size=6,
    ),
    st.integers(1, 4),
)
def test_reading_again_changes_nothing_and_printing_again_only_the_count(
    printed: list[tuple[str, str, str]], times: int
) -> None:
    lines = "".join(f"• {pair} = {value}{change}\n" for pair, value, change in printed)
    once, again, more = page(lines), page(lines), page(lines * times)
    assert rates_of(once) == rates_of(again)
    assert [rate.seen * times for rate in rates_of(once)] == [rate.seen for rate in rates_of(more)]
    assert [rate.span for rate in rates_of(once)] == [rate.span for rate in rates_of(more)]
