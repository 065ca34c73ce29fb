"""Codes of the catalogue as they are named on screen. `dashboard.words` hands them on."""

from __future__ import annotations

import csv
import re
import tomllib
from functools import cache
from pathlib import Path

GAZETTEER = Path(__file__).resolve().parent.parent / "data" / "reference" / "places.csv"


def part(code: str) -> str:
    """What a figure is of, where it is not of the whole: a partner country, a plant, or a part by name.

    >>> part("RUS"), part("raw_cotton"), part("kambarata_1")
    ('partner Russia', 'raw cotton', 'Kambarata-1')
    """
    partner = _partners().get(code)
    return f"partner {partner}" if partner else _sites().get(code, code.replace("_", " "))


@cache
def _sites() -> dict[str, str]:
    """Plants, mines and fields of the gazetteer, by the code that a claim has for them."""
    with GAZETTEER.open(encoding="utf-8", newline="") as file:
        names = [row["place"] for row in csv.DictReader(file) if row["kind"] == "site"]
    return {re.sub(r"\W+", "_", name.lower()): name for name in names}


@cache
def _partners() -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_name("partners.toml").read_text("utf-8"))


def topic(code: str) -> str:
    """A code of the catalogue on screen.

    >>> topic("foreign_labour_quota")
    'Foreign labour quota'
    """
    return code.replace("_", " ").capitalize()
