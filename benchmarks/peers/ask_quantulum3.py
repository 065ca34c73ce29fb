"""Runs in the environment of quantulum3: sentences on standard input, their quantities on standard output."""

import warnings
from typing import Any

from answering import answer  # type: ignore[import-not-found]  # run as a script: its neighbour

warnings.simplefilter("ignore")
from quantulum3 import parser  # noqa: E402

SPELLINGS = {"dimensionless": "-", "tonne": "metric ton", "year": "year"}


def quantities(text: str) -> list[dict[str, Any]]:
    """A range with its ends where the reader kept them, else the mean that it gives."""
    return [
        {"value": _value(q), "unit": SPELLINGS.get(q.unit.name, q.unit.name), "span": list(q.span)}
        for q in parser.parse(text)
    ]


def _value(found: Any) -> Any:
    if found.uncertainty:
        return [found.value - found.uncertainty, found.value + found.uncertainty]
    return found.value


answer(quantities)
