"""What a value is broken down by: partner, product, sex, age, sector. Only what its own clause ties to it."""

from __future__ import annotations

from functools import cache

from etl.extract.context import Beside, Decision
from etl.extract.mentions import Mention
from etl.extract.open_names import slug
from etl.extract.reading import Reading
from etl.extract.tokens import stem
from etl.model import Subject
from etl.reference import indicators, language

BEFORE = 4  # tokens between the part and its number: "machinery … jumped 42%"
BEHIND = 4  # "59% of the adults"
NONE = "none is named"

Part = Decision[str | None]


def dimension_of(
    reading: Reading, mention: Mention, partner: Part, subject: Subject, beside: Beside | None
) -> Part:
    """The partner country, the product, or the group of persons beside the number."""
    if partner.value and not _of_several(reading, mention, partner.value):
        return partner
    if (
        mention.product
        and not _has_its_own(reading, mention)
        and not _says_it_already(mention.product, subject)
    ):
        return Decision(slug(mention.product), f"“of {' '.join(mention.product)}”")
    for at in _tied(reading, mention):
        word = reading.row[at].norm
        if not _says_it_already((stem(word),), subject):
            return Decision(_groups()[word], f"“{reading.row[at].text}”")
    return _going_on(reading, mention, beside)


def _has_its_own(reading: Reading, mention: Mention) -> bool:
    """ "40,000 hectares of cotton and 90,000 of wheat": the cotton is the other number's."""
    behind = reading.row[mention.last].norm if mention.last < len(reading.row) else ""
    return mention.inherited and behind == "of"


@cache
def _groups() -> dict[str, str]:
    return {word: name for name, words in language("dimensions")["group"].items() for word in words}


def _of_several(reading: Reading, mention: Mention, code: str) -> bool:
    """ "70% to Kazakhstan and Uzbekistan": of two together, so of neither."""
    behind = [name for name in reading.named if name.code == code and name.first >= mention.last]
    return bool(behind) and behind[0].chain > 1


def _says_it_already(words: tuple[str, ...], subject: Subject) -> bool:
    """Electricity is no part of electricity consumption, nor cargo of freight."""
    named = set(subject.indicator.split("_"))
    entry = next(
        (indicators()[name] for name in (subject.indicator, _base(subject)) if name in indicators()), None
    )
    if entry is not None:
        named |= {stem(word) for word in entry.name.lower().split()}
    if any(word in named or f"{word}s" in named for word in words):
        return True
    phrases = entry.phrases if entry else ()
    longer = ({stem(w) for w in p.split()} for p in phrases if len(p.split()) > len(words))
    return any(set(words) <= phrase for phrase in longer)


def _base(subject: Subject) -> str:
    return subject.indicator.removesuffix("_share").removesuffix("_built").removesuffix("_under_construction")


def _tied(reading: Reading, mention: Mention) -> list[int]:
    """The tokens of groups in the number's own phrase, right behind it and right before it."""
    if _groups().keys().isdisjoint(reading.norms):
        return []
    found = [*_inside(reading, mention), *_behind(reading, mention), *_before(reading, mention)]
    return [at for at in found if reading.row[at].norm in _groups() and not _is_built(reading, at)]


def _inside(reading: Reading, mention: Mention) -> list[int]:
    """ "197 girls" are a part of the pupils; "260 children" are only who is counted."""
    noun, row = mention.noun, reading.row
    if noun is None or mention.inherited:
        return []
    whole = language("dimensions")["whole"]["words"]
    return [at for at in range(noun.first, noun.last) if row[at].norm not in whole or at < noun.last - 1]


def _behind(reading: Reading, mention: Mention) -> list[int]:
    """ "59% of adults", "822 are women", "a 100-megawatt solar station"."""
    out = []
    for at in range(mention.last, min(len(reading.row), mention.last + BEHIND)):
        token = reading.row[at]
        if token.kind != "word" or token.norm in _words("ends"):
            break
        out.append(at)
    return out


def _before(reading: Reading, mention: Mention) -> list[int]:
    """ "of fuel 53%", "trade 19%", "imports of machinery jumped 42%": no comma and no number between."""
    out = []
    for at in range(mention.first - 1, max(-1, mention.first - 1 - BEFORE), -1):
        token = reading.row[at]
        taken = any(m.first <= at < m.last for m in reading.mentions)
        if token.kind != "word" or taken or token.norm in _words("ends"):
            break
        out.append(at)
    return out


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language("dimensions")[name]["words"])


def _is_built(reading: Reading, at: int) -> bool:
    """ "under construction", "during construction" is a state, no sector."""
    return reading.row[at].norm == "construction" and at > 0 and reading.row[at - 1].norm in _words("ends")


def _going_on(reading: Reading, mention: Mention, beside: Beside | None) -> Part:
    """ "59% of adults in 2030 and 80% in 2060": the same group, told again."""
    if beside is None or beside.mention.unit != mention.unit or beside.claim.subject.dimension is None:
        return Decision(None, NONE)
    times = {at for time in reading.times for at in reading.tokens_of(time.span)}
    between = [n for n in range(beside.mention.last, mention.first) if n not in times]
    plain = all(reading.row[n].norm in _words("joins") or _groups().get(reading.row[n].norm) for n in between)
    group = beside.claim.subject.dimension in set(_groups().values())
    return (
        Decision(beside.claim.subject.dimension, "as the number before it")
        if plain and group
        else Decision(None, NONE)
    )
