"""The words that open a paragraph or a list item and name what is under it: "Osh.", "Water and soil."."""

from __future__ import annotations

from functools import cache

from etl.extract.nations import focus
from etl.extract.reading import Reading
from etl.extract.towns import here
from etl.extract.verbs import verbs_of
from etl.reference import language

LONGEST = 6  # tokens of a label, its stop among them
LABELLED = ("paragraph", "item")
STOPS = (".", ":")


def is_label(reading: Reading) -> bool:
    """A few words without a verb or a number in front of the sentences that they stand over."""
    row = reading.row
    opens = reading.span.start == reading.block.span.start and reading.span.end < reading.block.span.end
    if not opens or reading.block.role not in LABELLED or not 1 < len(row) <= LONGEST:
        return False
    plain = all(token.kind == "word" for token in row[:-1]) and row[0].text[0].isupper()
    return plain and row[-1].text in STOPS and not verbs_of(reading)


def country_of_label(reading: Reading) -> str | None:
    """The country that a label names; "The region." is all five."""
    names = [n.code for n in reading.named if n.code in focus()]
    if names:
        return names[0]
    return "REGION" if " ".join(t.norm for t in reading.row[:-1]) in _of_the_region() else None


def place_of_label(reading: Reading) -> str | None:
    """The town, district or province that a label names, no capital: that stands for its country."""
    return next((hit.value.partition("|")[0] for hit in here(reading)), None)


@cache
def _of_the_region() -> frozenset[str]:
    return frozenset(language("relations")["region_labels"])
