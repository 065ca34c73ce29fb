"""What holds for every article."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.extract import extract
from etl.extract.sentences import sentences
from etl.model import Span
from etl.read import ReadError, document_from_text
from tests import fragments
from tests.soundness import unsound

ROOT = Path(__file__).resolve().parent.parent
WORDS = re.findall(
    r"\S+",
    """
    Kazakhstan Uzbek Bishkek Osh exports rose fell by from to 5% 12.4 million $3 billion tons per year
    in 2024 since 2012 of the and , . ; ( ) : – - half a third doubled 1,250 4,7 students schools will
    target expected about more than up down same period last year Q1 January twenty two dozens KZT tenge
    • Oral Mary 35-36% 1 050 000 aged under five COVID-19 № 158 +996 312 66-21-07 a year earlier Russia
    Central Asia Units: capital them these respectively
    """,
)
NEWS = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
ANY = st.one_of(st.text(max_size=300), NEWS, st.builds("{}\n\n{}\n• {}".format, NEWS, NEWS, NEWS))


@given(ANY)
@settings(max_examples=300, deadline=None)
def test_every_quote_is_the_text_at_its_offsets(text: str) -> None:
    try:
        document = document_from_text(text)
    except ReadError:
        return
    found = extract(document)
    for claim in found.claims:
        assert claim.quote.of(text) == claim.quote_text != ""
        assert claim.sentence.start <= claim.quote.start < claim.quote.end <= claim.sentence.end
    for rejection in found.rejections:
        assert rejection.quote.of(text) == rejection.quote_text != ""
        assert rejection.reason


@given(st.integers(0, 10**9))
@settings(max_examples=300, deadline=None)
def test_texts_of_any_pieces_are_read_without_a_crash(seed: int) -> None:
    for text in (fragments.text(seed), fragments.typed(seed)):
        assert not list(unsound(text))


@pytest.mark.parametrize(
    "text",
    [
        "One line of text that stands\n\x85\nabove another",
        "Output was 99999999999999999999999999999 kWh.",
        "Заводы выпустили \ud800 5 тонн.",
    ],
)
def test_what_once_crashed_or_was_unsound_is_read(text: str) -> None:
    assert not list(unsound(text))


@given(NEWS)
@settings(max_examples=100, deadline=None)
def test_the_same_text_gives_the_same_claims(text: str) -> None:
    assert extract(document_from_text(text)) == extract(document_from_text(text))


@given(NEWS)
@settings(max_examples=100, deadline=None)
def test_claims_of_one_text_never_overlap(text: str) -> None:
    spans = [claim.quote for claim in extract(document_from_text(text)).claims]
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(NEWS)
@settings(max_examples=100, deadline=None)
def test_a_claim_has_a_value_or_both_ends(text: str) -> None:
    for claim in extract(document_from_text(text)).claims:
        amount = claim.amount
        assert (amount.value is None) == (amount.qualifier in ("range", "vague"))
        assert (amount.low is None) == (amount.high is None)


@given(st.text())
def test_sentences_never_overlap(text: str) -> None:
    found = list(sentences(text, Span(0, len(text))))
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("piece", ["1", "1 ", "1,", "(", "2024-", "from 5 ", "a", "5% of ", "$"])
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    extract(document_from_text(text))
    assert time.process_time() - started < 10


def test_where_an_article_is_too_long_to_be_one_a_rejection_says_so() -> None:
    text = "Osh Counts Its Schools\n\nIn 2024 Osh had 12 schools. " + "It was 5. " * 4_100
    found = extract(document_from_text(text))
    last = found.rejections[-1]
    assert last.reason == "more sentences and numbers than an article can hold"
    assert last.quote.of(text) == last.quote_text
    assert found.claims[0].quote_text == "12 schools"


def test_the_output_does_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    """Of news in two languages and of texts without sense, in processes of their own."""
    for seed in range(60):
        made = fragments.text(seed).encode("utf-8", "replace")
        (tmp_path / f"{seed}.txt").write_bytes(made)
    folders = [str(ROOT / "tests" / "articles"), str(ROOT / "data" / "articles"), str(tmp_path)]
    command = [sys.executable, "-m", "etl", "extract", *folders]
    runs = {
        subprocess.run(
            command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=False
        ).stdout
        for seed in ("0", "1", "12345", "random")
    }
    assert len(runs) == 1
    assert runs.pop().count(b"\n") > 300
