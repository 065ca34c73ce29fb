"""The country whose money an article counts in, where it names none."""

from __future__ import annotations

from functools import cache

from etl.extract.mentions import Mention
from etl.reference import countries


def country_of_currency(mention: Mention) -> str | None:
    """The one of the five whose currency the number is in."""
    code = (mention.unit or "").split("/")[0] if mention.family == "money" else ""
    return _currencies().get(code)


@cache
def _currencies() -> dict[str, str]:
    return {country.currency: country.country for country in countries() if country.currency}
