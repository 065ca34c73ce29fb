"""Who says what a currency is worth: data/reference/rates/sources.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from etl.reference import FOLDER

FILE = FOLDER / "rates" / "sources.toml"


@dataclass(frozen=True, slots=True)
class RateSource:
    """A source of rates. `decimals` are those that it always prints, where its files drop zeros."""

    source: str
    position: int
    name: str
    kind: str
    home: str
    terms: str
    lcu: str | None = None
    decimals: int | None = None
    personal_use: bool = False
    speaker: str | None = None  # who is asked, where that is not the one whose rates they are

    @property
    def who(self) -> str:
        """Who is asked, and answers or does not."""
        return self.speaker or self.name


@cache
def sources() -> dict[str, RateSource]:
    """By their code, in the order of the file."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        code: RateSource(code, position, **table) for position, (code, table) in enumerate(tables.items(), 1)
    }
