"""Nations that only say who: "Kazakh citizens made up 58%", "57% in Russia and 13% in Kazakhstan"."""

from __future__ import annotations

from functools import cache, lru_cache

from etl.extract.context import Context
from etl.extract.mentions import Mention
from etl.extract.nations import Named, focus
from etl.extract.reading import Reading
from etl.reference import language

NEAR = 4  # words between "Uzbeks" and "21%"
TOLD = 3  # claims before a sentence of which it may go on
BEHIND = 2  # words between "13%" and "in Kazakhstan"


def people_abroad(reading: Reading, mention: Mention, nation: str | None) -> frozenset[str]:
    """The nations of a percentage's persons, and the lands of a list that is told of another nation."""
    if nation is None:
        return frozenset()
    if mention.unit != "percent":
        return frozenset(_lands(reading, nation) | _foreigners(reading, nation))
    folk = [n for n in reading.named if n.code != nation and _is_folk(reading, n)]
    told = any(_is_before(reading, n, mention) for n in folk)  # and with one all peoples of the sentence
    return frozenset({n.code for n in folk if told} | _lands(reading, nation))


def _foreigners(reading: Reading, nation: str) -> set[str]:
    """ "Kazakh citizens led with 612,000; Russians followed", "foreigners, chiefly Uzbeks, number 813"."""
    folk = {n.code for n in reading.named if _is_folk(reading, n)} - {nation}
    abroad = len(folk) > 1 and bool(folk - focus())
    return folk if abroad or not _words("foreigners").isdisjoint(reading.norms) else set()


def buyers(reading: Reading, context: Context) -> frozenset[str]:
    """ "Uzbekistan bought 3 million tons of it and Tajikistan 1 million": what the nation has sold."""
    nation = context.nation
    bought = [
        n for n in reading.named if _next(reading, n.last + _is_together(reading, n)) in _words("buyers")
    ]
    if nation is None or not bought:
        return frozenset()
    pairs = ((_next(reading, m.last), _next(reading, m.last + 1)) for m in reading.mentions)
    sold = any(of == "of" and it in _words("of_it") for of, it in pairs)
    if sold or (context.home != "REGION" and _is_of_the_same(reading, bought[0], context)):
        return frozenset(n.code for n in reading.named if n.code != nation)
    return frozenset()


def _is_together(reading: Reading, name: Named) -> bool:
    return _next(reading, name.last) in _words("bought_jointly")


def _is_of_the_same(reading: Reading, buyer: Named, context: Context) -> bool:
    """ "Exports reached 31,900 cars; Kazakhstan bought 26 thousand": of what was counted right before."""
    codes = {n.code for n in reading.named}
    several = len(codes) > 1 and context.nation not in (
        *codes,
        "REGION",
    )  # "Uzbekistan bought 3 million and Tajikistan 1"
    above = several and context.previous is not None and context.previous.block == reading.block
    own = [m.unit for m in reading.mentions if m.last <= buyer.first]
    told = own[-1:] or [beside.claim.amount.unit for beside in context.recent[-TOLD:] if above]
    behind = next((m.unit for m in reading.mentions if m.first >= buyer.last), None)
    return behind in told and behind not in (None, "percent")


def _next(reading: Reading, at: int) -> str:
    return reading.norms[at] if at < len(reading.norms) else ""


def _is_folk(reading: Reading, name: Named) -> bool:
    """ "Uzbeks", "Kazakh citizens", "Uzbek and Kyrgyz nationals", "citizens of Kazakhstan"."""
    joined = reading.norms[name.last : name.last + 1] == ["and"]
    beside = (
        reading.norms[name.last : name.last + 1 + 2 * joined]
        + reading.norms[max(0, name.first - 2) : name.first]
    )
    folk = reading.norms[name.last - 1] in _words("peoples")
    return folk or any(word in _words("guests") for word in beside)


def _is_before(reading: Reading, name: Named, mention: Mention) -> bool:
    """ "Uzbeks 21%", "Kazakh citizens made up 58%"."""
    between = any(name.last <= m.first and m.last <= mention.first for m in reading.mentions)
    return name.last <= mention.first <= name.last + NEAR and not between


@lru_cache(maxsize=8)
def _lands(reading: Reading, nation: str) -> set[str]:
    """Two lands or more, each right behind its number, one of them outside the region."""
    lands = [n for n in reading.named if any(_is_behind(reading, n, m) for m in reading.mentions)]
    codes = {n.code for n in lands}
    return codes - {nation} if len(codes) > 1 and codes - focus() else set()


def _is_behind(reading: Reading, name: Named, mention: Mention) -> bool:
    """ "57% of them in Russia", "13% in Kazakhstan"."""
    near = 0 <= name.first - mention.last <= BEHIND + 1
    return near and reading.norms[mention.last : name.first][-1:] in (["in"], ["to"], ["from"])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language("relations")[name])
