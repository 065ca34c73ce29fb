"""Countries, places and the catalogue as rows of their tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from etl import reference
from etl.rates.currencies import currencies
from etl.rates.sources import sources
from etl.store.given import Rows

SHOWN = ("name", "family", "topic", "unit_family", "definition", "low", "high", "lead")


def reference_rows() -> Mapping[str, Rows]:
    """Table of the schema -> its rows."""
    return {
        "countries": [asdict(country) for country in reference.countries()],
        "places": [{**asdict(place), "name_ru": place.name_ru} for place in reference.places()],
        "stage_words": [
            {"stage": stage, "rank": rank, "words": each}
            for rank, (stage, words) in enumerate(reference.stages().items(), start=1)
            for each in words
        ],
        "currencies": [{**asdict(each), "currency": each.code} for each in currencies()],
        "rate_sources": [asdict(each) for each in sources().values()],
        "indicators": [_indicator(each) for each in reference.indicators().values()],
    }


def _indicator(indicator: reference.Indicator) -> Mapping[str, object]:
    shown = {name: getattr(indicator, name) for name in SHOWN}
    name_ru = reference.indicator_names().get(indicator.id)
    return {"indicator": indicator.id, "catalogued": True, "name_ru": name_ru, **shown}
