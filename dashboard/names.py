"""Codes of the catalogue as they are named on screen. `dashboard.words` hands them on."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


def part(code: str) -> str:
    """What a figure is of, where it is not of the whole: a partner country or a part by name.

    >>> part("RUS"), part("raw_cotton")
    ('partner Russia', 'raw cotton')
    """
    partner = _partners().get(code)
    return f"partner {partner}" if partner else code.replace("_", " ")


@cache
def _partners() -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_name("partners.toml").read_text("utf-8"))


def topic(code: str) -> str:
    """A code of the catalogue on screen.

    >>> topic("foreign_labour_quota")
    'Foreign labour quota'
    """
    return code.replace("_", " ").capitalize()
