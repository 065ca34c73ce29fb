"""Ages: "aged 18 to 64", "children under five", "an 18-year-old"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from etl.extract.counted import is_plural
from etl.extract.numbers import Number
from etl.extract.tokens import Token
from etl.extract.units import unit_behind
from etl.reference import language

AGE = "an age"
AGE_LIMIT = 100


@cache
def _age_words(key: str) -> frozenset[str]:
    return frozenset(language("traps")["age"][key])


@cache
def _hints() -> frozenset[str]:
    """Without one of these around it no number is an age."""
    return frozenset(
        {"old", "age", "aged", "ages", *_age_words("verbs")}
        | {words.split()[-1] for words in _age_words("before")}
    )


def age(row: Sequence[Token], number: Number) -> str | None:
    """ "aged 18 to 64", "children under five", "an 18-year-old"."""
    first, last = number.first, number.last
    if number.value is None or number.scale != 1:
        return None
    if _hints().isdisjoint([token.norm for token in row[max(0, first - 5) : last + 6]]):
        return None
    near = [token.norm for token in row[last : last + 6]]
    before = [token.norm for token in row[max(0, first - 5) : first]]
    if "old" in near[:5] and any(w in ("year", "years", "month", "months") for w in near[:4]):
        return AGE
    if number.value > AGE_LIMIT:
        return None
    told = near[:3] in (["years", "of", "age"], ["months", "of", "age"]) or _is_aged(before)
    return AGE if told or _is_somebodys(row, last, before) or _under(row, number, before, near) else None


def _is_aged(before: list[str]) -> bool:
    """ "aged 18 to 64", "at the age of 30"."""
    return "aged" in before or "ages" in before or before[-1:] == ["age"] or before[-2:] == ["age", "of"]


def _is_somebodys(row: Sequence[Token], last: int, before: list[str]) -> bool:
    """ "she was 35", "who will be 30", "he turned 60", and nothing that they count."""
    if before[-1:] == [] or before[-1] not in _age_words("verbs"):
        return False
    after = row[last].norm if last < len(row) else ""
    counts = unit_behind(row, last) is not None or (after.isalpha() and is_plural(after))
    return not counts and any(word in _age_words("somebody") for word in before[-3:-1])


def _under(row: Sequence[Token], number: Number, before: list[str], near: list[str]) -> bool:
    """ "children under five", "women over 55", "infants under six months"."""
    if len(before) < 2 or (
        before[-1] not in _age_words("before") and " ".join(before[-2:]) not in _age_words("before")
    ):
        return False
    group = before[-3:-1] if before[-1] != "than" else before[-4:-2]
    unit = unit_behind(row, number.last)
    plain = unit is None and (
        not near
        or near[0] in ("years", "year", "months", "month")
        or not near[0].isalpha()
        or not is_plural(near[0])
    )
    return plain and any(word in _age_words("nouns") for word in group)
