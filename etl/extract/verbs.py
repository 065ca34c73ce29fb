"""The verbs of a sentence, and the clause that a number stands in."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from etl.extract.counted import is_plural
from etl.extract.lexicon import Hit
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.reference import language

Ahead = Literal["target", "forecast", "planned"]
Tense = Literal["past", "present", "perfect"]

AHEAD = ("target", "forecast", "planned")
VERBS = (*AHEAD, "past", "present")
READ = 8  # readings whose verbs and borders are asked again: the sentence, its lead-in, its heading
WIDEST = 60  # words on either side that a clause can have
LABEL = 8  # tokens that a label can have


@cache
def not_past() -> frozenset[str]:
    """Words in -ed that tell no past."""
    return frozenset(language("cues")["not_past"]["words"])


@cache
def finite() -> frozenset[str]:
    """Verbs that lean on no other."""
    return frozenset(language("cues")["finite"]["words"])


@cache
def borders() -> frozenset[str]:
    """The words and marks between two clauses."""
    return frozenset(language("cues")["borders"]["words"])


class Mood(NamedTuple):
    """`kind` where the value lies ahead, else the tense it is told in."""

    kind: Ahead | None
    tense: Tense | None
    why: str
    inherited: bool = False


def tense_of(group: list[Hit]) -> Tense:
    """The time that the verbs of one group tell."""
    words = {hit.value for hit in group}
    if words & {"is", "are"}:
        return "present"
    if words & {"has been", "have been", "has", "have"}:
        return "perfect"
    return (
        "past" if any(hit.list == "past" and hit.value not in ("has", "have") for hit in group) else "present"
    )


def behind_label(reading: Reading, mention: Mention, verbs: list[Hit]) -> list[Hit]:
    """ "Consumers served: 10 million": the label's words are no verb of the number's."""
    label = reading.norms[:LABEL]
    if ":" not in label or mention.first < (colon := label.index(":")):
        return verbs
    behind = [hit for hit in verbs if hit.first > colon]
    return behind or [hit for hit in verbs if hit.list in AHEAD]  # "Also planned: 200 flats"


def of_part(reading: Reading, mention: Mention, verbs: list[Hit]) -> list[Hit]:
    """The verbs between the semicolons around the mention."""
    if ";" not in reading.norms:
        return verbs
    stops = [n for n, word in enumerate(reading.norms) if word == ";"]
    start = max((n for n in stops if n < mention.first), default=-1)
    end = min((n for n in stops if n >= mention.last), default=len(reading.row))
    return [hit for hit in verbs if start < hit.first < end]


def regular_past(reading: Reading, start: int, mention: Mention) -> str | None:
    """A verb that no list knows, by its ending: "concreted"."""
    said = {n for hit in reading.of("says") for n in range(hit.first, hit.last)}
    for at in range(max(1, start), mention.first):
        token = reading.row[at]
        joined = reading.row[at - 1].text in "-‑" and at > 1
        if (
            at not in said
            and token.norm.endswith("ed")
            and len(token.norm) > 4
            and token.text.islower()
            and not joined
            and token.norm not in not_past()
            and not _is_in_phrase(reading, at)
        ):
            return token.text
    return None


def is_bare(reading: Reading, hit: Hit, start: int) -> bool:
    """ "should deliver … and employ 1,500": the second verb has no ending and leans on the first."""
    joined = hit.first == start and start > 0 and reading.row[start - 1].norm in ("and", ",", "or")
    return joined and hit.list == "present" and hit.value not in finite() and not hit.value.endswith("s")


@lru_cache(maxsize=READ)
def verbs_of(reading: Reading) -> list[Hit]:
    """The verbs of its lists; the same list each time it is asked."""
    nouns = [m.noun for m in reading.mentions if m.noun]  # "18,000 houses", "24 goals"
    counted = {at for noun in nouns for at in range(noun.first, noun.last)}
    found = [hit for hit in reading.of(*VERBS) if hit.first not in counted]
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
    if (hit.value == "planned" and _modifies_count(reading, hit)) or _opens_a_subject(reading, hit):
        return True
    told = _is_fulfilled(reading, hit) or _holds(reading, hit)
    if told or (hit.list == "present" and _bends_not(reading, hit)) or _is_reduced(reading, hit):
        return True
    if hit.value in _noise() and token.text[0].isupper():
        return True
    end = reading.row[hit.last - 1].end  # "now" is a time, "now projects" a verb
    dated = any(t.span.start <= token.start and end <= t.span.end for t in reading.times)
    return dated and hit.list != "present"


@cache
def _cue(name: str) -> frozenset[str]:
    return frozenset(language("cues")[name]["words"])


def _is_fulfilled(reading: Reading, hit: Hit) -> bool:
    """ "The production plan was fulfilled by 101.3 percent": it is told what came of it."""
    behind = reading.norms[hit.last : hit.last + FULFILLED]
    return hit.value.split()[-1] in _cue("plans") and not _cue("fulfilled").isdisjoint(behind)


FULFILLED = 4  # words behind "plan"


def _holds(reading: Reading, hit: Hit) -> bool:
    """ "is estimated to hold 27 trillion": it holds so much today."""
    behind = reading.norms[hit.last : hit.last + 1]
    return hit.value in _cue("estimates") and not _cue("stative").isdisjoint(behind)


def _is_reduced(reading: Reading, hit: Hit) -> bool:
    """ "Under a contract signed in 2021 a firm drills": behind a preposition and its noun it is no verb."""
    return (
        hit.list == "past"
        and hit.value in language("time")["words"]["founded"]
        and _is_in_phrase(reading, hit.first)
    )


def _is_in_phrase(reading: Reading, at: int) -> bool:
    """Whether a preposition, an article and a thing that is signed stand right before."""
    if at < MIN_PHRASE:
        return False
    noun, article, preposition = (reading.norms[at - n] for n in (1, 2, 3))
    return (
        noun in language("time")["words"]["signed_things"]
        and article in ("a", "an", "the")
        and preposition in _cue("under")
    )


MIN_PHRASE = 3


def _bends_not(reading: Reading, hit: Hit) -> bool:
    """ "plans to spend": the verb before it bends; "live births" are no verb."""
    before = reading.norms[hit.first - 1] if hit.first else ""
    live = hit.value == "live" and not _cue("live").isdisjoint(reading.norms[hit.last : hit.last + 1])
    return live or (before in _cue("bare") and hit.value not in finite())


def _opens_a_subject(reading: Reading, hit: Hit) -> bool:
    """ "Registered cars number 640,000": at the start and before a plural it only says which."""
    behind = reading.norms[hit.last : hit.last + 1]
    return hit.first == 0 and hit.value.endswith("ed") and bool(behind) and is_plural(behind[0])


def _modifies_count(reading: Reading, hit: Hit) -> bool:
    """ "Two of seven planned stages are completed": so many are known, whatever became of them."""
    before = reading.row[hit.first - 1] if hit.first else None
    return before is not None and (before.kind == "number" or before.norm in language("numbers")["small"])


def clause(reading: Reading, mention: Mention) -> tuple[int, int]:
    """The tokens around the mention up to the borders of its clause."""
    borders = _borders(reading)
    behind, before = bisect_left(borders, mention.last), bisect_left(borders, mention.first)
    start = borders[before - 1] + 1 if before else 0
    end = borders[behind] if behind < len(borders) else len(reading.row)
    return max(start, mention.first - WIDEST), min(end, mention.last + WIDEST)


@lru_cache(maxsize=READ)
def _borders(reading: Reading) -> list[int]:
    """Where one clause ends and the next begins; "80 percent of that had been delivered" is one."""
    words = reading.norms
    found = [at for at, word in enumerate(words) if word in borders()]
    return [at for at in found if words[at] != "that" or not at or words[at - 1] != "of"]
