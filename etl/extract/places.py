"""The place that a value is about."""

from __future__ import annotations

import itertools

from etl.extract.context import Context, Decision
from etl.extract.lexicon import Hit
from etl.extract.mentions import Mention
from etl.extract.nations import is_place
from etl.extract.reading import Reading
from etl.reference import countries

HERE = ("in", "at", "near", "outside", "around", "of", "for", "from")
CITY_WORDS = ("city", "region", "municipality", "airport", "landfill", "sanitary")


def place_of(
    reading: Reading, mention: Mention, country: str | None, context: Context
) -> Decision[str | None]:
    """The nearest place of the sentence that lies in `country`."""
    found = [hit for hit in here(reading) if country in (None, hit.value.rpartition("|")[2])]
    found = [hit for hit in found if not _is_anothers(reading, hit, mention)]
    if found:
        best = min(found, key=lambda hit: _cost(reading, hit, mention))
        name = best.value.partition("|")[0]
        return Decision(name, f"the sentence names it: “{name}”")
    capital = _the_capital(reading, mention, country)
    if capital:
        return Decision(capital, "“in the capital”")
    if context.place and (context.place == context.section_place or not _nationwide(reading)):
        return Decision(context.place, "carried from the sentence before")
    return Decision(None, "none is named")


def here(reading: Reading) -> list[Hit]:
    """The places of the sentence; a capital only where it is a city, not a government."""
    out: list[Hit] = []
    for hit in reading.hits:
        if not hit.list.startswith("place_") or (out and hit.first < out[-1].last):
            continue
        if _is_capital(reading, hit) and not _is_city(reading, hit):
            continue
        if is_place(reading.row, hit):
            out.append(hit)
    return out


def _is_capital(reading: Reading, hit: Hit) -> bool:
    """The bare name of a capital, which may stand for its government."""
    named = any((h.first, h.last) == (hit.first, hit.last) for h in reading.of("country_capitals"))
    return hit.list == "place_capital" or named


def _is_city(reading: Reading, hit: Hit) -> bool:
    row = reading.row
    before = row[hit.first - 1].norm if hit.first else ""
    after = row[hit.last].norm if hit.last < len(row) else ""
    owner = row[hit.last - 1].text.endswith(("'s", "’s"))
    return before in HERE or after in CITY_WORDS or (owner and after.islower())


def _is_anothers(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Behind the number and behind another one: that one's place."""
    return any(mention.last <= m.first < hit.first for m in reading.mentions)


def _cost(reading: Reading, hit: Hit, mention: Mention) -> int:
    """Before the number or right behind it; a district counts before its province."""
    bracketed = hit.first > 0 and reading.row[hit.first - 1].text == "("
    wider = (3 if hit.list == "place_province" else 0) + (12 if bracketed else 0)
    if hit.first < mention.first:
        return reading.gap(hit.last - 1, mention.first) + wider
    return reading.gap(mention.last - 1, hit.first) + 2 + wider


def _the_capital(reading: Reading, mention: Mention, country: str | None) -> str | None:
    behind = [token.norm for token in reading.row[mention.last : mention.last + 6]]
    for words in (["in", "the", "capital"], ["the", "capital"]):
        if any(behind[at : at + len(words)] == words for at in range(3)):
            return next((c.capital for c in countries() if c.country == country), None)
    return None


def _nationwide(reading: Reading) -> bool:
    """The sentence turns to the country as a whole."""
    norms = [token.norm for token in reading.row]
    if any(word in norms for word in ("nationwide", "nationally", "national", "republic", "countrywide")):
        return True
    named = any(hit.list in ("country_names", "country_adjectives") for hit in reading.hits)
    return named or any(a == "the" and b == "country" for a, b in itertools.pairwise(norms))
