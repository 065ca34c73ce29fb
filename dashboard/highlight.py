"""An article as HTML with marks in it. Text goes in by slices, each escaped: nothing in it is ever markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby, pairwise

from dashboard.passages import Passage, Role, passages

TAGS: dict[Role, str] = {"title": "h2", "heading": "h3", "paragraph": "p", "item": "li", "row": "p"}


@dataclass(frozen=True, slots=True)
class Highlight:
    """Characters `start` to `end` (exclusive) of the document, and what is said of them."""

    start: int
    end: int
    style: str  # CSS classes, in our own words only
    label: str  # read out, and shown where the pointer rests
    number: str = ""  # small, behind the mark
    sign: str = ""  # markup of our own behind the number
    href: str = ""
    anchor: str = ""


def article_html(text: str, start: int, end: int, marks: Sequence[Highlight]) -> str:
    """`text[start:end]` with its headings and lists, and every mark at its characters.

    A title without a mark stays out: the page already has it at its head.

    >>> article_html("Water <b>\\n\\nIt <b> lost 12 %.", 0, 28, [Highlight(23, 27, "m", "loss")])
    '<p>It &lt;b&gt; lost <mark class="m" title="loss">12 %</mark>.</p>'
    """
    parts = []
    shown = (passage for passage in passages(text, start, end) if _is_shown(passage, marks))
    for is_list, group in groupby(shown, lambda passage: passage.role == "item"):
        body = "".join(_passage_html(text, passage, marks) for passage in group)
        parts.append(f"<ul>{body}</ul>" if is_list else body)
    return "".join(parts)


def _is_shown(passage: Passage, marks: Sequence[Highlight]) -> bool:
    return passage.role != "title" or any(
        mark.start < passage.end and passage.start < mark.end for mark in marks
    )


def _passage_html(text: str, passage: Passage, marks: Sequence[Highlight]) -> str:
    tag = TAGS[passage.role]
    return f"<{tag}>{marked(text, passage.start, passage.end, marks)}</{tag}>"


def marked(text: str, start: int, end: int, marks: Iterable[Highlight]) -> str:
    """`text[start:end]` escaped, cut at every end of a mark, so that crossing marks nest too."""
    here = [mark for mark in marks if mark.start < end and start < mark.end]
    inside = {edge for mark in here for edge in (mark.start, mark.end) if start < edge < end}
    cuts = sorted({start, end} | inside)
    return "".join(_pieces(text, cuts, here))


def _pieces(text: str, cuts: list[int], marks: list[Highlight]) -> Iterator[str]:
    for first, last in pairwise(cuts):
        over = [mark for mark in marks if mark.start <= first and last <= mark.end]
        words = escape(text[first:last])
        yield _mark_html(words, over, first, last) if over else words


def _small(mark: Highlight) -> str:
    # The number first: between a word and a digit no line is broken, between a word and a sign it may be.
    return f"<sup>{escape(mark.number)}{mark.sign}</sup>" if mark.number else ""


def _mark_html(words: str, over: list[Highlight], first: int, last: int) -> str:
    styles = " ".join(dict.fromkeys(mark.style for mark in over))
    title = escape("; ".join(mark.label for mark in over), quote=True)
    anchor = next((mark.anchor for mark in over if mark.anchor and mark.start == first), "")
    identity = f' id="{escape(anchor, quote=True)}"' if anchor else ""
    small = "".join(_small(mark) for mark in over if mark.end == last)
    piece = f'<mark{identity} class="{escape(styles, quote=True)}" title="{title}">{words}{small}</mark>'
    href = next((mark.href for mark in over if mark.href), "")
    return f'<a href="{escape(href, quote=True)}" target="_self">{piece}</a>' if href else piece
