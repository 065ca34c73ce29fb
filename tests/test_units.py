"""The factors of units.toml are what a library of units says. It costs a quarter of a CPU second to import,
which the extractor has not: so the factors are data, and the library checks them here."""

from __future__ import annotations

import math

import pytest

from etl.reference import Unit, units

pint = pytest.importorskip("pint", reason="pint is not installed: make check sets it up")

# What the library calls ours, where the two differ.
NAMES = {
    "metric ton": "metric_ton",
    "kiloton": "1e3 metric_ton",
    "megaton": "1e6 metric_ton",
    "quintal": "100 kilogram",
    "pound-foot": "foot * force_pound",
    "foot pound-force": "foot * force_pound",
    "nautical mile": "nautical_mile",
    "british thermal unit": "Btu",
    "million british thermal unit": "1e6 Btu",
    "billion cubic meter": "1e9 meter ** 3",
    "million cubic meter": "1e6 meter ** 3",
    "trillion cubic meter": "1e12 meter ** 3",
    "billion cubic feet": "1e9 foot ** 3",
    "trillion cubic feet": "1e12 foot ** 3",
    "tonne of oil equivalent": "toe",
    "kilotonne of oil equivalent": "1e3 toe",
    "million tonnes of oil equivalent": "1e6 toe",
    "mile per gallon": "mile / gallon",
    "short ton": "short_ton",
    "cubic foot per second": "foot ** 3 / second",
    "cubic meter per second": "meter ** 3 / second",
    "pound per square inch": "psi",
    "kilopound per square inch": "1e3 psi",
}
SAME = 1e-5  # an acre of surveyors is longer than the other
BASES = {"km/l": "kilometer / liter", "s": "second"}  # of units that are kept under a name of their own
NOT_PHYSICAL = ("money", "count", "rate", "points", "times", "yield")

WRITTEN = [unit for unit in units() if unit.factor != 1 and unit.family not in NOT_PHYSICAL]


@pytest.fixture(scope="module")
def registry() -> object:
    return pint.UnitRegistry()


def base_of(unit: Unit) -> str:
    kept = [u.name for u in units() if u.id == unit.id and u.factor == 1]
    return BASES.get(unit.id) or NAMES.get(kept[0], kept[0])


@pytest.mark.parametrize("unit", WRITTEN, ids=lambda unit: unit.name)
def test_a_factor_is_the_librarys(unit: Unit, registry: object) -> None:
    written = registry(NAMES.get(unit.name, unit.name))  # type: ignore[operator]
    kept = registry(base_of(unit))  # type: ignore[operator]
    assert math.isclose(float((written / kept).to_base_units().magnitude), float(unit.factor), rel_tol=SAME)
