"""Kind and direction: observed, target, forecast, planned, change, share; up, down."""

from __future__ import annotations

from functools import cache

from etl.extract.context import Beside, Decision
from etl.extract.groups import before
from etl.extract.lexicon import Hit
from etl.extract.mentions import Mention
from etl.extract.moods import Mood
from etl.extract.reading import Reading
from etl.model import Direction, Kind
from etl.reference import Indicator, language

NEAR_MOVE = 4  # words between "rose" and "2.4%"
AROUND = 12
SHARE_REACH = 14
MOVE_UNITS = ("rate", "points", "times")


@cache
def _words(table: str, key: str = "words") -> frozenset[str]:
    return frozenset(language("cues")[table][key])


def change_of(reading: Reading, mention: Mention) -> str | None:
    """The words that make the value a difference or a growth; None where it is a level."""
    if mention.family == "points" and mention.unit != "point":
        return f"“{mention.unit}” is a difference"
    if mention.family == "times":
        return "“times” is a change"
    if mention.role == "by":
        return "“by” behind a word of movement"
    return _compared(reading, mention) or _moved(reading, mention) or _noun_of_change(reading, mention)


def _compared(reading: Reading, mention: Mention) -> str | None:
    """ "356 more than in 2022", "3 per cent less"."""
    row = reading.row
    behind = [token.norm for token in row[mention.last : mention.last + 3]]
    if behind[:1] and behind[0] in _words("change", "comparatives"):
        more_of = (
            behind[0] in ("more", "less", "fewer", "better")
            and len(behind) > 1
            and row[mention.last + 1].kind == "word"
        )
        if mention.family != "rate" and more_of and behind[1] not in ("than", "compared", "year"):
            return None
        return f"“{behind[0]}” behind the number"
    if (
        behind[1:2]
        and behind[1] in ("more", "less", "fewer", "higher", "lower")
        and "than" in behind
        and mention.family == "rate"
    ):
        return f"“{behind[1]} than” behind the number"
    return None


def _moved(reading: Reading, mention: Mention) -> str | None:
    """ "rose 2.4%", "up 1.1 billion": a word of movement right before the number."""
    row = reading.row
    at = before(row, mention)
    if at >= 0 and row[at].norm in ("up", "down") and (at == 0 or row[at - 1].norm not in MADE_UP):
        return f"“{row[at].norm}” before the number"
    if mention.role != "level" or mention.family not in MOVE_UNITS:
        return None
    for hit in reading.of("up", "down"):
        between = [token.norm for token in row[hit.last : at + 1]]
        if (
            hit.last <= at + 1
            and len(between) <= NEAR_MOVE
            and not any(word in NOT_MOVED for word in between)
        ):
            return f"“{hit.value}” before the number"
    return None


MADE_UP = ("make", "makes", "made", "making", "set", "takes", "took", "sets", "comes")
NOT_MOVED = (
    "to",
    "from",
    "at",
    "of",
    "is",
    "was",
    "were",
    "are",
    ",",
    ";",
    "and",
    "reached",
    "than",
    "for",
    "in",
    ")",
    "(",
    "make",
    "account",
)


def _noun_of_change(reading: Reading, mention: Mention) -> str | None:
    """ "an increase of 5%", "growth at 5.5%", "12% growth"."""
    row, nouns = reading.row, _words("change", "nouns")
    at = before(row, mention)
    if (
        at >= 1
        and row[at].norm in ("of", "at", "by", ":", "was", "is", "reached", "totaled")
        and row[at - 1].norm in nouns
    ) and (row[at].norm == "of" or mention.family in MOVE_UNITS):
        return f"“{row[at - 1].norm} {row[at].norm}” before the number"
    for step in (0, 1, 2):
        index = mention.last + step
        if index < len(row) and row[index].norm in nouns and mention.family in MOVE_UNITS:
            joined = step == 0 or (
                row[index - 1].kind == "word"
                and row[mention.last].norm not in ("of", "in", "to", "from", "by")
            )
            return f"“{row[index].norm}” behind the number" if joined else None
    return None


def kind_of(
    reading: Reading, mention: Mention, mood: Mood, indicator: Indicator | None, change: str | None
) -> Decision[Kind]:
    """In the order of the contract: what lies ahead first, then change, share, observed."""
    if mood.kind and mention.role != "from":
        if mood.why in UNDER_WAY and mention.family == "count" and mention.unit not in ("person", "job"):
            return Decision("observed", f"counted while {mood.why}")
        return _ahead(mood, indicator)
    if indicator is not None and indicator.id in ("gdp_growth", "inflation") and mention.family == "rate":
        return Decision("observed", "a growth rate that is an indicator of its own")
    if change:
        return Decision("change", change)
    share = share_of(reading, mention, indicator)
    if share:
        return Decision("share", share)
    return Decision("observed", f"told as a fact: {mood.why}")


def _ahead(mood: Mood, indicator: Indicator | None) -> Decision[Kind]:
    """ "will" alone is a plan for what is built and an expectation for what only turns out."""
    if mood.kind == "planned" and indicator is not None and indicator.future and mood.why in PLAIN_FUTURE:
        return Decision(indicator.future, f"{mood.why}, and {indicator.id} is {indicator.future}")  # type: ignore[arg-type]
    return Decision(mood.kind or "planned", mood.why)


UNDER_WAY = ("“under construction”", "“being built”", "“are being built”", "“is being built”")
PLAIN_FUTURE = ("“will”", "“is to”", "“are to”", "“should”", "“shall”", "“plan”", "“plans”", "“planned”")


def share_of(reading: Reading, mention: Mention, indicator: Indicator | None) -> str | None:
    """The words that make a percentage a part of a whole."""
    if mention.family != "rate" or mention.unit != "percent":
        return None
    whole = _whole(reading, mention)
    if whole in _words("whole_words"):
        return f"“of {whole}”"
    if indicator is not None and indicator.unit_family in ("rate", "other"):
        return None
    if indicator is not None and ("rate" not in indicator.accepts or indicator.unit_family in PARTED):
        return None if gdp_yardstick(reading, mention) else f"a percentage of {indicator.id}"
    for hit in reading.of("share"):
        if min(reading.gap(hit.last, mention.first), reading.gap(mention.last - 1, hit.first)) <= SHARE_REACH:
            return f"“{hit.value}”"
    return None


PARTED = ("money", "mass", "energy", "volume", "area", "capacity")


def gdp_yardstick(reading: Reading, mention: Mention) -> bool:
    """ "3% of GDP": GDP is the measure, nothing is a part of it."""
    return [token.norm for token in reading.row[mention.last : mention.last + 2]] == ["of", "gdp"]


def _whole(reading: Reading, mention: Mention) -> str | None:
    """The noun of "48% of its exports"."""
    row = reading.row
    at = mention.last
    if at >= len(row) or row[at].norm != "of":
        return None
    for token in row[at + 1 : at + 6]:
        if token.norm in _words("whole_words"):
            return token.norm
        if token.kind != "word" or token.norm in (
            "in",
            "by",
            "for",
            "who",
            "from",
            "to",
            "is",
            "was",
            "are",
            "were",
        ):
            break
    return None


def direction_of(
    reading: Reading, mention: Mention, kind: Kind, beside: Beside | None
) -> Decision[Direction | None]:
    """Where the move goes; only for a change, an end of a move, or a future told as one."""
    if (
        beside
        and beside.claim.direction
        and kind == beside.claim.kind
        and mention.role == beside.mention.role
    ):
        return Decision(beside.claim.direction, "listed with the number before it")
    moves = reading.of("up", "down")
    near = [(gap, hit) for hit in moves if (gap := _move_gap(reading, hit, mention)) <= AROUND + 8]
    told = kind == "change" or mention.role in ("from", "to", "by")
    if not near or not (told or kind in ("target", "forecast", "planned")):
        return Decision(None, "no move is told")
    gap, best = min(near, key=lambda pair: (pair[0], pair[1].first))
    if not told and gap > NEAR_MOVE:
        return Decision(None, "no move is told")
    return Decision("up" if best.list == "up" else "down", f"“{best.value}”")


def _move_gap(reading: Reading, hit: Hit, mention: Mention) -> int:
    if hit.first < mention.first:
        return reading.gap(hit.last - 1, mention.first)
    return reading.gap(mention.last - 1, hit.first)
