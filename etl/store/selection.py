"""Which batch speaks for which article, from when on. What a build did not find is no longer said."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from etl.read import UnreadFile
from etl.store import ledger


@dataclass(frozen=True, slots=True)
class Chosen:
    """The batch that a build found for an article."""

    article: str
    path: str
    sha256: str
    file: str  # in batches/


@dataclass(frozen=True, slots=True)
class Found:
    """All that one build found. `version` is the extractor's."""

    version: str
    chosen: tuple[Chosen, ...]
    unread: tuple[UnreadFile, ...]


def choose(book: sqlite3.Connection, found: Found) -> None:
    """Commit the batches, and let them speak from now on; one transaction.

    An article that is no longer among the files falls silent now. One whose file is there but cannot be read
    stays as it was last read: the problem is said, and nothing is lost.
    """
    with ledger.writing(book):
        at = _next_moment(book)
        standing = _standing(book)
        for each in found.chosen:
            _commit(book, each, found.version, at)
            if standing.get(each.article) != (each.file, each.path):
                _select(book, each, at)
        present = {each.article for each in found.chosen} | {each.name for each in found.unread}
        for article in standing.keys() - present:
            ledger.add(book, "selections", {"article": article, "path": "", "batch": None, "since": at})
        _note_run(book, found, at)


def _next_moment(book: sqlite3.Connection) -> str:
    """Now, but after every moment in the ledger, also where the clock was set back."""
    (last,) = book.execute("select max(since) from selections").fetchone()
    now = ledger.now()
    if last is None or now > last:
        return now
    return str(datetime.fromisoformat(last) + timedelta(microseconds=1))


def _standing(book: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    """Article -> batch file and path, of those that speak."""
    question = """
        select s.article, b.file, s.path
        from selections s join batches b on b.seq = s.batch
        where s.seq in (select max(seq) from selections group by article)
    """
    return {article: (file, path) for article, file, path in book.execute(question)}


def _commit(book: sqlite3.Connection, each: Chosen, version: str, at: str) -> None:
    if book.execute("select 1 from batches where file = ?", [each.file]).fetchone():
        return
    row = {"kind": "articles", "file": each.file, "name": each.article, "sha256": each.sha256}
    ledger.add(book, "batches", {**row, "version": version, "committed_at": at})


def _select(book: sqlite3.Connection, each: Chosen, at: str) -> None:
    (batch,) = book.execute("select seq from batches where file = ?", [each.file]).fetchone()
    row = {"article": each.article, "path": each.path, "batch": batch, "since": at}
    ledger.add(book, "selections", row)


def _note_run(book: sqlite3.Connection, found: Found, at: str) -> None:
    unread = json.dumps([asdict(each) for each in found.unread], ensure_ascii=False)
    last = book.execute("select version, unread from runs order by seq desc limit 1").fetchone()
    if last != (found.version, unread):
        ledger.add(book, "runs", {"at": at, "version": found.version, "unread": unread})


@dataclass(frozen=True, slots=True)
class Spoken:
    """A batch that spoke for an article, and until when; None: it still does."""

    article: str
    path: str
    file: str
    since: str
    until: str | None


def spoken(book: sqlite3.Connection) -> Iterator[Spoken]:
    """Every batch that ever spoke, for each article in order."""
    question = """
        select s.article, s.path, b.file, s.since, s.until
        from (
            select article, path, batch, since, lead(since) over (partition by article order by seq) as until
            from selections
        ) s
        join batches b on b.seq = s.batch
        order by s.article, s.since
    """
    return (Spoken(*row) for row in book.execute(question))


def unread(book: sqlite3.Connection) -> Sequence[dict[str, str]]:
    """The files that the last build could not load: name, path and a sentence."""
    row = book.execute("select unread from runs order by seq desc limit 1").fetchone()
    files: list[dict[str, str]] = json.loads(row[0]) if row else []
    return files


def version(book: sqlite3.Connection) -> str:
    """The extractor of the last build; empty before the first."""
    row = book.execute("select version from runs order by seq desc limit 1").fetchone()
    return str(row[0]) if row else ""
