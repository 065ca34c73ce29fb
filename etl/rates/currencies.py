"""What is known of each currency before any rate is read; the data are in currencies.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("currencies.toml")


@dataclass(frozen=True, slots=True)
class Currency:
    """Units per US dollar."""

    code: str  # ISO 4217
    low: Decimal
    high: Decimal
    peg: Decimal | None

    @property
    def symbol(self) -> str:
        """As Yahoo Finance calls the rate of one dollar in this currency."""
        return f"{self.code}=X"


@cache
def currencies() -> tuple[Currency, ...]:
    """In the order of the file."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(
        Currency(
            code,
            Decimal(table["low"]),
            Decimal(table["high"]),
            Decimal(table["peg"]) if "peg" in table else None,
        )
        for code, table in tables.items()
    )
