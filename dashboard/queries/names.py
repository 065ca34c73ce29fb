"""What places and countries are called in the reader's language."""

from __future__ import annotations

from dashboard.database import ask


def places() -> dict[str, str]:
    """By the gazetteer's spelling; those that have no name in that language are left out."""
    found = ask(
        """
        select place, any_value(name_ru) as name
        from places
        where $lang = 'ru' and name_ru is not null
        group by place
        """
    )
    return dict(zip(found.place, found.name, strict=True))


def indicators() -> dict[str, str]:
    """By code."""
    found = ask("select indicator, name from indicators_in($lang)")
    return dict(zip(found.indicator, found.name, strict=True))


def countries() -> dict[str, str]:
    """By code."""
    found = ask("select country, name from countries_in($lang)")
    return dict(zip(found.country, found.name, strict=True))
