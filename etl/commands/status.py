"""`python -m etl status`: current database, sources, freshness, counts, problems."""

from __future__ import annotations

import argparse
import json
import sys

from etl.commands.where import add_store
from etl.commands.words import count
from etl.store.problem import NoDatabase
from etl.store.report import Report, Source, report

COUNTS = (
    ("articles", "article"),
    ("claims", "claim"),
    ("rejections", "rejection"),
    ("rates", "rate"),
    ("problems", "problem"),
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """--json, --store."""
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    add_store(parser)


def run(args: argparse.Namespace) -> int:
    """0 there is a database; 1 there is none."""
    try:
        found = report(args.store)
    except NoDatabase as nothing:
        sys.stderr.write(f"{nothing}\n")
        return 1
    text = json.dumps(found.as_json(), ensure_ascii=False, indent=2) if args.json else "\n".join(lines(found))
    sys.stdout.write(f"{text}\n")
    return 0


def lines(found: Report) -> list[str]:
    """The report in sentences."""
    build = found.build
    counts = ", ".join(count(int(str(build[name])), noun) for name, noun in COUNTS)
    return [
        f"Database  {found.database}",
        f"Build     {build['seq']}, made {build['built_at']} UTC, extractor {build['extractor'] or 'none'}",
        f"Holds     {counts}",
        *(f"Source    {_source(each)}" for each in found.sources),
        *(f"Problem   {each['sentence']}" for each in found.problems),
    ]


def _source(source: Source) -> str:
    """What it last said, which mostly begins with its name, and when that was."""
    if source.last_attempt is None:
        return f"{source.name}: never asked; python -m etl rates --source {source.source} does"
    said = source.sentence if source.sentence.startswith(source.name) else f"{source.name}: {source.sentence}"
    newest = f"; newest {source.newest}" if source.newest else ""
    last_ok = "" if source.outcome == "ok" else f"; last success {_minute(source.last_ok)}"
    return f"{said.rstrip('.')} ({source.outcome} at {_minute(source.last_attempt)}{newest}{last_ok})"


def _minute(moment: str | None) -> str:
    """
    >>> _minute("2026-11-21 14:05:59.123456")
    '2026-11-21 14:05 UTC'
    """
    return f"{moment[:16]} UTC" if moment else "never"
