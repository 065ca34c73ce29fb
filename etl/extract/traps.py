"""Why a number is no claim: dates, ages, ordinals, names, norms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from etl.extract.ages import age
from etl.extract.counted import is_plural
from etl.extract.lexicon import Phrase, phrase_tokens
from etl.extract.numbers import Number
from etl.extract.tokens import Token, glued, stem
from etl.extract.units import sign_before, unit_behind
from etl.reference import language

HYPHENS = "-‑–"
LARGEST_DETERMINED = 10  # "the two governments" is known already; "the 422 schools" is a count


@cache
def _words(table: str, key: str = "words") -> frozenset[str]:
    return frozenset(language("traps")[table][key])


@cache
def _idioms() -> dict[str, list[Phrase]]:
    table: dict[str, list[Phrase]] = {}
    for phrase in language("traps")["idioms"]["phrases"]:
        words = tuple(token.norm for token in phrase_tokens(phrase))
        for at, word in enumerate(words):
            table.setdefault(word, []).append((str(at), *words))
    return table


def trap(row: Sequence[Token], number: Number) -> str | None:
    """Why this number cannot become a claim, in words for a reader; None where it may."""
    return (
        _code(row, number)
        or _name(row, number)
        or _ordinal(row, number)
        or _clock(row, number)
        or age(row, number)
        or _determined(row, number)
        or _idiom(row, number)
        or _divides(row, number)
    )


def _code(row: Sequence[Token], number: Number) -> str | None:
    """Phone numbers and the like: a plus sign, or groups of digits joined by hyphens."""
    first, last = number.first, number.last
    if number.style != "digits":
        return None
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
    return "a code, not a count" if longer else None


def _name(row: Sequence[Token], number: Number) -> str | None:
    first, last = number.first, number.last
    if number.style != "digits":
        return None
    before = row[first - 1] if first else None
    after = row[last] if last < len(row) else None
    if before is not None and before.kind == "word" and glued(before, row[first]):
        return None if sign_before(row, first) else "digits inside a name"
    if _is_address(row, last):
        return "digits inside a name"
    if after is not None and after.kind == "word" and glued(row[last - 1], after):
        return None if _known_glue(row, last) else "digits inside a name"
    if before is not None and before.text in (*HYPHENS, "+") and first >= 2 and glued(before, row[first]):
        kinds = ("word", "number") if before.text == "+" else ("word",)
        joined = row[first - 2].kind in kinds and glued(row[first - 2], before)
        return "digits inside a name" if joined else None
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


def _numbered(row: Sequence[Token], number: Number) -> str | None:
    """ "Article 27", "No. 158", "Phase 2"."""
    at = number.first - 1
    if at > 0 and row[at].text in (".", "#"):
        at -= 1
    if at < 0 or row[at].norm not in _words("names_before") or number.scale != 1:
        return None
    if unit_behind(row, number.last) or sign_before(row, number.first) or "." in row[number.first].text[:-1]:
        return None
    after = row[number.last] if number.last < len(row) else None
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
    return None if counts and not known else "the number of a document, a part or a name"


def _ordinal(row: Sequence[Token], number: Number) -> str | None:
    last = number.last
    if last < len(row) and row[last].norm in _words("ordinal_suffixes") and glued(row[last - 1], row[last]):
        return "an ordinal"
    return None


def _clock(row: Sequence[Token], number: Number) -> str | None:
    """10:30, 24/7, 1:10."""
    for at in (number.first - 1, number.last):
        if (
            (
                0 < at < len(row) - 1
                and row[at].text in ":/"
                and row[at - 1].kind == row[at + 1].kind == "number"
            )
            and glued(row[at - 1], row[at])
            and glued(row[at], row[at + 1])
        ):
            return "a time of day, a score or a ratio"
    return None


def _determined(row: Sequence[Token], number: Number) -> str | None:
    """ "the two governments", "all three", "these 5": something the reader knows already."""
    value = number.value
    if (
        number.style != "words"
        or value is None
        or value > LARGEST_DETERMINED
        or number.last - number.first > 1
    ):
        return None
    before = row[number.first - 1].norm if number.first else ""
    if before in _words("determiners", "before") and not unit_behind(row, number.last):
        return "it speaks of things already named"
    return None


def _divides(row: Sequence[Token], number: Number) -> str | None:
    """ "in three shifts", "two ways": an order or a division, not a count."""
    value = number.value
    if (
        value is None
        or value > LARGEST_DETERMINED
        or value % 1
        or number.scale != 1
        or number.last >= len(row)
    ):
        return None
    word = stem(row[number.last].norm)
    after = row[number.last + 1].norm if number.last + 1 < len(row) else ""
    sorts = word in _words("sorts") and (after == "of" or number.last + 1 == len(row))
    divides = sorts or word in language("aspects")["not_counted"]["words"]
    divides = divides and is_plural(row[number.last].norm)
    return "it orders or divides, it counts nothing" if divides else None


def _idiom(row: Sequence[Token], number: Number) -> str | None:
    if number.style != "words":
        return None
    word = row[number.first].norm
    for at, *words in _idioms().get(word, ()):
        first = number.first - int(at)
        if first >= 0 and [token.norm for token in row[first : first + len(words)]] == words:
            return f"“{' '.join(words)}” counts nothing"
    after = row[number.last].norm if number.last < len(row) else ""
    if number.value in (0, 1) and number.last - number.first == 1 and not unit_behind(row, number.last):
        return "“one” stands for a thing, it does not count" if after != "million" else None
    return None
