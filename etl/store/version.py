"""Which extractor made a batch: the words and rules themselves say, so that nobody has to remember to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from etl.extract import VERSION
from etl.store import ids

ETL = Path(__file__).parents[1]
REFERENCE = ETL.parent / "data" / "reference"

ROWS = tuple(f"store/{name}.py" for name in ("rows", "rate_rows", "ids", "parts", "numbers"))
# Of the rates, what reads a page's ticker.
RATES = ("rates/ticker.py", "rates/interval.py")

# What decides what a batch holds. The publisher's own questions are no part of it.
DECIDES = ("read", "extract", *RATES, "model.py", "reference.py", "check", *ROWS)
ENDINGS = {".py", ".toml", ".csv", ".json"}


@cache
def extractor() -> str:
    """The version that people know, and a hash of the code and word lists that read an article."""
    parts = [part for path in _files() for part in (path.name, path.read_text("utf-8"))]
    return f"{VERSION}-{ids.digest(*parts, length=12)}"


def _files() -> Iterator[Path]:
    for part in (*(ETL / name for name in DECIDES), REFERENCE):
        yield from (path for path in sorted((part, *part.rglob("*"))) if _decides(path))


def _decides(path: Path) -> bool:
    """What is known of currencies and banks is no part of what an article says."""
    return path.suffix in ENDINGS and path.parent != REFERENCE / "rates"
