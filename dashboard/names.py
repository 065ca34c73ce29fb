"""Codes of the catalogue as they are named on screen. `dashboard.words` hands them on."""

from __future__ import annotations

import csv
import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

from dashboard import database, language
from dashboard.language import N_, _
from dashboard.queries import names as queries

GAZETTEER = Path(__file__).resolve().parent.parent / "data" / "reference" / "places.csv"


def part(code: str) -> str:
    """What a figure is of, where it is not of the whole: a partner country, a plant, or a part by name.

    >>> part("RUS"), part("raw_cotton"), part("kambarata_1")
    ('partner Russia', 'raw cotton', 'Kambarata-1')
    """
    partner = partners().get(code)
    if partner:
        return _("partner {country}").format(country=partner)
    site = _sites().get(code)
    return place(site) if site else code.replace("_", " ")


def place(name: str) -> str:
    """As the reader calls it; `name` is the gazetteer's, or several parted by semicolons.

    >>> place("Osh")
    'Osh'
    """
    if language.code() == language.ENGLISH:
        return name
    return "; ".join(_known("places").get(part, part) for part in name.split("; "))


def country(code: str, english: str) -> str:
    """As the reader calls one of the five."""
    return english if language.code() == language.ENGLISH else _known("countries").get(code, english)


def indicator(code: str, english: str) -> str:
    """As the reader calls it."""
    return english if language.code() == language.ENGLISH else _known("indicators").get(code, english)


def _known(table: str) -> dict[str, str]:
    return _in_language(database.edition(), table)


@lru_cache(maxsize=6)
def _in_language(_edition: str, table: str) -> dict[str, str]:
    return {"places": queries.places, "countries": queries.countries, "indicators": queries.indicators}[
        table
    ]()


@cache
def _sites() -> dict[str, str]:
    """Plants, mines and fields of the gazetteer, by the code that a claim has for them."""
    with GAZETTEER.open(encoding="utf-8", newline="") as file:
        names = [row["place"] for row in csv.DictReader(file) if row["kind"] == "site"]
    return {re.sub(r"\W+", "_", name.lower()): name for name in names}


@cache
def partners() -> dict[str, str]:
    """Every country that trade or arrivals are told with, by ISO 3166-1 alpha-3."""
    return tomllib.loads(Path(__file__).with_name("partners.toml").read_text("utf-8"))


KINDS = {
    "observed": N_("observed"),
    "target": N_("target"),
    "planned": N_("planned"),
    "forecast": N_("forecast"),
    "change": N_("change"),
    "share": N_("share"),
}
DIRECTIONS = {"up": N_("up"), "down": N_("down")}
TOPICS = {
    "agriculture": N_("Agriculture"),
    "demography": N_("Demography"),
    "education": N_("Education"),
    "energy": N_("Energy"),
    "environment": N_("Environment"),
    "finance": N_("Finance"),
    "health": N_("Health"),
    "industry": N_("Industry"),
    "investment": N_("Investment"),
    "labour": N_("Labour"),
    "migration": N_("Migration"),
    "nutrition": N_("Nutrition"),
    "other": N_("Other"),
    "security": N_("Security"),
    "social": N_("Social"),
    "technology": N_("Technology"),
    "tourism": N_("Tourism"),
    "trade": N_("Trade"),
    "transport": N_("Transport"),
}


def kind(code: str) -> str:
    """Of a value.

    >>> kind("planned")
    'planned'
    """
    return _(KINDS[code]) if code in KINDS else code


def direction(code: str) -> str:
    """Of a change."""
    return _(DIRECTIONS[code]) if code in DIRECTIONS else code


def topic(code: str) -> str:
    """A code of the catalogue on screen.

    >>> topic("labour"), topic("foreign_labour_quota")
    ('Labour', 'Foreign labour quota')
    """
    return _(TOPICS[code]) if code in TOPICS else code.replace("_", " ").capitalize()
