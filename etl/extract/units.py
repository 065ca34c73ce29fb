"""Units beside a number: signs and codes before it, words behind it, and what it is told per."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from etl.extract.lexicon import Phrase, phrase_tokens
from etl.extract.tokens import Token, glued
from etl.reference import Unit, pers, units

HYPHENS = "-‑–"
CODE = 3  # letters of an ISO 4217 code


class Found(NamedTuple):
    """A unit and the token it ends before (behind a number) or begins at (before one)."""

    unit: Unit
    edge: int


class FoundPer(NamedTuple):
    """What a number is per, and the token behind."""

    id: str
    edge: int


@cache
def _behind() -> dict[str, list[tuple[Phrase, Phrase, Unit]]]:
    """Written forms by their first word: as compared, as written, what they mean; longest first."""
    table: dict[str, list[tuple[Phrase, Phrase, Unit]]] = {}
    for unit in units():
        for form in (*unit.forms, *unit.signs):
            row = phrase_tokens(form)
            words = tuple(token.norm for token in row)
            table.setdefault(words[0], []).append((words, tuple(t.text for t in row), unit))
    return {k: sorted(v, key=lambda e: -len(e[0])) for k, v in table.items()}


@cache
def _glued() -> dict[str, Unit]:
    return {form: unit for unit in units() for form in unit.glued}


@cache
def _before() -> dict[str, list[tuple[Phrase, int, Unit]]]:
    """Signs and codes by their last word: their words, how many characters they take, the unit."""
    table: dict[str, list[tuple[Phrase, int, Unit]]] = {}
    for unit in units():
        codes = [unit.id] if unit.family == "money" and len(unit.id) == CODE else []
        for form in (*unit.signs, *codes):
            words = tuple(token.text for token in phrase_tokens(form))
            table.setdefault(words[-1], []).append((words, len(form), unit))
    return {k: sorted(v, key=lambda e: -len(e[0])) for k, v in table.items()}


def unit_behind(row: Sequence[Token], at: int) -> Found | None:
    """The unit whose words begin at token `at`; a hyphen to the number may stand before it."""
    if (
        at < len(row) - 1
        and row[at].text in HYPHENS
        and glued(row[at - 1], row[at])
        and glued(row[at], row[at + 1])
    ):
        at += 1
    if at >= len(row):
        return None
    close = at > 0 and glued(row[at - 1], row[at])
    if close and row[at].text in _glued():
        longer = _longest(row, at, close=close)
        return longer or Found(_glued()[row[at].text], at + 1)
    return _longest(row, at, close=close)


def _longest(row: Sequence[Token], at: int, *, close: bool) -> Found | None:
    """The longest form; of "Nm" and "nm", which word lists spell alike, the one as written."""
    loose: Found | None = None
    for words, written, unit in _behind().get(row[at].norm, ()):
        size = len(words)
        if loose and size < loose.edge - at:
            break
        part = row[at : at + size]
        if tuple([token.norm for token in part]) != words:
            continue
        exact = written[0] == part[0].text
        # One letter is a unit only as it is written: "5 m" is metres, "5 M" is not, "5m" is a scale.
        if len(written[0]) == 1 and written[0].isalpha() and (not exact or (close and size == 1)):
            continue
        if exact:
            return Found(unit, at + size)
        loose = loose or Found(unit, at + size)
    return loose


def sign_before(row: Sequence[Token], at: int) -> Found | None:
    """The currency sign or code that ends right before token `at`: "$", "US$", "KZT"."""
    if at == 0:
        return None
    for words, size, unit in _before().get(row[at - 1].text, ()):
        first = at - len(words)
        # "A$50" is Australian, "A $50 loan" is not: the space is a part of the sign.
        written = first >= 0 and row[at - 1].end - row[first].start == size
        if written and tuple(t.text for t in row[first:at]) == words:
            return Found(unit, first)
    return None


@cache
def _currencies() -> dict[str, Unit]:
    """Currencies of one word, by it, without the dollar that they are told against."""
    found: dict[str, Unit] = {}
    for unit in units():
        if unit.family == "money" and unit.factor == 1 and unit.id != "USD":
            for row in map(phrase_tokens, unit.forms):
                found.setdefault(row[0].norm if len(row) == 1 else "", unit)  # so'm and som: the first
    return found


def currency_before(row: Sequence[Token], at: int) -> Unit | None:
    """The currency last named before token `at`: "the som trades at 89.5 to the dollar"."""
    known = _currencies()
    return next((known[token.norm] for token in reversed(row[:at]) if token.norm in known), None)


@cache
def _pers(kind: str) -> dict[str, dict[Phrase, str]]:
    """What each phrase divides by, under the phrase's first word."""
    table: dict[str, dict[Phrase, str]] = {}
    for per in pers(kind):
        for form in per.forms:
            words = tuple(token.norm for token in phrase_tokens(form))
            table.setdefault(words[0], {}).setdefault(words, per.id)
    return table


@cache
def _longest_per(kind: str) -> int:
    return max(len(words) for found in _pers(kind).values() for words in found)


def per_behind(row: Sequence[Token], at: int, kind: str = "per") -> FoundPer | None:
    """What the words at token `at` divide by."""
    known = _pers(kind).get(row[at].norm) if at < len(row) else None
    if known is None:
        return None
    words = tuple([token.norm for token in row[at : at + _longest_per(kind)]])
    for size in range(len(words), 0, -1):
        if words[:size] in known and not _is_time(row, at + size):
            return FoundPer(known[words[:size]], at + size)
    return None


def _is_time(row: Sequence[Token], at: int) -> bool:
    """ "a year earlier" is a time, "a year" behind a number is what it is per."""
    return at < len(row) and row[at].norm in ("earlier", "ago", "before", "later")
