"""A language made up for the tests: each message of the interface in brackets, and what of a page is not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from dashboard import language, names, words
from dashboard.database import ask_rows

INTERFACE = Path(__file__).resolve().parent.parent / "data" / "interface"
MADE_UP = "xx"
SET_IN = re.compile(r"(\{\w+\}|<[^>]+>)")  # what is put into a message, and its markup
BRACKETED = re.compile(r"⟦[^⟦⟧]*⟧|\?lang=\S+")  # and the address of a slide


def template() -> Catalog:
    """The messages of the interface, as a translator gets them."""
    with (INTERFACE / "oxus.pot").open("rb") as file:
        return read_po(file)


def bracketed(message: str) -> str:
    """Brackets around the words, none around what is put in: that must have brackets of its own.

    >>> bracketed("Known for {some} of five countries")
    '⟦Known for ⟧{some}⟦ of five countries⟧'
    """
    parts = SET_IN.split(message)
    return "".join(
        f"⟦{part}⟧" if n % 2 == 0 and re.search(r"[^\W\d]", part) else part for n, part in enumerate(parts)
    )


def make_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Offer the made-up language, and nothing but it and English."""
    made = Catalog(locale=None, charset="utf-8")
    made.locale = "en"
    for message in template():
        forms = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        if forms[0]:
            told = tuple(map(bracketed, forms))
            made.add(message.id, told if len(told) > 1 else told[0], context=message.context)
    file = folder / MADE_UP / "LC_MESSAGES" / "oxus.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as out:
        write_mo(out, made)
    offer(folder, monkeypatch)


def offer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The languages of another folder."""
    monkeypatch.setattr(language, "FOLDER", folder)
    language.catalogue.cache_clear()
    language.offered.cache_clear()


def english(text: str, data: re.Pattern[str]) -> str:
    """What is left of a text without the messages of the made-up language and without data."""
    # Lines are kept from breaking inside a name by blanks of another sort.
    return data.sub(" ", BRACKETED.sub(" ", text).replace("\u00a0", " "))


# What stands on a page as it is, in every language.
NAMES = (
    "Oxus", "UTC", "USD", "CSV", "Frankfurter", "python -m etl rates", "python -m etl build", "make etl",
    "data/articles", "obesity", "passed on by Frankfurter",
)  # fmt: skip
# Columns of the database whose cells are shown as they are.
CELLS = {
    "countries": ("name", "upper(name)"),
    "currencies": ("name", "currency", "peg_note"),
    "places": ("place", "replace(place, ' district', '')"),
    "indicators": ("name", "definition"),
    "articles": ("title", "publisher"),
    "claims": (
        "claimant",
        "quote",
        "sentence",
        "value_text",
        "unnest(string_split(place, '; '))",
        "unnest(reasons)",
    ),
    "rejections": ("reason", "quote"),
    "problems": ("sentence",),
    "stage_words": ("words",),
    "rate_sources": ("name", "terms", "sentence"),
    "rates": ("problem", "note", "value_text"),
    "builds": ("content_hash[:12]",),
}


def data_of(asked: Iterable[str]) -> re.Pattern[str]:
    """What no translator translates: names, quotations, reasons, and what the address asks for."""
    found = {cell for table, each in CELLS.items() for column in each for cell in _cells(column, table)}
    found |= {words.part(code) for code in _cells("dimension", "claims")}
    for listed in map(json.loads, _cells("sources", "articles")):
        found |= {str(value) for source in listed for value in source.values() if value}
    known = sorted({*found, *NAMES, *asked, *names.partners().values()}, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in known))


def _cells(column: str, table: str) -> set[str]:
    return {
        str(row.cell).replace("\u00a0", " ")
        for row in ask_rows(f"select distinct {column} as cell from {table}")
        if row.cell
    }
