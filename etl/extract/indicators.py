"""What a number measures: the entry of the catalogue that the words around it name."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from etl.extract.context import Context, Decision
from etl.extract.counted import unit_of
from etl.extract.fitting import fits
from etl.extract.lexicon import Hit, phrase_tokens
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.extract.tokens import stem
from etl.reference import Indicator, indicators, language

FARTHEST = 34  # past this, what stands above the sentence is nearer
SMALL_SUM = 100_000  # no project costs less
TOGETHER = -5  # a set of words is more telling than one name
WINDOW = 14  # tokens on each side in which the words of `together` must stand
BEHIND = 4  # a name behind the number costs this much more than one before it
ABOVE = 26  # cost of a name in the lead-in or the heading
GROUP_ENDS = ("was", "is", "were", "are", "have", "had", "has", "will", "in", "who", "to")


class Named(NamedTuple):
    """A candidate: the lower the cost, the better it fits."""

    cost: int
    order: int
    id: str
    words: str


def indicator_of(
    reading: Reading, mention: Mention, context: Context, *, change: bool
) -> Decision[Indicator | None]:
    """The catalogue's entry for the mention; None where an open name is better."""
    found = [
        *_inside(reading, mention),
        *_near(reading, mention),
        *_together(reading, mention),
        *_above(reading, mention, context),
    ]
    fitting = [n for n in found if fits(indicators()[n.id], mention, change=change)]
    if mention.family == "mass" and _plant_for(reading, mention):
        return Decision(indicators()["production_capacity"], "a plant for so much")
    if mention.per and mention.noun is not None and mention.noun.head in _made():
        return Decision(indicators()["production_capacity"], "goods made in a day, a month or a year")
    best = min(fitting, default=None)
    if best is None or best.cost > FARTHEST or _noun_is_own(mention, best):
        return Decision(None, "the catalogue names nothing beside it")
    if best.id == "project_cost" and mention.value is not None and abs(mention.value) < SMALL_SUM:
        return Decision(indicators()["price"], f"“{best.words}” of a small sum is a price")
    growth = indicators().get(f"{best.id}_growth") if change and mention.family == "rate" else None
    return Decision(growth or indicators()[best.id], f"“{best.words}”")


def _inside(reading: Reading, mention: Mention) -> list[Named]:
    """Names inside the quote's own noun phrase or product: "55 seed farms", "tons of cotton"."""
    outside = bool(mention.product) and mention.per is None
    last = mention.last + (len(mention.product) + 1 if outside else 0)
    return [
        Named(-6 - 2 * (hit.last - hit.first), hit.first, hit.value, _written(reading, hit))
        for hit in reading.subjects
        if mention.number.last <= hit.last and hit.first < last and hit.last > mention.number.first
    ]


def _near(reading: Reading, mention: Mention) -> list[Named]:
    out = []
    group = _group_behind(reading, mention)
    for hit in reading.subjects:
        size = hit.last - hit.first
        entry = indicators()[hit.value]
        if hit.first in group and (entry.unit_family in ("count", "money") or entry.family == "gdp"):
            continue
        if (mention.unit or "").startswith("per_") and 0 <= hit.first - mention.last <= 2:
            continue  # "17 per 100,000 live births"
        if hit.last <= mention.first:
            cost = reading.gap(hit.last - 1, mention.first) - 2 * size
        elif hit.first >= mention.last:
            cost = reading.gap(mention.last - 1, hit.first) + _behind(reading, hit, mention) - 2 * size
        else:
            continue
        out.append(Named(cost, hit.first, hit.value, _written(reading, hit)))
    return out


def _plant_for(reading: Reading, mention: Mention) -> bool:
    """ "a works in Osh for 350 thousand tons"."""
    words = [token.norm for token in reading.row[max(0, mention.first - 8) : mention.first]]
    return words[-1:] == ["for"] and any(word in language("aspects")["plants"]["words"] for word in words)


def _group_behind(reading: Reading, mention: Mention) -> range:
    """ "46.3% of the population was overweight": the population is the group, not what is measured."""
    row = reading.row
    if mention.family != "rate" or mention.last >= len(row) or row[mention.last].norm != "of":
        return range(0)
    last = mention.last + 1
    while (
        last < len(row)
        and last - mention.last < 6
        and row[last].norm not in GROUP_ENDS
        and row[last].kind == "word"
    ):
        last += 1
    persons = any(
        unit_of(stem(t.norm)) == "person" or t.norm in ("population", "gdp") for t in row[mention.last : last]
    )
    return range(mention.last, last) if persons else range(0)


def _behind(reading: Reading, hit: Hit, mention: Mention) -> int:
    """ "48% of its exports" names it; "a gain of 48% after exports" less so."""
    words = [token.norm for token in reading.row[mention.last : hit.first]]
    of = words[:1] == ["of"] and len(words) <= 4
    return -4 if of else BEHIND


def _written(reading: Reading, hit: Hit) -> str:
    return " ".join(token.text for token in reading.row[hit.first : hit.last])


@cache
def _sets() -> tuple[tuple[frozenset[str], str, str], ...]:
    """Words that name an entry when all of them stand around the number."""
    return tuple(
        (frozenset(stem(token.norm) for token in phrase_tokens(words)), entry.id, words)
        for entry in indicators().values()
        for words in entry.together
    )


@cache
def _set_words() -> dict[str, tuple[int, ...]]:
    table: dict[str, list[int]] = {}
    for at, (words, _, _) in enumerate(_sets()):
        table.setdefault(min(words), []).append(at)
    return {word: tuple(rows) for word, rows in table.items()}


def _together(reading: Reading, mention: Mention) -> list[Named]:
    end = min((m.first for m in reading.mentions if m.first >= mention.last), default=len(reading.row))
    start, end = max(0, mention.first - WINDOW), min(end, mention.last + WINDOW)
    around = {stem(token.norm) for token in reading.row[start:end]}
    if mention.unit:
        around.add(mention.unit)
    rows = sorted({at for word in around for at in _set_words().get(word, ())})
    return [
        Named(TOGETHER - 3 * len(words), at, name, written)
        for at in rows
        for words, name, written in (_sets()[at],)
        if words <= around
    ]


def _above(reading: Reading, mention: Mention, context: Context) -> list[Named]:
    """Names in the lead-in of a list, the sentence before, the heading and the title."""
    out: list[Named] = []
    item = reading.block.role in ("item", "table_row")
    for above, cost in (
        (context.lead, ABOVE - 12 if item else None),
        (context.heading, ABOVE + 4),
        (context.title, ABOVE + 6),
    ):
        if above is not None and cost is not None:
            out += [
                Named(cost - (h.last - h.first), h.first, h.value, _written(above, h)) for h in above.subjects
            ]
    colons = [n for n, token in enumerate(reading.row[: mention.first]) if token.text == ":"]
    named = bool(colons) and any(t.kind == "word" and t.text.islower() for t in reading.row[: colons[0]])
    return [*out, *_before(mention, context, labelled=named)]


def _before(mention: Mention, context: Context, *, labelled: bool) -> list[Named]:
    """The last claim's subject, where the unit is the same or taken over."""
    claim, last = context.claim, context.mention
    if labelled:
        return []
    if claim is None or last is None or claim.subject.indicator not in indicators():
        return []
    same = mention.family == last.family and (
        mention.inherited or mention.unit is None or mention.noun is None
    )
    return (
        [Named(ABOVE - (14 if mention.inherited else 4), 0, claim.subject.indicator, "as the claim before")]
        if same
        else []
    )


def _noun_is_own(mention: Mention, best: Named) -> bool:
    """A counted noun names its own series, unless the words name one in or right around it."""
    if mention.noun is None or mention.family != "count" or mention.inherited:
        return False
    return best.cost > (FARTHEST if mention.noun.head in _generic() else 5)


@cache
def _made() -> frozenset[str]:
    return frozenset(language("aspects")["made"]["words"])


@cache
def _generic() -> frozenset[str]:
    return frozenset(language("aspects")["generic_nouns"]["words"])
