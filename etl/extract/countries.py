"""The country that a value describes, and the partner it deals with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from etl.extract.context import Context, Decision
from etl.extract.currencies import country_of_currency
from etl.extract.guests import buyers, people_abroad
from etl.extract.mentions import Mention
from etl.extract.nations import Named, focus
from etl.extract.partners import listed_partners, partner_of
from etl.extract.reading import Reading
from etl.extract.regions import LOCATED, is_for_region, leads, spans_region, speaks_of_region, without_venues
from etl.extract.respective import respective
from etl.extract.walls import MENTION_WALL
from etl.reference import language

FARTHEST_BEHIND = 16  # a country farther behind its number is another clause's
MANY = 4  # countries of an article about the region
Country = Decision[str | None]
NONE: Country = Decision(None, "none is named")


def country_of(reading: Reading, mention: Mention, context: Context, *, flow: bool = False) -> Country:
    """The country the value describes."""
    its = respective(reading, mention)
    if its is not None and its.code in focus():
        return Decision(its.code, f"in its place of the list: “{its.words}”")
    partners = _partners(reading, mention, context) if flow else set()
    own = [n for n in reading.named if not n.partner and n.code in focus() and n.code not in partners]
    region = [n for n in own if n.code == "REGION"]
    if any(is_for_region(reading, n, mention) for n in region):
        return Decision("REGION", "the sentence says for whom: Central Asia")
    own = without_venues(reading, own)
    if own:
        guests = people_abroad(reading, mention, context.nation) | buyers(reading, context)
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


def _partners(reading: Reading, mention: Mention, context: Context) -> set[str | None]:
    """The countries that a flow comes from or goes to."""
    own = partner_of(reading, mention, context, flow=True).value
    return {own, *(name.code for name in listed_partners(reading, context))}


def _without_nationality(names: list[Named], mention: Mention) -> list[Named]:
    """ "Batken has 340 Tajik stallholders": behind another name the adjective says who they are."""
    others = [n for n in names if n.first < mention.first and not n.adjective]
    inside = [n for n in names if n.adjective and mention.first <= n.first < mention.last]
    return [n for n in names if n not in inside] if others and inside else names


def _first_of_pair(reading: Reading, best: Named) -> Named:
    """ "Kazakhstan and Uzbekistan will jointly build": what two do together is told of the first."""
    for name in reading.named:
        joint = reading.norms[name.last : best.first] == ["and"]
        if joint and name.chain == PAIR and name.code in focus() and name.code != "REGION":
            return name
    return best


PAIR = 2


def _beyond(reading: Reading, mention: Mention, context: Context, *, flow: bool) -> Country:
    """None of the five is the sentence's own: a country abroad, the one carried over, or the only one."""
    if context.home == "REGION" and speaks_of_region(reading):
        return Decision("REGION", "“the region”, in a text about Central Asia")
    owed = language("relations")["creditors"].meet(reading.norms)
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
    words = reading.norms[mention.last : name.first]
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
        named = (
            name.last < len(reading.row) and reading.row[name.last].text[0].isupper()
        )  # "China's Exim Bank"
        share = reading.norms[name.last : name.last + 1] == [
            "share"
        ]  # "China's share was 57%": of what we told
        about = (before in ("in", "inside") or (owner and not named and not share)) and name.first < 3
        near = name.first < mention.first and reading.gap(name.last, mention.first) < 12
        if name.code not in focus() and not name.partner and about and near and not name.adjective:
            return name
    return None


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
