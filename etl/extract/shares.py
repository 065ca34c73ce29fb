"""The words that make a percentage a part of a whole."""

from __future__ import annotations

import itertools
from functools import cache

from etl.extract.counted import is_plural, unit_of
from etl.extract.groups import before
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.extract.tokens import Token, stem
from etl.reference import Indicator, language

SHARE_REACH = 14


@cache
def _words(table: str, key: str = "words") -> frozenset[str]:
    return frozenset(language("cues")[table][key])


def share_of(reading: Reading, mention: Mention, indicator: Indicator | None) -> str | None:
    """The words that make a percentage a part of a whole."""
    if mention.family != "rate" or mention.unit != "percent":
        return None
    if mention.number.style == "fraction" and not _is_prevalence(reading, indicator):
        return "a fraction of a whole"
    if gdp_yardstick(reading, mention):
        return None if indicator is not None and indicator.id in OF_GDP else "“of GDP”"
    told = _by_its_verb(reading, mention) or _of_what_is_told(reading, mention, indicator)
    if told:
        return told
    return _of_named(reading, mention, indicator)


def _of_named(reading: Reading, mention: Mention, indicator: Indicator | None) -> str | None:
    """ "30 percent of classes": the whole stands behind the number, or is what is measured."""
    whole = _whole(reading, mention)
    if whole in _words("peoples") and _is_prevalence(reading, indicator):
        return None
    rate = indicator is not None and indicator.unit_family in ("rate", "other")
    if whole and (whole in _words("whole_words") or not rate):
        return f"“of {whole}”"
    return _of_indicator(reading, mention, indicator)


def _of_what_is_told(reading: Reading, mention: Mention, indicator: Indicator | None) -> str | None:
    """The whole stands before the number: those told of, a plan, a sum."""
    if _of_those(reading, mention) and not _is_prevalence(reading, indicator):
        return "“of those”"
    if of_yardstick(reading, mention):
        return "a part of what was planned"
    return "a part of the number before it" if _of_the_sum_before(reading, mention) else None


def _of_indicator(reading: Reading, mention: Mention, indicator: Indicator | None) -> str | None:
    """A percentage of what is not counted in percent is a part; else the words around it must say so."""
    own_rate = indicator is not None and indicator.unit_family in ("rate", "other")
    if indicator is not None and own_rate and not indicator.id.endswith("_share"):
        return None
    if indicator is not None and ("rate" not in indicator.accepts or indicator.unit_family in PARTED):
        return f"a percentage of {indicator.id}"
    at = before(reading.row, mention)
    if at >= 0 and reading.norms[at] in _words("owners"):
        return f"“{reading.norms[at]}” before the number"
    for hit in reading.of("share"):
        if min(reading.gap(hit.last, mention.first), reading.gap(mention.last - 1, hit.first)) <= SHARE_REACH:
            return f"“{hit.value}”"
    return None


PARTED = ("money", "mass", "energy", "volume", "area", "capacity")


# GDP is only the measure of these; other sums are told as a part of it.
OF_GDP = (
    "public_debt",
    "budget_deficit",
    "health_spending",
    "education_spending",
    "military_spending",
    "public_spending",
)


def _is_prevalence(reading: Reading, indicator: Indicator | None) -> bool:
    """ "half of citizens are overweight": a state of persons, no part of a thing."""
    if indicator is not None and indicator.unit_family == "rate":
        return True
    return not _words("health_states").isdisjoint(reading.norms)


def _by_its_verb(reading: Reading, mention: Mention) -> str | None:
    """ "Women account for 41 percent of the migrants"."""
    at = before(reading.row, mention) + 1
    told = (hit.value for hit in reading.of("share") if hit.last == at)
    return next((f"“{value}”" for value in told if value in _words("parts", "phrases")), None)


def _of_those(reading: Reading, mention: Mention) -> bool:
    """ "Of those hired, 45% are young": a part of the persons just told of."""
    norms = reading.norms[max(0, mention.first - THOSE) : mention.first]
    return any(
        a == "of" and b in ("those", "them", "these", "whom", "which") for a, b in itertools.pairwise(norms)
    )


def of_yardstick(reading: Reading, mention: Mention) -> bool:
    """ "68% of the plan"."""
    words = reading.norms[mention.last : mention.last + 5]
    return mention.unit == "percent" and words[:1] == ["of"] and any(w in _words("yardsticks") for w in words)


def _of_the_sum_before(reading: Reading, mention: Mention) -> bool:
    """ "1.1 million vacancies; 40% remained open", "1 million residents, 15 percent of the population"."""
    at = before(reading.row, mention)
    while at > 0 and reading.norms[at] in ("but", "only", "and"):
        at -= 1
    told = [
        m
        for m in reading.mentions
        if m.last <= mention.first and m.family not in ("duration", "points", "times")
    ]
    if at < 1 or reading.norms[at] not in (",", ";") or not told or told[-1].family == "rate" or mention.noun:
        return False
    behind = reading.norms[mention.last : mention.last + 3]
    verb = any(hit.first == mention.last for hit in reading.of("past", "present"))
    return verb or (behind[:2] == ["of", "the"] and behind[2:] == ["population"])


THOSE = 6  # words from "of those" to its number


def gdp_yardstick(reading: Reading, mention: Mention) -> bool:
    """ "3% of GDP"."""
    words = reading.norms[mention.last : mention.last + 5]
    return words[:2] == ["of", "gdp"] or "gross domestic product" in " ".join(words)


def _is_thing(token: Token) -> bool:
    """A plural that counts no persons: "30 percent of classes"."""
    return is_plural(token.norm) and unit_of(stem(token.norm)) not in ("person", "household", "family")


def _whole(reading: Reading, mention: Mention) -> str | None:
    """The noun of "48% of its exports"."""
    row = reading.row
    at = mention.last
    if at >= len(row) or row[at].norm != "of":
        return None
    for token in row[at + 1 : at + 6]:
        if token.norm in _words("whole_words") or _is_thing(token):
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
