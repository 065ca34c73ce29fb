"""Countries, places, indicators, units and word lists: data/reference, loaded once."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "data" / "reference"
LANGUAGE = "en"
RUSSIAN = re.compile(r"[А-ЯЁа-яё .-]+")  # a spelling in letters that Russian has


@dataclass(frozen=True, slots=True)
class Country:
    """One of the five, or REGION for them together."""

    country: str
    name: str
    name_ru: str
    currency: str | None
    capital: str | None
    position: int
    label_lat: float | None
    label_lon: float | None


@dataclass(frozen=True, slots=True)
class CountryWords:
    """How articles name a country; partners of the five are here too."""

    code: str
    focus: bool
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the gazetteer."""

    place: str
    country: str
    kind: str
    lat: float
    lon: float
    precision: str
    anchor: str
    aliases: tuple[str, ...]
    source: str

    @property
    def name_ru(self) -> str | None:
        """The first of its Russian spellings."""
        return next(filter(RUSSIAN.fullmatch, self.aliases), None)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of the catalogue. `accepts` are families of units; `future` is its kind when it lies ahead.

    `per` is what the sum is told for where the words do not say: wages are a month's in the region.
    """

    id: str
    name: str
    family: str
    topic: str
    unit_family: str
    definition: str
    accepts: frozenset[str]
    phrases: tuple[str, ...]
    together: tuple[str, ...]
    unit: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    lead: int | None = None
    future: str | None = None
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is written in an article; `factor` turns it into the unit `id` that is kept.

    `name` is one of the written unit in words: "mile", where `id` is "km".
    """

    id: str
    name: str
    family: str
    factor: Decimal
    forms: tuple[str, ...]
    signs: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()
    highest: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Per:
    """What a number is told per: a day, a person, 1,000 births."""

    id: str
    forms: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """The five and REGION, in their order on screen."""
    return tuple(_country(row) for row in _rows("countries.csv"))


@cache
def places() -> tuple[Place, ...]:
    """The gazetteer, as the file has it."""
    return tuple(_place(row) for row in _rows("places.csv"))


@cache
def indicators() -> dict[str, Indicator]:
    """The catalogue by id, in the order of the file."""
    return {row["id"]: _indicator(row) for row in _table("indicators.toml")["indicator"]}


@cache
def indicator_names() -> dict[str, str]:
    """What the indicators of the catalogue are called in Russian, by id."""
    return {row["indicator"]: row["name_ru"] for row in _rows("indicator_names.csv")}


@cache
def stages() -> dict[str, tuple[str, ...]]:
    """Words that say how far along a plant is, by stage, the furthest first; `unsure` take the first back."""
    return {stage: tuple(words) for stage, words in _table("stages.toml").items()}


@cache
def units() -> tuple[Unit, ...]:
    """Every unit with its written forms."""
    return tuple(_unit(row) for row in _table("units.toml")["unit"])


@cache
def pers(kind: str = "per") -> tuple[Per, ...]:
    """`per`: a day, a person …; `per_number`: 1,000 births, where the number belongs to the unit."""
    return tuple(Per(row["id"], tuple(row["forms"])) for row in _table("units.toml")[kind])


@cache
def shared_currencies() -> dict[str, dict[str, str]]:
    """Names that several countries give to their money: for each the code by country."""
    return {form: row["units"] for row in _table("units.toml")["shared"] for form in row["forms"]}


@cache
def language(name: str, code: str = LANGUAGE) -> dict[str, Any]:
    """One word list of a language, as its file has it; of English, where `code` does not say which."""
    table: dict[str, Any] = _asked_often(_table(f"languages/{code}/{name}.toml"))
    return table


class Words(tuple[str, ...]):
    """Words in the order of their file, which can tell at once whether a word is among them."""

    _known: frozenset[str]

    def __new__(cls, words: Iterable[str]) -> Words:
        made = super().__new__(cls, words)
        made._known = frozenset(made)
        return made

    def __contains__(self, word: object) -> bool:
        return word in self._known

    def meet(self, words: Iterable[str]) -> bool:
        """Whether one of `words` is among them."""
        return not self._known.isdisjoint(words)


def _asked_often(value: Any) -> Any:
    """The same table, with lists of words that are quick to ask."""
    if isinstance(value, dict):
        return {name: _asked_often(part) for name, part in value.items()}
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return Words(value)
    return value


@cache
def limits() -> dict[str, Any]:
    """What no number can be: checks.toml."""
    return _table("checks.toml")


@cache
def doubts() -> dict[str, Any]:
    """What makes a claim less sure, with measured weights: doubts.toml."""
    return _table("doubts.toml")


@cache
def country_words() -> tuple[CountryWords, ...]:
    """How the language names countries."""
    return tuple(
        CountryWords(
            row["code"],
            row.get("focus", False),
            tuple(row["names"]),
            tuple(row["adjectives"]),
            tuple(row["capitals"]),
        )
        for row in language("countries")["country"]
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _country(row: dict[str, str]) -> Country:
    return Country(
        row["country"],
        row["name"],
        row["name_ru"],
        row["currency"] or None,
        row["capital"] or None,
        int(row["position"]),
        _number(row["label_lat"]),
        _number(row["label_lon"]),
    )


def _place(row: dict[str, str]) -> Place:
    return Place(
        row["place"],
        row["country"],
        row["kind"],
        float(row["lat"]),
        float(row["lon"]),
        row["precision"],
        row["anchor"],
        tuple(alias for alias in row["aliases"].split("|") if alias),
        row["source"],
    )


def _indicator(row: dict[str, Any]) -> Indicator:
    fields = dict(row)
    fields |= {key: Decimal(row[key]) for key in ("low", "high") if key in row}
    fields |= {key: tuple(row.get(key, ())) for key in ("phrases", "together")}
    return Indicator(**{**fields, "accepts": frozenset(row["accepts"])})


def _unit(row: dict[str, Any]) -> Unit:
    highest = row.get("highest")
    return Unit(
        row["id"],
        row["name"],
        row["family"],
        Decimal(row.get("factor", "1")),
        tuple(row["forms"]),
        tuple(row.get("signs", ())),
        tuple(row.get("glued", ())),
        None if highest is None else Decimal(highest),
    )


def _number(cell: str) -> float | None:
    return float(cell) if cell else None
