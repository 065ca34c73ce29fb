"""Whether a number has happened, is planned, aimed at or expected."""

from __future__ import annotations

from functools import cache

from etl.extract.context import Context
from etl.extract.fragments import above, as_task, begun, designed
from etl.extract.groups import before
from etl.extract.lexicon import Hit
from etl.extract.mentions import Mention
from etl.extract.purposes import purpose
from etl.extract.reading import Reading
from etl.extract.verbs import (
    AHEAD,
    Mood,
    behind_label,
    clause,
    is_bare,
    not_past,
    of_part,
    regular_past,
    tense_of,
    verbs_of,
)
from etl.reference import language

GROUP = 2  # words of one verb group stand this close: "is expected to cost"
REACH_ON = 16
RANK = {"target": 0, "planned": 1, "forecast": 2, "present": 3, "past": 4}


def mood_of(reading: Reading, mention: Mention, context: Context) -> Mood:
    """The verb that governs the mention: of its clause, else of the sentence, else of what stands above."""
    verbs = verbs_of(reading)
    start, end = clause(reading, mention)
    verbs = behind_label(reading, mention, of_part(reading, mention, verbs))
    left = [h for h in verbs if start <= h.first and h.last <= mention.first]
    plain = (
        as_task(reading, mention, context)
        or begun(reading, mention)
        or designed(reading, mention, context)
        or purpose(reading, mention)
        or _participle(reading, mention, verbs)
        or _needed(reading, mention)
        or _now(reading, mention)
        or _plain_verb(reading, mention, start, heard=bool(left))
    )
    if plain:
        return plain
    if len(left) == 1 and is_bare(reading, left[0], start):
        left = []
    verbs = _without_asides(reading, mention, verbs)
    right = [h for h in verbs if mention.number.last <= h.first < end] or _joined(reading, mention, verbs)
    if right and right[0].first == mention.last and right[0].list == "past" and _goes_on(reading, mention):
        right = []  # "190 schools will be built and 425 expanded"
    if left:
        return _said(reading, _group(left, left[-1]))
    if right and reading.gap(mention.last - 1, right[0].first) <= REACH_ON:
        return _said(reading, _group(right, right[0], forward=True))
    closed = _aside(reading, mention)
    heard = [h for h in verbs if h.last <= mention.first and not is_bare(reading, h, h.first)]
    heard = [h for h in heard if h.first not in closed]
    if heard:
        return _said(reading, _group(heard, heard[-1]))._replace(inherited=True)
    after = [h for h in verbs if h.first >= mention.last]
    if after and not heard and not closed:
        return _said(reading, _group(after, after[0], forward=True))._replace(inherited=True)
    return _of_another(reading, mention) or above(reading, context)


def _without_asides(reading: Reading, mention: Mention, verbs: list[Hit]) -> list[Hit]:
    """The verbs, but those of another number alone and those that commas close in."""
    if not any(h.list in AHEAD for h in verbs):
        return verbs
    others = {m.last for m in reading.mentions if m is not mention}
    kept = (h for h in verbs if not _is_anothers(reading, h, others))
    return [h for h in kept if not _is_closed_in(reading, h, mention)]


def _is_anothers(reading: Reading, hit: Hit, others: set[int]) -> bool:
    """ "2.8 trillion planned for 2024", "the 95% goal", "5% (the target)": of the number before it alone."""
    if hit.list not in AHEAD:
        return False
    words = reading.norms[max(0, hit.first - 2) : hit.first]
    at = hit.first - (words[-1:] == ["("]) - 2 * (words == ["(", "the"])
    return at in others and (
        at < hit.first or hit.value in _words("aim_nouns") or hit.value.split()[0].endswith("ed")
    )


def _is_closed_in(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """ "102 buildings, contracted for $1.5 billion, should be ready": commas close the participle in."""
    norms, first = reading.norms, hit.first
    if (
        hit.list != "past"
        or mention.last != first - 1
        or norms[first - 1] != ","
        or not hit.value.endswith("ed")
    ):
        return False
    closing = first + norms[first:].index(",") if "," in norms[first:] else len(norms)
    ahead = next((h for h in reading.of(*AHEAD) if h.first == closing + 1), None)
    return ahead is not None and not _words("comes_about").isdisjoint(norms[ahead.first : ahead.last + 1])


def _of_another(reading: Reading, mention: Mention) -> Mood | None:
    """ "Substances weighed 2.2 tons, 3.4 times as much": the verb right before another number is of both."""
    for other in reading.mentions:
        at = before(reading.row, other)
        verb = reading.row[at] if other.last <= mention.first and at > 0 else None
        if verb and verb.norm.endswith("ed") and verb.text.islower() and verb.norm not in not_past():
            return Mood(None, "past", f"“{verb.text}”")
    return None


def _aside(reading: Reading, mention: Mention) -> range:
    """The tokens of ", which the president signed," before the number: its verb tells of something else."""
    norms = reading.norms[: mention.first]
    if _words("relative").isdisjoint(norms):
        return range(0)
    opens = [n for n, word in enumerate(norms) if word in _words("relative") and norms[n - 1] == ","]
    if not opens or "," not in norms[opens[-1] :]:
        return range(0)
    return range(opens[-1], norms.index(",", opens[-1]))


def _joined(reading: Reading, mention: Mention, verbs: list[Hit]) -> list[Hit]:
    """ "30,000 nurses and drivers are to leave": "and" joins two nouns, and the verb is of both."""
    at = mention.last
    if reading.norms[at : at + 1] != ["and"] or at + 2 >= len(reading.row):
        return []
    first = next((hit for hit in verbs if hit.first == at + 2), None)
    return [hit for hit in verbs if hit.first >= at + 2] if first else []


def _needed(reading: Reading, mention: Mention) -> Mood | None:
    """ "Farmers need $46 million": what is needed is not there."""
    at = before(reading.row, mention)
    noun = at > 0 and reading.norms[at - 1] in _words("of_nouns")
    things = mention.family not in ("duration", "rate", None)
    needed = at > 0 and things and reading.norms[at] in _words("needs") and not noun
    asked = (
        at > 0
        and reading.norms[at] == "for"
        and not _words("asks").isdisjoint(reading.norms[max(0, at - ASKED) : at])
    )
    if asked:
        return Mood("target", "present", "asked for")
    return Mood("forecast", "present", f"“{reading.norms[at]}”") if needed else None


def _now(reading: Reading, mention: Mention) -> Mood | None:
    """ "deposits, now 96 trillion, will reach", "the population, 80 million today, will pass"."""
    before = reading.norms[mention.first - 1 : mention.first]
    behind = reading.norms[mention.last : mention.last + 2]
    closed = behind[:1] in (["today"], ["now"]) and behind[1:] in ([","], ["."], [])
    told = closed or before in (["now"], ["currently"], ["current"])  # "to 9.5% from the current 12.8%"
    return Mood(None, "present", "“now”") if told else None


ASKED = 5  # words from "asked" to "for"


def _participle(reading: Reading, mention: Mention, verbs: list[Hit]) -> Mood | None:
    """ "instead of the 90 million pencilled in", "against the 5% forecast"."""
    bracket = reading.norms[mention.last : mention.last + 1] == ["("]  # "150 (proposed)"
    for hit in verbs:
        if hit.first == mention.last + bracket and hit.list in AHEAD:
            told = hit.value.split()[0].endswith(("ed", "forecast")) or hit.value in _words("aim_nouns")
            return _said(reading, [hit]) if told else None
    return None


def _plain_verb(reading: Reading, mention: Mention, start: int, *, heard: bool) -> Mood | None:
    """A verb told by its form: "3,000 work there", "concreted", "more than doubled"."""
    behind = reading.norms[mention.last : mention.last + 1]
    births = reading.norms[mention.last : mention.last + 2] == ["live", "births"]
    if behind and behind[0] in _words("plain_present") and not births:
        return Mood(None, "present", f"“{behind[0]}”")
    past = None if heard else regular_past(reading, start, mention)
    if past is None and not heard and mention.number.style == "multiple" and mention.text.endswith("ed"):
        past = mention.text
    alone = not heard and not _goes_on(reading, mention)
    if past is None and alone and behind and behind[0].endswith("ed") and behind[0] not in not_past():
        past = behind[0]
    return Mood(None, "past", f"“{past}”") if past else None


def _goes_on(reading: Reading, mention: Mention) -> bool:
    """ "a plant will be built and twelve wells drilled": the second leans on "will be"."""
    joined = mention.first > 0 and reading.norms[mention.first - 1] == "and"
    return joined and any(hit.last <= mention.first for hit in reading.of(*AHEAD))


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
        best = _first_of(reading, best)
        return Mood(best.list, tense_of(group), f"“{best.value}”")  # type: ignore[arg-type]
    return Mood(None, tense_of(group), f"“{group[0].value}”")


def _first_of(reading: Reading, best: Hit) -> Hit:
    """ "wants to find work for some and to train others": the second infinitive hangs on the same verb."""
    joined = best.value.startswith("to ") and best.first > 0 and reading.norms[best.first - 1] == "and"
    wants = [hit for hit in reading.of(*AHEAD) if hit.last < best.first] if joined else []
    return wants[-1] if wants else best


def _reported(reading: Reading, hit: Hit, group: list[Hit]) -> bool:
    """ "was planned" and "had been expected" still are; "was to" and "helped to build" are not ahead."""
    del group
    if hit.value in ("was to", "were to"):
        return True
    if hit.value == "could" and reading.norms[hit.last : hit.last + 1] == ["not"]:
        return True  # "one in ten could not repay"
    before = reading.norms[max(0, hit.first - HELPED) : hit.first]
    return hit.value.startswith("to ") and any(word in _words("done") for word in before)


HELPED = 4  # words from "enabled" to "to build"


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language("cues")[name]["words"])
