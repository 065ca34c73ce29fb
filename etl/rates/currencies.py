"""What is known of each currency before any rate is read: data/reference/rates/currencies.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from etl.reference import FOLDER

FILE = FOLDER / "rates" / "currencies.toml"


@dataclass(frozen=True, slots=True)
class Currency:
    """Bounds and peg are units per US dollar."""

    code: str  # ISO 4217
    name: str
    name_ru: str
    low: Decimal
    high: Decimal
    peg: Decimal | None = None
    peg_since: date | None = None
    peg_note: str | None = None


@cache
def currencies() -> tuple[Currency, ...]:
    """In the order of the file."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(
        Currency(
            **{
                **table,
                "code": code,
                "low": Decimal(table["low"]),
                "high": Decimal(table["high"]),
                "peg": Decimal(table["peg"]) if "peg" in table else None,
            }
        )
        for code, table in tables.items()
    )
