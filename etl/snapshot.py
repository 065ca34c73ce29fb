"""CSV files of one database. The same database gives the same bytes, on every machine."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import duckdb

from etl.store.publish import reading

# The questions are etl/sql/csv.sql, the same ones that the dashboard asks for a download.
FILES = {
    "claims.csv": "select * from claims_csv_at($moment, $personal_use)",
    "rates.csv": "select * from rates_csv_at($moment, $personal_use)",
    "indicators.csv": "select * from indicators_csv where $moment is not null",
    "sources.csv": "select * from sources_csv_at($moment)",
}
ALWAYS = "infinity"
LEFT_OUT = "Rates of Yahoo Finance are for personal use and are left out."
KEPT_IN = "Rates of Yahoo Finance are in rates.csv, for personal use only: do not pass this snapshot on."
README = (Path(__file__).parent / "snapshot.txt").read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a snapshot is of: the current database, as known at the end of a day; None: until now.

    `personal_use` is for a snapshot that is not passed on: with what a source gives for personal use only.
    """

    store: Path
    as_known_on: date | None = None
    personal_use: bool = False

    @property
    def moment(self) -> datetime | str:
        """The end of that day, UTC."""
        return datetime.combine(self.as_known_on, time.max) if self.as_known_on else ALWAYS

    @property
    def rates_left_out(self) -> str:
        """A sentence on what the terms of a source keep out, or let in."""
        return KEPT_IN if self.personal_use else LEFT_OUT


def write(snapshot: Snapshot, out: Path) -> list[Path]:
    """The files of `snapshot` in the folder `out`, which is made; files of the same names are replaced.

    Raises NoDatabase.
    """
    with reading(snapshot.store) as (_, connection):
        files = {name: _csv(connection, question, snapshot) for name, question in FILES.items()}
        files["README.txt"] = _readme(connection, snapshot, files)
    out.mkdir(parents=True, exist_ok=True)
    files["SHA256SUMS"] = "".join(_sums(files)).encode()
    return [_put(out / name, data) for name, data in files.items()]


def _csv(connection: duckdb.DuckDBPyConnection, question: str, snapshot: Snapshot) -> bytes:
    """RFC 4180, UTF-8 without a byte order mark, header always."""
    values = {"moment": snapshot.moment, "personal_use": snapshot.personal_use}
    cursor = connection.execute(
        question, {name: value for name, value in values.items() if f"${name}" in question}
    )
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column[0] for column in cursor.description])
    while rows := cursor.fetchmany(10_000):
        writer.writerows(rows)
    return text.getvalue().encode()


def _readme(connection: duckdb.DuckDBPyConnection, snapshot: Snapshot, files: dict[str, bytes]) -> bytes:
    row = connection.execute("select seq, built_at, extractor, content_hash from builds order by seq desc")
    seq, built_at, extractor, content_hash = row.fetchall()[0]
    known = f"{snapshot.as_known_on}, end of the day, UTC" if snapshot.as_known_on else f"{built_at:%Y-%m-%d}"
    text = README.format(
        built_on=f"{built_at:%d %B %Y}",
        as_known=known,
        snapshot_id=f"{seq}-{content_hash[:12]}",
        extractor=extractor,
        rates=snapshot.rates_left_out,
        rows="\n".join(f"  {name:16}{_rows(data):>8} rows" for name, data in files.items()),
    )
    return text.encode()


def _rows(data: bytes) -> int:
    return sum(1 for _ in csv.reader(io.StringIO(data.decode(), newline=""))) - 1


def _sums(files: dict[str, bytes]) -> Iterator[str]:
    """As `sha256sum --check` reads them."""
    return (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))


def _put(path: Path, data: bytes) -> Path:
    made = path.with_name(f".{path.name}.part")
    made.write_bytes(data)
    return made.replace(path)
