"""Every entry of the catalogue that the words in and around a number name, and how strongly each is named."""

from __future__ import annotations

from functools import lru_cache

from etl.extract.context import Context
from etl.extract.lexicon import Hit
from etl.extract.mentions import Mention
from etl.extract.nearness import Named, behind_bracket, near, written
from etl.extract.reading import Reading
from etl.extract.together import together
from etl.extract.verbs import READ
from etl.reference import language

INSIDE = -6  # in the noun phrase that is counted
WORTH = -5  # "a $650 million wind station"
FOR_A_PRICE = 8  # "line 160 km of canals for $210 million"
MODIFIER = 14  # a name that only modifies the noun counted
ABOVE = 26  # in the lead-in or the heading
HEADLINE = 6  # a headline that prints the same number
OWN_UNITS = ("length", "area", "energy", "mass", "volume")  # not everything can be in these


def candidates(reading: Reading, mention: Mention, context: Context, *, change: bool) -> list[Named]:
    """Every entry of the catalogue that the words around the number name."""
    return [
        *_inside(reading, mention),
        *near(reading, mention, change=change),
        *together(reading, mention),
        *_above(reading, mention, context),
    ]


def _inside(reading: Reading, mention: Mention) -> list[Named]:
    """Names inside the quote's own noun phrase or product: "55 seed farms", "tons of cotton"."""
    outside = bool(mention.product) and mention.per is None
    last = mention.last + (len(mention.product) + 1 if outside else 0)
    return [
        Named(
            _modifies(hit, mention) + INSIDE - 2 * (hit.last - hit.first),
            hit.first,
            hit.value,
            written(reading, hit),
        )
        for hit in reading.subjects
        if (mention.number.last <= hit.last and hit.first < last and hit.last > mention.number.first)
        or _is_label(hit, mention)
    ] + _worth(reading, mention)


def _modifies(hit: Hit, mention: Mention) -> int:
    """ "2,400 school leavers": the school only says which leavers."""
    noun = mention.noun
    inside = noun is not None and noun.first <= hit.first and hit.last < noun.last
    return MODIFIER if inside and mention.family == "count" else 0


def _is_label(hit: Hit, mention: Mention) -> bool:
    """ "Staff: 115": the noun that is counted stands in the label."""
    noun = mention.noun
    return noun is not None and noun.last <= mention.first and noun.first <= hit.first < noun.last


def _worth(reading: Reading, mention: Mention) -> list[Named]:
    """ "a $650 million wind station": what a project costs."""
    if mention.family != "money":
        return []
    projects = language("aspects")["projects"]["words"]
    start = behind_bracket(reading, mention)
    for token in reading.row[start : start + 4]:
        if token.kind != "word" or token.norm in language("nouns")["stop"]["words"]:
            break
        if token.norm in projects:
            return [Named(WORTH, mention.last, "project_cost", token.text)]
    if reading.norms[max(0, mention.first - 1) : mention.first] != ["for"]:
        return []
    buildings = language("aspects")["buildings"]["words"]
    built = [word for word in reading.stems[: mention.first] if word in projects or word in buildings]
    return [Named(FOR_A_PRICE, 0, "project_cost", built[-1])] if built else []


def _above(reading: Reading, mention: Mention, context: Context) -> list[Named]:
    """Names in the lead-in of a list, the heading and the title."""
    item = reading.block.role in ("item", "table_row")
    levels = (
        (context.lead, ABOVE - 12 if item else None),
        (context.label, ABOVE),
        (context.heading, ABOVE + 4),
        (context.title, ABOVE + 4 if mention.family in OWN_UNITS else ABOVE + 6),
    )
    out: list[Named] = []
    for above, cost in levels:
        if above is None or cost is None:
            continue
        if names := _told(above):
            own = HEADLINE if _same_number(above, mention) else cost
            out += [Named(own + told.cost, told.order, told.id, told.words) for told in names]
        if _is_growth(above):
            out.append(Named(cost, 0, "gdp_growth", above.row[0].text))
    return out


@lru_cache(maxsize=READ)
def _told(above: Reading) -> list[Named]:
    """The names in a line above; the longer, the better."""
    return [Named(h.first - h.last, h.first, h.value, written(above, h)) for h in above.subjects]


@lru_cache(maxsize=READ)
def _is_growth(above: Reading) -> bool:
    """ "Growth, January–May:" over a list of countries: of the economy, where it says of nothing else."""
    alone = len(above.norms) < 2 or above.norms[1] in (",", ":", "(", "in")
    return bool(above.norms) and above.norms[0] in language("aspects")["growth"]["words"] and alone


def _same_number(above: Reading, mention: Mention) -> bool:
    """A headline that prints the same number says what it is."""
    return any(m.value == mention.value and m.unit == mention.unit for m in above.mentions if m.value)
