"""How a number was read: its digits and scale, its bound, its unit. For `explain`, and to weigh doubts."""

from __future__ import annotations

import re
from decimal import Decimal

from etl.extract.bounds import bound_words
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.model import Amount, Span

GROUPED = re.compile(r"\d,\d{3}(?!\d)")
COMMA = re.compile(r"\d,\d")
MINUS = "-−–"
SPACED = re.compile(r"\d[\s'’]\d{3}(?!\d)")
STYLES = {
    "words": "“{}” is a number in words",
    "fraction": "“{}” is a part of a whole, kept in percent",
    "multiple": "“{}” says how many times",
    "vague": "“{}” names no number, only from where to where it may lie",
}
COUNTED = "“{}” is what is counted"


def amount_evidence(
    text: str, reading: Reading, mention: Mention, amount: Amount
) -> tuple[tuple[str, str], ...]:
    """Why the value, the qualifier and the unit are what they are. `text` is the file's."""
    return (
        ("value", _value(text, reading, mention)),
        ("qualifier", _qualifier(text, reading, mention)),
        ("unit", _unit(text, reading, mention, amount)),
    )


def _value(text: str, reading: Reading, mention: Mention) -> str:
    number, row = mention.number, reading.row
    if mention.qualifier == "range":
        return f"“{mention.text}” is a range: its two ends, and no value between them"
    words = text[row[number.first].start : row[number.last - 1].end]
    if number.style != "digits" or number.bare is None:
        return STYLES.get(number.style, "as printed: “{}”").format(words)
    parts = row[number.first : number.last]
    if len(parts) > 1 and sum(token.kind == "number" for token in parts) > 1:
        return f"“{words}”: its parts are added"
    below = ", below zero by the sign before it" if mention.value is not None and mention.value < 0 else ""
    return f"“{words}”{_comma(mention)}{_scaled(mention)}{below}"


def _comma(mention: Mention) -> str:
    """How the comma was read, and why, where it could be read otherwise."""
    if mention.reasons:
        return ": its comma is a decimal mark, because with thousands it would be too much"
    if mention.text.isdigit():
        return " as printed"
    if GROUPED.search(mention.text):
        other = (
            "; a decimal mark was weighed, and thousands are not too much"
            if mention.number.if_decimal
            else ""
        )
        return f": its comma parts thousands{other}"
    if COMMA.search(mention.text):
        return ": its comma is a decimal mark, as no three digits follow"
    return ": its space parts thousands" if SPACED.search(mention.text) else " as printed"


def _scaled(mention: Mention) -> str:
    """The factors by which the digits are multiplied: of a scale word, and of a unit into the unit kept."""
    number, value = mention.number, mention.value
    if number.scale == 1 and value == number.bare:
        return ""
    bare = number.bare if not mention.reasons else (number.if_decimal or Decimal(0)) / number.scale
    if value is None or not bare:
        return ""
    said = f", times {number.scale:,f}" if number.scale != 1 else ""
    rest = abs(value) / (bare * number.scale)
    measure = mention.measure
    if measure is not None and measure.factor != 1:
        said += f", times {measure.factor:,f} from {measure.forms[0]} to {measure.id}"
        rest /= measure.factor
    return f"{said}, times {rest:,f} as the words beside it say" if rest not in (0, 1) else said


def _qualifier(text: str, reading: Reading, mention: Mention) -> str:
    if mention.qualifier == "range":
        return "two numbers joined are the ends of a range"
    if mention.qualifier == "vague":
        return "a word that names no number"
    row = reading.row
    said = bound_words(row, mention.number, (mention.first, mention.last))
    if said is None:
        return "no word bounds it"
    words = text[row[said.first].start : row[said.last - 1].end]
    return f"“{words}”" if mention.qualifier == said.name else f"“{words}” compares it and does not bound it"


def _unit(text: str, reading: Reading, mention: Mention, amount: Amount) -> str:
    if mention.lent:
        return mention.lent
    if mention.number.style in ("fraction", "multiple"):
        return "a fraction is told in percent" if mention.unit == "percent" else "a multiple is told in times"
    said = _words(text, reading, mention)
    counted = COUNTED.format(said) if mention.family == "count" else f"“{said}”"
    if not said:
        counted = "the word before it says what is counted"
    if mention.measure is not None and mention.measure.factor != 1:
        counted = f"{counted}, kept in {mention.measure.id}"
    year = amount.unit.endswith("/year") and mention.per is None
    return f"{counted}, and a capacity is told for a year" if year else counted


def _words(text: str, reading: Reading, mention: Mention) -> str:
    """What stands in the quote beside the number: a sign before it, a unit or noun behind it."""
    row, number = reading.row, mention.number
    lead = mention.first + (mention.qualifier == "range" and not row[mention.first].text[0].isdigit())
    edge = lead if mention.qualifier == "range" else number.first
    before = Span(row[mention.first].start, row[edge].start).of(text).strip().strip(MINUS)
    last = mention.noun.last if mention.noun else mention.last
    behind = text[row[number.last - 1].end : row[max(last, mention.last) - 1].end].strip()
    return " … ".join(part for part in (before, behind) if part)
