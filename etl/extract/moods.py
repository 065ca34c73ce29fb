"""Whether a number has happened, is planned, aimed at or expected."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from etl.extract.context import Context
from etl.extract.lexicon import Hit
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.extract.verbs import AHEAD, NOT_PAST, behind_label, clause, is_bare, of_part, regular_past, verbs_of
from etl.reference import language

Ahead = Literal["target", "forecast", "planned"]
Tense = Literal["past", "present", "perfect"]
GROUP = 2  # words of one verb group stand this close: "is expected to cost"
REACH_ON = 16
RANK = {"target": 0, "planned": 1, "forecast": 2, "present": 3, "past": 4}


class Mood(NamedTuple):
    """`kind` where the value lies ahead, else the tense it is told in."""

    kind: Ahead | None
    tense: Tense | None
    why: str
    inherited: bool = False


def mood_of(reading: Reading, mention: Mention, context: Context) -> Mood:
    """The verb that governs the mention: of its clause, else of the sentence, else of what stands above."""
    verbs = verbs_of(reading)
    start, end = clause(reading, mention)
    verbs = behind_label(reading, mention, of_part(reading, mention, verbs))
    left = [h for h in verbs if start <= h.first and h.last <= mention.first]
    plain = _participle(reading, mention, verbs) or _plain_verb(reading, mention, start, heard=bool(left))
    if plain:
        return plain
    if len(left) == 1 and is_bare(reading, left[0], start):
        left = []
    right = [h for h in verbs if mention.number.last <= h.first < end]
    if left:
        return _said(reading, _group(left, left[-1]))
    if right and reading.gap(mention.last - 1, right[0].first) <= REACH_ON:
        return _said(reading, _group(right, right[0], forward=True))
    before = [h for h in verbs if h.last <= mention.first and not is_bare(reading, h, h.first)]
    if before:
        return _said(reading, _group(before, before[-1]))._replace(inherited=True)
    after = [h for h in verbs if h.first >= mention.last]
    if after and not before:
        return _said(reading, _group(after, after[0], forward=True))._replace(inherited=True)
    return _above(reading, context)


def _participle(reading: Reading, mention: Mention, verbs: list[Hit]) -> Mood | None:
    """ "instead of the 90 million pencilled in", "against the 5% forecast"."""
    for hit in verbs:
        if hit.first == mention.last and hit.list in AHEAD:
            told = hit.value.split()[0].endswith(("ed", "forecast"))
            return _said(reading, [hit]) if told else None
    return None


def _plain_verb(reading: Reading, mention: Mention, start: int, *, heard: bool) -> Mood | None:
    """A verb told by its form: "3,000 work there", "concreted", "more than doubled"."""
    behind = [token.norm for token in reading.row[mention.last : mention.last + 1]]
    if behind and behind[0] in PLAIN_PRESENT:
        return Mood(None, "present", f"“{behind[0]}”")
    past = None if heard else regular_past(reading, start, mention)
    if past is None and not heard and mention.number.style == "multiple" and mention.text.endswith("ed"):
        past = mention.text
    if past is None and not heard and behind and behind[0].endswith("ed") and behind[0] not in NOT_PAST:
        past = behind[0]
    return Mood(None, "past", f"“{past}”") if past else None


PLAIN_PRESENT = (
    "work",
    "live",
    "study",
    "operate",
    "exist",
    "suffer",
    "lack",
    "attend",
    "remain",
    "depend",
    "belong",
)


def _group(found: list[Hit], nearest: Hit, *, forward: bool = False) -> list[Hit]:
    """The verb group of the nearest verb: "is expected to reach" is one."""
    out = [nearest]
    for hit in found if forward else reversed(found):
        if hit is not nearest and min(_apart(hit, o) for o in out) <= GROUP:
            out.append(hit)
    return out


def _apart(a: Hit, b: Hit) -> int:
    """Words between two hits; below one where they overlap."""
    return max(a.first, b.first) - min(a.last, b.last)


def _said(reading: Reading, group: list[Hit]) -> Mood:
    """The strongest of the group: an aim before a plan before an expectation; the longest phrase first."""
    ahead = [hit for hit in group if hit.list in AHEAD and not _reported(reading, hit, group)]
    if ahead:
        best = max(ahead, key=lambda h: (h.last - h.first, -RANK[h.list], -h.first))
        return Mood(best.list, _tense(group), f"“{best.value}”")  # type: ignore[arg-type]
    return Mood(None, _tense(group), f"“{group[0].value}”")


def _reported(reading: Reading, hit: Hit, group: list[Hit]) -> bool:
    """ "was planned" and "had been expected" still are; "was to" and "helped to build" are not ahead."""
    del group
    if hit.value in ("was to", "were to"):
        return True
    before = [token.norm for token in reading.row[max(0, hit.first - HELPED) : hit.first]]
    return hit.value.startswith("to ") and any(word in _done() for word in before)


HELPED = 4  # words from "enabled" to "to build"


@cache
def _done() -> frozenset[str]:
    return frozenset(language("cues")["done"]["words"])


def _tense(group: list[Hit]) -> Tense:
    words = {hit.value for hit in group}
    if words & {"is", "are"}:
        return "present"
    if words & {"has been", "have been", "has", "have"}:
        return "perfect"
    return (
        "past" if any(hit.list == "past" and hit.value not in ("has", "have") for hit in group) else "present"
    )


def _is_fragment(reading: Reading) -> bool:
    """A label with its number, or a list item: nothing that could hold a verb of its own."""
    if reading.block.role == "title":
        return False
    return (
        reading.block.role == "item"
        or len(reading.row) <= SHORT
        or any(t.text == ":" for t in reading.row[:8])
    )


NEW = ("new", "planned", "future", "upcoming", "next")
HEADLINES = ("title", "heading", "table_row")
SHORT = 8  # tokens of a fragment


def _above(reading: Reading, context: Context) -> Mood:
    """A fragment without a verb: its lead-in's, its heading's, or the last sentence's mood."""
    new = context.heading is not None and any(t.norm in NEW for t in context.heading.row)
    if new and _is_fragment(reading):
        return Mood("planned", None, "the heading speaks of what is new or planned", inherited=True)
    for above, name in ((context.lead, "lead-in"), (context.heading, "heading")):
        if above is not None and (name == "heading" or reading.block.role in ("item", "table_row")):
            verbs = verbs_of(above)
            ahead = [hit for hit in verbs if hit.list in AHEAD]
            if ahead:
                return Mood(ahead[0].list, None, f"the {name} says “{ahead[0].value}”", inherited=True)  # type: ignore[arg-type]
            if verbs and name == "lead-in":
                return Mood(None, _tense(verbs), f"the {name} says “{verbs[0].value}”", inherited=True)
    if context.mood in AHEAD and _is_fragment(reading) and reading.block.role != "table_row":
        return Mood(context.mood, None, "the sentences before speak of what lies ahead", inherited=True)  # type: ignore[arg-type]
    # A verb that no list knows and that does not end in -ed is most likely in the present.
    told: Tense | None = None if _is_fragment(reading) or reading.block.role in HEADLINES else "present"
    return Mood(None, told, "no verb that is known", inherited=True)
