"""The country that a value describes, and the partner it deals with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from etl.extract.context import Context, Decision
from etl.extract.currencies import country_of_currency
from etl.extract.guests import people_abroad
from etl.extract.mentions import Mention
from etl.extract.nations import Named, focus
from etl.extract.reading import Reading
from etl.extract.regions import LOCATED, is_for_region, leads, spans_region, speaks_of_region
from etl.extract.walls import MENTION_WALL
from etl.reference import language

FARTHEST_BEHIND = 16  # a country farther behind its number is another clause's
MANY = 4  # countries of an article about the region
NEAR = 3  # words between a partner and its number
Country = Decision[str | None]
NONE: Country = Decision(None, "none is named")


def country_of(reading: Reading, mention: Mention, context: Context, *, flow: bool = False) -> Country:
    """The country the value describes."""
    partners = {n.code for n in listed_partners(reading, context)} if flow else set()
    partners.add(partner_of(reading, mention, context, flow=flow).value or "")
    own = [n for n in reading.named if not n.partner and n.code in focus() and n.code not in partners]
    if any(is_for_region(reading, n, mention) for n in own):
        return Decision("REGION", "the sentence says for whom: Central Asia")
    guests = people_abroad(reading, mention, context.nation)
    own = [n for n in own if n.code not in guests]
    single = _without_nationality([n for n in own if n.code != "REGION"], mention)
    if single:
        best = min(single, key=lambda n: (_cost(reading, n, mention), n.first))
        if (
            best.first < mention.last
            or not context.nation
            or _cost(reading, best, mention) <= FARTHEST_BEHIND
        ):
            best = _first_of_pair(reading, best)
            return Decision(best.code, f"the sentence names it: “{best.words}”")
    if spans_region(reading) and not flow:
        return Decision("REGION", "the sentence speaks of a line through several countries")
    if any(leads(n, mention, context) for n in own):
        return Decision("REGION", "the sentence speaks of Central Asia")
    return _beyond(reading, mention, context, flow=flow)


def _without_nationality(names: list[Named], mention: Mention) -> list[Named]:
    """ "Batken has 340 Tajik stallholders": behind another name the adjective says who they are."""
    others = [n for n in names if n.first < mention.first and not n.adjective]
    inside = [n for n in names if n.adjective and mention.first <= n.first < mention.last]
    return [n for n in names if n not in inside] if others and inside else names


def _first_of_pair(reading: Reading, best: Named) -> Named:
    """ "Kazakhstan and Uzbekistan will jointly build": what two do together is told of the first."""
    for name in reading.named:
        joint = [token.norm for token in reading.row[name.last : best.first]] == ["and"]
        if joint and name.chain == PAIR and name.code in focus() and name.code != "REGION":
            return name
    return best


PAIR = 2


def _beyond(reading: Reading, mention: Mention, context: Context, *, flow: bool) -> Country:
    """None of the five is the sentence's own: a country abroad, the one carried over, or the only one."""
    if context.home == "REGION" and speaks_of_region(reading):
        return Decision("REGION", "“the region”, in a text about Central Asia")
    owed = any(word in language("relations")["creditors"] for word in reading.norms)
    abroad = None if flow or owed else _abroad(reading, mention)
    if abroad:
        return Decision(abroad.code, f"the sentence is about “{abroad.words}”")
    paid = country_of_currency(mention) if context.nation in (None, "REGION") else None
    if paid:
        return Decision(paid, f"told in its money: {mention.unit}")
    if context.nation:
        return Decision(context.nation, context.nation_why)
    partner = partner_of(reading, mention, context, flow=flow).value
    rest = [n for n in reading.named if n.code in focus() and n.code != partner]
    return Decision(rest[0].code, f"the only country named: “{rest[0].words}”") if rest else NONE


def _cost(reading: Reading, name: Named, mention: Mention) -> int:
    """Nearer is better; before the number is better than behind it, except inside the noun phrase."""
    if mention.first <= name.first < mention.last:
        return 0
    if name.first < mention.first:
        return reading.gap(name.last - 1, mention.first)
    behind = reading.gap(mention.last - 1, name.first) - MENTION_WALL
    if name.first - mention.last <= 1 and reading.row[name.first - 1].norm in LOCATED:
        return 0  # "24.0 percent in Kyrgyzstan"
    words = [token.norm for token in reading.row[mention.last : name.first]]
    if len(words) <= 3 and words[-1:] == ["of"] and words[0] in ("to", "for", "from", "by", "citizens"):
        return 1  # "720,000 to citizens of Tajikistan"
    if any(w in (",", ";", "while") for w in words) and any(m.first >= name.last for m in reading.mentions):
        return behind + FARTHEST_BEHIND  # the next number's
    return behind + (2 if reading.row[name.first - 1].norm in LOCATED else 8)


def _abroad(reading: Reading, mention: Mention) -> Named | None:
    """A country outside the region, where the sentence is about it: "in Russia", "Afghanistan's"."""
    for name in reading.named:
        before = reading.row[name.first - 1].norm if name.first else ""
        owner = reading.row[name.last - 1].text.endswith(("'s", "’s"))
        about = (before == "in" or owner) and name.first < 3
        near = name.first < mention.first and reading.gap(name.last, mention.first) < 12
        if name.code not in focus() and not name.partner and about and near and not name.adjective:
            return name
    return None


def partner_of(reading: Reading, mention: Mention, context: Context, *, flow: bool) -> Country:
    """The country dealt with, where the value is a flow between two."""
    if not flow:
        return Decision(None, "no flow between countries")
    found = [n for n in reading.named if n.code != "REGION"]
    close = [n for n in found if _beside(reading, n, mention, context)]
    if close:
        best = min(close, key=lambda n: (not _right_behind(n, mention), reading.gap(n.first, mention.first)))
        return Decision(best.code, f"beside the number: “{best.words}”")
    pair = [n for n in found if n.code in focus()]
    if len(pair) > 1 and pair[0].code != pair[1].code and pair[0].chain > 1:
        return Decision(pair[1].code, f"the second of {pair[0].words} and {pair[1].words}")
    return Decision(None, "no partner is named")


def listed_partners(reading: Reading, context: Context) -> list[Named]:
    """Where each number has its own country beside it, these are partners of the one spoken of."""
    return [] if context.nation is None else _beside_numbers(reading)


@lru_cache(maxsize=8)
def _beside_numbers(reading: Reading) -> list[Named]:
    beside = [n for n in reading.named if any(_right_before(reading, n, m) for m in reading.mentions)]
    return beside if len({n.code for n in beside}) > 1 else []


def _right_before(reading: Reading, name: Named, mention: Mention) -> bool:
    """ "Kyrgyzstan 912.8 thousand", "Russia (USD 5.27 billion)", "Tajikistan sent 1151.4 thousand"."""
    if not name.last <= mention.first < name.last + NEAR:
        return False
    return not any(t.norm in (",", ";", ":", "and") for t in reading.row[name.last : mention.first])


def _beside(reading: Reading, name: Named, mention: Mention, context: Context) -> bool:
    """Right before the number in a list of partners, or behind it after "to", "from", "with"."""
    other = name.code != context.nation
    if mention.first <= name.first < mention.last:
        return other and context.nation is not None
    if name.first < mention.first:
        listed = name in listed_partners(reading, context) or name.code not in focus() or name.partner
        return other and listed and _right_before_loosely(reading, name, mention)
    words = [t.norm for t in reading.row[mention.last : name.first]]
    return name.partner and len(words) <= 8 and not any(w in (",", ";", "(") for w in words)


def _right_behind(name: Named, mention: Mention) -> bool:
    """ "18% to Kazakhstan"."""
    return name.partner and 0 <= name.first - mention.last <= 1


def _right_before_loosely(reading: Reading, name: Named, mention: Mention) -> bool:
    """Also "China was the biggest partner with USD 6.89 billion"."""
    between = [t.norm for t in reading.row[name.last : mention.first]]
    numbers = any(name.last <= m.first and m.last <= mention.first for m in reading.mentions)
    close = len(between) <= NEAR + 4 and not numbers
    return close and not any(w in (";", ":") for w in between)


def main_country(readings: Iterable[Reading], title: Reading | None) -> Country:
    """The country of an article: its title's, else the one it names most."""
    if title is not None:
        if spans_region(title):
            return Decision("REGION", "the title joins several countries")
        here = [n for n in title.named if n.code in focus()]
        first = [n for n in here if n.code != "REGION" and not n.partner]
        first = first or [n for n in here if n.code == "REGION"] or here
        if first:
            return Decision(first[0].code, f"the title names “{first[0].words}”")
    counts = Counter(n.code for r in readings for n in r.named if n.code in focus() and n.code != "REGION")
    if len(counts) >= MANY and max(counts.values()) * 2 < counts.total():
        return Decision("REGION", "the article goes from country to country")
    if not counts:
        return Decision(None, "the article names none of the five countries")
    best = max(counts, key=lambda code: (counts[code], -list(counts).index(code)))
    return Decision(best, "the article names it most")
