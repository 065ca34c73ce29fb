"""An article as HTML with marks in it. Text goes in by slices, each escaped: nothing in it is ever markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby, pairwise

from dashboard.passages import Passage, Role, passages

TAGS: dict[Role, str] = {"title": "h2", "heading": "h3", "paragraph": "p", "item": "li", "row": "p"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` (exclusive) of the document, and what is said of them."""

    start: int
    end: int
    style: str  # CSS classes, in our own words only
    label: str  # read out, and shown where the pointer rests
    number: str = ""  # small, behind the mark
    href: str = ""
    anchor: str = ""


def article_html(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    """`text[start:end]` with its headings and lists, and every mark at its characters.

    >>> article_html("Water <b>\\n\\nIt lost 12 %.", 0, 24, [Mark(19, 23, "m", "loss")])
    '<h2>Water &lt;b&gt;</h2><p>It lost <mark class="m" title="loss">12 %</mark>.</p>'
    """
    parts = []
    for is_list, group in groupby(passages(text, start, end), lambda passage: passage.role == "item"):
        body = "".join(_passage_html(text, passage, marks) for passage in group)
        parts.append(f"<ul>{body}</ul>" if is_list else body)
    return "".join(parts)


def _passage_html(text: str, passage: Passage, marks: Sequence[Mark]) -> str:
    tag = TAGS[passage.role]
    return f"<{tag}>{marked(text, passage.start, passage.end, marks)}</{tag}>"


def marked(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """`text[start:end]` escaped, cut at every end of a mark, so that crossing marks nest too."""
    here = [mark for mark in marks if mark.start < end and start < mark.end]
    inside = {edge for mark in here for edge in (mark.start, mark.end) if start < edge < end}
    cuts = sorted({start, end} | inside)
    return "".join(_pieces(text, cuts, here))


def _pieces(text: str, cuts: list[int], marks: list[Mark]) -> Iterator[str]:
    for first, last in pairwise(cuts):
        over = [mark for mark in marks if mark.start <= first and last <= mark.end]
        words = escape(text[first:last])
        yield _mark_html(words, over, first, last) if over else words


def _mark_html(words: str, over: list[Mark], first: int, last: int) -> str:
    styles = " ".join(dict.fromkeys(mark.style for mark in over))
    title = escape("; ".join(mark.label for mark in over), quote=True)
    anchor = next((mark.anchor for mark in over if mark.anchor and mark.start == first), "")
    identity = f' id="{escape(anchor, quote=True)}"' if anchor else ""
    numbers = " ".join(mark.number for mark in over if mark.number and mark.end == last)
    small = f"<sup>{escape(numbers)}</sup>" if numbers else ""
    piece = f'<mark{identity} class="{escape(styles, quote=True)}" title="{title}">{words}{small}</mark>'
    href = next((mark.href for mark in over if mark.href), "")
    return f'<a href="{escape(href, quote=True)}" target="_self">{piece}</a>' if href else piece
