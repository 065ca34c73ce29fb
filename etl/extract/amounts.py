"""How much, in the unit that the contract names."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from etl.extract.context import Beside, Context
from etl.extract.lent_units import alike, in_unit_of
from etl.extract.mentions import Mention, in_base
from etl.extract.number_words import scale_of
from etl.extract.reading import LISTED, Reading
from etl.extract.tokens import Token
from etl.extract.units import sign_before, unit_behind
from etl.model import Amount, Claim, Subject
from etl.reference import Indicator, Unit, indicators, units

ANAPHORA = (["of", "them"], ["of", "these"], ["of", "those"], ["of", "which"], ["of", "whom"])
AGAIN = ("another", "further")
FLOWS = ("day", "week")  # "60 trains a day"; by the year most things are counted anyway
SHORT = 8  # tokens of a line like "2023: 40"
SMALLEST_ALONE = 100  # a bare number below this has no unit to take over
RATES = (
    ["rate", "of"],
    ["figure", "of"],
    ["value", "of"],
    ["rate", "was"],
    ["rate", "is"],
    ["figure", "was"],
)
NO_UNIT = "the text gives no unit for it"


def with_unit(reading: Reading, mention: Mention, context: Context, entry: Indicator | None) -> Mention | str:
    """The mention with a unit of its own, its neighbours' or its indicator's; else why it has none."""
    if mention.unit is not None:
        return mention if mention.family != "duration" or _is_measured(entry) else "a length of time"
    return (
        _from_context(reading, mention, context, anaphora=True)
        or _from_lead(reading, mention, context)
        or _from_entry(mention, entry)
        or _from_context(reading, mention, context, anaphora=False)
        or NO_UNIT
    )


def _is_measured(entry: Indicator | None) -> bool:
    """Life expectancy and travel times are told in years and days; any other length of time is none."""
    return entry is not None and "duration" in entry.accepts


def _from_context(reading: Reading, mention: Mention, context: Context, *, anaphora: bool) -> Mention | None:
    giver = context.mention
    if giver is None or giver.unit is None or giver.family == "duration" or _far(reading, context):
        return None
    behind = reading.norms[mention.last : mention.last + 2]
    if anaphora:
        again = mention.first > 0 and reading.norms[mention.first - 1] in AGAIN  # "it drills another three"
        return in_unit_of(mention, giver) if behind in ANAPHORA or again else None
    small = mention.number.scale == 1 and (mention.value or 0) < SMALLEST_ALONE
    if small and not _is_one_of_the_rate(reading, mention):
        return None
    givers = (
        giver,
        *(b.mention for b in context.recent if context.claim and _same_sentence(b, context.claim)),
    )
    return next((in_unit_of(mention, g) for g in givers if g.unit and _lends(g) and alike(mention, g)), None)


def _is_one_of_the_rate(reading: Reading, mention: Mention) -> bool:
    """ "It was highest in Mangistau (58.0)", "with a rate of 51.7": a decimal behind a place or a rate."""
    row, first = reading.row, mention.first
    if "." in mention.text and first > 1 and [t.norm for t in row[first - 2 : first]] in RATES:
        return True
    bracketed = (
        first > 1 and row[first - 1].text == "(" and mention.last < len(row) and row[mention.last].text == ")"
    )
    named = any(first - 4 <= hit.last <= first for hit in reading.hits if hit.list.startswith("place"))
    return bracketed and "." in mention.text and (named or row[first - 2].text[0].isupper())


def _lends(giver: Mention) -> bool:
    return giver.family not in ("duration", "times")


def _same_sentence(beside: Beside, last: Claim) -> bool:
    """The last with claims: "rose 14% to 31 million trips. A year earlier it had been 27 million"."""
    return beside.claim.sentence == last.sentence


def _far(reading: Reading, context: Context) -> bool:
    """The giver stands in another paragraph, and not in the same list."""
    item = reading.block.role in ("item", "table_row")
    return context.previous is None or (context.previous.block != reading.block and not item)


def _from_lead(reading: Reading, mention: Mention, context: Context) -> Mention | None:
    """ "Plan by province (tons):", "Output, TWh": the words above give the numbers below their unit."""
    listed = reading.block.role in LISTED or len(reading.row) <= SHORT  # not prose
    own = reading.row[: mention.first] if any(t.text == ":" for t in reading.row[: mention.first]) else ()
    for head in (
        own,
        context.lead.row if context.lead else (),
        context.heading.row if context.heading and listed else (),
    ):
        found = _unit_in(head)
        if found is not None:
            scale, unit = found
            value = None if mention.value is None else mention.value * scale
            full = in_base(mention._replace(value=value), unit)
            return full._replace(
                inherited=True, lent=f"“{unit.forms[0]}” in the words above or before the colon"
            )
    return None


def _unit_in(head: Sequence[Token]) -> tuple[Decimal, Unit] | None:
    """The last unit in brackets or behind a comma: "(thousand tons)", ", %"."""
    for at in range(len(head) - 1, 0, -1):
        if head[at - 1].text in "(," or head[at - 1].norm == "in":
            sign = sign_before(head, at + 1)
            scale, last = scale_of(head, at + (sign is not None))
            unit = sign or unit_behind(head, last)
            if unit is not None and unit.unit.family != "grade":  # "(G)" measures nothing
                return scale, unit.unit
    return None


def _from_entry(mention: Mention, entry: Indicator | None) -> Mention | None:
    """What is named has a unit of its own: a quota of workers, jobs."""
    if entry is None or entry.unit is None:
        return None
    families = {unit.id: unit.family for unit in units()}
    family = families.get(entry.unit, "count")
    plain = family == "count" and (mention.number.scale > 1 or "." not in mention.text)
    if not plain and entry.unit_family != "other":
        return None
    lent = f"no word gives it: {entry.name.lower()} is told in it"
    return mention._replace(unit=entry.unit, family=family, inherited=True, lent=lent)


def amount_of(mention: Mention, subject: Subject) -> Amount:
    """The value without trailing zeros, and the unit with what it is per."""
    return Amount(
        plain(mention.value),
        plain(mention.low),
        plain(mention.high),
        mention.text,
        mention.qualifier,
        unit_name(mention, subject),
    )


def plain(value: Decimal | None) -> Decimal | None:
    """The same number without trailing zeros and without an exponent."""
    if value is None:
        return None
    # By way of int: quantize gives up past 28 digits ("158 billion billion billion").
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


def unit_name(mention: Mention, subject: Subject) -> str:
    """The unit and what it is per: `t/day`, `KZT/month`. Money a year stays money."""
    unit, per, family = mention.unit or "", mention.per or _usual_per(mention, subject), mention.family
    if family == "mass" and per is None and subject.indicator == "production_capacity":
        return f"{unit}/year"
    if per is None or family in ("rate", "points", "times", "index"):
        return unit
    if family == "money":
        return unit if per in ("year", "week", "hour") else f"{unit}/{_per(per)}"
    if family == "count":
        made = subject.indicator == "production_capacity"
        told = per in FLOWS or (made and per in ("year", "month") and unit != "person")
        return f"{unit}/{per}" if told and unit != "job" else unit
    return f"{unit}/{_per(per)}"


def _usual_per(mention: Mention, subject: Subject) -> str | None:
    """ "The average wage reached 5 million soums": a month's, where the sum can be one person's."""
    entry = indicators().get(subject.indicator)
    if entry is None or entry.per is None or mention.family != "money":
        return None
    told = mention.value if mention.value is not None else mention.high
    return entry.per if told is not None and entry.high is not None and abs(told) <= entry.high else None


def _per(per: str) -> str:
    return {"dollar": "USD"}.get(per, per)
