"""Pieces into blocks: the part that each line or paragraph plays, told from layout alone.

A line that could be a title or a section heading is a "heading" here; titles.py tells the two apart.
"""

from __future__ import annotations

import re
from functools import lru_cache

from etl.model import Block, Role
from etl.read.dates import is_dateline, only_date
from etl.read.pieces import Piece

MARKED: dict[str, Role] = {
    "item": "item",
    "ticker": "ticker",
    "title": "title",
    "heading": "heading",
    "row": "table_row",
}
# A name, then a number, and little else.
ROW = re.compile(
    r"""
    (?:
        [^\d:]{2,50}?                                  # Ahal 400,000
        (?::\s*|\s+[–—-]?\s*)                          # Capacity: 3,780 megawatts
      | (?:19|20)\d\d(?:\s\([^\d()]{2,20}\))?\s?[:–—]\s*  # 2023 (plan): 360
    )
    [~$€£(]?\d.{0,60}       # Mary – $345; Osh: 7.1 million tons from 5.1 million hectares
    """,
    re.VERBOSE,
)
HEAD = re.compile(r"[^\d]+\b(?:19|20)\d\d\b[^\d]*\([^\d()]+\)")  # Wool procured, 2022 (tons)
SENTENCE_END = tuple(".:;,…!")
QUOTED_END = re.compile(r"[.!?…]['\"”’»)]*$")
# Longer lines without an end mark are sentences whose full stop was lost.
MOST_WORDS, MOST_WORDS_OF_SENTENCE_CASE = 22, 13


def blocks(found: list[Piece]) -> list[Block]:
    """A block for each piece but rules, in order."""
    standing = [piece for piece in found if piece.mark != "rule"]
    roles: list[Role] = []
    for at in range(len(standing)):
        roles.append(_role(standing, at, roles))
    return [Block(role, piece.span) for role, piece in zip(roles, standing, strict=True)]


def _role(found: list[Piece], at: int, before: list[Role]) -> Role:
    """`before` are the roles of the pieces above."""
    piece = found[at]
    if piece.mark in MARKED:
        return MARKED[piece.mark]
    if only_date(piece.text) and _beside_ticker(found, at):
        return "date_line"
    if is_dateline(piece.text) and not _heads_list(found, at, before):
        return "dateline"
    return _listed(found, at, before) or ("heading" if _stands_alone(found, at) else "paragraph")


def _heads_list(found: list[Piece], at: int, before: list[Role]) -> bool:
    """ "Health network, 1 January 2025" over a list below text: the list's day, not the article's."""
    listed = at + 1 < len(found) and (found[at + 1].mark in ("item", "row") or _is_row(found[at + 1]))
    return listed and "paragraph" in before


def _beside_ticker(found: list[Piece], at: int) -> bool:
    """Below a ticker; or above one, at the top of the page."""
    below_one = at > 0 and found[at - 1].mark == "ticker"
    above_one = at == 0 and len(found) > 1 and found[1].mark == "ticker"
    return below_one or above_one


def _listed(found: list[Piece], at: int, before: list[Role]) -> Role | None:
    """Whether an unmarked line is one of a list: under a lead-in, or in a run of rows."""
    piece = found[at]
    led = at > 0 and (found[at - 1].text.endswith(":") or before[-1] == "table_row")
    if _is_row(piece) and (led or _in_run(found, at)):
        return "table_row"
    under = at > 0 and not piece.after_blank and (led or before[-1] == "item")
    short = len(piece.text) <= 80 and not piece.text.endswith((".", ":"))
    return "item" if under and short else None


def _is_row(piece: Piece) -> bool:
    if piece.mark != "text" or piece.text.endswith(".") or HEAD.fullmatch(piece.text):
        return False
    return ROW.fullmatch(piece.text) is not None


def _in_run(found: list[Piece], at: int) -> bool:
    """Three rows with no empty line between them are a table, with or without a lead-in."""
    for first in (at - 2, at - 1, at):
        run = found[max(first, 0) : first + 3]
        if len(run) == 3 and all(map(_is_row, run)) and not any(row.after_blank for row in run[1:]):
            return True
    return False


def _stands_alone(found: list[Piece], at: int) -> bool:
    """A line of few words without an end mark, with something below it."""
    text = found[at].text
    last = at + 1 == len(found)
    if last or text.endswith(SENTENCE_END) or QUOTED_END.search(text[:-1]):
        return False
    words = text.split()
    limit = MOST_WORDS if title_case(text) else MOST_WORDS_OF_SENTENCE_CASE
    return len(words) <= limit and not text[0].islower() and any(map(str.isalpha, text))


@lru_cache(maxsize=1024)  # each heading is looked at again for those below it
def title_case(line: str) -> bool:
    """True when most long words begin with a capital.

    >>> title_case("Seed Production: A Key Priority"), title_case("Fewer babies than in 2020")
    (True, False)
    """
    long: list[str] = [word for word in re.findall(r"[^\W\d_][\w’'-]*", line)[1:] if len(word) > 3]
    return 2 * sum(word[0].isupper() for word in long) > len(long)
