"""Text into tokens: numbers, words and marks, each with its place in the file."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from etl.reference import language

DASHES = "-‑–—−"  # of a range, a clause or a minus
GAP = "  \u2009 "  # a plain, a no-break, a thin and a narrow no-break space

TOKEN = re.compile(
    rf"""
    [^\W\d_]+(?:['’‘ʻ][^\W\d_]+)*                            # a word: Kazakhstan's, so‘m
  | (?=[\d.])(?:                                           # a number: a quick look before its ways
        \d{{1,3}}(?:[{GAP}'’]\d{{3}})+(?:[.,]\d+)?(?![\d])   # 1 050 000 or 1'050'000
      | \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)               # 1,250,000 or 1,250.5
      | \d{{1,3}}(?:\.\d{{3}}){{2,}}(?!\d)                   # 1.250.000
      | \d{{1,3}}(?:\.\d{{3}})+,\d{{1,2}}(?!\d)               # 1.234,56
      | \d+(?:[.,]\d+)?                                      # 7.25, 4,7, 2024
      | (?<![\w.])\.\d+                                      # .5
    )
  | [^\s\w]|_                                               # a mark: %, $, (, –
    """,
    re.VERBOSE,
)

Kind = Literal["number", "word", "mark"]


class Token(NamedTuple):
    """`norm` is how word lists spell it: lower case, plain letters, no possessive ending."""

    text: str
    norm: str
    start: int
    end: int
    kind: Kind


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of text[start:end], with places in `text`."""
    # Every word of every text comes by here: twice as fast as Token(…), and the same.
    new, out = tuple.__new__, []
    for match in TOKEN.finditer(text, start, end):
        word = match[0]
        norm, kind = _known(word)
        first, last = match.span()
        out.append(new(Token, (word, norm, first, last, kind)))
    return tuple(out)


@lru_cache(maxsize=20_000)
def _known(text: str) -> tuple[str, Kind]:
    """How word lists spell a token, and which line of the pattern it is: its first character says that."""
    if text[0].isdecimal() or (text[0] == "." and len(text) > 1):
        return text, "number"
    return (normal(text), "word") if text[0].isalnum() else (text, "mark")


@lru_cache(maxsize=20_000)
def normal(word: str) -> str:
    """`word` as word lists spell it.

    >>> normal("Kazakhstan’s"), normal("labour"), normal("Farg‘ona")
    ('kazakhstan', 'labor', 'fargona')
    """
    spelling = _spellings()
    if word.isascii() and word.isalpha():
        low = word.lower()
        return spelling.get(low, low)
    low = word.lower().replace("’", "'")
    low = low.removesuffix("'s")
    if not low.isascii() or "'" in low:
        plain = unicodedata.normalize("NFKD", low)
        low = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘ʻ`")
    return spelling.get(low, low)


@cache
def _spellings() -> dict[str, str]:
    same: dict[str, str] = language("spellings")["same"]
    return same


@lru_cache(maxsize=20_000)
def stem(norm: str) -> str:
    """The singular, roughly: what two forms of a noun share.

    >>> stem("schools"), stem("factories"), stem("gas"), stem("analysis"), stem("losses")
    ('school', 'factory', 'gas', 'analysis', 'loss')
    """
    irregular: dict[str, str] = language("nouns")["plural"]
    if irregular.get(norm):
        return irregular[norm]
    if len(norm) < 4 or not norm.endswith("s") or norm.endswith(("ss", "us", "is")):
        return norm
    if norm.endswith("ies") and len(norm) > 4:
        return norm[:-3] + "y"
    if norm.endswith(("sses", "shes", "ches", "xes", "zes")):
        return norm[:-2]
    return norm[:-1]


def glued(left: Token, right: Token) -> bool:
    """Whether nothing stands between two tokens."""
    return left.end == right.start
