"""Runs in the environment of quantulum3: sentences on standard input, their quantities on standard output."""

import json
import sys
import time
import warnings
from typing import Any

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


def main() -> None:
    """One JSON object: the rows of each sentence, and the CPU seconds after a first call."""
    texts = json.load(sys.stdin)
    quantities("warm up 3 km")
    before = time.process_time()
    rows = [quantities(text) for text in texts]
    json.dump({"rows": rows, "seconds": time.process_time() - before}, sys.stdout)


main()
