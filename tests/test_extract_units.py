"""Every written form of units.toml is read as its unit, and none as another."""

from __future__ import annotations

import pytest

from etl.extract.tokens import tokens
from etl.extract.units import unit_behind
from etl.reference import Unit, units


@pytest.mark.parametrize("unit", units(), ids=lambda unit: unit.name)
def test_every_form_of_a_unit_is_read_as_it(unit: Unit) -> None:
    for form in unit.forms:
        row = tokens(f"5 {form}", 0, len(form) + 2)
        found = unit_behind(row, 1)
        assert found is not None, form
        read = (found.unit.id, found.unit.factor, found.edge)
        assert read == (unit.id, unit.factor, len(row)), form


def test_a_name_is_one_units() -> None:
    names = [unit.name for unit in units()]
    assert len(names) == len(set(names))
