"""Claims told field by field, with the rule and the words that decided each."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from etl.extract.confidence import sure, weight_of
from etl.model import Claim, Extraction, Rejection

# The fields in the order of a question: how much, of what, where, when, how, who says so.
SHOWN = ("value", "low", "high", "qualifier", "unit", "indicator", "family", "topic", "dimension", "country",
         "place", "period", "kind", "direction", "claimant", "duplicate_of", "confidence")  # fmt: skip
# What stands before a reason that is nothing but words of the text.
LEADS = {"qualifier": "bounded by", "unit": "written", "indicator": "named by", "dimension": "named by",
         "place": "named by", "period": "dated by", "kind": "told by", "direction": "told by"}  # fmt: skip
QUOTED = re.compile(r"“[^”]*”")
RUSSIAN = re.compile(r"[А-Яа-яЁё]{3}")
ENGLISHED = "Russian is read by way of its English words: those are the words in “…”."
NOTHING = "–"  # what the text does not say
LABEL = max(map(len, SHOWN))
WIDEST = 32  # of a value before its reason; a longer one pushes its reason to the right
LINE = 108

Fields = Callable[[Claim], Mapping[str, object]]


def explained(extraction: Extraction, fields: Fields) -> Iterator[str]:
    """The lines that `etl explain` prints."""
    shown = [(claim, _values(fields(claim))) for claim in extraction.claims]
    wide = min(WIDEST, max((len(v) for _, values in shown for v in values.values()), default=0))
    for claim, values in shown:
        yield f"“{claim.quote_text}” is a claim"
        yield from _fields(claim, values, wide)
        yield ""
    for rejection in extraction.rejections:
        yield from _refused(rejection)
    if extraction.claims and RUSSIAN.search(extraction.document.text):
        yield ENGLISHED
    if not extraction.claims and not extraction.rejections:
        yield "There is no number in it."


def _values(fields: Mapping[str, object]) -> dict[str, str]:
    return {name: _written(fields[name]) for name in SHOWN}


def _written(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value:,f}"
    return NOTHING if value is None else str(value)


def _fields(claim: Claim, values: Mapping[str, str], wide: int) -> Iterator[str]:
    decided = dict(claim.evidence)
    why = {**_also(claim), **decided}
    for name in SHOWN:
        if values[name] == NOTHING and name not in decided:
            continue
        yield from _line(f"{name:<{LABEL}}  {values[name]:<{wide}}", _led(name, why.get(name)))
    yield from _doubts(claim, wide)


def _led(name: str, reason: str | None) -> str | None:
    bare = reason is not None and name in LEADS and QUOTED.fullmatch(reason)
    return f"{LEADS[name]} {reason}" if bare else reason


def _also(claim: Claim) -> dict[str, str]:
    """Fields that follow from others."""
    no_doubt = f"nothing speaks against it: of a hundred such figures about {sure() * 100:.0f} are right"
    return {
        "low": "its lower end",
        "high": "its upper end",
        "family": "goes with the indicator",
        "topic": "goes with the indicator",
        "confidence": f"starts at {sure()}, and each doubt multiplies it" if claim.reasons else no_doubt,
    }


def _doubts(claim: Claim, wide: int) -> Iterator[str]:
    for reason in claim.reasons:
        weight = weight_of(reason)
        yield from _line(f"{'':<{LABEL}}  {f'times {weight}' if weight else '':<{wide}}", reason)


def _line(head: str, reason: str | None) -> Iterator[str]:
    """The value, and behind it the reason, which goes on under itself."""
    if reason is None:
        yield f"  {head.rstrip()}"
        return
    first = f"  {head}  ← "
    yield from textwrap.wrap(
        reason, max(LINE, len(first) + 40), initial_indent=first, subsequent_indent=" " * len(first)
    )


def _refused(rejection: Rejection) -> Iterator[str]:
    yield f"“{rejection.quote_text}” is no claim: {rejection.reason}"
