"""How numbers, units, periods and ages are written on every page."""

from __future__ import annotations

import ast
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import words
from dashboard.scales import SCALES
from dashboard.words import Figure

TODAY = date(2026, 11, 22)
DASHBOARD = Path(words.__file__).parent


EXACT = Figure(None, None, None, "", "exact", "person")


def figure(value: str | None, unit: str = "person", printed: str | None = None, **more: object) -> Figure:
    exact = Decimal(value) if value is not None else None
    return replace(EXACT, value=exact, unit=unit, value_text=printed or value or "", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (figure("979000", "person", "979,000"), "979,000 people"),
        (figure("2500000", "job", "2.5"), "2.5 million jobs"),
        (figure("60400000000", "kWh", "60.4"), "60.4 billion kWh"),
        (figure("17.4", "percent", "17.4%"), "17.4 %"),
        (figure("19.0", "per_1000", "19.0"), "19.0 per 1,000"),
        (figure("1000", "t/day", "1,000"), "1,000 t a day"),
        (figure("1600", "TJS/month", "1,600"), "1,600 TJS a month"),
        (figure("200000000", "USD", "200"), "200 million USD"),
        (figure("0", "percent", "0"), "0 %"),
        (figure("1", "company", "one"), "1 company"),
        (figure("124", "company", "124"), "124 companies"),
        (figure("2232114", "person", "2 million 232 thousand 114"), "2,232,114 people"),
        (figure("400000", "person", "400,000", qualifier="more_than"), "more than 400,000 people"),
        (figure("12", "percent", "12", qualifier="about"), "about 12 %"),
        (figure("300000", "place", "300,000", qualifier="less_than"), "less than 300,000 places"),
        (figure(None, "percent", "35-36", qualifier="range", low=Decimal(35), high=Decimal(36)), "35–36 %"),
        (
            figure(None, "company", "dozens", qualifier="vague", low=Decimal(24), high=Decimal(99)),
            "dozens of companies",
        ),
        (figure("3", "times", "tripled"), "3 times"),
        (figure("2.1", "percentage_point", "2.1"), "2.1 percentage points"),
    ],
)
def test_an_amount_is_written_with_hedge_scale_and_unit(given: Figure, written: str) -> None:
    assert words.amount(given) == written


def test_a_change_says_its_direction_and_a_level_told_as_a_rise_does_not() -> None:
    assert words.said(figure("1.6", "percent", kind="change", direction="down")) == "down 1.6 %"
    assert words.said(figure("51", "percent", kind="observed", direction="up")) == "51 %"


@given(
    st.decimals(min_value=Decimal("0.001"), max_value=Decimal("1e14"), places=3, allow_nan=False),
)
def test_a_number_is_never_written_with_other_digits_than_it_has(value: Decimal) -> None:
    written = words.plain(value)
    digits, _, scale = written.partition(" ")
    power = {name.removeprefix("{n} "): power for power, name in SCALES}.get(scale, 0)
    assert Decimal(digits.replace(",", "")).scaleb(power) == value
    assert len(digits.partition(".")[2]) <= 3


@pytest.mark.parametrize(
    ("label", "written"),
    [
        ("2024", "2024"),
        ("2025-03", "March 2025"),
        ("2025-03-14", "14 March 2025"),
        ("2012/2023", "2012–2023"),
        ("2023-01/2023-07", "Jan–Jul 2023"),
        ("2024-11/2025-02", "Nov 2024–Feb 2025"),
        (None, "no date given"),
    ],
)
def test_a_period_is_written_as_it_is_said(label: str | None, written: str) -> None:
    assert words.period(label) == written


@pytest.mark.parametrize(
    ("last", "written"),
    [
        (date(2023, 12, 31), "2 years ago"),
        (date(2026, 9, 30), "1 month ago"),
        (date(2026, 11, 1), "this month"),
        (date(2029, 12, 31), "in 3 years"),
        (date(2027, 1, 31), "in 2 months"),
    ],
)
def test_an_age_is_counted_from_the_readers_day(last: date, written: str) -> None:
    assert words.age(last, TODAY) == written


def test_a_missing_cell_has_no_age_and_is_not_zero() -> None:
    assert words.age(float("nan"), TODAY) == ""
    assert words.missing(None)
    assert not words.missing(0)


def test_an_inferred_date_says_so() -> None:
    assert words.said_on("2025-03", "inferred") == "said about March 2025"
    assert words.said_on("2025-03-04", "front_matter") == "said on 4 March 2025"


def groups_thousands(node: ast.AST) -> bool:
    """An f-string or a format that sets thousands apart itself."""
    form = node.format_spec if isinstance(node, ast.FormattedValue) else None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "format":
        form = node.args[1]
    return form is not None and "," in ast.unparse(form)


def test_thousands_are_set_apart_in_one_place() -> None:
    files = {path.name: ast.walk(ast.parse(path.read_text("utf-8"))) for path in DASHBOARD.rglob("*.py")}
    assert {name for name, nodes in files.items() if any(map(groups_thousands, nodes))} <= {"numbers.py"}
