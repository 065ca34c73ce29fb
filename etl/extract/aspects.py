"""What a clause says of a counted thing: schools, schools built, schools under construction."""

from __future__ import annotations

from functools import cache

from etl.extract.context import Decision
from etl.extract.lexicon import Hit
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.reference import Indicator, indicators, language

REACH = 12
SETTLED = ("_built", "_planted", "_served", "_shortage", "_recycled", "_bought")


def takes_aspect(entry: Indicator, mention: Mention) -> bool:
    """Counted buildings and things: "schools" and "schools built" are two series."""
    counted = mention.family == "count" and entry.unit_family == "count"
    return counted and mention.noun is not None and not entry.id.endswith(SETTLED)


def says_more(aspect: Decision[str], mention: Mention) -> bool:
    """Of persons that the catalogue names only a shortage says more: deaths need no "died"."""
    return mention.unit not in ("person", "job") or aspect.value == "shortage"


def with_aspect(name: str, aspect: str) -> str:
    """The name of the series; a shortage that the catalogue has keeps the catalogue's name.

    >>> with_aspect("teachers", "shortage"), with_aspect("schools", "built")
    ('teacher_shortage', 'schools_built')
    """
    singular = name.removesuffix("s")
    known = [n for n in (f"{name}_{aspect}", f"{singular}_{aspect}") if n in indicators()]
    return known[0] if known else f"{singular if aspect == 'shortage' else name}_{aspect}"


def aspect_of(reading: Reading, mention: Mention) -> Decision[str] | None:
    """What its clause says of the counted thing: the nearest word that no other number stands before."""
    near = [
        (hit.first - mention.last if hit.first >= mention.last else mention.first - hit.last, hit.first, hit)
        for hit in reading.of("aspect")
        if _is_its_own(reading, hit, mention)
    ]
    near = [row for row in near if row[0] <= REACH]
    if not near:
        return None
    _, _, best = min(near)
    return Decision(best.value, f"“{' '.join(token.text for token in reading.row[best.first : best.last])}”")


def _is_its_own(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """A word behind another number is that number's; "short of" must stand right before its own."""
    if (mention.unit in ("person", "job")) > (hit.value in _list("said_of_persons")):
        return False
    if hit.value == "shortage":
        return 0 <= mention.first - hit.last <= 4 and _none_between(reading, hit, mention)
    if hit.value in _list("done_to_buildings") and not _is_building(mention):
        return False
    if (
        hit.value == "built"
        and hit.last - hit.first == 1
        and reading.row[hit.first].norm in _list("attributes")
    ):
        return mention.number.last <= hit.first < mention.last
    if reading.row[hit.first].norm == "to" or hit.first < mention.first:
        return _none_between(reading, hit, mention)
    between = [m for m in reading.mentions if mention.last <= m.first and m.last <= hit.first]
    # "700 accidents took place and 90 people died": the accidents did not.
    persons = hit.value in _list("said_of_persons") and any(m.unit == "person" for m in between)
    return not persons and all(_is_aside(reading, m) for m in between)


def _is_building(mention: Mention) -> bool:
    return mention.noun is not None and mention.noun.head in _list("buildings")


def _none_between(reading: Reading, hit: Hit, mention: Mention) -> bool:
    return not any(
        hit.last <= m.first and m.last <= mention.first for m in reading.mentions if m is not mention
    )


def _is_aside(reading: Reading, mention: Mention) -> bool:
    """ "200 schools with almost 300,000 places were under construction": the places stand aside."""
    before = reading.norms[max(0, mention.first - 4) : mention.first]
    joined = before[-1:] in (["and"], [","]) and mention.noun is not None
    return joined or any(word in ("with", "for", "(") for word in before)


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(language("aspects")[name]["words"])
