"""What is read in a sentence, and the sentences that must not be read so. The examples are the manual."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from etl.contract import fields
from etl.extract import extract
from etl.read import document_from_text

FOLDER = Path(__file__).with_name("examples")


def examples() -> list[Any]:
    """A case for each example; one with `todo` must fail until it is done."""
    cases = []
    for path in sorted(FOLDER.glob("*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)["example"]:
            todo = [pytest.mark.xfail(reason=row["todo"])] if "todo" in row else []
            cases.append(pytest.param(row, id=f"{path.stem}: {row['note']}", marks=todo))
    return cases


@pytest.mark.parametrize("example", examples())
def test_a_text_holds_these_claims_and_no_others(example: dict[str, Any]) -> None:
    extraction = extract(document_from_text(example["text"]))
    found = [fields(claim) for claim in extraction.claims]
    named = [
        {key: claim[key] for key in wanted} for claim, wanted in zip(found, example["claims"], strict=False)
    ]
    assert named == [without_empty(row) for row in example["claims"]]
    assert [claim["quote"] for claim in found[len(named) :]] == []
    refused = {rejection.quote_text: rejection.reason for rejection in extraction.rejections}
    for words, reason in example.get("refused", {}).items():
        assert reason in refused[words]


def without_empty(row: dict[str, Any]) -> dict[str, Any]:
    """TOML has no null: "none" stands for it."""
    return {key: None if value == "none" else value for key, value in row.items()}


@pytest.mark.parametrize("example", examples())
def test_a_text_may_break_off_behind_any_word(example: dict[str, Any]) -> None:
    words = example["text"].split(" ")
    for last in range(1, len(words)):
        text = " ".join(words[:last])
        for claim in extract(document_from_text(text)).claims:
            assert claim.quote.of(text) == claim.quote_text
