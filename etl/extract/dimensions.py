"""What a value is broken down by: partner, product, sex, age, sector."""

from __future__ import annotations

from functools import cache

from etl.extract.context import Decision
from etl.extract.mentions import Mention
from etl.extract.open_names import slug
from etl.extract.reading import Reading
from etl.reference import language

REACH = 7


@cache
def _groups() -> dict[str, str]:
    return {word: name for name, words in language("dimensions")["group"].items() for word in words}


def dimension_of(
    reading: Reading, mention: Mention, partner: Decision[str | None], country: str | None
) -> Decision[str | None]:
    """The partner country, the product, or the group of persons beside the number."""
    if partner.value and partner.value != country:
        return Decision(partner.value, partner.why)
    if mention.product:
        return Decision(slug(mention.product), f"“of {' '.join(mention.product)}”")
    near = range(max(0, mention.first - REACH), min(len(reading.row), mention.last + REACH))
    found = [(reading.gap(at, mention.last - 1), at) for at in near if reading.row[at].norm in _groups()]
    if found:
        at = min(found)[1]
        return Decision(_groups()[reading.row[at].norm], f"“{reading.row[at].text}”")
    return Decision(None, "none is named")
