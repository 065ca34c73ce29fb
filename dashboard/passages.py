"""The lines of a stored article as a reader sees them: title, headings, paragraphs, list items.

Only for showing. Nothing is trimmed away from between: every passage keeps its place in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Role = Literal["title", "heading", "paragraph", "item", "row"]

LONGEST_HEADING = 110  # characters; a longer line without a full stop is an unfinished sentence

MARKER = re.compile(
    r"""
    [^\S\n]*
    (?: (?P<heading> \#{1,6} [^\S\n]+ )              # "## Waste"
      | (?P<item> [-*•·–] [^\S\n]+                   # "- 45,000 tons", "• KGS/USD = …"
                | \d{1,2} [.)] [^\S\n]+ (?=\D) )     # "1. Irrigation", not "2. 5 million"
      | (?P<row> (?=\|) )                            # "| Osh | 1,000 |"
    )?
    """,
    re.VERBOSE,
)
ROLES: dict[str | None, Role] = {None: "paragraph", "heading": "heading", "item": "item", "row": "row"}
DATELINE = re.compile(r"(\d{1,2} \w+\.?|\w+\.? \d{1,2},) \d{4}")  # "24 December 2025", "Sept. 10, 2024"
ENDS_A_SENTENCE = tuple(".!?:;,…”\"'»")


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters `start` to `end` (exclusive) of the document, and how they are set."""

    role: Role
    start: int
    end: int


def passages(text: str, start: int = 0, end: int | None = None) -> list[Passage]:
    """What stands in `text[start:end]`, in order, markers ("#", "-") left out of the passage.

    Lines without a blank line between belong to one paragraph, unless one begins with a marker.

    >>> article = "Water\\n\\nThe canal lost 12 %\\nof its water.\\n\\n- 3 pumps"
    >>> [(p.role, article[p.start:p.end]) for p in passages(article)]
    [('title', 'Water'), ('paragraph', 'The canal lost 12 %\\nof its water.'), ('item', '3 pumps')]
    """
    found: list[Passage] = []
    open_paragraph = False
    for line in _lines(text, start, len(text) if end is None else end):
        if line is None:
            open_paragraph = False
        elif line.role == "paragraph" and open_paragraph:
            found[-1] = Passage(found[-1].role, found[-1].start, line.end)
        else:
            found.append(line)
            open_paragraph = line.role in ("paragraph", "item")
    return [_set(text, passage, first=index == 0) for index, passage in enumerate(found)]


def _lines(text: str, start: int, end: int) -> Iterator[Passage | None]:
    """Each line by its marker alone; None for a blank line."""
    while start < end:
        newline = text.find("\n", start, end)
        after = end if newline < 0 else newline + 1
        yield _line(text, start, after)
        start = after


def _line(text: str, start: int, end: int) -> Passage | None:
    marker = MARKER.match(text, start, end)
    first = marker.end() if marker else start
    last = first + len(text[first:end].rstrip())
    return Passage(_role(marker), first, last) if last > first else None


def _role(marker: re.Match[str] | None) -> Role:
    return ROLES[marker.lastgroup if marker else None]


def _set(text: str, passage: Passage, *, first: bool) -> Passage:
    words = text[passage.start : passage.end]
    heads = passage.role == "heading" or (passage.role == "paragraph" and _reads_as_heading(words))
    if not heads:
        return passage
    return Passage("title" if first else "heading", passage.start, passage.end)


def _reads_as_heading(words: str) -> bool:
    return (
        "\n" not in words
        and len(words) <= LONGEST_HEADING
        and not words.endswith(ENDS_A_SENTENCE)
        and any(character.isalpha() for character in words)
        and not DATELINE.search(words)
    )
