"""The words that make a value a difference or a growth, not a level."""

from __future__ import annotations

from functools import cache

from etl.extract.groups import before
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.reference import language

NEAR_MOVE = 4  # words between "rose" and "2.4%"
MOVE_UNITS = ("rate", "points", "times")


@cache
def _words(table: str, key: str = "words") -> frozenset[str]:
    return frozenset(language("cues")[table][key])


def change_of(reading: Reading, mention: Mention) -> str | None:
    """The words that make the value a difference or a growth; None where it is a level."""
    if mention.family == "points" and mention.unit != "point":
        return f"“{(mention.unit or '').replace('_', ' ')}” is a difference"
    if mention.family == "times":
        return "“times” is a change"
    if reading.row[mention.number.last - 1].norm in ("again", "much", "many"):
        return "“again”: so much more"
    if mention.role == "by":
        return "“by” behind a word of movement"
    at = before(reading.row, mention)
    return (
        _compared(reading, mention)
        or _or_so_much(reading, mention, at)
        or _of_growth(reading, mention)
        or _moved(reading, mention, at)
        or _noun_of_change(reading, mention, at)
        or _gained(reading, mention, at)
    )


def _gained(reading: Reading, mention: Mention, at: int) -> str | None:
    """ "has gained 17 million inhabitants since independence": over a time, a stock became so much more."""
    if at < 0 or reading.norms[at] not in _words("gained") or mention.family not in ("money", "count"):
        return None
    over = reading.norms[0] == "over" or "since" in reading.norms
    over = over or any(time.relation == "since" or time.group == "window" for time in reading.times)
    return f"“{reading.norms[at]}” before the number" if over else None


THAN = 5  # words from "79 fewer" to "than"


def _compared(reading: Reading, mention: Mention) -> str | None:
    """ "356 more than in 2022", "3 per cent less"."""
    row = reading.row
    behind = reading.norms[mention.last : mention.last + 3]
    if behind[:2] in (["up", "to"], ["down", "to"]):
        return None  # "600 tenge up to 200 kWh"
    if behind[:1] == [","] and behind[1:] in (["above", "the"], ["below", "the"]):
        return f"“{behind[1]}” behind the number"  # "or 28.9 percent, above the level of 2023"
    if behind[:1] and behind[0] in _words("change", "comparatives"):
        more_of = (
            behind[0] in ("more", "less", "fewer", "better")
            and len(behind) > 1
            and row[mention.last + 1].kind == "word"
        )
        than = "than" in reading.norms[mention.last + 1 : mention.last + THAN]  # "79 fewer dead than in 2023"
        if (
            mention.family != "rate"
            and more_of
            and behind[1] not in ("than", "compared", "year")
            and not than
        ):
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


def _or_so_much(reading: Reading, mention: Mention, at: int) -> str | None:
    """ "224 thousand tonnes or 14.8 percent more than": both say by how much, unless a colon is before."""
    if reading.norms[mention.last : mention.last + 1] not in (["or"], [","]):
        return None
    if at >= 0 and reading.row[at].text == ":":
        return None
    after = next((m for m in reading.mentions if m.first >= mention.last), None)
    between = [w for w in reading.norms[mention.last : after.first] if w != ","] if after else []
    same = after is not None and between == ["or"] and after.family == "rate" != mention.family
    return _compared(reading, after) if same and after else None


def _of_growth(reading: Reading, mention: Mention) -> str | None:
    """ "Growth rates: construction 34.1%, industry 10.3%": the label says what all of them are."""
    colon = reading.norms.index(":") if ":" in reading.norms[:LABEL] else 0
    if mention.family not in MOVE_UNITS or not 0 < colon < mention.first:
        return None
    noun = next((w for w in reading.norms[:colon] if w in _words("change", "nouns")), None)
    return f"“{noun}” in the label" if noun and not any(m.first < colon for m in reading.mentions) else None


LABEL = 12  # tokens of a label


def _moved(reading: Reading, mention: Mention, at: int) -> str | None:
    """ "rose 2.4%", "up 1.1 billion": a word of movement right before the number."""
    row = reading.row
    signed = mention.first and (
        row[mention.first - 1].text == "+" or row[mention.first - 1].norm in ("plus", "minus")
    )
    if signed and mention.family in MOVE_UNITS:
        return "a sign before the number"
    if at >= 0 and row[at].norm in ("up", "down") and (at == 0 or row[at - 1].norm not in _words("made_up")):
        return f"“{row[at].norm}” before the number"
    if mention.role != "level" or mention.family not in MOVE_UNITS:
        return None
    behind = reading.norms[mention.last : mention.last + 2]
    if mention.noun is not None or (behind[:1] == ["of"] and behind[1:] not in (["its"], ["their"])):
        return None  # "lost 18% of what it produced" is a part
    moves = [
        h for h in reading.of("up", "down") if h.first == 0 or row[h.first - 1].norm not in _words("made_up")
    ]
    moves = [h for h in moves if h.first == 0 or row[h.first - 1].text not in HYPHENS]  # "value-added"
    for hit in moves:
        between = reading.norms[hit.last : at + 1]
        if (
            hit.last <= at + 1
            and len(between) <= NEAR_MOVE
            and not any(word in _words("not_moved") for word in between)
        ):
            return f"“{hit.value}” before the number"
    return None


HYPHENS = ("-", "‑")


def _past_speaker(reading: Reading, at: int) -> int:
    """Before ", the minister said,", which only stands between a noun and its verb."""
    if at < 2 or reading.row[at].text != ",":
        return at
    comma = next((n for n in range(at - 1, max(0, at - 6), -1) if reading.row[n].text == ","), 0)
    says = any(comma < hit.first < at for hit in reading.of("says"))
    return comma - 1 if comma and says else at


def _noun_of_change(reading: Reading, mention: Mention, at: int) -> str | None:
    """ "an increase of 5%", "growth at 5.5%", "12% growth"."""
    row, nouns = reading.row, _words("change", "nouns")
    level = at >= 1 and (row[at].norm == "of" or row[at].norm in _words("levels"))
    noun = _past_speaker(reading, at - 1) if level else at
    told = at >= 0 and row[noun].norm in nouns
    if told and (row[at].norm == "of" or mention.family in MOVE_UNITS):
        return f"“{row[noun].norm}” before the number"
    for step in (0, 1, 2):
        index = mention.last + step
        if index < len(row) and row[index].norm in nouns and mention.family in MOVE_UNITS:
            joined = step == 0 or (
                row[index - 1].kind == "word"
                and row[mention.last].kind == "word"
                and row[mention.last].norm not in ("of", "in", "to", "from", "by")
            )
            return f"“{row[index].norm}” behind the number" if joined else None
    return None
