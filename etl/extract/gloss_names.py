"""Places of the gazetteer as another language declines them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.reference import Place, language, places

LANGUAGE = "ru"
CYRILLIC = re.compile(r"[А-ЯЁ][а-яёА-ЯЁ0-9 -]+")
ELEMENT = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
PROVINCE = ("област*", "регион*", "велаят*")  # what a province may be called
SHORT = 4  # letters of a name that is too short to lose its last one


def place_names() -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Elements, English and part of each alias in this script: "Бухарской области" is Bukhara region."""
    for place in places():
        for alias in place.aliases:
            if CYRILLIC.fullmatch(alias):
                elements = tuple(_element(word) for word in ELEMENT.findall(_low(alias)))
                yield elements, _english(place), "name"
                if elements[-1] in PROVINCE:
                    yield from (((*elements[:-1], other), _english(place), "name") for other in PROVINCE)
                    yield elements[:-1], place.place, "name"  # "в Ошской и Чуйской областях"
                yield from _adjective(alias, place)


def _low(alias: str) -> str:
    return alias.lower().replace("ё", "е")


def _element(word: str) -> str:
    """ "ташкентская" and "бухара" as stems that take every ending."""
    if not word.isalpha() or (len(word) <= SHORT and word[-1] in "аеиоуыэюя"):
        return word
    for ending in language("endings", LANGUAGE)["names"]["endings"]:
        if word.endswith(ending) and len(word) - len(ending) >= SHORT - 1:
            return word.removesuffix(ending) + "*"
    return word + "*"


def _english(place: Place) -> str:
    return f"{place.place} region" if place.kind == "province" else place.place


def _adjective(alias: str, place: Place) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """ "ошский", "наманганская": of the town."""
    one_word = alias.isalpha() and alias[-1].lower() not in "аеиоуыэюяйь"
    if one_word and place.kind in ("city", "capital", "town"):
        yield (_low(alias) + "ск*",), place.place, "phrase"
