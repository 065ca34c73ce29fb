"""A text of another language cut into words, numbers and marks."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from etl.extract.gloss_words import LANGUAGE, YEAR, keys
from etl.extract.tokens import GAP
from etl.reference import language

RAW = r"""
    (?P<number>
        (?<!\d)\d{1,3}(?:[GAP]\d{3})+(?!\d)(?:,\d+)?   # 1 250 000,5
      | \d+(?:[.,]\d+)*(?:-(?:SUFFIX)\b)?            # 7,25 and 12.03.2025, 2025-го, 5-й
    )
  | (?P<word>[^\W\d_]+)                              # рабочих
  | (?P<mark>(?P<same>[^\w\s]|_)(?P=same)*)          # –, %, «, (((((
"""
SUFFIXED = re.compile(r"(?P<digits>\d+)-(?P<suffix>\D+)")
DECIMAL = re.compile(r"\d+,\d+")
SPACED = re.compile(rf"[{GAP}]")


class Raw(NamedTuple):
    """A word, number or mark of the text, and where it stands."""

    text: str
    start: int
    end: int
    kind: str
    keys: frozenset[str]  # the elements of phrases that it can stand for


def raws(text: str, start: int, end: int) -> list[Raw]:
    """The words, numbers and marks of text[start:end]."""
    return [_raw(match) for match in _pattern().finditer(text, start, end)]


@cache
def _pattern() -> re.Pattern[str]:
    suffixes = language("endings", LANGUAGE)["numbers"]
    either = "|".join(sorted((*suffixes["ordinal"], *suffixes["cardinal"]), key=len, reverse=True))
    return re.compile(RAW.replace("GAP", GAP).replace("SUFFIX", either), re.VERBOSE | re.IGNORECASE)


def _raw(match: re.Match[str]) -> Raw:
    text, kind = match.group(), match.lastgroup or ""
    return Raw(text, match.start(), match.end(), kind, keys(text) if kind != "mark" else frozenset((text,)))


def english_number(text: str) -> str:
    """In English a comma groups and a point is the decimal mark; in the languages read here never so.

    >>> [english_number(text) for text in ("7,254", "1 250 000,5", "12.03.2025", "2025-го", "5-й")]
    ['7.254', '1,250,000.5', '12.03.2025', '2025', '5th']
    """
    if match := SUFFIXED.fullmatch(text):
        return match["digits"] + ("th" if ordinal_ending(text) and YEAR not in keys(text) else "")
    decimal = text.replace(",", ".") if DECIMAL.fullmatch(text) or SPACED.search(text) else text
    return SPACED.sub(",", decimal)


def ordinal_ending(text: str) -> str:
    """What makes digits an ordinal; "" where they count: "25-ти".

    >>> ordinal_ending("5-й"), ordinal_ending("25-ти"), ordinal_ending("5")
    ('й', '', '')
    """
    match = SUFFIXED.fullmatch(text)
    suffix = match["suffix"].lower() if match else ""
    return suffix if suffix in language("endings", LANGUAGE)["numbers"]["ordinal"] else ""
