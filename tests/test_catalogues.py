"""The words of the interface as translators get them, and what they made of them."""

from __future__ import annotations

import gettext
import re
import shlex
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from etl import reference
from tests.words_world import SET_IN, template

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = "data/interface/oxus.pot"


def test_the_template_holds_what_the_source_says_today(tmp_path: Path) -> None:
    made = tmp_path / "oxus.pot"
    command = [str(made) if each == TEMPLATE else each for each in _gathering()]
    subprocess.run([sys.executable, *command], cwd=ROOT, check=True)
    assert made.read_text("utf-8") == (ROOT / TEMPLATE).read_text("utf-8"), "make words brings it up to date"


def _gathering() -> list[str]:
    """The arguments with which `make words` gathers the messages."""
    rule = (ROOT / "Makefile").read_text("utf-8").partition("\nwords:")[2]
    command = re.search(r"@\$\(BIN\)/python (.*? extract .*?[^\\])\n", rule, re.DOTALL)
    assert command
    return shlex.split(command[1].replace("\\\n", " "))


def test_every_indicator_of_the_catalogue_has_a_russian_name_of_its_own() -> None:
    named = reference.indicator_names()
    assert named.keys() == reference.indicators().keys()
    assert len(set(named.values())) == len(named)
    assert all(re.fullmatch(r"[А-ЯЁ][А-ЯЁа-яё -]+", name) for name in named.values())


def catalogues() -> list[Path]:
    return sorted((ROOT / "data" / "interface").glob("*/LC_MESSAGES/oxus.po"))


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.parts[-3])
def test_a_catalogue_keeps_the_places_and_the_markup_of_its_messages(path: Path) -> None:
    for (_context, asked), told in _told(path).items():
        for form in filter(None, told):
            assert _set_in(form) == _set_in(asked[-1]), form


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.parts[-3])
def test_a_catalogue_has_no_message_that_is_said_no_more(path: Path) -> None:
    asked = {(message.context, _forms(message.id)) for message in template()}
    assert not _told(path).keys() - asked, "make words brings it up to date"


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.parts[-3])
def test_what_is_compiled_is_what_the_translator_wrote(path: Path) -> None:
    with path.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for (context, asked), told in _told(path).items():
        if len(asked) > 1:
            said = {compiled.ngettext(asked[0], asked[1], n) for n in (1, 2, 5)}
        else:
            said = {compiled.pgettext(context, asked[0]) if context else compiled.gettext(asked[0])}
        assert said == set(told), "make words compiles it"


def _told(path: Path) -> dict[tuple[str | None, tuple[str, ...]], tuple[str, ...]]:
    """The translations of a catalogue, by context and message."""
    with path.open("rb") as file:
        return {(m.context, _forms(m.id)): _forms(m.string) for m in read_po(file) if m.id}


def _forms(said: str | Iterable[str] | None) -> tuple[str, ...]:
    if said is None or isinstance(said, str):
        return (said or "",)
    return tuple(said)


def _set_in(message: str) -> set[str]:
    return set(SET_IN.findall(message))
