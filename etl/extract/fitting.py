"""Whether an indicator can be in the unit of a number."""

from __future__ import annotations

from etl.extract.mentions import Mention
from etl.reference import Indicator

GENERIC_SHARE = ("rate", "points", "times")
PERSONS = ("person", "job")
GROUPS = ("household", "family", "place", "patient", "subscriber")


def fits(entry: Indicator, mention: Mention, *, change: bool) -> bool:
    """Whether the entry can be in the mention's unit. A percentage can be a change or a share of anything."""
    family = mention.family
    if family is None:
        return True
    if family in ("points", "times") or (family == "rate" and change):
        return entry.unit_family != "other" or family in entry.accepts or entry.topic != "industry"
    if family == "rate":
        return True
    if family == "count":
        return _counts_alike(entry, mention)
    return family in entry.accepts


def _counts_alike(entry: Indicator, mention: Mention) -> bool:
    """Persons are counted with persons, things with things."""
    if not entry.accepts & {"count", "job"}:
        return False
    known = (*PERSONS, *GROUPS)
    if entry.unit is None or mention.unit is None:
        return True
    return (entry.unit in PERSONS) == (mention.unit in PERSONS) or (
        entry.unit in known and mention.unit in known
    )
