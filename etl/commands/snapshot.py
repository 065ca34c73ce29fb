"""`python -m etl snapshot`: CSV files of the current database."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from etl import snapshot
from etl.commands.where import add_store, personal_use
from etl.store.problem import NoDatabase


def arguments(parser: argparse.ArgumentParser) -> None:
    """--out, --as-known-on, --store."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the files")
    parser.add_argument(
        "--as-known-on", type=_day, metavar="DATE", help="YYYY-MM-DD: what was known that day"
    )
    add_store(parser)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date. Write it as 2025-03-14.") from None


def _asked(args: argparse.Namespace) -> snapshot.Snapshot:
    return snapshot.Snapshot(args.store, args.as_known_on, personal_use())


def run(args: argparse.Namespace) -> int:
    """0 written; 1 there is no database, or the folder cannot be written."""
    try:
        written = snapshot.write(_asked(args), args.out)
    except NoDatabase as nothing:
        sys.stderr.write(f"{nothing}\n")
        return 1
    except OSError as error:
        sys.stderr.write(
            f"{args.out} cannot be written ({error.strerror}). Name another folder with --out.\n"
        )
        return 1
    sys.stdout.write("".join(f"{path}\n" for path in written))
    return 0
