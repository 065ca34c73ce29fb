"""Numbers, months and counts in the words of a date."""

from __future__ import annotations

import re

from etl.reference import language

WORD = re.compile(r"[^\W_]+")


def numbers_in(words: str) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", words)]


def months_in(words: str) -> list[int]:
    names: dict[str, int] = language("time")["months"]
    return [names[w.lower()] for w in WORD.findall(words) if w.lower() in names]


def count(words: str) -> int:
    """ "six", "6"."""
    counts: dict[str, int] = language("time")["counts"]
    return int(words) if words.isdigit() else counts[words.lower()]
