"""What money is given for is not there yet: "$50 million for three plants", "a grant to widen 52 km"."""

from __future__ import annotations

from functools import cache

from etl.extract.groups import before
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.extract.verbs import Mood
from etl.reference import language

REACH = 8  # words from "to widen" to its number
GAP = 2  # and from the money to "to"
THINGS = ("count", "length", "power", "area", "volume")


def purpose(reading: Reading, mention: Mention) -> Mood | None:
    """The plan that a sum pays for, where nobody says that it has been spent."""
    if mention.family not in THINGS or not _words("spent").isdisjoint(reading.norms):
        return None
    sums = [m for m in reading.mentions if m.family == "money" and m.last <= mention.first]
    if not sums:
        return None
    at = before(reading.row, mention)
    if reading.norms[at] == "for" and at - sums[-1].last < 1:
        return Mood("planned", "present", "what a sum is for")
    return _to_do(reading, mention, sums[-1])


def _to_do(reading: Reading, mention: Mention, money: Mention) -> Mood | None:
    """ "a grant of $12 million to connect 90,000 people"."""
    for at in range(money.last, min(money.last + GAP, mention.first - 1)):
        verb = reading.row[at + 1]
        if reading.norms[at] == "to" and verb.kind == "word" and verb.text.islower():
            near = mention.first - at <= REACH and verb.norm not in _words("determiners_behind_to")
            return Mood("planned", "present", f"“to {verb.norm}” behind a sum") if near else None
    return None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language("cues")[name]["words"])
