"""How much of a slide is left for a map, when what stands above and below it takes as many lines as it does.

A map that moves cannot find its own height, as names are placed for it beforehand. A slide is laid out for
832 by 468 pixels (slide.css), whatever the screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

WIDTH = 790  # pixels that words have
LOWEST = 120
HIGHEST = 288  # of a map, where all of it takes one line each
TAKEAWAY, KEY, FOOT = 28, 24, 18  # pixels that a line takes
SENTENCE, SMALL = 18.3, 13.0  # pixels: sizes of letters
LATIN, OTHER = 0.43, 0.53  # width of a letter in parts of its size; Cyrillic ones are wider
TAG = re.compile("<[^>]*>")
SIGN, GAP = 21.0, 14.0  # pixels of the sign before the words of a key, and between two keys


def size(takeaway: str, key: str, foot: str) -> tuple[int, int]:
    """Width and height of the map. `key` and `foot` are HTML: a `span` is a key, a `div` a row of them."""
    keys = [_in_rows(map(_key, re.findall("<span>(.*?)</span>", row))) for row in key.split("</div>")]
    lines = TAKEAWAY * _lines(takeaway, SENTENCE) + KEY * sum(keys)
    lines += FOOT * _lines(TAG.sub("", foot), SMALL)
    return WIDTH, max(LOWEST, HIGHEST - (lines - TAKEAWAY - KEY - FOOT))


def _lines(words: str, letter: float) -> int:
    return max(1, -(-int(_width(words, letter)) // WIDTH))


def _key(html: str) -> float:
    return SIGN + _width(TAG.sub("", html), SMALL)


def _width(words: str, letter: float) -> float:
    return letter * sum(LATIN if each.isascii() else OTHER for each in words)


def _in_rows(widths: Iterable[float]) -> int:
    """
    >>> _in_rows([400, 300, 100]), _in_rows([])
    (2, 0)
    """
    rows, left = 0, 0.0
    for width in widths:
        if width > left:
            rows, left = rows + 1, float(WIDTH)
        left -= width + GAP
    return rows
