"""What "will", "should" and "plans" mean for a number: an aim, an expectation, or a thing to be built."""

from __future__ import annotations

from functools import cache

from etl.extract.context import Decision
from etl.extract.groups import before
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.extract.verbs import Mood
from etl.model import Kind
from etl.reference import language

NEAR = 12  # words between "raise" and the number it is raised to
NEAREST = 6  # and between "is set to grow" and its number


@cache
def plain_future() -> frozenset[str]:
    """The ways in which a mood tells of a verb that says no more than that it lies ahead."""
    return frozenset(f"“{word}”" for word in language("cues")["plain_future"]["words"])


@cache
def _meant() -> frozenset[str]:
    cues = language("cues")["meant"]
    above = (f"the lead-in says “{word}”" for word in cues["above"])
    return frozenset([*(f"“{word}”" for word in cues["words"]), *above])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language("cues")[name]["words"])


def turns_out(reading: Reading, mention: Mention, mood: Mood) -> Decision[Kind] | None:
    """ "is set to grow by 5%": nobody plans it, it is expected."""
    words = set(reading.norms[max(0, mention.first - NEAREST) : mention.first])
    moved = mention.family in ("rate", "times") or mention.role == "by"
    grows = mood.why in plain_future() and mood.kind == "planned" and moved
    sums_up = mood.why == "“will”" and bool(words & _words("sums_up"))  # "will cover 70% of the need"
    grows = grows and (sums_up or bool(words & _words("intransitive")))
    grows = grows and (sums_up or _words("set_by_state").isdisjoint(reading.stems))
    return Decision("forecast", f"{mood.why} with a verb of its own") if grows else None


def aimed(reading: Reading, mention: Mention, mood: Mood) -> Decision[Kind] | None:
    """An outcome aimed at, and what an aim costs, which is only a means to it."""
    if mood.kind == "target" and mood.why != ASKED and _is_price(reading, mention):
        return Decision("planned", f"what it costs: {mood.why}")
    if mood.why == "“would”" and not _words("drafts").isdisjoint(reading.norms):
        return Decision("planned", "what a draft would do")
    if _is_to(mood) and not _words("aims").isdisjoint(reading.norms[: mention.first]):
        return Decision("target", f"{mood.why} behind the word for an aim")
    if _is_programmed(reading, mention, mood) or _is_listed(mention, mood):
        return Decision("target", f"{mood.why}: an amount that is wanted")
    if _is_to_move(reading, mention, mood):
        return Decision("target", f"{mood.why} to move it")
    return Decision("target", f"{mood.why} be so high") if _ought(reading, mention, mood) else None


def _is_listed(mention: Mention, mood: Mood) -> bool:
    """A rate in a list under "The ministry plans:": nobody builds a rate."""
    above = mood.kind == "planned" and mood.why.startswith("the lead-in says")
    return above and mention.family == "rate" and mention.role == "level"


def _is_programmed(reading: Reading, mention: Mention, mood: Mood) -> bool:
    """ "The programme foresees gas production of 120 bcm": how much, not what is to be built."""
    foreseen = mood.why.strip("“”") in _words("foresees") and mention.family in AMOUNTS
    return foreseen and not _words("programmes").isdisjoint(reading.norms[: mention.first])


ASKED = "asked for"  # the mood of what is wanted outright
AMOUNTS = ("mass", "volume", "energy", "rate")


def _is_to(mood: Mood) -> bool:
    """ "The aim is to …"."""
    return mood.why.strip("“”") in _words("is_to")


def _is_price(reading: Reading, mention: Mention) -> bool:
    """ "means to open 50 clinics for $7 million", "at a cost of $7 million"."""
    at = before(reading.row, mention)
    priced = at >= 0 and (reading.row[at].norm == "for" or reading.norms[at - 1 : at + 1] == ["cost", "of"])
    meant = any(hit.last in (at, at + 1) for hit in reading.of("target"))  # "aims for $42 billion"
    return mention.family == "money" and priced and not meant


def _is_to_move(reading: Reading, mention: Mention, mood: Mood) -> bool:
    """ "plans to raise exports to $5 billion", "intends to double"."""
    words = set(reading.norms[max(0, mention.first - NEAR) : mention.first + 1])
    moved = mention.role in ("to", "by") or (mention.family == "times" and "to”" not in mood.why)
    meant = mood.kind == "planned" and mood.why in _meant()
    return meant and moved and bool(words & _words("moving"))


def _ought(reading: Reading, mention: Mention, mood: Mood) -> bool:
    """ "It should cover 80% by then": a part or a rate that somebody wants."""
    words = set(reading.norms[max(0, mention.first - NEAREST) : mention.first])
    so_high = _is_to(mood) and reading.norms[mention.first - 1] == "be" and mention.family == "rate"
    told = mood.kind == "planned" and (so_high or mood.why in ("“should”", "“must”"))
    wanted = mood.why == "“must”" and mention.family in AMOUNTS
    wanted = wanted or mention.family == "rate" or not _words("aims_told").isdisjoint(reading.norms)
    return told and wanted and mention.role != "by" and not words & _words("intransitive")
