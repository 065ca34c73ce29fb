"""Small words whose English hangs on what stands around them: "до 5" is "to 5" or "up to 5"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from etl.extract.gloss_parts import Part
from etl.extract.gloss_raws import Raw
from etl.extract.gloss_words import LANGUAGE, plain
from etl.reference import language

ENDS = frozenset(".;:!?")
FARTHEST = 30  # parts on either side that can tell what a small word means


@cache
def _choices() -> dict[str, list[dict[str, Any]]]:
    table: dict[str, list[dict[str, Any]]] = {}
    for row in language("choices", LANGUAGE)["choice"]:
        table.setdefault(row["word"], []).append(row)
    return table


@cache
def _moves() -> frozenset[str]:
    cues = language("cues")
    return frozenset((*cues["up"]["words"], *cues["down"]["words"]))


def chosen(row: Sequence[Raw], found: Sequence[Part]) -> Iterator[Part]:
    """The parts, each that depends on its clause with the gloss that fits there."""
    for at, part in enumerate(found):
        rules = _choices().get(plain(row[part.first].text)) if part.kind == "choice" else None
        if rules is None:
            yield part
            continue
        edges = _clause(found, at)
        gloss = next(rule["gloss"] for rule in rules if _holds(rule, row, found, (at, edges)))
        yield replace(part, english=gloss)


def _clause(found: Sequence[Part], at: int) -> tuple[int, int]:
    first, last = at, at + 1
    while first > max(0, at - FARTHEST) and found[first - 1].english not in ENDS:
        first -= 1
    while last < min(len(found), at + FARTHEST) and found[last].english not in ENDS:
        last += 1
    return first, last


def _holds(
    rule: dict[str, Any], row: Sequence[Raw], found: Sequence[Part], where: tuple[int, tuple[int, int]]
) -> bool:
    at, (first, last) = where
    after = found[at + 1] if at + 1 < len(found) else None
    if "next" in rule and (after is None or not set(rule["next"]) & _named(row, after)):
        return False
    if "ends" in rule and (after is None or not _text(row, after).endswith(tuple(rule["ends"]))):
        return False
    if "seen" in rule and not _any(rule["seen"], row, found[first:at]):
        return False
    if "ahead" in rule and not _any(rule["ahead"], row, found[at + 1 : last]):
        return False
    if rule.get("moved") and not any(_is_move(part) for part in found[first:at]):
        return False
    return not rule.get("moves") or any(_is_move(part) for part in found[first:last])


def _named(row: Sequence[Raw], part: Part) -> frozenset[str]:
    """What a rule may call the part that follows."""
    return row[part.first].keys | {part.kind}


def _text(row: Sequence[Raw], part: Part) -> str:
    return plain(row[part.last - 1].text) if part.first < part.last else ""


def _any(listed: list[str], row: Sequence[Raw], among: Sequence[Part]) -> bool:
    return any(plain(row[part.first].text) in listed for part in among if part.first < part.last)


def _is_move(part: Part) -> bool:
    return part.english not in _still() and any(word in _moves() for word in part.english.split())


@cache
def _still() -> frozenset[str]:
    return frozenset(language("choices", LANGUAGE)["still"]["words"])
