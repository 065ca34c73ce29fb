"""How near a phrase of the catalogue stands to a number, in the grammar of the sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

from etl.extract.counted import unit_of
from etl.extract.lexicon import Hit
from etl.extract.mentions import Mention
from etl.extract.naming_words import own_mover
from etl.extract.reading import Reading
from etl.extract.tokens import stem
from etl.extract.verbs import VERBS
from etl.extract.walls import MENTION_WALL
from etl.reference import indicators, language

BEHIND = 4  # a name behind the number costs this much more than one before it
OWNED = 12  # a name inside the phrase of another number
ADJUNCT = 5  # a name behind a preposition
SPENT = 10  # the object of an earlier verb, told with a number of its own
MOVED = 14  # what a verb of moving is about is what is measured
YARDSTICK = 20  # "3% of GDP" measures another thing
HEADED = 6  # a name behind another one and "of"
WORD_WALL = 4  # of "who"
BRACKET = 12  # tokens that a conversion in brackets can take
GROUP = 6


class Named(NamedTuple):
    """A candidate: the lower the cost, the better it names the number."""

    cost: int
    order: int
    id: str
    words: str


def near(reading: Reading, mention: Mention, *, change: bool) -> list[Named]:
    group = _group_behind(reading, mention)
    tail = range(mention.last, mention.last + 3) if (mention.unit or "").startswith("per_") else range(0)
    return [
        Named(
            cost - 2 * (hit.last - hit.first) + _headed(reading, hit),
            hit.first,
            hit.value,
            written(reading, hit),
        )
        for hit in reading.subjects
        if not (hit.first in group and _measures_no_group(hit)) and hit.first not in tail
        if change or mention.unit != "percent" or _is_told_in_percent(reading, hit, mention)
        for cost in _distance(reading, hit, mention)
    ]


def _headed(reading: Reading, hit: Hit) -> int:
    """ "Exports of textiles" are exports: the name before "of" is what is measured."""
    of = hit.first > 1 and reading.norms[hit.first - 1] == "of"
    return HEADED if of and any(head.last == hit.first - 1 for head in reading.subjects) else 0


def _is_told_in_percent(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """A level in percent is no count of things, unless it is a part of them: "20% of the schools"."""
    entry = indicators()[hit.value]
    behind = reading.row[mention.last].norm if mention.last < len(reading.row) else ""
    part = behind == "of" and hit.first >= mention.last
    return part or entry.unit_family == "rate" or "rate" in entry.accepts


def _measures_no_group(hit: Hit) -> bool:
    entry = indicators()[hit.value]
    return entry.unit_family in ("count", "money") or entry.family == "gdp"


def _distance(reading: Reading, hit: Hit, mention: Mention) -> tuple[int, ...]:
    """How far the name stands from the number; nothing where it belongs to another number."""
    if hit.last < mention.first - 1 and own_mover(reading, mention):
        return ()  # "industry rose by 3%, construction by 13%"
    if hit.last <= mention.first:
        cost = reading.gap(hit.last - 1, mention.first) + _taken(reading, hit, mention)
        moves = MOVED if _is_moved(reading, hit, mention) else 0
        return (cost + (ADJUNCT if _is_adjunct(reading, hit) else 0) - moves,)
    if hit.first < mention.last or _names_a_number(reading, hit):
        return ()
    start = behind_bracket(reading, mention)
    behind = reading.mentions[bisect_left(reading.firsts, max(start, mention.last)) :][:1]
    if any(m.last <= hit.first for m in behind) or _is_of_noun_behind(reading, hit, mention):
        return ()
    own = MENTION_WALL if start == mention.last else 0
    return (reading.gap(start - 1, hit.first) - own + _behind(reading, hit, mention) - 1,)


def _names_a_number(reading: Reading, hit: Hit) -> bool:
    """ "trade 19%", "trade by 9%", "spending at 28 trillion": a name right before a number is its own."""
    joined = any(word in _words("name_joints") for word in reading.norms[hit.last : hit.last + 1])
    return hit.last in reading.firsts or (joined and hit.last + 1 in reading.firsts)


def _is_of_noun_behind(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """ "993 of 2,400 school leavers": the name is a part of what the next number counts."""
    nouns = (m.noun for m in reading.mentions if m.noun and m.first >= mention.last)
    return any(noun.first <= hit.first and hit.last < noun.last for noun in nouns)


def _is_moved(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """ "Class sizes climbed from 29 pupils to 38": what moves is measured, not what is counted."""
    ends = mention.role in ("from", "to")
    return ends and any(hit.last <= move.first < mention.first for move in reading.of("up", "down"))


def _is_adjunct(reading: Reading, hit: Hit) -> bool:
    """ "In the 2019 budget", "for exports": a thing beside what is told; "a rise in exports" is not."""
    row, at = reading.row, hit.first - 1
    while at > 0 and (row[at].kind == "number" or row[at].norm in _words("determiners")):
        at -= 1
    if at < 0 or row[at].norm not in _words("prepositions"):
        return False
    moved = {n for move in reading.of("up", "down") for n in range(move.first, move.last)}
    return at - 1 not in moved and (at == 0 or row[at - 1].norm not in _words("moves"))


def _taken(reading: Reading, hit: Hit, mention: Mention) -> int:
    """ "push up the wage 1.5-fold and bring 75 billion": the object of the first verb is not the second's."""
    firsts, mentions = reading.firsts, reading.mentions
    before = mentions[max(0, bisect_left(firsts, mention.first) - 1) :][:1]
    owners = [m for m in before if hit.first < m.first and m.last <= mention.first]
    told_per = (mention.unit or "").startswith("per_")  # "31.7 thousand deaths, 4.4 per 1,000"
    around = mentions[max(0, bisect_right(firsts, hit.first) - 1) :][:1]
    owned = not told_per and any(m.first <= hit.first < m.last and m is not mention for m in around)
    if not owners:
        return OWNED if owned else 0
    verbs = reading.of(*VERBS)
    object_ = any(verb.first < hit.first for verb in verbs)
    again = any(owners[-1].last <= verb.first < mention.first for verb in verbs)
    return (SPENT if object_ and again else 0) + (OWNED if owned else 0)


def behind_bracket(reading: Reading, mention: Mention) -> int:
    """The first token behind the number, past its conversion: "75 billion tenge (US$157 million) a year"."""
    row = reading.row
    if mention.last >= len(row) or row[mention.last].text != "(":
        return mention.last
    close = next(
        (n for n in range(mention.last, min(len(row), mention.last + BRACKET)) if row[n].text == ")"), 0
    )
    return close + 1 if close else mention.last


def _group_behind(reading: Reading, mention: Mention) -> range:
    """ "46.3% of the population was overweight": the population is the group, not what is measured."""
    row = reading.row
    if mention.family != "rate" or mention.last >= len(row) or row[mention.last].norm != "of":
        return range(0)
    last = mention.last + 1
    while (
        last < len(row)
        and last - mention.last < GROUP
        and row[last].norm not in _words("group_ends")
        and row[last].kind == "word"
    ):
        last += 1
    persons = any(
        unit_of(stem(t.norm)) == "person" or t.norm in ("population", "gdp") for t in row[mention.last : last]
    )
    return range(mention.last, last) if persons else range(0)


def _behind(reading: Reading, hit: Hit, mention: Mention) -> int:
    """ "48% of its exports" names it; "a gain of 48% after exports" less so."""
    words = reading.norms[mention.last : hit.first]
    of = words[:1] == ["of"] and len(words) <= 4
    if of and reading.row[hit.last - 1].norm in _words("yardstick_heads"):
        return YARDSTICK
    relative = words[:1] in (["who"], ["that"], ["which"]) and len(words) <= 4
    if not words:
        return 0
    return -4 if of else (-WORD_WALL if relative else BEHIND)


def written(reading: Reading, hit: Hit) -> str:
    """The words of a hit as the article spells them."""
    return " ".join(token.text for token in reading.row[hit.first : hit.last])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language("aspects")[name]["words"])
