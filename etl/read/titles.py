"""Which of the lines that stand alone begin an article, and which only a section of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile, takewhile

from etl.model import Block
from etl.read.dates import has_wire_lead
from etl.read.signs import Candidate, weighed
from etl.read.words import tables

PAGE = ("ticker", "date_line")
# Blocks on either side that tell what a line stands among.
FAR = 40


def with_titles(text: str, found: list[Block], *, one_article: bool = False) -> list[Block]:
    """`found` with the headings that begin an article made titles.

    Where the file marks its titles (`# Title`) the marks decide. The first line that stands alone above all
    text is a title anyway. `one_article` says that the file holds one, as front matter with a title does.
    """
    if one_article or any(block.role == "title" for block in found):
        return _first_is_title(found)
    out: list[Block] = []
    article: list[Block] = []  # since the last title
    for at, block in enumerate(found):
        told = _told(text, article, block, found[at + 1 : at + 1 + FAR])
        if begins_article(text, out[-1] if out else None, told):
            article = []
        if told.role not in PAGE:
            article.append(told)
        out.append(told)
    return out


def _told(text: str, article: list[Block], block: Block, below: list[Block]) -> Block:
    """Right under a title stands a subtitle, not another title."""
    if block.role != "heading" or (article and article[-1].role == "title"):
        return block
    first = all(above.role == "dateline" for above in article)
    is_title = first or is_title_here(candidate(text, article, block, below))
    return replace(block, role="title") if is_title else block


def _first_is_title(found: list[Block]) -> list[Block]:
    """Only the line above all text may become a title."""
    first = next((at for at, block in enumerate(found) if block.role not in PAGE), None)
    if first is None or found[first].role != "heading":
        return found
    return [*found[:first], replace(found[first], role="title"), *found[first + 1 :]]


def is_title_here(line: Candidate) -> bool:
    """Whether the signs, weighed, speak for a title."""
    threshold: float = tables()["title_weights"]["threshold"]
    return sum(weighed(line).values()) > threshold


def candidate(text: str, article: list[Block], line: Block, below: list[Block]) -> Candidate:
    """The line with what stands around it: the article so far, and the section below."""
    title = article[0].span.of(text) if article[0].role == "title" else ""
    above = [b.span.of(text) for b in article[-FAR:] if b.role not in ("title", "heading")]
    headings = [b.span.of(text) for b in article[-FAR:] if b.role == "heading"]
    return Candidate(
        line.span.of(text),
        tuple(_section(text, below)),
        "\n".join(above),
        title,
        tuple(headings),
        next(iter(below), line).role,
        article[-1].role,
    )


def _section(text: str, below: list[Block]) -> Iterator[str]:
    """Down to the next line that stands alone; one right under the line is its own."""
    own = dropwhile(lambda block: block.role == "heading", below)
    return (block.span.of(text) for block in takewhile(lambda block: block.role != "heading", own))


def begins_article(text: str, above: Block | None, block: Block) -> bool:
    """A title does; so does a wire's lead ("BISHKEK – ") with no title or heading above it."""
    untitled = above is None or above.role not in ("title", "heading", "dateline")
    return block.role == "title" or (
        block.role == "paragraph" and untitled and has_wire_lead(block.span.of(text))
    )
