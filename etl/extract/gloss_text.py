"""A text of another language in English, word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.extract.gloss_choices import chosen
from etl.extract.gloss_grammar import cased, counts, in_place, joint
from etl.extract.gloss_parts import Part, parts
from etl.extract.gloss_raws import Raw, raws
from etl.extract.gloss_shadow import Shadow
from etl.model import Span

CLOSING = tuple("%»)”")
STOPPED = ("abbreviation", "measure", "unit", "percent", "year", "place_kind")  # a full stop may be theirs
VERBS = ("past", "past_reflexive", "short", "finite", "verb")


def add_glossed(shadow: Shadow, text: str, span: Span) -> None:
    """The English of text[span] behind what the shadow holds."""
    row = raws(text, span.start, span.end)
    at, before, counted = span.start, None, False
    found = list(chosen(row, list(_without_stops(row, list(parts(row))))))
    for part in found:
        here = Span(row[part.first].start, row[part.last - 1].end) if part.first < part.last else Span(at, at)
        english = in_place(row, before, part, counted=counted)
        if english:
            _add_gap(shadow, text, Span(at, here.start), english)
            shadow.add(joint(row, before, part), Span(here.start, here.start))
            shadow.add(cased(row, part, english), here)
        at, before = here.end, part if english else before
        counted = counts(part, counted=counted)
    _add_gap(shadow, text, Span(at, span.end), "")


def _add_gap(shadow: Shadow, text: str, gap: Span, english: str) -> None:
    """What stands between two parts; a space where the English has two words and the source has none."""
    between = gap.of(text)
    last = shadow.texts[-1][-1:] if shadow.texts else ""
    glued = not between and (last.isalnum() or last in CLOSING) and english[:1].isalnum()
    shadow.add(between or (" " if glued else ""), gap, same=bool(between))


def _without_stops(row: Sequence[Raw], found: list[Part]) -> Iterator[Part]:
    """Without the full stop of an abbreviation, unless a sentence ends with it."""
    verb = False
    for at, part in enumerate(found):
        stop = part.english == "." and at > 0 and found[at - 1].kind in STOPPED
        if stop and not _ends(row, part, found[at - 1], verb=verb):
            yield Part(part.first, part.last, "", "stop")
            continue
        verb = part.kind in VERBS or (verb and part.english not in (".", "!", "?"))
        yield part


def _ends(row: Sequence[Raw], stop: Part, before: Part, *, verb: bool) -> bool:
    """ "5 млн. Завод" ends a sentence; "в 2024 г. Казахстан" does not, for nothing has been said yet."""
    if before.kind == "place_kind" or stop.last >= len(row):
        return before.kind != "place_kind"
    after = next((raw for raw in row[stop.last : stop.last + 2] if raw.kind != "mark"), row[stop.last])
    acronym = len(after.text) > 1 and after.text.isupper()  # "70 тыс. TEU"
    return after.text[0].isupper() and not acronym and (before.kind != "year" or verb)
