"""Whether what a text goes on about lies ahead: the mood that passes from one sentence to the next."""

from __future__ import annotations

from functools import cache

from etl.extract.context import Context
from etl.extract.moods import mood_of
from etl.extract.reading import Reading
from etl.extract.verbs import Mood, verbs_of
from etl.reference import language


def is_unfinished(reading: Reading) -> bool:
    """ "What remains to be built will cost $6 billion"."""
    words = language("cues")["unfinished"]["words"]
    return any(hit.value in words for hit in reading.of("planned"))


def mood_after(reading: Reading, context: Context) -> str | None:
    verbs = verbs_of(reading)  # "Osh, 4 May" is no "may"
    if reading.block.role == "dateline" or reading.dateline is not None:
        return context.mood
    if not verbs or reading.block.role in ("item", "table_row"):
        return context.mood
    if reading.mentions:
        return _mood_of_last(reading, context).kind
    ahead = [hit for hit in verbs if hit.list in ("target", "forecast", "planned")]
    return ahead[0].list if ahead and not reading.of("past") else None


def _mood_of_last(reading: Reading, context: Context) -> Mood:
    """The mood of the sentence's last number; most often it is known from the claim that it became."""
    mention, claimed = reading.mentions[-1], context.recent[-1] if context.recent else None
    if claimed is not None and claimed.mood is not None and claimed.mention is mention:
        return claimed.mood
    return mood_of(reading, mention, context)


def role_resets(reading: Reading) -> bool:
    """A new article, and a heading on what exists, end what was said of plans."""
    return reading.block.role == "title" or not _existing().isdisjoint(reading.norms)


@cache
def _existing() -> frozenset[str]:
    return frozenset(language("cues")["existing"]["words"])
