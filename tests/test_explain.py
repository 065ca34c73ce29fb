"""`explain` shows the rule and the words behind every field, in lines that a newcomer can read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.contract import fields
from etl.extract import extract
from etl.extract.confidence import doubts, sure
from etl.extract.explain import LINE, SHOWN, explained
from etl.read import document_from_text


def told(text: str) -> list[str]:
    return list(explained(extract(document_from_text(text)), fields))


def field(text: str, name: str, quote: str | None = None) -> str:
    """A field's line with the whole reason: of the first claim, or of the one with this quote."""
    lines = told(text)
    start = next(n for n, line in enumerate(lines) if line.endswith("is a claim") and (quote or "") in line)
    here = next(n for n in range(start, len(lines)) if lines[n].split()[:1] == [name])
    more = []
    for line in lines[here + 1 :]:
        if not line.startswith(" " * 16) or "←" in line:
            break
        more.append(line.strip())
    return " ".join([*lines[here].split(), *more])


PLANT = "The plant in Osh will burn 1,000 tons of waste per day from 2026."

TOLD = tomllib.loads(Path(__file__).with_name("explained.toml").read_text(encoding="utf-8"))["told"]


@pytest.mark.parametrize("row", TOLD, ids=lambda row: f"{row['field']}: {row['text'][:40]}")
def test_a_field_is_told_with_its_rule_and_words(row: dict[str, str]) -> None:
    assert field(row["text"], row["field"]) == f"{row['field']} {row['line']}"


def test_a_lent_unit_names_its_lender() -> None:
    text = "In 2023 Kazakhstan had 210 schools in villages and 96 in towns."
    assert field(text, "unit", "“96”") == "unit school ← lent by “210”, whose unit it shares"


def test_a_unit_from_above_is_told_with_its_words() -> None:
    text = "Coal production of Kazakhstan (thousand tons):\n\n- Karaganda: 31,200\n- Pavlodar: 62,400\n"
    assert field(text, "unit", "“31,200”") == "unit t ← “t” in the words above or before the colon"


def test_a_doubt_is_told_with_its_weight() -> None:
    doubt = next(doubt for doubt in doubts() if doubt.id == "no_period")
    lines = "\n".join(told("Kazakhstan had 40 schools."))
    assert f"times {doubt.weight}  ← {doubt.says}" in lines
    assert f"starts at {sure()}, and each doubt multiplies it" in lines


def test_a_claim_without_a_doubt_says_how_often_such_a_claim_is_right() -> None:
    line = field("Kazakhstan had 40 schools in 2023.", "confidence")
    assert line.startswith(f"confidence {sure():.3f} ← nothing speaks against it")


def test_words_that_are_not_the_texts_own_are_said_to_be_english() -> None:
    lines = told("В 2023 году в Казахстане построили 120 школ.")
    assert any(line.split()[:2] == ["unit", "school"] for line in lines)
    assert lines[-1] == "Russian is read by way of its English words: those are the words in “…”."
    assert not any(line.startswith("Russian") for line in told(PLANT))


def test_a_number_that_is_none_is_told_with_its_reason() -> None:
    assert "“2026” is no claim: a date" in told(PLANT)
    assert told("Nothing is counted here.") == ["There is no number in it."]


def test_every_field_of_a_claim_that_is_decided_has_a_reason() -> None:
    for text in {row["text"] for row in TOLD}:
        for claim in extract(document_from_text(text)).claims:
            decided = {name for name in SHOWN if fields(claim)[name] is not None}
            also = {"low", "high", "family", "topic", "confidence"}
            assert decided <= dict(claim.evidence).keys() | also


def test_reasons_stand_below_each_other() -> None:
    lines = told(PLANT)
    places = {line.index("←") for line in lines if "←" in line}
    assert len(places) == 1
    assert all(len(line) <= LINE for line in lines)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("12,. %$abc million of in Osh\n-"), max_size=60))
def test_any_text_can_be_explained(text: str) -> None:
    if text.strip():
        assert told(text)
