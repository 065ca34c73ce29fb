"""Blocks into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.model import Span
from etl.reference import language

END = re.compile(
    r"""
    (?P<stop>[.!?…])            # the sentence's last mark
    ["”’»)\]]*                  # a quotation or bracket that closes with it
    \s+
    (?=["“‘«(\[]?[^\W_a-zа-я])  # the next one begins with a capital or a digit
    """,
    re.VERBOSE,
)
LAST_WORD = re.compile(r"[^\W\d_]+$")
LONGEST_WORD = 30
LONGEST = 2000  # no sentence of an article is longer: what follows is a dump of data


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of text[span], without the spaces between them.

    >>> text = "Mr. Li came on Sept. 10. He left."
    >>> [s.of(text) for s in sentences(text, Span(0, len(text)))]
    ['Mr. Li came on Sept. 10.', 'He left.']
    """
    start = span.start
    for match in END.finditer(text, span.start, span.end):
        if match["stop"] == "." and _is_abbreviation(text, start, match.start("stop")):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, span.end)


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    """Whether the stop at `stop` belongs to its word: "Sept.", "No.", an initial."""
    word = LAST_WORD.search(text, max(start, stop - LONGEST_WORD), stop)
    if word is None:
        return False
    initial = len(word.group()) == 1 and word.group().isupper()
    return initial or word.group().lower() in language("stops")["abbreviations"]


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        yield Span(start, cut)
        start = cut
    if start < end:
        yield Span(start, end)
