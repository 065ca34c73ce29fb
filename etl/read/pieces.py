"""Lines into pieces: what each line's mark says, and which lines are one paragraph wrapped at a margin."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from etl.model import Span
from etl.read.lines import Line
from etl.read.ticker import ticker_line

Mark = Literal["text", "item", "ticker", "title", "heading", "row", "rule"]

MARKS: tuple[tuple[Mark, re.Pattern[str]], ...] = (
    ("rule", re.compile(r"[-*_=~|:+\s]{3,}$")),  # ---, * * *, |---|---|
    ("title", re.compile(r"#\s+(?=\S)")),  # # Title
    ("heading", re.compile(r"#{2,6}\s+(?=\S)")),  # ## Heading
    ("row", re.compile(r"\|\s*(?=[^|]*\|)")),  # | Ahal | 400,000 |
    ("item", re.compile(r"(?:[•·▪●◦‣*–—-]|\d{1,2}[.)])\s+(?=\S)")),  # • one, – one, * one, 1. one, 2) two
)
# A margin that people wrap text at; a longer line is a whole paragraph.
NARROWEST, WIDEST = 50, 120


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or the lines of one wrapped paragraph, without bullet or hash marks."""

    mark: Mark
    span: Span
    text: str
    indent: int
    after_blank: bool


def pieces(text: str, page: list[Line]) -> list[Piece]:
    """What stands on the page, wrapped paragraphs and items put together."""
    return _with_items_whole(text, _unwrapped(text, [_piece(line) for line in page]))


def _piece(line: Line) -> Piece:
    if ticker_line(line):
        return Piece("ticker", line.span, line.text, line.indent, line.after_blank)
    for mark, pattern in MARKS:
        if match := pattern.match(line.text):
            first = 0 if mark == "rule" else match.end()
            span = Span(line.span.start + first, line.span.end)
            return Piece(mark, span, line.text[first:], line.indent, line.after_blank)
    return Piece("text", line.span, line.text, line.indent, line.after_blank)


def _unwrapped(text: str, found: list[Piece]) -> list[Piece]:
    """Joins a line to the next where that line's first word had no room left before the margin."""
    out: list[Piece] = []
    for group in _groups(found):
        margin = max(len(piece.text) for piece in group)
        out.append(group[0])
        for above, below in pairwise(group):
            if NARROWEST <= margin <= WIDEST and _no_room(above, below, margin):
                out[-1] = _joined(text, out[-1], below)
            else:
                out.append(below)
    return out


def _groups(found: list[Piece]) -> list[list[Piece]]:
    """Lines of running text that stand together without an empty line; every other piece alone."""
    groups: list[list[Piece]] = []
    for piece in found:
        if groups and not piece.after_blank and piece.mark == groups[-1][-1].mark == "text":
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _no_room(above: Piece, below: Piece, margin: int) -> bool:
    first_word = below.text.split(maxsplit=1)[0]
    return not above.text.endswith(":") and len(above.text) + 1 + len(first_word) > margin


def _with_items_whole(text: str, found: list[Piece]) -> list[Piece]:
    """Joins to an item the lines that continue it: indented deeper, or going on in small letters."""
    out: list[Piece] = []
    for piece in found:
        if out and out[-1].mark == "item" and _continues(out[-1], piece):
            out[-1] = _joined(text, out[-1], piece)
        else:
            out.append(piece)
    return out


def _continues(item: Piece, piece: Piece) -> bool:
    deeper = piece.indent > item.indent or piece.text[0].islower()
    return piece.mark == "text" and not piece.after_blank and deeper


def _joined(text: str, first: Piece, second: Piece) -> Piece:
    span = Span(first.span.start, second.span.end)
    return replace(first, span=span, text=span.of(text))
