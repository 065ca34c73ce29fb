"""Names for what the catalogue does not know, made from the words: the same words, the same name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from etl.extract.aspects import aspect_of, says_more, takes_aspect, with_aspect
from etl.extract.context import Context, Decision
from etl.extract.ellipsis import Back, base_of
from etl.extract.mentions import Mention
from etl.extract.naming_words import words_for
from etl.extract.reading import Reading
from etl.extract.shares import gdp_yardstick
from etl.extract.topics import topic_of
from etl.model import Kind, Subject
from etl.reference import Indicator, indicators

UNSAFE = re.compile(r"[^a-z0-9]+")


def subject_of(
    reading: Reading, mention: Mention, context: Context, entry: Indicator | None, kind: Kind
) -> Decision[Subject]:
    """The catalogue's entry, or an open name; with what the words add: a share, built, under construction."""
    if entry is not None:
        return _of_entry(reading, mention, entry, kind)
    return _open(reading, mention, context, kind)


def as_before(back: Back, mention: Mention, entry: Indicator | None, kind: Kind) -> Decision[Subject] | None:
    """The subject of the claim that the number leans on, where it goes on about the same."""
    if base_of(back.claim) != entry or not _goes_on(back, mention, entry):
        return None
    return Decision(_as_part(back.claim.subject, mention, entry, kind), back.why)


def _goes_on(back: Back, mention: Mention, entry: Indicator | None) -> bool:
    """The same thing in the same unit, or a part of it."""
    alike = mention.unit == back.claim.amount.unit or mention.unit is None
    return alike or (mention.unit == "percent" and entry is None)


def _as_part(subject: Subject, mention: Mention, entry: Indicator | None, kind: Kind) -> Subject:
    """The same subject; a percentage of it where it is no percentage itself."""
    part = (
        mention.unit == "percent"
        and kind in ("share", "observed")
        and not subject.indicator.endswith("_share")
    )
    if part and (entry is None or _is_share(entry, mention, kind)):
        return replace(subject, indicator=f"{subject.indicator}_share", dimension=None)
    return replace(subject, dimension=None)


def _of_entry(reading: Reading, mention: Mention, entry: Indicator, kind: Kind) -> Decision[Subject]:
    if _is_share(entry, mention, kind, reading):
        return Decision(Subject(f"{entry.id}_share", entry.family, entry.topic), f"a part of {entry.id}")
    aspect = aspect_of(reading, mention) if takes_aspect(entry, mention) else None
    if aspect is None or not says_more(aspect, mention):
        return Decision(Subject(entry.id, entry.family, entry.topic), "as the catalogue has it")
    name = with_aspect(entry.id, aspect.value)
    known = indicators().get(name, entry)
    return Decision(Subject(name, known.family, known.topic), aspect.why)


def _is_share(entry: Indicator, mention: Mention, kind: Kind, reading: Reading | None = None) -> bool:
    """A percentage that is no change, of something that is not counted in percent."""
    told_by = reading is not None and mention.first > 0 and reading.row[mention.first - 1].norm == "by"
    if mention.unit != "percent" or told_by or mention.role == "by" or entry.unit_family in ("rate", "other"):
        return False
    of_whole = reading is not None and reading.norms[mention.last : mention.last + 1] == ["of"]
    if of_whole and reading is not None and gdp_yardstick(reading, mention):
        return kind == "share"
    return kind == "share" or (kind != "change" and ("rate" not in entry.accepts or of_whole))


def _open(reading: Reading, mention: Mention, context: Context, kind: Kind) -> Decision[Subject]:
    words = words_for(reading, mention)
    base = slug(words)
    if (
        mention.unit == "percent"
        and kind in ("share", "observed")
        and not base.endswith(("share", "rate", "content"))
    ):
        base = f"{base}_share"
    aspect = aspect_of(reading, mention) if mention.family == "count" and mention.noun else None
    name = with_aspect(base, aspect.value) if aspect else base
    return Decision(
        Subject(name, base, topic_of(words, reading, context)), f"an open name from “{' '.join(words)}”"
    )


def slug(words: Iterable[str]) -> str:
    """Words as one snake_case name."""
    return UNSAFE.sub("_", "_".join(words).lower()).strip("_")
