"""`python -m etl rates`: currency rates from Yahoo Finance into the store, and how each attempt went."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import sleep
from typing import TextIO

from etl.commands.where import add_store
from etl.pipeline import republish
from etl.rates import market, yahoo
from etl.rates.currencies import Currency, currencies
from etl.rates.market import Asking
from etl.rates.schedule import Run, not_before
from etl.rates.session import BoundedSession
from etl.rates.yahoo import Answer
from etl.store import publish
from etl.store.fetched import attempts, newest_closes
from etl.store.problem import StoreError
from etl.store.rates import SourceRun, write_rates

FIRST_LOAD = timedelta(days=365)
# Yahoo Finance fills and corrects the last days later.
OVERLAP = timedelta(days=10)
WHEN = "%d %B %H:%M"


def arguments(parser: argparse.ArgumentParser) -> None:
    """--since, --store."""
    parser.add_argument(
        "--since",
        type=_day,
        metavar="DATE",
        help="first day, YYYY-MM-DD (default: ten days before the newest close kept, at first a year ago)",
    )
    add_store(parser)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no day; write YYYY-MM-DD") from error


def run(args: argparse.Namespace) -> int:
    """0 all was fetched, or it is too early to ask again; 1 something is wrong. Kept rates stay."""
    now = datetime.now(UTC)
    try:
        earlier = [Run(*attempt) for attempt in attempts(args.store, yahoo.SOURCE)]
        waiting = _too_early(earlier, args.since, now)
        if waiting:
            _say(sys.stderr if earlier[-1].outcome != "ok" else sys.stdout, waiting)
            return int(earlier[-1].outcome != "ok")
        return fetch(wanted(args.since, args.store, now.date()), BoundedSession(), args.store, now)
    except OSError as error:
        _say(sys.stderr, f"{args.store}: cannot be used ({error}). Name another folder with --store.")
    except StoreError as error:
        _say(sys.stderr, f"{error} The database is as it was; the rates are kept for the next build.")
    return 1


def _too_early(earlier: Sequence[Run], since: date | None, now: datetime) -> str | None:
    """A sentence, when the last run forbids to ask. Asked for a day of one's own, only a refusal does."""
    moment = not_before(earlier)
    if moment is None or now >= moment or (since and earlier[-1].outcome == "ok"):
        return None
    why = "answered" if earlier[-1].outcome == "ok" else "said that it was asked too often,"
    return f"Yahoo Finance {why} at {earlier[-1].at:{WHEN}} UTC; it is asked again from {moment:{WHEN}} UTC."


def wanted(since: date | None, store: Path, today: date) -> dict[Currency, date]:
    """The currencies and the day from which each is asked for."""
    newest = {} if since else newest_closes(store, yahoo.SOURCE)
    first = since or today - FIRST_LOAD
    return {
        currency: newest[currency.code] - OVERLAP if currency.code in newest else first
        for currency in currencies()
    }


def fetch(since: Mapping[Currency, date], session: BoundedSession, store: Path, now: datetime) -> int:
    """Ask for each currency from its day on, say what came, and keep it. Exit status as for `run`."""
    # Each outcome is told in a sentence of ours.
    logging.getLogger("yfinance").setLevel(logging.CRITICAL)
    yahoo.use_cache(store / "yfinance")
    asking = Asking(lambda currency, first: yahoo.ask(currency, first, now, session), sleep)
    answers: list[Answer] = []
    for answer in market.answers(since, asking):
        _say(sys.stderr if market.is_wrong(answer) else sys.stdout, market.sentence(answer))
        answers.append(answer)
    return _keep(answers, store)


def _keep(answers: Sequence[Answer], store: Path) -> int:
    """The rates and the attempt go into the ledger; a database that is there is made anew."""
    rates = [rate for answer in answers for rate in answer.rates]
    outcome = market.overall(answers)
    write_rates(
        store, rates, SourceRun(yahoo.SOURCE, outcome, " ".join(market.sentence(each) for each in answers))
    )
    if rates and publish.current(store):
        _say(sys.stdout, f"Published {republish(store, Waiting()).path}.")
    elif rates:
        _say(sys.stdout, "The rates are kept; `python -m etl build` shows them.")
    return int(outcome != "ok")


class Waiting:
    """Says when another build is in the way, and nothing else."""

    def read(self, name: str) -> None:
        """No file is read here."""

    def publishing(self) -> None:
        """Takes under a second."""

    def waiting(self) -> None:
        """Another process is publishing."""
        _say(sys.stderr, "Another build is being published; waiting for it to finish.")


def _say(out: TextIO, sentence: str) -> None:
    out.write(f"{sentence}\n")
    out.flush()
