"""Numbers that share one verb: lists, conversions in brackets, parts of what was just told."""

from __future__ import annotations

from itertools import pairwise

from etl.extract.context import Beside, Context
from etl.extract.conversions import converts
from etl.extract.mentions import Mention
from etl.extract.name_parts import is_plain
from etl.extract.naming_words import own_mover
from etl.extract.reading import Reading

VERBS = ("past", "present", "planned", "forecast", "target", "up", "down", "says")
WHOLE = 4  # words that name the whole of a part
LONGEST = 14  # words between two members of a list
PARTS = frozenset(
    [
        ("of", "whom"),
        ("of", "which"),
        ("of", "these"),
        ("of", "them"),
        ("of", "those"),
        ("of", "this"),
        ("of", "that"),
        ("from", "which"),
    ]
)


def converted(reading: Reading, mention: Mention, context: Context) -> Beside | None:
    """The claim of which this number, in brackets right behind it, is the conversion."""
    beside = context.beside
    if beside is None or mention.role != "converted":
        return None
    return beside if converts(reading.row, beside.mention, mention) else None


def listed(reading: Reading, mention: Mention, context: Context) -> Beside | None:
    """The claim before it in the sentence, where no verb stands between and the unit is the same."""
    beside = context.beside
    if beside is None or beside.mention.unit != mention.unit or not _moves_alike(reading, mention, beside):
        return None
    start, end = beside.mention.last, mention.first
    words = list(reading.norms[start:end])
    ends = (":", "that") if words[-1:] == ["by"] else (";", ":", "that")
    if len(words) > LONGEST or any(word in ends for word in words):
        return None
    verbs = [hit.first for hit in reading.of(*VERBS)]
    own = any(mention.last <= at <= mention.last + 1 for at in verbs)  # "of which 16,000 had been used"
    return None if own or any(start <= at < end for at in verbs) else beside


def _moves_alike(reading: Reading, mention: Mention, beside: Beside) -> bool:
    """Both moved by so much, though the second may leave out "by": "grew by 7%, services 8%"."""
    if mention.role == beside.mention.role:
        return True
    words = reading.norms[beside.mention.last : mention.first]
    bare = mention.family == "rate" and words[-1:] == ["by"]
    noun = len(words) in (2, 3) and words[0] in (",", "and") and is_plain(reading.row[mention.first - 1])
    return beside.mention.role == "by" and mention.role == "level" and (bare or noun)


def part_of(reading: Reading, mention: Mention, context: Context) -> bool:
    """ "Of these, around 900,000": a part of what was told before."""
    if context.claim is None:
        return False
    norms, first = reading.norms, mention.first
    words = norms[max(0, first - 6) : first] + norms[:2]
    return (
        tuple(norms[mention.last : mention.last + 2]) in PARTS
        or "including" in words
        or not PARTS.isdisjoint(pairwise(words))
    )


def names_between(reading: Reading, mention: Mention, beside: Beside) -> bool:
    """Whether an indicator is named between two listed numbers."""
    start = beside.mention.last
    whole = start < len(reading.row) and reading.row[start].norm == "of"  # "40% of exports"
    commas = [n for n in range(start, mention.first) if reading.row[n].text == ","]
    start = min(start + WHOLE, *commas, mention.first) if whole else start
    if _is_part_of_that(reading, beside) or _is_parallel(reading, beside):
        return False  # "mining attracted 41% of this, trade 19%": the sectors are no indicators
    return bool(own_mover(reading, mention)) or any(
        (start <= hit.first and hit.last <= mention.first) or (hit.first == mention.last and not whole)
        for hit in reading.subjects
    )


def _is_parallel(reading: Reading, beside: Beside) -> bool:
    """ "…, trade 19% and manufacturing 12%": the name before the first number was not its indicator."""
    before = [hit.value for hit in reading.subjects if hit.last == beside.mention.first]
    return bool(before) and not any(beside.claim.subject.indicator.startswith(name) for name in before)


def _is_part_of_that(reading: Reading, beside: Beside) -> bool:
    return tuple(reading.norms[beside.mention.last : beside.mention.last + 2]) in PARTS


def versus(reading: Reading, mention: Mention) -> bool:
    """ "4.1% vs 5.7%": the second is the year before's, where no time is named."""
    return mention.first > 0 and reading.row[mention.first - 1].norm in ("vs", "versus", "against")
