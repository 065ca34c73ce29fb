"""What English wants of a glossed word: its number, an "of" before it, a capital, no second "to"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from etl.extract.gloss_parts import Part
from etl.extract.gloss_raws import Raw
from etl.extract.gloss_words import LANGUAGE, plain
from etl.reference import language

THINGS = ("noun", "thing", "unknown", "unit", "name", "acronym")
HEADS = (
    "noun",
    "thing",
    "unknown",
    "unit",
    "percent",
    "fraction",
    "acronym",
    "genitive",
    "measure",
    "vague",
)  # what "of" may stand behind
COUNTED = ("noun", "thing", "unknown", "unit", "duration")
MODALS = ("to", "will", "should", "must", "could")  # what takes a bare infinitive, or has its "to"
WHOLES = ("percent", "fraction")
COMPARATIVES = ("more", "less", "higher", "lower", "faster")
DETERMINERS = ("this", "these", "that", "those", "its", "their", "all", "them", "which")


def in_place(row: Sequence[Raw], before: Part | None, part: Part, *, counted: bool) -> str:
    """In the singular or plural, and without the "to" that the part before has or does not want."""
    english = _in_number(row, part, counted=counted or _opens(before, part))
    if (
        part.kind in ("past", "past_reflexive")
        and part.ending in language("endings", LANGUAGE)["gerund"]["endings"]
    ):
        english = _gerund(english)
    modal = before is not None and before.english.rpartition(" ")[2] in MODALS
    return english.removeprefix("to ") if modal else english


def _gerund(past: str) -> str:
    """ "создав": what is done beside, whenever it is done.

    >>> _gerund("created"), _gerund("supplied"), _gerund("fell")
    ('creating', 'supplying', 'fell')
    """
    return past[:-3] + "ying" if past.endswith("ied") else re.sub(r"ed$", "ing", past)


def joint(row: Sequence[Raw], before: Part | None, part: Part) -> str:
    """ "of" before a genitive, with the article that a whole has: "51% of the population"."""
    if before is None or part.first >= part.last:
        return ""
    if before.english in COMPARATIVES and _is_yardstick(row, part):
        return "than "
    if not _needs_of(row, before, part):
        return ""
    whole = before.kind in WHOLES or before.english == "%"
    return "of the " if whole and part.kind not in ("name", "fixed") else "of "


def _is_yardstick(row: Sequence[Raw], part: Part) -> bool:
    """ "на 7% больше показателя 2023 года": a genitive behind a comparative."""
    genitive = plain(row[part.first].text).endswith(
        tuple(language("endings", LANGUAGE)["yardstick"]["endings"])
    )
    return part.kind in ("noun", "thing", "time", "adjective") and genitive


def counts(part: Part, *, counted: bool) -> bool:
    """Whether a number counts what follows: through scale words and adjectives, up to the noun."""
    if part.kind == "number":
        return part.english not in ("1", "one") and not part.ending  # "5-й" and "2025-го" count nothing
    if part.kind == "scale" or part.english in language("numbers")["scales"]:
        return True
    if part.kind == "adjective":
        return counted or part.ending in language("endings", LANGUAGE)["adjective"]["plural"]
    return counted and part.kind in ("stop", "abbreviation")


def _in_number(row: Sequence[Raw], part: Part, *, counted: bool) -> str:
    """Singular or plural."""
    one, _, many = part.english.partition("|")
    counted = counted or (part.kind == "thing" and _is_many(row, part))
    if part.kind not in COUNTED or part.first == part.last:
        return one
    plural = counted or (
        part.kind == "noun" and part.ending in language("endings", LANGUAGE)["plural"]["noun"]
    )
    if row[part.first].text[0].isupper() and part.kind == "unknown":
        return one
    return (many or _plural(one)) if plural else one


def _opens(before: Part | None, part: Part) -> bool:
    """ "Мигранты перевели": a first word in "ы" can only be a plural."""
    first = before is None or (before.kind == "mark" and before.english != "%")
    return first and part.kind == "noun" and part.ending in language("endings", LANGUAGE)["plural"]["opening"]


def _is_many(row: Sequence[Raw], part: Part) -> bool:
    """ "рабочих мест", "высшие учебные заведения": the adjective has an ending that only plurals have."""
    first = plain(row[part.first].text) if part.last - part.first > 1 else ""
    return first.endswith(tuple(language("endings", LANGUAGE)["adjective"]["plural"]))


@cache
def _plural(noun: str) -> str:
    """The plural of an English noun; one that is a plural already stays.

    >>> _plural("factory"), _plural("people"), _plural("new job")
    ('factories', 'people', 'new jobs')
    """
    last = noun.rpartition(" ")[2]
    unit = last != last.lower() and not last.istitle()  # kWh
    if unit or last in language("nouns")["plural"] or (last.endswith("s") and not last.endswith("ss")):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("ss", "sh", "ch", "x")) else "s")


def _needs_of(row: Sequence[Raw], before: Part, part: Part) -> bool:
    """ "тонн мусора", "51% населения", "экспорт газа": a genitive behind its noun."""
    behind = before.kind in HEADS or before.english == "%"
    if not behind or part.first >= part.last or row[part.first].kind != "word":
        return False
    low, lists = plain(row[part.first].text), language("endings", LANGUAGE)["genitive"]
    if part.kind == "fixed":
        return (before.kind in WHOLES or before.english == "%") and part.english in DETERMINERS
    if part.kind == "adjective":
        return low.endswith(tuple(lists["adjective"]))
    if part.kind == "noun":
        return part.ending in lists["noun"]
    if part.kind in ("acronym", "genitive"):
        return True
    unknown_name = part.kind == "unknown" and row[part.first].text[0].isupper()
    genitive = (*(ending for ending in lists["noun"] if ending), *lists["adjective"])
    return part.kind in THINGS and not unknown_name and low.endswith(genitive)


def cased(row: Sequence[Raw], part: Part, english: str) -> str:
    """With a capital where the source has one; an acronym may stand for common words."""
    capital = part.first < part.last and row[part.first].text[0].isupper() and part.kind != "acronym"
    return english[0].upper() + english[1:] if capital else english
