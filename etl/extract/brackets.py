"""Brackets of a sentence, and what stands in them with a number or a time."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.lent_units import is_bracketed
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.extract.times import Time
from etl.extract.tokens import Token

REACH = 25  # tokens that a bracket of prose holds


def around(row: Sequence[Token], at: int) -> range | None:
    """The tokens inside the brackets around token `at`; None where it stands in none."""
    start = at
    while start > 0 and at - start < REACH and row[start - 1].text not in "()":
        start -= 1
    if start == 0 or row[start - 1].text != "(":
        return None
    end = at
    while end < len(row) and end - at < REACH and row[end].text != ")":
        end += 1
    return range(start, end)


def in_anothers_bracket(reading: Reading, time: Time, mention: Mention) -> bool:
    """ "222 (2017: 77)": the year in brackets is of the number in brackets."""
    if "(" not in reading.norms:
        return False
    bracket = around(reading.row, reading.token_at(time.span.start))
    if bracket is None or mention.first in bracket:
        return False
    return any(m.first in bracket for m in reading.mentions)


def is_aside(reading: Reading, mention: Mention, first: int) -> bool:
    """A conversion, or a change in brackets that close before the time: "$5.8 billion (up 1.8%) in 2024"."""
    if "(" not in reading.norms:
        return False
    bracket = around(reading.row, mention.first)
    return is_bracketed(reading.row, mention) or (bracket is not None and bracket.stop <= first)
