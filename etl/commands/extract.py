"""`python -m etl extract PATH...`: claims as JSON Lines, nothing stored."""

from __future__ import annotations

import argparse
import json
import sys
from decimal import Decimal
from pathlib import Path

from etl.contract import fields
from etl.extract import extract
from etl.read import UnreadFile, read_paths


def arguments(parser: argparse.ArgumentParser) -> None:
    """The files to read."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")


def run(args: argparse.Namespace) -> int:
    """Print a line for each claim; name each file that could not be read, and go on."""
    status = 0
    for document in read_paths(args.paths):
        if isinstance(document, UnreadFile):
            sys.stderr.write(document.sentence + "\n")
            status = 1
            continue
        for claim in extract(document).claims:
            sys.stdout.write(json.dumps(fields(claim), ensure_ascii=False, default=number) + "\n")
    return status


def number(value: Decimal) -> int | float:
    """As JSON writes it: whole numbers without a point. Numbers leave Decimal only here."""
    return int(value) if value == value.to_integral_value() else float(value)
