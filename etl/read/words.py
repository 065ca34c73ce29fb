"""The word lists that reading goes by, loaded once from words.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("words.toml")


@cache
def tables() -> dict[str, dict[str, Any]]:
    """words.toml as it stands."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def months() -> dict[str, int]:
    """Lower-case name of a month, whole or shortened -> its number."""
    return tables()["months"]


@cache
def words(table: str, key: str = "words") -> frozenset[str]:
    """One list of words.toml."""
    return frozenset(tables()[table][key])
