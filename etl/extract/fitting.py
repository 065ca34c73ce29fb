"""Whether an indicator can be in the unit of a number."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from etl.extract.mentions import Mention
from etl.extract.tokens import stem
from etl.reference import Indicator, indicators

GENERIC_SHARE = ("rate", "points", "times")
HIGHEST_RATE = 100  # "births fell to 812" are no births per 1,000 persons
PERSONS = ("person", "job")
GROUPS = ("household", "family", "place", "patient", "subscriber")


def fits(entry: Indicator, mention: Mention, *, change: bool) -> bool:
    """Whether the entry can be in the mention's unit. A percentage can be a change or a share of anything."""
    family = mention.family
    if family is None:
        return entry.accepts != {"per"} or abs(mention.value or Decimal(0)) < HIGHEST_RATE
    if (mention.unit or "").startswith("per_"):
        return "per" in entry.accepts
    if family in GENERIC_SHARE:
        return _in_percent(entry, mention, change=change)
    return _counts_alike(entry, mention) if family == "count" else family in entry.accepts


def _in_percent(entry: Indicator, mention: Mention, *, change: bool) -> bool:
    """Percent, points and times tell a change in anything, but a level only of what can be in percent."""
    if mention.family != "rate" or (mention.unit == "percent" and change):
        told = entry.unit_family != "other" or mention.family in entry.accepts
        return told or entry.topic != "industry"
    per_thousand = entry.accepts == {"per"}
    return not per_thousand and (entry.unit_family != "other" or "rate" in entry.accepts)


def _counts_alike(entry: Indicator, mention: Mention) -> bool:
    """Persons are counted with persons, things with things."""
    if not entry.accepts & {"count", "job"}:
        return False
    known = (*PERSONS, *GROUPS)
    if mention.unit == "place" and entry.unit is not None:
        return entry.unit == "place"
    own = mention.noun is not None and mention.noun.head in _own_nouns(entry.id)
    if entry.unit is None and not own and mention.unit == "person":
        return entry.unit_family == "count"  # textiles are told in pieces, but not in persons
    if own or entry.unit is None or mention.unit is None:
        return True
    return (entry.unit in PERSONS) == (mention.unit in PERSONS) or (
        entry.unit in known and mention.unit in known
    )


@cache
def _own_nouns(name: str) -> frozenset[str]:
    """The one-word phrases of an entry: "twelve million arrivals" are tourists."""
    return frozenset(stem(phrase) for phrase in indicators()[name].phrases if " " not in phrase)
