"""What a number measures: the entry of the catalogue that the words around it name."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from etl.extract.candidates import candidates
from etl.extract.context import Context, Decision
from etl.extract.counted import unit_of
from etl.extract.ellipsis import PRONOUN, Back, base_of
from etl.extract.fitting import fits
from etl.extract.groups import before
from etl.extract.mentions import Mention
from etl.extract.nearness import Named
from etl.extract.reading import Reading
from etl.extract.tokens import stem
from etl.reference import Indicator, indicators, language

FARTHEST = 30  # past this nothing is named: an open name says less, but says it rightly
OWN_NOUN = -4  # the name of another thing than the one counted must be as close as this
PART_OF = 6  # a name this close holds against "of …"
CLOSE = 8  # how much farther a special name may stand than a general one
HIGHEST_PRICE = 1_000_000_000
SMALL_SUM = 100_000  # no project costs less

Found = Decision[Indicator | None]


def indicator_of(
    reading: Reading, mention: Mention, context: Context, back: Back | None, *, change: bool
) -> Found:
    """The catalogue's entry for the mention, which leans on `back`; None where an open name is better."""
    by_rate = _by_rate(reading, mention)
    if by_rate:
        return by_rate
    found = candidates(reading, mention, context, change=change)
    fitting = [n for n in found if fits(indicators()[n.id], mention, change=change) and _is_sane(n, mention)]
    best = _best(mention, fitting)
    if not change and (best is None or best.cost > PART_OF) and _is_part_of_unnamed(reading, mention):
        return Decision(None, "a part of what the catalogue does not know")
    back = _back(back, best)
    if (
        back is not None
        and (best is None or back.cost <= best.cost)
        and _can_be(back, mention, change=change)
    ):
        return Decision(base_of(back.claim), back.why)
    if best is not None:
        return _named(_special(best, fitting), mention, change=change)
    if back is not None and back.cost <= PRONOUN:
        return _sum_of(back, mention) or _named_before(reading, mention, context) or Decision(None, back.why)
    return _by_unit(reading, mention, context) or Decision(None, "the catalogue names nothing beside it")


def _by_rate(reading: Reading, mention: Mention) -> Found | None:
    """What so much in a day or a year tells by itself: a plant's capacity, the interest on a loan."""
    made = _made_there(reading, mention)
    if made:
        return Decision(indicators()["production_capacity"], made)
    if _is_interest(reading, mention):
        return Decision(indicators()["interest_rate"], "so many percent a year on money lent")
    return None


def _is_interest(reading: Reading, mention: Mention) -> bool:
    """ "banks lend to farmers at 10 percent a year"."""
    at = before(reading.row, mention) if mention.unit == "percent" else -1
    if at < 0 or reading.norms[at] != "at" or _words("lending").isdisjoint(reading.stems):
        return False
    return mention.per == "year" or any(  # "$700 million at 7%"
        m.family == "money" and m.last == at for m in reading.mentions
    )


def _is_sane(named: Named, mention: Mention) -> bool:
    """Nothing has a price of billions."""
    return (
        named.id != "price" or mention.family != "money" or abs(mention.value or Decimal(0)) < HIGHEST_PRICE
    )


def _best(mention: Mention, fitting: list[Named]) -> Named | None:
    best = min(fitting, default=None)
    return None if best is None or best.cost > FARTHEST or _noun_is_own(mention, best) else best


def _can_be(back: Back, mention: Mention, *, change: bool) -> bool:
    entry = base_of(back.claim)
    return entry is None or fits(entry, mention, change=change)


def _sum_of(back: Back, mention: Mention) -> Found | None:
    """ "They left behind a billion dollars": the sum that belongs to what was counted."""
    entry = base_of(back.claim)
    if entry is None or mention.family != "money" or "money" in entry.accepts:
        return None
    sums = [e for e in indicators().values() if e.family == entry.family and e.unit_family == "money"]
    return Decision(sums[0], f"{back.why}, and {sums[0].id} is its sum") if len(sums) == 1 else None


def _named_before(reading: Reading, mention: Mention, context: Context) -> Found | None:
    """ "The level of the reservoir dropped; it holds 9 billion m3": the last name that has this unit."""
    above = context.previous.subjects if context.previous else ()
    hits = [*above, *(hit for hit in reading.subjects if hit.last <= mention.first)]
    fitting = [hit for hit in hits if indicators()[hit.value].unit_family == mention.family]
    if not fitting or mention.family in ("count", "rate", "money"):
        return None
    return Decision(indicators()[fitting[-1].value], "the last name that can be in this unit")


def _back(back: Back | None, best: Named | None) -> Back | None:
    """What the number leans on; a general name leaves a special one of its kind as it is."""
    if back is None or back.cost > FARTHEST:
        return None
    entry = base_of(back.claim)
    if best is None or entry is None or best.id not in _words("general"):
        return back
    alike = entry.unit_family == indicators()[best.id].unit_family and entry.id != best.id
    return back._replace(cost=best.cost) if alike else back


def _named(best: Named, mention: Mention, *, change: bool) -> Found:
    value = mention.value if mention.value is not None else mention.low
    if (
        best.id == "project_cost"
        and mention.family == "money"
        and value is not None
        and abs(value) < SMALL_SUM
    ):
        return Decision(indicators()["price"], f"“{best.words}” of a small sum is a price")
    growth = indicators().get(f"{best.id}_growth") if change and mention.family == "rate" else None
    return Decision(growth or indicators()[best.id], f"“{best.words}”")


def _special(best: Named, fitting: list[Named]) -> Named:
    """ "4,210 new cases" under "Tuberculosis": what is above makes a general name special."""
    kinds = [n for n in fitting if n.id in language("aspects")["special"].get(best.id, ())]
    if kinds or best.id not in _words("general"):
        return min(kinds, default=best)  # "700 accidents … and 90 people died": on the roads
    topic = indicators()[best.id].topic
    others = [n for n in fitting if n.id not in _words("general")]
    near = [n for n in others if indicators()[n.id].topic == topic or n.cost < best.cost + CLOSE]
    return min(near, default=best)


def _by_unit(reading: Reading, mention: Mention, context: Context) -> Found | None:
    """ "a 1,000 MW plant": what has only one meaning in its unit needs no name."""
    row = (*(context.previous.row if context.previous else ()), *reading.row)
    if mention.family != "power" or not any(t.norm in _words("power_makers") for t in row):
        return None
    behind = reading.row[mention.last].norm if mention.last < len(reading.row) else ""
    if behind in _words("looks_back"):
        return None
    return Decision(indicators()["installed_capacity"], "the power of a plant")


def _made_there(reading: Reading, mention: Mention) -> str | None:
    """ "a works in Osh for 350 thousand tons", "70,000 vehicles a year": what a plant can make."""
    words = reading.norms[max(0, mention.first - 8) : mention.first]
    if mention.family == "mass" and words[-1:] == ["for"] and any(w in _words("plants") for w in words):
        return "a plant for so much"
    passes = not _words("traffic").isdisjoint(reading.stems)  # "5,000 vehicles a day" on a road
    if mention.per and mention.noun is not None and mention.noun.head in _words("made") and not passes:
        return "goods made in a day, a month or a year"
    return None


def _noun_is_own(mention: Mention, best: Named) -> bool:
    """A counted noun names its own series, unless the words name one in or right around it."""
    if mention.noun is None or mention.family != "count" or mention.inherited:
        return False
    return best.cost > (FARTHEST if mention.noun.head in _words("generic_nouns") else OWN_NOUN)


def _is_part_of_unnamed(reading: Reading, mention: Mention) -> bool:
    """ "80% of what the home market needs": the whole says what it is, and the catalogue does not know it."""
    row, last = reading.row, mention.last
    if mention.unit != "percent" or last >= len(row) or row[last].norm != "of":
        return False
    end = last + 1
    while (
        end < len(row)
        and row[end].kind == "word"
        and row[end].norm not in _words("group_ends")
        and end - last < 7
    ):
        end += 1
    if any(last < hit.last and hit.first < end for hit in reading.subjects):
        return False
    whole = {token.norm for token in row[last + 1 : end]}
    loose = whole & (_words("pronouns") | _words("looks_back") | _words("yardsticks"))
    return (
        bool(whole - {"the", "its"})
        and not loose
        and not any(unit_of(stem(word)) == "person" for word in whole)
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language("aspects")[name]["words"])
