"""Numbers that words leave open or tell as a factor: "dozens", "several hundred", "doubled"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from etl.extract.number_words import norms, scale_of, table
from etl.extract.tokens import Token
from etl.reference import language


class Vague(NamedTuple):
    """Bounds of "dozens", and the token behind it."""

    low: Decimal
    high: Decimal
    last: int


def vague(row: Sequence[Token], at: int) -> Vague | None:
    """ "dozens of", "tens of thousands", "hundreds of millions": bounds, and the token behind."""
    bounds = table("vague").get(row[at].norm)
    if bounds is None:
        return _few(row, at)
    low, high = (Decimal(bound) for bound in bounds)
    after = norms(row, at + 1, 2)
    further = table("vague").get(after[1]) if len(after) == 2 and after[0] == "of" else None
    if further is None:
        return Vague(low, high, at + 1)
    scale = Decimal(further[0])
    return Vague(low * scale, high * scale, at + 3)


def _few(row: Sequence[Token], at: int) -> Vague | None:
    """ "several hundred", "a few thousand", "a couple of million": so many of the scale behind them."""
    start = at + (row[at].norm == "a")
    bounds = table("few").get(row[start].norm) if start < len(row) else None
    if bounds is None:
        return None
    of = start + 1 < len(row) and row[start + 1].norm == "of"
    scale, last = scale_of(row, start + 1 + of)
    low, high = (Decimal(bound) for bound in bounds)
    return Vague(low * scale, high * scale, last) if scale > 1 else None


def multiple(row: Sequence[Token], at: int) -> Decimal | None:
    """ "doubled", "tripled"; "double" only as a verb: "will double", "is to triple"."""
    factor: Decimal | None = table("multiples").get(row[at].norm)
    if factor is not None:
        named = at + 2 < len(row) and row[at + 2].text[0].isupper()  # "scored twice as United won"
        frequency = row[at].norm == "twice" and (named or norms(row, at + 1, 1) not in (["as"], ["the"]))
        return None if frequency else factor
    before = row[at - 1].norm if at else ""
    verb = before in language("numbers")["modals"]["words"]
    return table("multiples_after_a_modal").get(row[at].norm) if verb else None
