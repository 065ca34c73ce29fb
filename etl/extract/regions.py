"""Where a sentence speaks of Central Asia as a whole."""

from __future__ import annotations

from etl.extract.context import Context
from etl.extract.mentions import Mention
from etl.extract.nations import Named
from etl.extract.reading import Reading
from etl.reference import language

NEAR = 5  # words between a number and "for Central Asia"
SUBJECT = 9  # words of a sentence in which its subject is named
LOCATED = ("in", "across", "of", "within", "for")


def is_for_region(reading: Reading, name: Named, mention: Mention) -> bool:
    """ "announced at Samarkand a €12bn package for Central Asia"."""
    if name.code != "REGION" or not mention.last <= name.first <= mention.last + NEAR:
        return False
    between = reading.norms[mention.last : name.first]
    return bool(between) and between[-1] in LOCATED and not any(w in (",", ";") for w in between)


def without_venues(reading: Reading, names: list[Named]) -> list[Named]:
    """The names of the sentence; where it speaks of the region, without the town in which people met."""
    region = any(name.code == "REGION" for name in names)
    return [name for name in names if not (region and _is_venue(reading, name))]


def _is_venue(reading: Reading, name: Named) -> bool:
    """ "Ministers of the five Central Asian states, meeting in Dushanbe, agreed": where it was said."""
    before = reading.norms[max(0, name.first - 2) : name.first]
    return (
        before[-1:] in (["in"], ["at"]) and before[:1] != [] and before[0] in language("relations")["venues"]
    )


def speaks_of_region(reading: Reading) -> bool:
    """ "90% of the water withdrawn in the region"."""
    norms = reading.norms
    return any(norms[n - 1] == "the" and norms[n] == "region" for n in range(1, len(norms)))


def spans_region(reading: Reading) -> bool:
    """ "the China–Kyrgyzstan–Uzbekistan line": several countries joined by dashes."""
    return len(reading.named) > 2 and any(n.dashed and n.chain > 2 for n in reading.named)


def leads(name: Named, mention: Mention, context: Context) -> bool:
    """Central Asia is the subject, not the yardstick: "the top value in Central Asia"."""
    if name.code != "REGION":
        return False
    ahead = name.first < mention.first and name.first < SUBJECT and context.section is None
    return context.nation in (None, "REGION") or ahead
