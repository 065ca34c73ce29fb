"""The short way to the times of a text finds what the whole pattern finds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.extract.time_patterns import found, lowered, pattern
from etl.extract.tokens import tokens

TESTS = Path(__file__).parent
WORDS = re.findall(
    r"\S+",
    """
    in the first nine months of 2024 same period last year by end decade since independence Q1 2023 1Q23 H1
    January Sept. 10, March–May now today at present ten years ago next 5 academic school heating season
    that summer until then towards close 2023/24 2012–2024 24.12.2025 2025-12-24 3,2024 mid-2024 a earlier
    schools of Osh rose to 5% under review during those weeks year's
    """,
)


def texts() -> Iterator[str]:
    """The sentences of the examples."""
    for path in sorted((TESTS / "examples").glob("*.toml")):
        for example in tomllib.loads(path.read_text(encoding="utf-8")).get("example", ()):
            if isinstance(example.get("text"), str):
                yield example["text"]


def both_ways(text: str) -> tuple[list[str], list[str]]:
    whole = [match.group().strip() for match in pattern().finditer(lowered(text))]
    return [match.group() for match in found(text, len(text), tokens(text, 0, len(text)))], whole


@pytest.mark.parametrize("text", list(texts()))
def test_every_time_of_the_examples_is_found(text: str) -> None:
    short, whole = both_ways(text)
    assert short == whole


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
@settings(max_examples=500, deadline=None)
def test_every_time_of_any_words_is_found(text: str) -> None:
    short, whole = both_ways(text)
    assert short == whole
