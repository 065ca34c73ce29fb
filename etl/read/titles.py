"""Which of the lines that stand alone begin an article, and which only a section of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from etl.model import Block
from etl.read.dates import has_wire_lead
from etl.read.signs import Candidate, weighed
from etl.read.words import tables

PAGE = ("ticker", "date_line")


def with_titles(text: str, found: list[Block], *, one_article: bool = False) -> list[Block]:
    """`found` with the headings that begin an article made titles.

    Where the file marks its titles (`# Title`) the marks decide. The first line that stands alone above all
    text is a title anyway. `one_article` says that the file holds one, as front matter with a title does.
    """
    if one_article or any(block.role == "title" for block in found):
        return _first_is_title(found)
    out: list[Block] = []
    for at, block in enumerate(found):
        is_title = block.role == "heading" and (
            not _has_text(out) or is_title_here(text, out, block, found[at + 1 :])
        )
        out.append(replace(block, role="title") if is_title and not _under_title(out) else block)
    return out


def _first_is_title(found: list[Block]) -> list[Block]:
    for at, block in enumerate(found):
        if block.role == "title":
            break
        if block.role not in PAGE:
            return (
                [*found[:at], replace(block, role="title"), *found[at + 1 :]]
                if block.role == "heading"
                else found
            )
    return found


def _has_text(blocks: Iterable[Block]) -> bool:
    return any(block.role not in PAGE for block in blocks)


def _under_title(blocks: list[Block]) -> bool:
    """Right under a title stands a subtitle, not another title."""
    return bool(blocks) and blocks[-1].role == "title"


def is_title_here(text: str, above: list[Block], line: Block, below: list[Block]) -> bool:
    """Whether the signs, weighed, speak for a title."""
    threshold: float = tables()["title_weights"]["threshold"]
    return sum(weighed(candidate(text, above, line, below)).values()) > threshold


def candidate(text: str, above: list[Block], line: Block, below: list[Block]) -> Candidate:
    """The line with what stands around it: the article so far, and the section below."""
    so_far = current_article(text, above)
    section: list[str] = []
    for block in below:
        if block.role in ("heading", "title"):
            break
        section.append(block.span.of(text))
    title = so_far[0].span.of(text) if so_far and so_far[0].role == "title" else ""
    return Candidate(line.span.of(text), tuple(section), "\n".join(b.span.of(text) for b in so_far), title)


def current_article(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks since the last article began."""
    start = max((at for at in range(len(blocks)) if begins_article(text, blocks, at)), default=0)
    return [block for block in blocks[start:] if block.role not in PAGE]


def begins_article(text: str, blocks: list[Block], at: int) -> bool:
    """A title does; so does a wire's lead ("BISHKEK – ") with no title or heading above it."""
    if blocks[at].role == "title":
        return True
    above = blocks[at - 1].role if at else None
    untitled = above not in ("title", "heading", "dateline")
    return blocks[at].role == "paragraph" and untitled and has_wire_lead(blocks[at].span.of(text))
