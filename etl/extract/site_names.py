"""The plants, mines, fields and passes that a sentence names."""

from __future__ import annotations

from functools import lru_cache

from etl.extract.lexicon import Hit
from etl.extract.open_names import slug
from etl.extract.reading import Reading
from etl.extract.towns import is_site


def names_of_sites(reading: Reading) -> list[str]:
    """The plants, mines and fields of the sentence."""
    return [name_of(hit) for hit in sites_in(reading)]


@lru_cache(maxsize=8)
def sites_in(reading: Reading) -> list[Hit]:
    """Where the sentence names them."""
    return [hit for hit in reading.hits if hit.list.startswith("place_") and is_site(reading, hit)]


def name_of(hit: Hit) -> str:
    """As the map of plants looks it up: "kambarata_1"."""
    return slug(tuple(hit.value.partition("|")[0].replace("-", " ").split()))
