"""A number told again in another measure: "which would be $490 per inhabitant", "That is 19.4 per 1,000"."""

from __future__ import annotations

from itertools import pairwise

from etl.extract.context import Beside
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.reference import language

LONGEST = 14  # words between the number and its other measure
SOON = 7  # words into the sentence


def restated(reading: Reading, mention: Mention, beside: Beside) -> bool:
    """ "$21.6 billion …, which would be $490 per inhabitant", "by 1,200, or about 3 percent"."""
    words = reading.norms[beside.mention.last : mention.first]
    again = "which" in words or "or" in words[-2:] or words[-1:] == ["("] or words[-2:] == ["that", "is"]
    return len(words) <= LONGEST and again


def says_again(reading: Reading, mention: Mention) -> bool:
    """ "That is 19.4 births per 1,000 residents": the number of the sentence before, measured otherwise."""
    if mention.first > SOON or mention is not reading.mentions[0]:
        return False
    words = language("relations")["restating"]
    opens = reading.norms[: mention.first]
    return any(a in words["subjects"] and b in words["verbs"] for a, b in pairwise(opens))
