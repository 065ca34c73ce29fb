"""Times that only say what a number is compared with, and those that nobody can work out."""

from __future__ import annotations

from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.extract.times import Time

UNKNOWN = ("ago", "relative", "reported", "later")  # told, even where the article has no day to count from


def is_named(reading: Reading, time: Time, mention: Mention) -> bool:
    """A period can be told; the base of a comparison only where the number itself is compared with."""
    if time.relation == "base" and time.group == "ago":
        return time.period is not None and "than" in _up_to(reading, time, mention)
    if time.relation == "base":
        return _is_compared(reading, mention, time) or _told_of_then(reading, mention, time)
    return time.period is not None or time.relation in ("same", "earlier", "now") or time.group in UNKNOWN


def _up_to(reading: Reading, time: Time, mention: Mention) -> list[str]:
    """The words from the mention to a time behind it; none where another number stands between."""
    first = reading.token_at(time.span.start)
    if any(mention.last <= m.first < first for m in reading.mentions):
        return []
    return between_words(reading, mention.last, first)


def _is_compared(reading: Reading, mention: Mention, time: Time) -> bool:
    """ "than the 12.4 billion recorded in 2022": the number itself is the base of the comparison."""
    at = reading.token_at(time.span.start)
    told = [reading.token_at(t.span.end - 1) + 1 for t in reading.times if t.span.start < time.span.start]
    start = max(mention.first - 4, *(end for end in told if end <= mention.first), 0)
    words = reading.norms[start : mention.first]
    return mention.last <= at and any(
        word in ("than", "against", "versus", "vs", "compared") for word in words
    )


BRACKET = 3  # tokens from a time to the number in the bracket behind it


def _told_of_then(reading: Reading, mention: Mention, time: Time) -> bool:
    """ "from the same months of 2023, when 366 thousand came": the clause tells of the base."""
    last = reading.token_at(time.span.end - 1)
    words = [word for word in reading.norms[last + 1 : last + 3] if word != ","]
    bracketed = (
        words[:1] == ["("] and 0 < mention.first - last <= BRACKET
    )  # "the level of 2023 ($456 million)"
    return bracketed or (words[:1] == ["when"] and mention.first > last)


def between_words(reading: Reading, a: int, b: int) -> list[str]:
    return reading.norms[a:b]
