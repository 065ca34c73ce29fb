"""Digits that tell no amount: codes, names, ordinals, times of day, scores of a game."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from etl.extract.counted import is_plural
from etl.extract.numbers import Number
from etl.extract.tokens import Token, glued
from etl.extract.units import sign_before, unit_behind
from etl.reference import language

HYPHENS = "-‑–"
MOST_GOALS = 200
JOINS = (":", "/", *HYPHENS)
HALVES = ("a", "p", "am", "pm", "oclock")  # of a day


@cache
def _words(table: str, key: str = "words") -> frozenset[str]:
    return frozenset(language("traps")[table][key])


def no_amount(row: Sequence[Token], number: Number) -> str | None:
    """Why these digits tell no amount of anything."""
    if number.style != "digits":
        return None
    if number.value is None:
        return "more digits than a count has"
    if _stands_free(row, number):
        return _numbered(row, number)
    return _code(row, number) or _clock(row, number) or _name(row, number) or _ordinal(row, number)


def _stands_free(row: Sequence[Token], number: Number) -> bool:
    """Between two words and spaces: most numbers do, and only a word before them can make a name of them."""
    left = row[number.first - 1] if number.first else None
    right = row[number.last] if number.last < len(row) else None
    if row[number.first].text[0] == "0" or (right is not None and right.norm in HALVES):
        return False
    free = left is None or (left.kind == "word" and not glued(left, row[number.first]))
    return free and (right is None or (right.kind == "word" and not glued(row[number.last - 1], right)))


def _code(row: Sequence[Token], number: Number) -> str | None:
    """Phone numbers and the like: a plus sign, or groups of digits joined by hyphens."""
    first, last = number.first, number.last
    plus = first and row[first - 1].text == "+" and glued(row[first - 1], row[first])
    if plus and "." not in row[first].text and "," not in row[first].text and len(row[first].text) > 2:
        return "a telephone number or part of a name"
    if (
        row[first].text.startswith("0")
        and "." not in row[first].text
        and "," not in row[first].text
        and len(row[first].text) > 1
    ):
        return "a code, not a count"
    if first and row[first - 1].text == "№":
        return "the number of a document"
    chain = last + 2 < len(row) and row[last].text in HYPHENS and row[last + 1].kind == "number"
    longer = (
        chain and last + 3 < len(row) and row[last + 2].text in HYPHENS and row[last + 3].kind == "number"
    )
    behind = first > 1 and row[first - 1].text in HYPHENS and row[first - 2].kind == "number"  # 66-21-07
    return "a code, not a count" if longer or (chain and behind) else None


def _name(row: Sequence[Token], number: Number) -> str | None:
    first, last = number.first, number.last
    before = row[first - 1] if first else None
    after = row[last] if last < len(row) else None
    if before is not None and before.kind == "word" and glued(before, row[first]):
        if before.text + row[first].text in _words("names_like_sums"):
            return "digits inside a name"
        return None if sign_before(row, first) else "digits inside a name"
    if _is_address(row, last):
        return "digits inside a name"
    if after is not None and after.kind == "word" and glued(row[last - 1], after):
        return None if _known_glue(row, last) else "digits inside a name"
    if before is not None and before.text in (*HYPHENS, "+") and first >= 2 and glued(before, row[first]):
        kinds = ("word", "number") if before.text == "+" else ("word",)
        minus = row[first - 2].norm == "minus"  # "minus-5"
        joined = row[first - 2].kind in kinds and glued(row[first - 2], before) and not minus
        spaced = before.text in HYPHENS and row[first - 2].norm in _words("names_before")  # "COVID -19"
        return "digits inside a name" if joined or spaced else None
    return _numbered(row, number)


def _is_address(row: Sequence[Token], last: int) -> bool:
    """ "24.kg", "2gis.kz": a stop and a word without a space between."""
    if last + 1 >= len(row) or row[last].text != "." or not row[last + 1].text.islower():
        return False
    return glued(row[last - 1], row[last]) and glued(row[last], row[last + 1])


def _known_glue(row: Sequence[Token], last: int) -> bool:
    if row[last].norm in _words("ordinal_suffixes"):
        return True
    return unit_behind(row, last) is not None


LAST_OF = ("to", "and", *HYPHENS, "–")  # between the first and the last of some that are numbered
NUMBER_OF = "the number of a document, a part or a name"


def _numbered(row: Sequence[Token], number: Number) -> str | None:
    """ "Article 27", "No. 158", "Phase 2"."""
    at = number.first - 1
    if at > 0 and row[at].text in (".", "#"):
        at -= 1
    if (
        at > 1
        and row[at].norm in LAST_OF
        and row[at - 1].kind == "number"
        and row[at - 2].norm in _words("numbered_things")
    ):
        return NUMBER_OF  # "grades 1 to 4"
    if at < 0 or row[at].norm not in _words("names_before") or number.scale != 1:
        return None
    if row[at].norm == "number" and at > 0 and _is_told(row, at, number):
        return None
    if unit_behind(row, number.last) or sign_before(row, number.first) or "." in row[number.first].text[:-1]:
        return None
    after = row[number.last] if number.last < len(row) else None
    if row[at].norm in _words("numbered_things") and after is not None and after.norm in LAST_OF:
        return NUMBER_OF
    counts = after is not None and after.kind == "word" and (is_plural(after.norm) or row[at].text.islower())
    known = row[at].norm in (
        "no",
        "number",
        "article",
        "decree",
        "page",
        "paragraph",
        "tel",
        "phone",
        "fax",
        "box",
    )
    return None if counts and not known else NUMBER_OF


def _is_told(row: Sequence[Token], at: int, number: Number) -> bool:
    """ "Migrants abroad number 650,000": a verb behind a plural, and more than a document's number."""
    large = number.value is not None and number.value >= LARGE
    return large and any(is_plural(token.norm) for token in row[max(0, at - 4) : at])


LARGE = 100


def _ordinal(row: Sequence[Token], number: Number) -> str | None:
    last = number.last
    if last < len(row) and row[last].norm in _words("ordinal_suffixes") and glued(row[last - 1], row[last]):
        return "an ordinal"
    return None


def _clock(row: Sequence[Token], number: Number) -> str | None:
    """10:30, 24/7, 1:10, 11 a.m., a 2-1 win."""
    left = row[number.first - 1].text if number.first else ""
    right = row[number.last].norm if number.last < len(row) else ""
    if left not in JOINS and right not in JOINS and right not in HALVES:
        return None
    if _is_pair(row, number, ":/"):
        return "a time of day, a score or a ratio"
    if _is_half_day(row, number.last):
        return "a time of day"
    return "a score" if _is_score(row, number) else None


def _is_pair(row: Sequence[Token], number: Number, marks: str) -> bool:
    """Whether one of the marks joins the number to the one before or behind it."""
    return any(
        0 < at < len(row) - 1
        and row[at].text in marks
        and row[at - 1].kind == row[at + 1].kind == "number"
        and glued(row[at - 1], row[at])
        and glued(row[at], row[at + 1])
        and not sign_before(row, at + 2)
        for at in (number.first - 1, number.last)
    )


def _is_half_day(row: Sequence[Token], at: int) -> bool:
    """ "11 a.m.", "5pm"."""
    if at >= len(row):
        return False
    word = row[at].norm
    if word in ("a", "p") and [t.norm for t in row[at + 1 : at + 3]] == [".", "m"]:
        return True
    return (word in ("am", "pm") and not row[at].text.isupper()) or word == "oclock"


def _is_score(row: Sequence[Token], number: Number) -> bool:
    """ "won 2-1", "tied at 2–2": a pair that does not rise, of nothing."""
    for at in (number.first - 1, number.last):
        if not _is_pair_at(row, at):
            continue
        left, right = row[at - 1].text, row[at + 1].text
        small = left.isdigit() and right.isdigit() and max(int(left), int(right)) <= MOST_GOALS
        if small and int(left) >= int(right) and unit_behind(row, at + 2) is None:
            return not (at > 1 and sign_before(row, at - 1))
    return False


def _is_pair_at(row: Sequence[Token], at: int) -> bool:
    joined = 0 < at < len(row) - 1 and row[at].text in HYPHENS
    return joined and row[at - 1].kind == row[at + 1].kind == "number" and glued(row[at], row[at + 1])
