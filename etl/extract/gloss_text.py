"""English beside a text of another language, and for each of its characters the place that it stands for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from etl.extract.gloss_choices import chosen
from etl.extract.gloss_parts import Part, parts
from etl.extract.gloss_raws import Raw, raws
from etl.extract.gloss_words import LANGUAGE, plain
from etl.model import Span
from etl.reference import language

COUNTING = ("number", "scale")
THINGS = ("noun", "thing", "unknown", "unit", "name", "acronym")
HEADS = (
    "noun",
    "thing",
    "unknown",
    "unit",
    "percent",
    "fraction",
    "acronym",
    "genitive",
    "measure",
)  # what "of" may stand behind
CLOSING = tuple("%»)”")
COUNTED = ("noun", "thing", "unknown", "unit", "duration")
STOPPED = ("abbreviation", "measure", "unit", "percent", "year", "place_kind")  # a full stop may be theirs
MODALS = ("to", "will", "should", "must", "could")  # what takes a bare infinitive, or has its "to"
WHOLES = ("percent", "fraction")
VERBS = ("past", "short", "finite", "verb")


@dataclass(slots=True)
class Shadow:
    """English text as it grows, in pieces: where each begins, its place in the source, if it is the same."""

    length: int = 0
    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    same: list[bool] = field(default_factory=list)

    def add(self, text: str, span: Span, *, same: bool = False) -> None:
        """A piece for the source's `span`; the `same` text has the same places inside."""
        if text:
            self.starts.append(self.length)
            self.spans.append(span)
            self.texts.append(text)
            self.same.append(same)
            self.length += len(text)

    def source(self, span: Span) -> Span:
        """The place in the source of a span of the shadow."""
        return Span(self._place(span.start, last=False), self._place(span.end, last=True))

    def _place(self, at: int, *, last: bool) -> int:
        if not self.starts:
            return 0
        n = max(0, bisect_right(self.starts, at - last) - 1)
        source, inside = self.spans[n], at - self.starts[n]
        if self.same[n]:
            return source.start + inside
        return source.end if last else source.start


def add_glossed(shadow: Shadow, text: str, span: Span) -> None:
    """The English of text[span] behind what the shadow holds."""
    row = raws(text, span.start, span.end)
    at, before, counted = span.start, None, False
    found = list(chosen(row, list(_without_stops(row, list(parts(row))))))
    for part in found:
        here = Span(row[part.first].start, row[part.last - 1].end) if part.first < part.last else Span(at, at)
        english = _in_place(row, before, part, counted=counted)
        if english:
            _add_gap(shadow, text, Span(at, here.start), english)
            shadow.add(_joint(row, before, part), Span(here.start, here.start))
            shadow.add(_cased(row, part, english), here)
        at, before = here.end, part if english else before
        counted = _counts(part, counted=counted)
    _add_gap(shadow, text, Span(at, span.end), "")


def _in_place(row: Sequence[Raw], before: Part | None, part: Part, *, counted: bool) -> str:
    """In the singular or plural, and without the "to" that the part before has or does not want."""
    english = _in_number(row, part, counted=counted or _opens(before, part))
    modal = before is not None and before.english.rpartition(" ")[2] in MODALS
    return english.removeprefix("to ") if modal else english


def _joint(row: Sequence[Raw], before: Part | None, part: Part) -> str:
    """ "of" before a genitive, with the article that a whole has: "51% of the population"."""
    if before is None or not _needs_of(row, before, part):
        return ""
    whole = before.kind in WHOLES or before.english == "%"
    return "of the " if whole and part.kind != "name" else "of "


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


def _counts(part: Part, *, counted: bool) -> bool:
    """Whether a number counts what follows: through scale words and adjectives, up to the noun."""
    if part.kind in COUNTING or part.english in language("numbers")["scales"]:
        return part.english not in ("1", "one") and not part.ending  # "5-й" and "2025-го" count nothing
    if part.kind == "adjective":
        return counted or part.ending in language("endings", LANGUAGE)["adjective"]["plural"]
    return counted and part.kind in ("stop", "abbreviation")


def _in_number(row: Sequence[Raw], part: Part, *, counted: bool) -> str:
    """Singular or plural."""
    one, _, many = part.english.partition("|")
    counted = counted or (part.kind == "thing" and _is_many(row, part))
    if part.kind not in COUNTED or part.first == part.last:
        return one
    plural = counted or (
        part.kind == "noun" and part.ending in language("endings", LANGUAGE)["plural"]["noun"]
    )
    if row[part.first].text[0].isupper() and part.kind == "unknown":
        return one
    return (many or _plural(one)) if plural else one


def _opens(before: Part | None, part: Part) -> bool:
    """ "Мигранты перевели": a first word in "ы" can only be a plural."""
    first = before is None or (before.kind == "mark" and before.english != "%")
    return first and part.kind == "noun" and part.ending in language("endings", LANGUAGE)["plural"]["opening"]


def _is_many(row: Sequence[Raw], part: Part) -> bool:
    """ "рабочих мест", "высшие учебные заведения": the adjective has an ending that only plurals have."""
    first = plain(row[part.first].text) if part.last - part.first > 1 else ""
    return first.endswith(tuple(language("endings", LANGUAGE)["adjective"]["plural"]))


@cache
def _plural(noun: str) -> str:
    """The plural of an English noun; one that is a plural already stays.

    >>> _plural("factory"), _plural("people"), _plural("new job")
    ('factories', 'people', 'new jobs')
    """
    last = noun.rpartition(" ")[2]
    unit = last != last.lower() and not last.istitle()  # kWh
    if unit or last in language("nouns")["plural"] or (last.endswith("s") and not last.endswith("ss")):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("ss", "sh", "ch", "x")) else "s")


def _needs_of(row: Sequence[Raw], before: Part, part: Part) -> bool:
    """ "тонн мусора", "51% населения", "экспорт газа": a genitive behind its noun."""
    behind = before.kind in HEADS or before.english == "%"
    if not behind or part.first >= part.last or row[part.first].kind != "word":
        return False
    low, lists = plain(row[part.first].text), language("endings", LANGUAGE)["genitive"]
    if part.kind == "adjective":
        return low.endswith(tuple(lists["adjective"]))
    if part.kind == "noun":
        return part.ending in lists["noun"]
    if part.kind in ("acronym", "genitive"):
        return True
    unknown_name = part.kind == "unknown" and row[part.first].text[0].isupper()
    genitive = (*(ending for ending in lists["noun"] if ending), *lists["adjective"])
    return part.kind in THINGS and not unknown_name and low.endswith(genitive)


def _cased(row: Sequence[Raw], part: Part, english: str) -> str:
    """With a capital where the source has one; an acronym may stand for common words."""
    capital = part.first < part.last and row[part.first].text[0].isupper() and part.kind != "acronym"
    return english[0].upper() + english[1:] if capital else english
