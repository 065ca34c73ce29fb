"""How right the reading is on annotated articles may not fall. `python -m tests.score` prints the figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.score import SETS, Score, score

FLOORS: dict[str, dict[str, float]] = json.loads(
    (Path(__file__).parent / "floors.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", FLOORS)
def test_the_reading_is_as_right_as_it_was(name: str) -> None:
    if not SETS[name]:
        pytest.skip(f"the articles of “{name}” are not on this machine")
    total = sum(map(score, SETS[name]), Score())
    one_claim = 1 / total.required
    assert total.detection >= FLOORS[name]["detection"] - one_claim
    assert total.whole_f1 >= FLOORS[name]["whole"] - one_claim


def test_every_set_has_a_floor() -> None:
    assert FLOORS.keys() == SETS.keys()
