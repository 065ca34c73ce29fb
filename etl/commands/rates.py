"""`python -m etl rates`: currency rates into the store, and how asking each source went."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TextIO

from etl.commands.progress import Progress
from etl.commands.where import add_store
from etl.fetch import Way, fetch
from etl.pipeline import republish
from etl.rates.plans import PLANS, Wanted
from etl.rates.results import Result
from etl.rates.schedule import Run, not_before
from etl.rates.sources import sources
from etl.rates.yahoo import today
from etl.store import publish
from etl.store.fetched import attempts, days_kept
from etl.store.problem import StoreError

WHEN = "%d %B %H:%M"
SECONDS_BETWEEN_LINES = 20.0
ABOUT = """
Asks the five central banks of the region, Frankfurter (which passes their rates
on) and Yahoo Finance what a dollar costs, and keeps the answers in the store.
Whatever a source answers, nothing that is kept is changed or lost. One sentence
tells how each source went, on standard error when something is wrong.

Run it once a day: it asks for the last ten days and for what it missed since,
and asks no source twice in six hours.

With --since DATE it fetches history. Most banks print a page a day, asked for a
second apart: ten years take about an hour, all sources side by side. Days that
are in the store are not asked for again, and Ctrl-C keeps what came: the same
command goes on from there.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """--since, --source, --store."""
    parser.description = ABOUT
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument(
        "--since",
        type=_day,
        metavar="DATE",
        help="first day of the history to fetch, YYYY-MM-DD (without it, the last days)",
    )
    names = "; ".join(f"{code}: {sources()[code].name}" for code in PLANS)
    parser.add_argument(
        "--source",
        action="append",
        choices=PLANS,
        metavar="NAME",
        dest="sources",
        help=f"ask only this source; may be given several times (default: all). {names}",
    )
    add_store(parser)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no day; write YYYY-MM-DD") from error


def run(args: argparse.Namespace) -> int:
    """0 all was fetched, or it is too early to ask again; 1 something is wrong; 2 usage. Kept rates stay."""
    now = datetime.now(UTC)
    if args.since and args.since > today(now):
        _say(sys.stderr, f"{args.since} lies ahead; name a day that has been.")
        return 2
    try:
        return refresh(args.sources or list(PLANS), args.since, args.store, now, Way())
    except KeyboardInterrupt:
        _say(sys.stderr, "Stopped. The rates that came are kept for the next run or build.")
    except OSError as error:
        _say(sys.stderr, f"{args.store}: cannot be used ({error}). Name another folder with --store.")
    except StoreError as error:
        _say(sys.stderr, f"{error} The database is as it was; the rates are kept for the next build.")
    return 1


def refresh(chosen: Sequence[str], since: date | None, store: Path, now: datetime, way: Way) -> int:
    """Ask those of the sources that may be asked, say what came, publish it. Exit status as for `run`."""
    early = {source: told for source in chosen if (told := _too_early(source, since, store, now))}
    for sentence, refused in early.values():
        _say(sys.stderr if refused else sys.stdout, sentence)
    wanted = {
        source: Wanted(today(now), since, days_kept(store, source))
        for source in chosen
        if source not in early
    }
    teller = Teller()
    if wanted:
        _fetch(wanted, store, now, way, teller)
    return int(teller.wrong or any(refused for _, refused in early.values()))


def _too_early(source: str, since: date | None, store: Path, now: datetime) -> tuple[str, bool] | None:
    """A sentence, and whether the source had refused, where it must not be asked yet.

    Asked for a day of one's own, only a refusal forbids it.
    """
    earlier = [Run(*attempt) for attempt in attempts(store, source)]
    moment = not_before(earlier)
    refused = bool(earlier) and earlier[-1].outcome != "ok"
    if moment is None or now >= moment or (since and not refused):
        return None
    why = "said that it was asked too often," if refused else "answered"
    told = f"{why} at {earlier[-1].at:{WHEN}} UTC; it is asked again from {moment:{WHEN}} UTC."
    return f"{sources()[source].who} {told}", refused


def _fetch(wanted: Mapping[str, Wanted], store: Path, now: datetime, way: Way, teller: Teller) -> None:
    try:
        with teller.progress.stoppable():
            fetch(wanted, store, now, way, teller)
    except KeyboardInterrupt:
        teller.progress.end()
        raise
    if publish.current(store):
        published = republish(store, Waiting())
        if teller.came:
            _say(sys.stdout, f"Published {published.path}.")
    elif teller.came:
        _say(sys.stdout, "The rates are kept; `python -m etl build` shows them.")


class Teller:
    """Says how far it is and how each source went; remembers whether anything came and was wrong."""

    def __init__(self) -> None:
        self.came = self.wrong = False
        self.progress = Progress(0, sys.stderr, "questions answered", SECONDS_BETWEEN_LINES)

    def begin(self, questions: int) -> None:
        """So many will be asked at most."""
        self.progress.total = questions

    def answered(self, source: str) -> None:
        """One more has an answer."""
        self.progress.read(sources()[source].who)

    def told(self, result: Result, sentence: str) -> None:
        """A source is through."""
        self.progress.clear()
        _say(sys.stdout if result.outcome == "ok" else sys.stderr, sentence)
        self.wrong |= result.outcome != "ok"
        self.came |= any(answer.rates for answer in result.answers)


class Waiting:
    """Says when another build is in the way, and nothing else."""

    def read(self, name: str) -> None:
        """No file is read here."""

    def publishing(self) -> None:
        """Takes a second or two."""

    def waiting(self) -> None:
        """Another process is publishing."""
        _say(sys.stderr, "Another build is being published; waiting for it to finish.")


def _say(out: TextIO, sentence: str) -> None:
    out.write(f"{sentence}\n")
    out.flush()
