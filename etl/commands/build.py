"""`python -m etl build`: articles into a new database."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from etl.commands.progress import Progress
from etl.commands.where import ARTICLES, add_store
from etl.commands.words import count
from etl.pipeline import Outcome, build
from etl.read import files_of
from etl.store.problem import StoreError


def arguments(parser: argparse.ArgumentParser) -> None:
    """PATH..., --store, --scheduler."""
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="file or folder (default: data/articles)"
    )
    add_store(parser)
    parser.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster; not available yet")


def run(args: argparse.Namespace) -> int:
    """0 all is loaded; 1 something could not be; 2 usage."""
    if args.scheduler:
        _complain("--scheduler is not available yet: leave it out, and this machine does the work.")
        return 2
    paths = args.paths or [ARTICLES]
    progress = Progress(len(files_of(paths)), sys.stderr)
    try:
        with progress.stoppable():
            outcome = build(paths, args.store, progress)
    except KeyboardInterrupt:
        progress.end()
        _complain("Stopped. The database is as it was; what was read is kept for the next build.")
        return 1
    except StoreError as error:
        progress.end()
        _complain(f"{error} The database is as it was.")
        return 1
    except OSError as error:
        progress.end()
        _complain(
            f"{error.filename or args.store} cannot be written ({error.strerror}). Name another --store."
        )
        return 1
    return _tell(outcome, args.store)


def _tell(outcome: Outcome, store: Path) -> int:
    for each in outcome.unread:
        _complain(each.sentence)
    if outcome.published is None:
        _complain(f"Nothing could be read, so nothing was published. The database in {store} is as it was.")
        return 1
    done = "Published" if outcome.published.fresh else "Nothing has changed: the database stays"
    sys.stdout.write(f"{done} {outcome.published.path} with {count(outcome.loaded, 'file')}.\n")
    return 1 if outcome.unread else 0


def _complain(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
