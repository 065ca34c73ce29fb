"""Who says so in the text."""

from __future__ import annotations

from functools import cache, lru_cache

from etl.extract.context import Context, Decision
from etl.extract.lexicon import Hit
from etl.extract.reading import Reading
from etl.reference import language

LONGEST = 14  # words of a claimant's name and office
STOPPERS = (",", ";", ":", "(", ")", ".", "“", "”", '"', "–", "—")


@cache
def _heads() -> frozenset[str]:
    return frozenset(language("claimants")["heads"])


def claimant_of(reading: Reading, context: Context) -> Decision[str | None]:
    """The person or office that the sentence, or the one before it in a quotation, names as its source."""
    here = _named(reading)
    if here:
        return Decision(here, "named in the sentence")
    quoted = reading.block.role == "item" and context.lead is not None
    above = context.lead if quoted else None
    found = _named(above) if above is not None else None
    return Decision(found, "named in the list's lead-in") if found else Decision(None, "none is named")


@lru_cache(maxsize=8)
def _named(reading: Reading) -> str | None:
    for hit in reading.of("according"):
        name = _name_behind(reading, hit.last)
        if name:
            return name
    for hit in reading.of("says"):
        name = _name_before(reading, hit)
        if name:
            return name
    return None


def _name_behind(reading: Reading, at: int) -> str | None:
    """ "according to the Ministry of Health, …"."""
    row, end = reading.row, at
    while (
        end < len(row) and end - at < LONGEST and row[end].text not in STOPPERS and not _is_verb(reading, end)
    ):
        end += 1
    return _spelled(reading, at, end)


def _name_before(reading: Reading, hit: Hit) -> str | None:
    """ "Deputy Minister A. B. said": the words before the verb, back to a mark or a small word."""
    start = hit.first
    while start > 0 and hit.first - start < LONGEST and _belongs(reading, start - 1):
        start -= 1
    return _spelled(reading, start, hit.first)


def _belongs(reading: Reading, at: int) -> bool:
    token = reading.row[at]
    if token.text == "." and at and len(reading.row[at - 1].text) == 1:
        return True
    if token.text in STOPPERS or token.kind == "number" or _is_verb(reading, at):
        return False
    return token.text[0].isupper() or token.norm in _small() or token.norm in _heads() or token.text in "-’'&"


def _is_verb(reading: Reading, at: int) -> bool:
    return any(
        h.first <= at < h.last
        for h in reading.of("past", "present", "says", "planned", "forecast")
        if h.value not in ("may", "will")
    )


def _spelled(reading: Reading, start: int, end: int) -> str | None:
    """The words as printed, if they hold a name or an office."""
    row = reading.row
    while start < end and row[start].norm in ("and", "of", "that"):
        start += 1
    part = row[start:end]
    if not part or not any(t.norm in _heads() or (t.text[0].isupper() and n) for n, t in enumerate(part)):
        named = (
            len(part) == 1
            and part[0].text[0].isupper()
            and part[0].norm not in ("he", "she", "they", "it", "the", "who", "this", "we", "i")
        )
        if not named:
            return None
    text = "".join(_glue(part, n) + token.text for n, token in enumerate(part))
    return text.strip() or None


def _glue(part: tuple[object, ...] | list[object], at: int) -> str:
    left, right = part[at - 1], part[at]
    return "" if at == 0 or left.end == right.start else " "  # type: ignore[attr-defined]


@cache
def _small() -> frozenset[str]:
    return frozenset(language("claimants")["small"])
