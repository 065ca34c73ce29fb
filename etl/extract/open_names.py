"""Names for what the catalogue does not know, made from the words: the same words, the same name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from etl.extract.context import Context, Decision
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.extract.tokens import stem
from etl.model import Kind, Subject
from etl.reference import Indicator, indicators, language

LONGEST = 3  # words of a name
SUBJECT_WORDS = 10
UNSAFE = re.compile(r"[^a-z0-9]+")


def subject_of(
    reading: Reading, mention: Mention, context: Context, entry: Indicator | None, kind: Kind
) -> Decision[Subject]:
    """The catalogue's entry, or an open name; with what the words add: a share, built, under construction."""
    if entry is not None:
        if (
            mention.role != "by"
            and mention.unit == "percent"
            and entry.unit_family not in ("rate", "other")
            and (kind == "share" or _is_part(entry, kind))
        ):
            return Decision(Subject(f"{entry.id}_share", entry.family, entry.topic), f"a part of {entry.id}")
        aspect = _aspect(reading, mention) if takes_aspect(entry, mention) else None
        name = f"{entry.id}_{aspect.value}" if aspect else entry.id
        return Decision(
            Subject(name, entry.family, entry.topic), aspect.why if aspect else "as the catalogue has it"
        )
    words = _words(reading, mention)
    base = slug(words) or f"amount_in_{slug([mention.unit or 'units'])}"
    topic = topic_of(reading, context)
    if mention.family == "rate" and kind in ("share", "observed"):
        base = f"{base}_share"
    aspect = _aspect(reading, mention) if mention.family in ("count", "area", "length") else None
    name = f"{base}_{aspect.value}" if aspect else base
    return Decision(Subject(name, base, topic), f"an open name from “{' '.join(words)}”")


def _is_part(entry: Indicator, kind: Kind) -> bool:
    """A percentage that is no change, of something that is not counted in percent."""
    return kind != "change" and "rate" not in entry.accepts


def takes_aspect(entry: Indicator, mention: Mention) -> bool:
    """Counted buildings and things: "schools" and "schools built" are two series."""
    plain = mention.unit not in ("person", "job") and mention.family in ("count", "length")
    return (
        plain
        and entry.unit_family in ("count", "length")
        and not entry.id.endswith(("_built", "_planted", "_served", "places"))
    )


def slug(words: Iterable[str]) -> str:
    """Words as one snake_case name."""
    return UNSAFE.sub("_", "_".join(words).lower()).strip("_")


@cache
def _list(table: str, name: str, key: str = "words") -> frozenset[str]:
    return frozenset(language(table)[name][key])


def _words(reading: Reading, mention: Mention) -> list[str]:
    """The words that say what is counted: its noun, the product, the whole, else the clause's subject."""
    if mention.noun is not None and not mention.inherited and not _says_little(mention):
        return _telling([*mention.noun.words[:-1], _plural(reading, mention)])
    if mention.product:
        return _telling([*mention.product, "output"])
    whole = _whole(reading, mention) if mention.family == "rate" else []
    return (
        whole
        or _label(reading, mention)
        or _subject(reading, mention)
        or list(mention.noun.words if mention.noun else ())
    )


def _says_little(mention: Mention) -> bool:
    noun = mention.noun
    return (
        noun is not None
        and len(_telling(list(noun.words))) == 1
        and noun.head in _list("aspects", "generic_nouns")
    )


def _plural(reading: Reading, mention: Mention) -> str:
    noun = mention.noun
    return reading.row[noun.last - 1].norm if noun else ""


def _telling(words: list[str]) -> list[str]:
    """Without words that change nothing about what is counted."""
    empty = _list("aspects", "empty")
    kept = [word for word in words if word not in empty and not word.isdigit()]
    return (kept or words)[-LONGEST:]


def _whole(reading: Reading, mention: Mention) -> list[str]:
    """ "80% of the sum": the sum."""
    row = reading.row
    if mention.last >= len(row) or row[mention.last].norm != "of":
        return []
    return _telling(_run(reading, range(mention.last + 1, min(len(row), mention.last + 6))))


def _run(reading: Reading, indexes: Iterable[int]) -> list[str]:
    """The first run of plain words among the tokens."""
    stop = _list("nouns", "stop")
    out: list[str] = []
    for at in indexes:
        token = reading.row[at]
        if token.kind != "word" or (token.norm in stop and out):
            break
        if token.norm not in stop:
            out.append(stem(token.norm))
    return out


def _label(reading: Reading, mention: Mention) -> list[str]:
    """ "Consumers served: 10 million"."""
    colon = next((n for n, t in enumerate(reading.row[: mention.first]) if t.text == ":"), None)
    return _telling(_run(reading, range(colon))) if colon is not None and colon <= 6 else []


def _subject(reading: Reading, mention: Mention) -> list[str]:
    """The words before the verb that governs the number."""
    verbs = [
        h
        for h in reading.of("past", "present", "planned", "forecast", "up", "down", "target")
        if h.last <= mention.first
    ]
    end = verbs[-1].first if verbs else mention.first
    start = max(0, end - SUBJECT_WORDS)
    words: list[str] = []
    names = {
        at
        for at, token in enumerate(reading.row)
        for time in reading.times
        if time.span.start <= token.start < time.span.end
    }
    names |= {
        at
        for h in reading.hits
        if h.list.startswith(("country", "place", "says"))
        for at in range(h.first, h.last)
    }
    for at in range(start, end):
        token = reading.row[at]
        if token.text in ",;:()" or token.norm in ("and", "while", "but", "that"):
            words = []
        elif token.kind == "word" and at not in names and token.norm not in _list("nouns", "stop"):
            words.append(stem(token.norm))
    return _telling(words) if words else []


def _aspect(reading: Reading, mention: Mention) -> Decision[str] | None:
    """What its clause says of the counted thing."""
    found = [
        (reading.gap(hit.first, mention.last if hit.first >= mention.last else mention.first), hit)
        for hit in reading.of("aspect")
    ]
    near = [(gap, hit.first, hit) for gap, hit in found if gap <= 16]
    if not near:
        return None
    _, _, best = min(near)
    words = " ".join(token.text for token in reading.row[best.first : best.last])
    return Decision(best.value, f"“{words}”")


def topic_of(reading: Reading, context: Context) -> str:
    """The topic that the words around name most."""
    counts: Counter[str] = Counter()
    for weight, above in (
        (3, reading),
        (2, context.lead),
        (2, context.heading),
        (2, context.previous),
        (1, context.title),
    ):
        for hit in above.subjects if above else ():
            counts[indicators()[hit.value].topic] += weight
    if not counts:
        return "other"
    best = max(counts.values())
    return min(topic for topic, count in counts.items() if count == best)
