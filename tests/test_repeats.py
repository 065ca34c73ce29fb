"""What says a thing again is marked, and what only looks so is not."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.extract import extract
from etl.extract.duplicates import marked
from etl.model import Claim
from etl.read import document_from_text
from tests.repeats import marks
from tests.score import SETS

TEXTS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("repeats.toml").read_text(encoding="utf-8")
)["text"]
GOLDS = [(name, gold) for name, golds in SETS.items() for gold in golds]


def claims(text: str) -> tuple[Claim, ...]:
    return extract(document_from_text(text)).claims


@pytest.mark.parametrize("row", TEXTS, ids=lambda row: row["note"])
def test_these_claims_repeat_those_and_no_others(row: dict[str, Any]) -> None:
    found = claims(row["text"])
    place = {claim.quote.start: number for number, claim in enumerate(found)}
    said = [[n, place[c.duplicate_of]] for n, c in enumerate(found) if c.duplicate_of is not None]
    assert said == row["repeats"]


def test_a_repeat_says_what_it_repeats() -> None:
    _, again = claims("In 2023 Kazakhstan opened 40 schools. The forty schools have room.")
    why = dict(again.evidence)["duplicate_of"]
    assert why == "it points back to a number told before: “40 schools”"


@pytest.mark.parametrize("name", SETS)
def test_every_annotated_repeat_is_marked_and_nothing_else(name: str) -> None:
    if not SETS[name]:
        pytest.skip(f"the articles of “{name}” are not on this machine")
    found = [marks(gold) for gold in SETS[name]]
    assert sum(m.wrong for m in found) <= 1  # a miss of one is a matter of the annotator's taste
    assert sum(m.missed for m in found) <= 1


sentences = st.builds(
    "{} {} {} {} in {}.".format,
    st.sampled_from(["Kazakhstan opened", "Uzbekistan opened", "Kazakhstan closed"]),
    st.sampled_from(["", "about", "more than", "the"]),
    st.sampled_from(["40", "forty", "41", "100", "103", "1.2 thousand", "1,200", "1,234", "12 percent of"]),
    st.sampled_from(["schools", "hospitals"]),
    st.sampled_from(["2022", "2023"]),
)
articles = st.lists(sentences, min_size=2, max_size=8).map("\n\n".join)


@settings(max_examples=150, deadline=None)
@given(articles)
def test_what_is_repeated_is_itself_no_repeat(text: str) -> None:
    found = claims(text)
    starts = {claim.quote.start for claim in found if claim.duplicate_of is None}
    repeated = {claim.duplicate_of for claim in found if claim.duplicate_of is not None}
    assert repeated <= starts


@settings(max_examples=100, deadline=None)
@given(articles, st.integers(0, 1))
def test_marking_twice_is_marking_once(text: str, headlines: int) -> None:
    found = claims(text)
    heads = frozenset(c.quote.start for c in found[:headlines])
    once = marked(text, found, heads)
    again = marked(text, once, heads)
    assert once == again
    assert [claim.evidence for claim in once] == [claim.evidence for claim in again]
