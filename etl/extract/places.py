"""The place that a value is about."""

from __future__ import annotations

import itertools
from functools import cache, lru_cache

from etl.extract.capitals import capital_told
from etl.extract.context import Context, Decision
from etl.extract.lexicon import Hit
from etl.extract.mentions import Mention
from etl.extract.nations import focus
from etl.extract.reading import Reading
from etl.extract.site_names import names_of_sites
from etl.extract.towns import here, is_capital
from etl.reference import language, places


def place_of(
    reading: Reading, mention: Mention, country: str | None, context: Context
) -> Decision[str | None]:
    """The nearest place of the sentence that lies in `country`."""
    found = [hit for hit in here(reading) if country in (None, hit.value.rpartition("|")[2])]
    found = [h for h in found if not _is_anothers(reading, h, mention) and not _is_datelines(reading, h)]
    if found and not (len(found) > 1 and _several(reading)):
        best = min(found, key=lambda hit: _cost(reading, hit, mention))
        name = best.value.partition("|")[0]
        return Decision(name, f"the sentence names it: “{name}”")
    capital = capital_told(reading, country)
    if capital and not found:
        return Decision(capital, "“the capital”")
    held = context.place if country in (None, *_lands(context.place)) else None
    if held is None and context.site_place and context.site_place[0] in names_of_sites(reading):
        held = context.site_place[1]
    if held and not nationwide(reading, held) and not _several(reading) and not _governs(reading, held):
        return Decision(held, "carried from the sentence before")
    return Decision(None, "none is named")


def _governs(reading: Reading, held: str) -> bool:
    """ "Bishkek has 700 crossings. Bishkek has signed …": the second is the government."""
    return any(hit.value.partition("|")[0] == held and is_capital(reading, hit) for hit in reading.hits)


@cache
def _lands(name: str | None) -> frozenset[str]:
    """The countries in which a place of this name lies."""
    return frozenset(place.country for place in places() if place.place == name)


def _several(reading: Reading) -> bool:
    """ "the ports of Aktau and Kuryk together": the number is of neither alone."""
    found = here(reading)
    joined = any(
        reading.norms[a.last : b.first] == ["and"] and a.value != b.value
        for a, b in itertools.pairwise(found)
    )
    together = any(norm in _together() for norm in reading.norms)
    return joined and (together or len(reading.mentions) < len({hit.value for hit in found}))


def spread(reading: Reading) -> bool:
    """ "Ahal gave 310 tonnes, Lebap 260": of several places, so what follows is of none of them."""
    found = [hit for hit in here(reading) if hit.list != "place_province" or not _is_wider(reading, hit)]
    return len({hit.value.partition("|")[0] for hit in found}) > 1


def _is_wider(reading: Reading, hit: Hit) -> bool:
    """ "Suzak district of Turkistan region": the province only says where the district lies."""
    return any(0 < hit.first - other.last <= WIDER for other in here(reading))


WIDER = 2  # words between a district and its province


@cache
def _together() -> frozenset[str]:
    return frozenset(language("relations")["together"])


def _is_datelines(reading: Reading, hit: Hit) -> bool:
    """ "ALMATY, 28 August 2025 – Investment in the country …": written there, which is context only."""
    return reading.dateline is not None and hit.first <= 1


def _is_anothers(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Behind the number and another one, which it belongs to; or before "nationwide it was 35 thousand"."""
    between = reading.norms[hit.last : mention.first]
    if any(word in ("nationwide", "nationally", "countrywide") for word in between):
        return True
    if any(mention.last <= says.first < hit.first for says in reading.of("says")):
        return True  # "…, the ministers said after talks in Tashkent"
    behind = reading.norms[mention.last : hit.first]
    border = any(word in _borders() for word in behind)
    if any(mention.last <= m.first < hit.first for m in reading.mentions):
        return border  # "two turbines of 254 MW in Lebap" are both there
    # "In the country it was 38,000; in Bishkek 49,000": the next number's.
    return border and any(m.first >= hit.last for m in _of_same_part(reading, hit))


def _of_same_part(reading: Reading, hit: Hit) -> list[Mention]:
    """The numbers behind a place, up to the next semicolon."""
    end = next((n for n in range(hit.last, len(reading.row)) if reading.norms[n] == ";"), len(reading.row))
    return [mention for mention in reading.mentions if mention.first < end]


@cache
def _borders() -> frozenset[str]:
    return frozenset(language("relations")["borders"])


def _cost(reading: Reading, hit: Hit, mention: Mention) -> int:
    """Before the number or right behind it; a district counts before its province."""
    bracketed = hit.first > 0 and reading.row[hit.first - 1].text == "("
    wider = (3 if hit.list == "place_province" else 0) + (12 if bracketed else 0)
    wider += 12 if hit.list == "place_province" and _is_wider(reading, hit) else 0
    if hit.first < mention.first:
        return reading.gap(hit.last - 1, mention.first) + wider
    return reading.gap(mention.last - 1, hit.first) + 2 + wider


@cache
def _of_the_country() -> frozenset[str]:
    return frozenset(language("relations")["nationwide"])


@lru_cache(maxsize=8)
def nationwide(reading: Reading, place: str | None = None) -> bool:
    """The sentence turns to the country as a whole: to that of `place`, where one is given."""
    norms = reading.norms
    if not _of_the_country().isdisjoint(norms):
        return True
    whole = [n for n in reading.named if n.code in focus() and not n.partner and not n.adjective]
    if not whole and "country" not in norms:
        return False
    told = reading.mentions[0].last if reading.mentions else len(reading.row)
    lands = _lands(place)
    local = {h.first for h in reading.hits if h.list.startswith("place_") and not is_capital(reading, h)}
    whole = [n for n in whole if (not lands or n.code in lands) and n.first not in local]
    whole = [n for n in whole if n.first < told]  # "employs 3,000, all citizens of Kyrgyzstan" is of the town
    named = any(n.last >= len(reading.row) or not reading.row[n.last].text[0].isupper() for n in whole)
    pairs = itertools.pairwise(norms) if "country" in norms else ()
    return named or any(word in _all_of() and other == "country" for word, other in pairs)


@cache
def _all_of() -> frozenset[str]:
    return frozenset(language("relations")["all_of"])
