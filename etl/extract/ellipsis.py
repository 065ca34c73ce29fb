"""What a number without a name of its own leans on: "20.6 in 2023", "the gap was 1,124", "it hit 25"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from etl.extract.context import Beside, Context
from etl.extract.coordination import part_of
from etl.extract.groups import before
from etl.extract.mentions import Mention
from etl.extract.name_parts import is_plain
from etl.extract.naming_words import own_mover, shares_noun_ahead, subject_words
from etl.extract.reading import Reading
from etl.extract.shares import gdp_yardstick
from etl.extract.tokens import stem
from etl.extract.verbs import clause
from etl.model import Claim
from etl.reference import Indicator, indicators, language

STRONG = -20  # a comparison: nothing between the two numbers can name the second
PRONOUN = 0
OF_THAT = 3
YARDSTICK = 8  # "$490 per inhabitant and 4.7% of GDP"
PART = 9  # "of these": a name in its own clause is nearer
SAME_SENTENCE = 12  # a number before it in the sentence, in the same unit
CONTRAST = 10  # "but makes only": another verb
SENTENCE_BEFORE = 20
OTHER_UNIT = 27
SHORT = 3  # ", up by"
REACH = 6
KIN = {"job": "person"}  # vacancies are counted as posts or as the persons who lack
CONTRASTS = frozenset(["but", "while", "whereas"])


class Back(NamedTuple):
    """The claim leant on, and how strongly: the lower the cost, the stronger."""

    cost: int
    claim: Claim
    why: str


def looked_back(reading: Reading, mention: Mention, context: Context) -> Back | None:
    """The claim whose indicator the number goes on with, where the words say so or none say otherwise."""
    if not context.recent or _is_labelled(reading, mention):
        return None
    beside = context.beside
    if beside is not None and mention.family in (None, beside.mention.family):
        why = _compared(reading, mention, beside.mention)
        if why:
            return Back(STRONG, beside.claim, why)
    if not _is_nameless(reading, mention) or own_mover(reading, mention):
        return None
    return (
        _part_of_whole(reading, mention, context)
        or _pointed(reading, mention, context)
        or _going_on(reading, mention, context)
    )


def base_of(claim: Claim) -> Indicator | None:
    """The catalogue's entry under a claim's indicator, without what the words added to it."""
    name = claim.subject.indicator
    while name and name not in indicators():
        name = name.rpartition("_")[0]
    return indicators().get(name)


def _is_nameless(reading: Reading, mention: Mention) -> bool:
    """No noun, another number's noun, or one that says too little."""
    noun = mention.noun
    lent = mention.inherited and not shares_noun_ahead(reading, mention)
    return noun is None or lent or noun.head in _words("generic_nouns")


def _last_alike(mention: Mention, context: Context) -> Beside | None:
    """The last claim in the same unit, where the number has one."""
    unit = KIN.get(mention.unit or "", mention.unit)
    for last in reversed(context.recent) if unit else ():
        if KIN.get(last.mention.unit or "", last.mention.unit) == unit:
            return last
    return None


def _going_on(reading: Reading, mention: Mention, context: Context) -> Back | None:
    """No word points back, but the unit is the same and the number has no noun."""
    last = _last_alike(mention, context)
    if last is None and mention.unit is None:
        last = context.recent[-1]
    if last is not None:
        here = last.claim.sentence == context.recent[-1].claim.sentence and context.beside is not None
        cost = SAME_SENTENCE if here else SENTENCE_BEFORE
        above = last.claim.sentence.end <= reading.block.span.start
        if not here and _has_own_subject(reading, mention, moves=not above):
            return None
        turned = here and _is_contrast(reading, last.mention, mention)
        return Back(
            cost + CONTRAST * turned - 6 * mention.inherited,
            last.claim,
            "the number before it is in the same unit",
        )
    return _other_unit(mention, context)


def _other_unit(mention: Mention, context: Context) -> Back | None:
    """ "41% of this … USD 1.5 bn": the thing itself, in the unit it is mostly told in, or a part of it."""
    last = context.recent[-1]
    entry = base_of(last.claim)
    if entry is None or mention.family == "count":
        return None
    goes_on = entry.unit_family == mention.family and mention.unit != "percent"
    return Back(OTHER_UNIT, last.claim, f"{entry.id} goes on") if goes_on else None


def _part_of_whole(reading: Reading, mention: Mention, context: Context) -> Back | None:
    """ "USD 6.89 billion, or 19.7%", "$490 per inhabitant and 4.7% of GDP": the same sum as a part."""
    if context.beside is None or mention.unit != "percent" or context.beside.mention.unit == "percent":
        return None
    said_again = mention.first > 0 and reading.row[mention.first - 1].norm in ("or", "(", "is", "equals")
    if not said_again and not gdp_yardstick(reading, mention):
        return None
    return Back(YARDSTICK, context.beside.claim, "the number before it as a part of a whole")


def _is_contrast(reading: Reading, last: Mention, mention: Mention) -> bool:
    return not CONTRASTS.isdisjoint(reading.norms[last.last : mention.first])


def _is_rate(mention: Mention, target: Claim) -> bool:
    """ "18% were obese, 40% of them women": a percentage of a percentage is another one."""
    entry = base_of(target)
    return mention.unit == "percent" and entry is not None and entry.unit_family == "rate"


def _has_own_subject(reading: Reading, mention: Mention, *, moves: bool) -> bool:
    """ "Demand is set to grow by 5%": what moves is named, if not by the catalogue; else any subject is."""
    start, _ = clause(reading, mention)
    told = not moves or any(start <= hit.first < mention.first for hit in reading.of("up", "down"))
    words = subject_words(reading, mention) if told else []
    return bool(words) and words[-1] not in _words("looks_back")


def _is_labelled(reading: Reading, mention: Mention) -> bool:
    """ "Consumers served: 10 million" has its name before the colon."""
    if ":" not in reading.norms:
        return False
    colons = [n for n, token in enumerate(reading.row[: mention.first]) if token.text == ":"]
    if not colons or any(m.last <= colons[0] for m in reading.mentions):
        return False
    return any(t.kind == "word" and t.text.islower() for t in reading.row[: colons[0]])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language("aspects")[name]["words"])


def _compared(reading: Reading, mention: Mention, last: Mention) -> str | None:
    """ "against 20.6", "(16.2 in 2023)", "from 12% to 16%": the second number of a pair."""
    row, at = reading.row, before(reading.row, mention)
    if at < last.last - 1:
        return None
    if mention.role == "to" and last.role == "from":
        return "from one to the other"
    if mention.unit not in (None, last.unit):
        return None
    between = row[last.last : at]
    if mention.role == "by" and len(between) <= SHORT and not any(is_plain(token) for token in between):
        return "by so much is the number before it other"
    words = reading.norms[max(last.last, at - 1) : at + 1]
    if words and (words[-1] in _words("compares") or " ".join(words) in _words("compares")):
        return f"“{' '.join(words)}” the number before it"
    inside = row[at].text == "(" and at - last.last <= REACH
    dated = any(t.span.start >= row[mention.last - 1].end for t in reading.times)
    return "in brackets behind the number before it" if inside and dated else None


def _opening_time(reading: Reading, start: int) -> int:
    """How many tokens the time takes that opens the clause: "In 2021 it was 75.1 years"."""
    for time in reading.times:
        first, last = reading.token_at(time.span.start), reading.token_at(time.span.end - 1)
        if start <= first <= start + 1:
            comma = reading.norms[last + 1 : last + 2] == [","]
            return last + 1 + comma - start
    return 0


def _pointed(reading: Reading, mention: Mention, context: Context) -> Back | None:
    """ "The gap was 1,124", "It hit 25", "40% of that": a word that stands for what was told."""
    behind = reading.norms[mention.last : mention.last + 2]
    target = (_last_alike(mention, context) or context.recent[-1]).claim
    if len(behind) == 2 and behind[0] == "of" and behind[1] in _words("pronouns"):
        return None if _is_rate(mention, target) else Back(OF_THAT, target, f"“of {behind[1]}”")
    start, _ = clause(reading, mention)
    named = [hit.first - start for hit in reading.subjects if start <= hit.first < mention.first]
    words = reading.norms[start : mention.first]
    skipped = _opening_time(reading, start) or int(words[:1] != [] and words[0] in _words("openings"))
    opening = words[skipped : skipped + 1]
    if not named and opening and opening[0] in _words("pronouns"):
        return Back(PRONOUN, target, f"“{opening[0]}”")
    for at in range(1, len(words)):
        pointing = words[at - 1] in ("the", "this", "that", "their", "its") and stem(words[at]) in _words(
            "looks_back"
        )
        if pointing and all(place == at for place in named):
            return Back(PRONOUN, target, f"“{words[at - 1]} {words[at]}”")
    part = part_of(reading, mention, context) and not named
    return Back(PART, target, "a part of what was told") if part else None
