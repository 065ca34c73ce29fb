"""`python -m etl COMMAND`: the edge of the pipeline. Exit 0 done, 1 something is wrong, 2 usage."""

from __future__ import annotations

import argparse
import importlib
import os
import sys

COMMANDS = {
    "extract": "claims as JSON Lines on standard output, nothing stored",
    "explain": "how each field of each claim in a sentence was decided",
    "build": "articles into a new database",
    "rates": "currency rates from the central banks and Yahoo Finance",
    "snapshot": "CSV files of the current database",
    "status": "current database, sources, freshness, counts, problems",
}


def main(argv: list[str]) -> int:
    """Run one command; only its own module is imported, so that `extract` needs no database."""
    overview = argparse.ArgumentParser(prog="python -m etl", description=__doc__)
    overview.add_argument(
        "command", choices=COMMANDS, help="; ".join(f"{k}: {v}" for k, v in COMMANDS.items())
    )
    name = overview.parse_args(argv[:1]).command
    command = importlib.import_module(f"etl.commands.{name}")
    parser = argparse.ArgumentParser(prog=f"python -m etl {name}", description=COMMANDS[name])
    command.arguments(parser)
    status: int = command.run(parser.parse_args(argv[1:]))
    return status


def quietly(argv: list[str]) -> int:
    """As `main`, but say nothing more once whoever reads our output has gone, as `| head` does."""
    try:
        status = main(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python writes out what is left at exit; it goes nowhere instead of into a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


if __name__ == "__main__":
    sys.exit(quietly(sys.argv[1:]))
