"""Whether a number has happened, is planned, aimed at or expected."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from etl.extract.context import Context
from etl.extract.lexicon import Hit
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.reference import language

Ahead = Literal["target", "forecast", "planned"]
Tense = Literal["past", "present", "perfect"]
AHEAD = ("target", "forecast", "planned")
VERBS = (*AHEAD, "past", "present")
GROUP = 2  # words of one verb group stand this close: "is expected to cost"
REACH_ON = 16
BORDERS = (";", ":", "while", "whereas", "but", "(", ")")
SOFT_BORDERS = (
    ",",
    "and",
    "after",
    "when",
    "where",
    "because",
    "since",
    "although",
    "compared",
    "than",
    "as",
    "who",
    "which",
)
RANK = {"target": 0, "planned": 1, "forecast": 2, "present": 3, "past": 4}


@dataclass(frozen=True, slots=True)
class Mood:
    """`kind` where the value lies ahead, else the tense it is told in."""

    kind: Ahead | None
    tense: Tense | None
    why: str
    inherited: bool = False


def mood_of(reading: Reading, mention: Mention, context: Context) -> Mood:
    """The verb that governs the mention: of its clause, else of the sentence, else of what stands above."""
    verbs = _verbs(reading)
    start, end = _clause(reading, mention)
    verbs = _behind_label(reading, mention, _of_part(reading, mention, verbs))
    left = [h for h in verbs if start <= h.first and h.last <= mention.first]
    plain = _plain_verb(reading, mention, start, heard=bool(left))
    if plain:
        return plain
    if len(left) == 1 and _is_bare(reading, left[0], start):
        left = []
    right = [h for h in verbs if mention.number.last <= h.first < end]
    if left:
        return _said(reading, _group(left, left[-1]))
    if right and reading.gap(mention.last - 1, right[0].first) <= REACH_ON:
        return _said(reading, _group(right, right[0], forward=True))
    before = [h for h in verbs if h.last <= mention.first and not _is_bare(reading, h, h.first)]
    if before:
        return replace(_said(reading, _group(before, before[-1])), inherited=True)
    after = [h for h in verbs if h.first >= mention.last]
    if after and not before:
        return replace(_said(reading, _group(after, after[0], forward=True)), inherited=True)
    return _above(reading, context)


def _plain_verb(reading: Reading, mention: Mention, start: int, *, heard: bool) -> Mood | None:
    """A verb told by its form: "3,000 work there", "concreted", "more than doubled"."""
    behind = [token.norm for token in reading.row[mention.last : mention.last + 1]]
    if behind and behind[0] in PLAIN_PRESENT:
        return Mood(None, "present", f"“{behind[0]}”")
    past = None if heard else _regular_past(reading, start, mention)
    if past is None and not heard and mention.number.style == "multiple" and mention.text.endswith("ed"):
        past = mention.text
    if past is None and not heard and behind and behind[0].endswith("ed") and behind[0] not in NOT_PAST:
        past = behind[0]
    return Mood(None, "past", f"“{past}”") if past else None


def _behind_label(reading: Reading, mention: Mention, verbs: list[Hit]) -> list[Hit]:
    """ "Consumers served: 10 million": the label's words are no verb of the number's."""
    colon = next((n for n, token in enumerate(reading.row[:LABEL]) if token.text == ":"), None)
    if colon is None or mention.first < colon:
        return verbs
    return [hit for hit in verbs if hit.first > colon]


LABEL = 8  # tokens that a label can have


def _of_part(reading: Reading, mention: Mention, verbs: list[Hit]) -> list[Hit]:
    """The verbs between the semicolons around the mention."""
    stops = [n for n, token in enumerate(reading.row) if token.text == ";"]
    start = max((n for n in stops if n < mention.first), default=-1)
    end = min((n for n in stops if n >= mention.last), default=len(reading.row))
    return [hit for hit in verbs if start < hit.first < end]


def _regular_past(reading: Reading, start: int, mention: Mention) -> str | None:
    """A verb that no list knows, by its ending: "concreted"."""
    for at in range(max(1, start), mention.first):
        token = reading.row[at]
        joined = reading.row[at - 1].text in "-‑" and at > 1
        if (
            token.norm.endswith("ed")
            and len(token.norm) > 4
            and token.text.islower()
            and not joined
            and token.norm not in NOT_PAST
        ):
            return token.text
    return None


NOT_PAST = (
    "need",
    "speed",
    "seed",
    "breed",
    "indeed",
    "exceed",
    "proceed",
    "succeed",
    "united",
    "limited",
    "hundred",
    "combined",
    "estimated",
    "overcrowded",
    "so-called",
)


def _is_bare(reading: Reading, hit: Hit, start: int) -> bool:
    """ "should deliver … and employ 1,500": the second verb has no ending and leans on the first."""
    joined = hit.first == start and start > 0 and reading.row[start - 1].norm in ("and", ",", "or")
    return joined and hit.list == "present" and hit.value not in FINITE and not hit.value.endswith("s")


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
FINITE = ("is", "are", "has", "have", "now", "today", "currently")


def _verbs(reading: Reading) -> list[Hit]:
    found = reading.of(*VERBS)
    return [hit for hit in found if not _is_noise(reading, hit)]


@cache
def _noise() -> frozenset[str]:
    return frozenset(language("cues")["month_like"]["words"])


def _is_noise(reading: Reading, hit: Hit) -> bool:
    """ "May 2025" is a month, "Plan" in a name is no plan, "last year" no verb."""
    token = reading.row[hit.first]
    if (
        hit.first > 1
        and reading.row[hit.first - 1].text in "-‑"
        and reading.row[hit.first - 1].end == token.start
    ):
        return True
    if hit.value in _noise() and token.text[0].isupper():
        return True
    dated = any(t.span.start <= token.start < t.span.end for t in reading.times)
    return dated and hit.list != "present"


def _clause(reading: Reading, mention: Mention) -> tuple[int, int]:
    """The tokens around the mention up to the borders of its clause."""
    row = reading.row
    start = mention.first
    while start > 0 and row[start - 1].norm not in SOFT_BORDERS and row[start - 1].text not in BORDERS:
        start -= 1
    end = mention.last
    while end < len(row) and row[end].norm not in SOFT_BORDERS and row[end].text not in BORDERS:
        end += 1
    return start, end


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
    """ "was planned" and "had been expected" still are; but "was to" followed by a past is not ahead."""
    del reading, group
    return hit.value in ("was to", "were to")


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
            verbs = _verbs(above)
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
