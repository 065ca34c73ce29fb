"""Numbers without a unit that take the unit told before them."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.mentions import Mention
from etl.extract.tokens import Token
from etl.reference import language


def earlier_units(row: Sequence[Token], mentions: list[Mention]) -> list[Mention]:
    """ "19 billion kWh … 14 billion at home": a number without a unit takes the unit told before it."""
    out: list[Mention] = []
    for mention in mentions:
        givers = reversed(_givers(row, out)) if mention.unit is None else ()
        if mention.unit == "one":  # "112,300 jobs, including 71 thousand permanent ones"
            givers = (m for m in reversed(_givers(row, out)) if m.family == "count")
        giver = next((m for m in givers if alike(mention, m) or _is_set_against(row, mention, m)), None)
        out.append(in_unit_of(mention, giver)._replace(per=mention.per or giver.per) if giver else mention)
    return out


def _is_set_against(row: Sequence[Token], mention: Mention, giver: Mention) -> bool:
    """ "43 new cases per 100,000 people against 81 in 2010"."""
    before = row[mention.first - 1].norm if mention.first else ""
    return (giver.unit or "").startswith("per_") and before in language("cues")["set_against"]["words"]


def is_bracketed(row: Sequence[Token], mention: Mention) -> bool:
    """A sum in brackets: the conversion of the one before."""
    return mention.family == "money" and any(
        t.text == "(" for t in row[max(0, mention.first - 2) : mention.first]
    )


def _givers(row: Sequence[Token], mentions: Sequence[Mention]) -> list[Mention]:
    """The numbers whose unit another may take: no lengths of time, no conversions in brackets."""
    return [
        m
        for m in mentions
        if m.unit and m.family not in ("duration", "times", "attribute") and not is_bracketed(row, m)
    ]


def in_unit_of(mention: Mention, giver: Mention) -> Mention:
    """`mention` with the unit, and what is counted, of another number; "14 to 30 TWh" are both in kWh."""
    factor = giver.measure.factor if giver.measure and mention.measure is None else None
    value = mention.value if mention.value is None or factor is None else mention.value * factor
    return mention._replace(
        value=value,
        measure=giver.measure,
        unit=giver.unit,
        family=giver.family,
        noun=giver.noun,
        product=giver.product,
        per=giver.per,
        inherited=True,
        lent=f"lent by “{giver.text}”, whose unit it shares",
    )


def alike(mention: Mention, giver: Mention) -> bool:
    """Whether a number without a unit can be in the unit of an earlier one."""
    if mention.number.style == "words" and (mention.value or 0) < 20 and mention.number.scale == 1:
        return giver.family == "count" and (giver.value or 0) < 1000
    if giver.family in ("rate", "points"):
        return "." in mention.text and mention.number.scale == 1 and (mention.value or 0) <= 100
    if giver.family == "count":
        return "." not in mention.text or mention.number.scale > 1
    bare = mention.number.scale == 1 and mention.number.bare is not None and mention.number.bare < 100
    return not (bare and giver.number.scale > 1)
