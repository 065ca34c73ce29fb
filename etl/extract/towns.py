"""The cities, districts and provinces that a sentence names, and what only bears their names."""

from __future__ import annotations

from functools import cache, lru_cache

from etl.extract.groups import before
from etl.extract.lexicon import Hit
from etl.extract.nations import DASHES, is_place
from etl.extract.reading import Reading
from etl.reference import language, places


@lru_cache(maxsize=8)
def here(reading: Reading) -> list[Hit]:
    """The cities, districts and provinces of the sentence; a capital only as a city, no plant by its name."""
    out: list[Hit] = []
    for hit in reading.hits:
        if not hit.list.startswith("place_"):
            continue
        within = bool(out) and hit.first < out[-1].last
        within = within and (
            hit.value == out[-1].value or hit.last < out[-1].last
        )  # "Kemin" in "Kemin district"
        if within or (out and out[-1].first < hit.first < out[-1].last):
            continue
        if is_capital(reading, hit) and not _is_city(reading, hit):
            continue
        if is_place(reading.row, hit) and not _on_a_route(reading, hit) and not _in_front(reading, hit):
            out.append(hit)
    return [hit for hit in out if not is_site(reading, hit)]


@cache
def _sites() -> frozenset[str]:
    """The names of plants, mines and passes, and what a town shares with them: "Toktogul"."""
    names = [place.place for place in places() if place.kind == "site"]
    cities = {place.place for place in places() if place.kind == "city"}
    return frozenset([*names, *({name.split()[0] for name in names} - cities)])


def is_site(reading: Reading, hit: Hit) -> bool:
    """ "Toktogul runs low" speaks of the dam; "in Toktogul", "the Syrdarya region" of places."""
    if hit.list == "place_site":
        return True
    if hit.value.partition("|")[0] not in _sites():
        return False
    ahead = reading.row[hit.first - 1].norm if hit.first else ""
    after = reading.row[hit.last].norm if hit.last < len(reading.row) else ""
    return ahead != "in" and after not in {*_of_a_city(), "province", "district", ","}


def _in_front(reading: Reading, hit: Hit) -> bool:
    """ "CHOLPON-ATA – The summer …": where it was written."""
    row = reading.row
    dash = hit.first == 0 and hit.last < len(row) and row[hit.last].text in DASHES
    return dash and row[hit.last].start > row[hit.last - 1].end and row[0].text.isupper()


def _on_a_route(reading: Reading, hit: Hit) -> bool:
    """ "The Almaty–Shymkent road", "Kaindy-Kant": joined by a dash to another name, it is no place."""
    row = reading.row
    before_it = hit.first > 1 and row[hit.first - 1].text in DASHES and row[hit.first - 2].text[0].isupper()
    behind_it = (
        hit.last + 1 < len(row) and row[hit.last].text in DASHES and row[hit.last + 1].text[0].isupper()
    )
    spaced = hit.first > 0 and row[hit.first - 1].start > row[hit.first - 2].end
    return (before_it and not spaced) or (behind_it and row[hit.last].start == row[hit.last - 1].end)


def is_capital(reading: Reading, hit: Hit) -> bool:
    """The bare name of a capital, which may stand for its government."""
    named = any((h.first, h.last) == (hit.first, hit.last) for h in reading.of("country_capitals"))
    return hit.list == "place_capital" or named


def _is_city(reading: Reading, hit: Hit) -> bool:
    row = reading.row
    ahead = row[hit.first - 1].norm if hit.first else ""
    after = row[hit.last].norm if hit.last < len(row) else ""
    owner = row[hit.last - 1].text.endswith(("'s", "’s"))
    label = hit.first == 0 and after == ":" and reading.block.role in ("item", "table_row")
    owner = owner and after.islower()
    if ahead == "in" and hit.first > 1 and row[hit.first - 2].norm in _speakers():
        return False  # "officials in Dushanbe"
    if ahead == "in" and after in _says():
        return False  # "scientists of the institute in Dushanbe say"
    return (
        ahead in _before_a_city()
        or _counts(reading, hit)
        or after in _of_a_city()
        or owner
        or label
        or _has(reading, hit)
    )


def _counts(reading: Reading, hit: Hit) -> bool:
    """ "Almaty alone received 11 million, Astana 8 million": a city among cities, its number behind it."""
    listed = any(mention.first == hit.last for mention in reading.mentions)
    return listed and any(
        other.list == "place_city" and other.first != hit.first and other.last < len(reading.row)
        for other in reading.hits
    )


@cache
def _speakers() -> frozenset[str]:
    return frozenset(language("relations")["speakers"])


@cache
def _says() -> frozenset[str]:
    return frozenset(language("claimants")["verbs"])


def _has(reading: Reading, hit: Hit) -> bool:
    """ "Bishkek has 960 cameras" counts what stands in the city; "Bishkek has agreed …" is its government."""
    has = reading.norms[hit.last : hit.last + 1] in (["has"], ["had"], ["counts"])
    numbers = [mention for mention in reading.mentions if mention.family == "count"] if has else []
    return any(before(reading.row, mention) == hit.last for mention in numbers)


@cache
def _before_a_city() -> frozenset[str]:
    return frozenset(language("relations")["before_a_city"])


@cache
def _of_a_city() -> frozenset[str]:
    return frozenset(language("relations")["of_a_city"])
