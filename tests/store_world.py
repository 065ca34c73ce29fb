"""A small world for the tests of the store: texts, claims about them, and a store that holds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb

from etl.model import Amount, Claim, Extraction, Period, Problem, Rate, Span, Subject
from etl.read import UnreadFile, document_from_text
from etl.store import batches, ledger, publish, rows
from etl.store.given import Rows
from etl.store.reference_rows import reference_rows
from etl.store.selection import Chosen, Found, choose

TEXT = "Schools in Osh\n\nIn 2024 there were 120 schools in Osh. Of 2,400 pupils 46.3% are girls.\n"
YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))
COUNTRIES = {name: reference_rows()[name] for name in ("countries", "currencies", "rate_sources")}


@dataclass(frozen=True)
class Said:
    """One file: its text and what is claimed of it."""

    name: str
    claims: tuple[Claim, ...]
    text: str = TEXT
    problems: tuple[Problem, ...] = ()
    rates: tuple[Rate, ...] = ()


def a_claim(
    quote: str = "120 schools", value: str | None = "120", text: str = TEXT, **changes: object
) -> Claim:
    """Schools of Kyrgyzstan in 2024, exactly 120 of them, unless `changes` say otherwise."""
    start = text.index(quote)
    claim = Claim(
        article="a",
        title="Schools in Osh",
        quote=Span(start, start + len(quote)),
        quote_text=quote,
        sentence=Span(text.rfind("\n", 0, start) + 1, text.index("\n", start)),
        amount=Amount(
            Decimal(value) if value else None, None, None, quote.split(" ", maxsplit=1)[0], "exact", "school"
        ),
        subject=Subject("schools", "schools", "education"),
        country="KGZ",
        place=None,
        period=YEAR,
        kind="observed",
        direction=None,
    )
    return replace(claim, **changes)  # type: ignore[arg-type]


def amount(value: str, text: str | None = None, **changes: object) -> Amount:
    """So many schools, exactly."""
    made = Amount(Decimal(value), None, None, text or value, "exact", "school")
    return replace(made, **changes)  # type: ignore[arg-type]


def say(name: str, *claims: Claim, **more: object) -> Said:
    """A file of that name with those claims."""
    return Said(name, tuple(replace(claim, article=name) for claim in claims), **more)  # type: ignore[arg-type]


@dataclass
class Store:
    """A store in a folder of its own."""

    folder: Path
    version: str = "v1"
    unread: tuple[UnreadFile, ...] = field(default=())
    given: Mapping[str, Rows] = field(default_factory=lambda: COUNTRIES)

    def build(self, *said: Said) -> publish.Published:
        """Publish just these files, as `etl build` does once it has read and extracted them."""
        with batches.writer() as writer:
            chosen = tuple(self._stored(each, writer) for each in said)
        with publish.publishing(self.folder, lambda: None), ledger.connect(self.folder) as book:
            choose(book, Found(self.version, chosen, self.unread))
            return publish.publish(self.folder, book, self.given)

    def _stored(self, said: Said, writer: batches.Writer) -> Chosen:
        document = document_from_text(said.text, said.name)
        file = batches.file_name(document.name, document.sha256, self.version)
        path = self.folder / "batches" / file
        if not path.exists():
            extraction = Extraction(document, said.claims, ())
            batches.write(path, rows.batch(extraction, said.rates, said.problems), writer)
        return Chosen(document.name, f"articles/{said.name}.md", document.sha256, file)

    def ask(self, question: str, **values: object) -> list[tuple[object, ...]]:
        """The current database's answer."""
        path = publish.current(self.folder)
        assert path is not None
        with duckdb.connect(str(path), read_only=True) as connection:
            return list(connection.execute(question, values or None).fetchall())

    def one(self, question: str, **values: object) -> object:
        """The only cell of the answer."""
        ((cell,),) = self.ask(question, **values)
        return cell

    def decide(self, claim_id: object, decision: str, **more: object) -> None:
        """What a person says of a claim; the next build hears it."""
        row = {
            "claim_id": claim_id,
            "decision": decision,
            "reason": "read it again",
            "decided_by": "a reader",
        }
        with ledger.connect(self.folder) as book, ledger.writing(book):
            ledger.add(book, "decisions", {**row, "decided_at": ledger.now(), **more})


def values(rows_found: Sequence[tuple[object, ...]]) -> list[object]:
    """The first cell of each row."""
    return [row[0] for row in rows_found]
