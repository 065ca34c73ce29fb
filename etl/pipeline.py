"""The way of an article: read, extract, check, store, publish."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from etl import check, reference
from etl.extract import extract
from etl.model import Document
from etl.rates.ticker import problems_of, rates_of
from etl.read import UnreadFile, read_paths
from etl.store import batches, ledger, publish, rows, version
from etl.store.reference_rows import reference_rows
from etl.store.selection import Chosen, Found, choose
from etl.store.stop import stoppable


class Watch(Protocol):
    """Who is told how far a build is."""

    def read(self, name: str) -> None:
        """One more file is in the store, or its problem is known."""

    def waiting(self) -> None:
        """Another process is publishing."""

    def publishing(self) -> None:
        """All is read; the database is being made."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did. Nothing is published where nothing could be read."""

    loaded: int
    unread: tuple[UnreadFile, ...]
    published: publish.Published | None


@stoppable()
def build(paths: Sequence[Path], store: Path, watch: Watch) -> Outcome:
    """Publish what `paths` hold, and nothing else: an article that is no longer there is no longer said.

    Its claims stay in claims_ever with the time until which they were known.
    """
    found = _found(paths, store / "batches", watch)
    if not found.chosen:
        return Outcome(0, found.unread, None)
    with publish.publishing(store, watch.waiting), ledger.connect(store) as book:
        watch.publishing()
        choose(book, found)
        published = publish.publish(store, book, reference_rows())
    return Outcome(len(found.chosen), found.unread, published)


@stoppable()
def republish(store: Path, watch: Watch) -> publish.Published:
    """Publish what the ledger says now: new rates, new decisions, the articles of the last build."""
    with publish.publishing(store, watch.waiting), ledger.connect(store) as book:
        watch.publishing()
        return publish.publish(store, book, reference_rows())


def _found(paths: Sequence[Path], folder: Path, watch: Watch) -> Found:
    chosen: dict[str, Chosen] = {}
    unread: list[UnreadFile] = []
    with batches.writer() as writer:
        for each in read_paths(paths):
            if isinstance(each, UnreadFile):
                unread.append(each)
            elif each.name not in chosen:
                chosen[each.name] = stored(each, folder, writer)
            elif each.path != chosen[each.name].path:
                unread.append(_same_name(each, chosen[each.name]))
            watch.read(each.name)
    return Found(version.extractor(), tuple(chosen.values()), tuple(unread))


def _same_name(document: Document, first: Chosen) -> UnreadFile:
    sentence = (
        f"{document.path} has the name of {first.path}, so it was left out. Rename one of the two files."
    )
    return UnreadFile(document.path, document.name, sentence)


def stored(document: Document, folder: Path, writer: batches.Writer) -> Chosen:
    """The batch of `document`, made if this extractor has not made it yet."""
    file = batches.file_name(document.name, document.sha256, version.extractor())
    if not (folder / file).exists():
        extraction = extract(document)
        problems = [*problems_of(document), *check.problems(extraction, reference.indicators())]
        batches.write(folder / file, rows.batch(extraction, rates_of(document), problems), writer)
    return Chosen(document.name, document.path, document.sha256, file)
