"""The claims of the bundled articles as rows of a CSV, with what is known to be wrong beside them."""

from __future__ import annotations

import csv
import io
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from etl import contract
from etl.extract import extract
from etl.model import Claim, Document
from etl.read import read_paths

HERE = Path(__file__).parent
GOLDEN = HERE / "claims.csv"
KNOWN_WRONG = HERE / "known_wrong.toml"
ARTICLES = HERE.parents[1] / "data" / "articles"


@dataclass(frozen=True, slots=True)
class GoldenRow:
    """A claim in words; empty where it says nothing."""

    article: str
    start: str
    quote: str
    value: str
    low: str
    high: str
    qualifier: str
    unit: str
    country: str
    place: str
    indicator: str
    topic: str
    dimension: str
    period: str
    kind: str
    direction: str
    claimant: str
    duplicate_of: str
    known_wrong: str = ""


@dataclass(frozen=True, slots=True)
class KnownWrong:
    """What a claim says wrongly, and what would be right."""

    article: str
    quote: str
    says: dict[str, str]
    right: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Missed:
    """A number of an article that should be a claim and is not yet."""

    article: str
    quote: str
    right: str


def known_wrong() -> tuple[KnownWrong, ...]:
    """The hand-kept list."""
    return tuple(KnownWrong(**entry) for entry in _kept().get("wrong", []))


def missed() -> tuple[Missed, ...]:
    """The hand-kept list of what is not read."""
    return tuple(Missed(**entry) for entry in _kept().get("missed", []))


def rows(wrong: tuple[KnownWrong, ...] = ()) -> list[GoldenRow]:
    """Every claim of every bundled article, in the order of files and text."""
    return [row for document in documents() for row in _marked(document, wrong)]


def stale(found: list[GoldenRow], wrong: tuple[KnownWrong, ...]) -> list[KnownWrong]:
    """The entries that find no claim saying what they call wrong: it is right by now, or gone."""
    notes = {(row.article, row.quote, note) for row in found for note in row.known_wrong.split(" | ")}
    return [entry for entry in wrong if (entry.article, entry.quote, entry.right) not in notes]


def documents() -> Iterator[Document]:
    """The bundled articles as read."""
    for document in read_paths([ARTICLES]):
        assert isinstance(document, Document), document.sentence
        yield document


def as_csv(found: list[GoldenRow]) -> str:
    """`found` under a line of column names."""
    out = io.StringIO()
    writer = csv.DictWriter(out, [column.name for column in fields(GoldenRow)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(row) for row in found)
    return out.getvalue()


def _kept() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(KNOWN_WRONG.read_text(encoding="utf-8"))


def _marked(document: Document, wrong: tuple[KnownWrong, ...]) -> Iterator[GoldenRow]:
    seen: Counter[str] = Counter()
    for claim in sorted(extract(document).claims, key=lambda claim: claim.quote):
        seen[claim.quote_text] += 1
        row = _row(document, claim)
        key = (row.article, row.quote, seen[row.quote])
        notes = [w.right for w in wrong if (w.article, w.quote, w.nth) == key and _says(row, w)]
        yield _with_note(row, " | ".join(notes))


def _says(row: GoldenRow, entry: KnownWrong) -> bool:
    return all(getattr(row, field) == value for field, value in entry.says.items())


def _with_note(row: GoldenRow, note: str) -> GoldenRow:
    return GoldenRow(**(asdict(row) | {"known_wrong": note}))


def _row(document: Document, claim: Claim) -> GoldenRow:
    said = contract.fields(claim) | {"article": document.name}
    names = {field.name for field in fields(GoldenRow)} - {"known_wrong"}
    return GoldenRow(**{name: "" if said[name] is None else str(said[name]) for name in names})
