"""`python -m etl explain "SENTENCE"`: how each field of each claim was decided."""

from __future__ import annotations

import argparse
import sys

from etl.contract import fields
from etl.extract import extract
from etl.extract.explain import explained
from etl.read import ReadError, document_from_text


def arguments(parser: argparse.ArgumentParser) -> None:
    """The sentence, or several."""
    parser.add_argument("sentence", metavar="SENTENCE", help="a sentence or a short text, in quotes")


def run(args: argparse.Namespace) -> int:
    """Print each claim with the rule and the words behind its fields, then what was refused and why."""
    try:
        extraction = extract(document_from_text(args.sentence))
    except ReadError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write("".join(f"{line}\n" for line in explained(extraction, fields)))
    return 0
