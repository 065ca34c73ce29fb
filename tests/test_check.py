"""Which claims cannot be right, and which only look odd."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from etl import reference
from etl.check import problems
from etl.model import Amount, Claim, Extraction, Period, Subject
from etl.read import document_from_text
from tests.store_world import TEXT, a_claim


def claim(value: str, unit: str, kind: str = "observed", **changes: object) -> Claim:
    made = a_claim(amount=Amount(Decimal(value), None, None, value, "exact", unit), kind=kind)
    return replace(made, **changes)  # type: ignore[arg-type]


def said(*claims: Claim) -> list[str]:
    return [problem.sentence for problem in problems(extraction(*claims), reference.indicators())]


def extraction(*claims: Claim) -> Extraction:
    return Extraction(document_from_text(TEXT), claims, ())


def about(indicator: str, dimension: str | None = None) -> Subject:
    return Subject(indicator, "family", "other", dimension)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (
            claim("146", "percent", "share"),
            "146 % is not between 0 and 100 %, as every part of a whole is. a: “120 schools”",
        ),
        (
            claim("-3", "percent", "share"),
            "-3 % is not between 0 and 100 %, as every part of a whole is. a: “120 schools”",
        ),
        (claim("-5", "person"), "-5 person is less than none. a: “120 schools”"),
        (
            claim("117.4", "percent", subject=about("obesity_prevalence")),
            "Obesity: 117.4 is above 100, the most that is plausible. a: “120 schools”",
        ),
        (
            claim("900000000", "person", subject=about("population")),
            "Population: 900,000,000 is above 200,000,000, the most that is plausible. a: “120 schools”",
        ),
    ],
    ids=["share above all", "share below nothing", "fewer than none", "prevalence", "population"],
)
def test_a_number_that_cannot_be_says_why_in_a_sentence(wrong: Claim, sentence: str) -> None:
    assert said(wrong) == [sentence]


def test_a_range_with_crossed_ends_is_no_range() -> None:
    crossed = Amount(None, Decimal(40), Decimal(30), "40-30", "range", "school")
    assert said(a_claim(amount=crossed)) == [
        "A range from 40 down to 30 has its ends crossed. a: “120 schools”"
    ]


@pytest.mark.parametrize(
    "right",
    [
        claim("100", "percent", "share"),
        claim("0", "person"),
        claim("-3.2", "percent", "change"),
        claim("146", "percent", "change"),
        claim("130", "percent", subject=about("inflation")),
        claim("-2000000", "USD", subject=about("trade_balance")),
        claim("-500", "person", "change"),
        claim("5", "percentage_point", "change", subject=about("obesity_prevalence")),
        a_claim(amount=Amount(None, None, None, "dozens", "vague", "school")),
    ],
    ids=lambda c: f"{c.amount.value} {c.amount.unit} {c.kind}",
)
def test_an_odd_number_that_can_be_is_left_alone(right: Claim) -> None:
    assert said(right) == []


def test_a_part_is_not_more_than_its_whole_in_one_sentence() -> None:
    whole = claim("400", "person", subject=about("pupils"))
    part = claim("500", "person", subject=about("pupils", "girls"))
    assert said(whole, part) == ["The part “girls” is more than the whole, 400. a: “120 schools”"]


def test_a_part_of_another_year_or_a_smaller_part_is_left_alone() -> None:
    whole = claim("400", "person", subject=about("pupils"))
    smaller = claim("300", "person", subject=about("pupils", "girls"))
    earlier = claim(
        "500",
        "person",
        subject=about("pupils", "girls"),
        period=Period(date(2012, 1, 1), date(2012, 12, 31)),
    )
    assert said(whole, smaller, earlier) == []


def test_a_problem_names_the_place_of_its_claim() -> None:
    wrong = claim("146", "percent", "share")
    (problem,) = problems(extraction(wrong), {})
    assert (problem.rule, problem.claim_start) == ("outside_unit", wrong.quote.start)
