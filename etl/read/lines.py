"""Text into lines that know where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.model import Span

LINE = re.compile(r"[^\r\n]+")
# Spaces that text copied from a page carries at its edges, among them no-break and zero-width ones.
EDGE = " \t\f\v\u00a0\u200b\u200c\u200d\u2028\u2029\u202f\u2060\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it, without the spaces at its edges."""

    span: Span
    text: str
    indent: int  # spaces in front
    after_blank: bool  # nothing, or an empty line, stands above it


def lines(text: str, start: int = 0) -> list[Line]:
    r"""The lines of `text` from `start` on; empty ones only show as `after_blank` of the next.

    >>> [(line.text, line.indent, line.after_blank) for line in lines("One\r\n  Two\n \nThree")]
    [('One', 0, True), ('Two', 2, False), ('Three', 0, True)]
    """
    found: list[Line] = []
    end_of_last = None
    for match in LINE.finditer(text, start):
        inner = match.group().strip(EDGE)
        if not inner.strip():  # also of spaces that no page has at its edges: U+0085, U+3000
            continue
        first = match.start() + match.group().index(inner)
        after_blank = end_of_last is None or _line_ends(text[end_of_last:first]) > 1
        found.append(Line(Span(first, first + len(inner)), inner, first - match.start(), after_blank))
        end_of_last = first + len(inner)
    return found


def _line_ends(gap: str) -> int:
    return len(re.findall(r"\r\n|\r|\n", gap))
