"""How far along a plant is: by the words of its sentence, by the kind of its figure, or not said at all."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from dashboard import cells, stages
from dashboard.queries import places
from etl.model import Claim, Subject
from etl.reference import stages as stage_words
from etl.store.reference_rows import reference_rows
from tests.store_world import Said, Store, a_claim, amount

EXAMPLES = tomllib.loads(Path(__file__).with_name("stages.toml").read_text("utf-8"))["example"]
COST = Subject("project_cost", "project_cost", "investment")


def claim(name: str, text: str, quote: str, **changes: Any) -> Claim:
    """A claim of $5 million in Osh."""
    usual = {"amount": replace(amount("5000000"), unit="USD"), "subject": COST, "place": "Osh", "title": name}
    return replace(a_claim(quote, "5000000", text, **{**usual, **changes}), article=name)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The row of each example, by its number: one store holds them all."""
    store = Store(tmp_path_factory.mktemp("stages") / "store", given=reference_rows())
    said = []
    for number, example in enumerate(EXAMPLES):
        name, text = f"example {number}", f"example {number}\n\n{example['text']}\n"
        told = claim(name, text, "$5 million", kind=example.get("kind", "observed"))
        said.append(Said(name, (told,), text))
    store.build(*said)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OXUS_STORE", str(store.folder))
        return {row.title: row for row in cells.rows(places.figures())}


@pytest.mark.parametrize("number", range(len(EXAMPLES)), ids=lambda n: EXAMPLES[n]["text"])
def test_a_sentence_says_how_far_along_a_plant_is(number: int, read: dict[str, Any]) -> None:
    row = read[f"example {number}"]
    assert (cells.text(row.stage) or "") == EXAMPLES[number]["stage"]
    assert (cells.text(row.stage_words) is None) == (EXAMPLES[number]["stage"] == "")


def test_a_sentence_about_two_places_says_nothing_of_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Plants\n\nThe $5 million plant in Osh was opened, that of $6 million in Kemin is planned.\n"
    kemin = claim("a", text, "$6 million", place="Kemin")
    store = Store(tmp_path / "store", given=reference_rows())
    store.build(Said("a", (claim("a", text, "$5 million"), kemin), text))
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    assert places.figures().stage.isna().all()


def test_the_words_are_small_and_each_stands_once() -> None:
    words = [each for listed in stage_words().values() for each in listed]
    assert len(words) == len(set(words))
    for each in words:
        assert each == " ".join(each.lower().replace("ё", "е").split())
        assert all(letter.isalnum() or letter == " " for letter in each)


def row(kind: str = "observed", measure: str = "capacity MW", **changes: object) -> SimpleNamespace:
    told = {"kind": kind, "measure": measure, "makes": True, "stage": None, "stage_words": None}
    return SimpleNamespace(**{**told, **changes})


@pytest.mark.parametrize(
    ("figure", "stage"),
    [
        (row(), stages.OPERATING),
        (row(makes=False), stages.UNSAID),  # what a town consumes
        (row(measure="money USD"), stages.UNSAID),
        (row("planned"), stages.PLANNED),
        (row("planned", "money USD"), stages.PLANNED),
        (row("planned", "other"), stages.UNSAID),
        (row("forecast"), stages.UNSAID),  # a plant that works has a forecast of its output too
        (row("target"), stages.UNSAID),
        (row("share"), stages.UNSAID),
        (row(stage="construction", stage_words="being built"), stages.CONSTRUCTION),
    ],
)
def test_where_no_word_says_it_the_kind_of_the_figure_may(figure: Any, stage: stages.Stage) -> None:
    told = stages.told([figure])
    assert [one.stage for one in told] == ([] if stage is stages.UNSAID else [stage])


def test_the_furthest_along_stands_on_the_map_and_every_stage_in_the_list() -> None:
    built = row(stage="construction", stage_words="being built")
    told = stages.told([row("planned"), built, row()])
    assert [one.stage for one in told] == [stages.OPERATING, stages.CONSTRUCTION, stages.PLANNED]
    assert [one.words for one in told] == [None, "being built", None]


def test_words_say_it_before_the_kind_does() -> None:
    opened = row(stage="operating", stage_words="was opened")
    (told,) = stages.told([row(), opened])
    assert told.row is opened


def test_every_stage_has_a_shape_of_its_own() -> None:
    assert len({stage.svg for stage in stages.ALL}) == len(stages.ALL)
