"""The quantities of a text, ages and lengths of time included, and what must be none."""

from __future__ import annotations

import itertools
import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.extract.quantities import Quantity, quantities

EXAMPLES = tomllib.loads(
    Path(__file__).with_name("quantities.toml").read_text(encoding="utf-8"), parse_float=Decimal
)["example"]


def told(text: str, quantity: Quantity) -> dict[str, Any]:
    """The fields that an example can name; values in the unit that is written."""
    mention = quantity.mention
    factor = mention.measure.factor if mention.measure else Decimal(1)
    return {
        "quote": quantity.span.of(text),
        "value": None if mention.value is None else mention.value / factor,
        "unit": mention.measure.name
        if mention.measure and not mention.noun
        else mention.noun and mention.noun.head,
        "age": quantity.age,
        "direction": quantity.direction or "none",
        "qualifier": mention.qualifier,
        "role": mention.role,
    }


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda row: row["note"])
def test_a_text_holds_these_quantities_and_no_others(example: dict[str, Any]) -> None:
    text = example["text"]
    found = [told(text, quantity) for quantity in quantities(text)]
    wanted = example["quantities"]
    named = [{key: row[key] for key in keys} for row, keys in zip(found, wanted, strict=False)]
    assert named == [
        {k: None if v == "none" and k == "value" else v for k, v in row.items()} for row in wanted
    ]
    assert [row["quote"] for row in found[len(wanted) :]] == []


WORDS = re.findall(
    r"\S+",
    """
    rose fell by from to 5% 12.4 million $3 billion tons per year in 2024 ½ 2½ 1/3 of the and , . ; ( ) – -
    half a third doubled 1,250 4,7 schools + ≥ 500+ about more than up two dozens KZT minus £ HK$ 40C 5G a.m.
    66-21-07 several hundred few thousand couple points aged over ten years 12 page document Planet 9
    iPhone 11 COVID -19 1 050 000 31-24
    """,
)
TEXTS = st.one_of(
    st.text(alphabet="0123456789 .,-–/%$½aeonthrmilkg('\"", max_size=80),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_quantities_are_apart_and_in_order(text: str) -> None:
    found = quantities(text)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
