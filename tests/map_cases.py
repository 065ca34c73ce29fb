"""A store for maps: an indicator of the catalogue for every case that a map of five countries may meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from etl.model import Claim, Kind, Period, Subject
from etl.store.reference_rows import reference_rows
from tests.store_world import Said, Store, a_claim, amount


@dataclass(frozen=True)
class Told:
    """A rate of one country, in percent."""

    country: str
    value: str
    year: int = 2023
    kind: Kind = "observed"
    place: str | None = None


@dataclass(frozen=True)
class Case:
    """`indicator` and `name` are the catalogue's; `said` are words that the map must have."""

    indicator: str
    name: str
    told: tuple[Told, ...]
    said: tuple[str, ...] = ()


FIVE = (Told("KAZ", "23.5"), Told("KGZ", "4.1"), Told("TJK", "17.4"), Told("TKM", "8"), Told("UZB", "41"))

CASES = {
    "none": Case("poverty_rate", "Poverty rate", (Told("KGZ", "31", place="Osh"),)),
    "one": Case("obesity_prevalence", "Obesity", FIVE[2:3], ("17.4 %",)),
    "two": Case("overweight_prevalence", "Overweight", FIVE[:2], ("23.5 %", "4.1 %")),
    "four": Case("acute_malnutrition", "Acute malnutrition", FIVE[1:], ("4.1 %", "no data")),
    "five": Case("anaemia_prevalence", "Anaemia", FIVE, tuple(f"{each.value} %" for each in FIVE)),
    "ties": Case(
        "child_stunting", "Child stunting", tuple(replace(each, value="17") for each in FIVE), ("17 %",)
    ),
    "zero": Case(
        "child_wasting",
        "Child wasting",
        (Told("KAZ", "0"), Told("UZB", "12")),
        ("0 %", "12 %", "zero is a figure, in the lowest step"),
    ),
    "missing": Case("food_insecurity", "Food insecurity", (Told("REGION", "9"),)),
    "targets": Case(
        "unemployment_rate",
        "Unemployment rate",
        (Told("KAZ", "4.5", 2029, "target"), Told("TJK", "6", 2030, "target")),
        ("target 2029", "target 2030", "only what was observed is coloured"),
    ),
    "years": Case(
        "smoking_rate",
        "Smoking",
        tuple(replace(each, year=2019 + n) for n, each in enumerate(FIVE)),
        (*(str(2019 + n) for n in range(5)), "years differ: each is printed"),
    ),
}


@dataclass(frozen=True)
class Plant:
    """A site and the sentence about it, which has an amount in millions of dollars."""

    place: str
    country: str
    millions: int
    sentence: str
    kind: Kind = "observed"


# One of each stage; that of Yukorichirchik is not said, and its position is approximate.
PLANTS = (
    Plant("Semey", "KAZ", 50, "The works in Semey was opened for $50 million."),
    Plant("Bukhara", "UZB", 20, "A plant for $20 million is being built in Bukhara.", "planned"),
    Plant("Mary", "TKM", 80, "A plant for $80 million will be built in Mary.", "planned"),
    Plant("Yukorichirchik", "UZB", 10, "A hub in Yukorichirchik had $10 million."),
)


def built(folder: Path) -> Store:
    """The store, published: an article a case, and one on the plants."""
    store = Store(folder, given=reference_rows())
    store.build(*map(_said, CASES, CASES.values()), _plants())
    return store


def _plants() -> Said:
    text = "Plants\n\n" + "\n".join(plant.sentence for plant in PLANTS) + "\n"
    claims = tuple(
        replace(
            a_claim(f"${plant.millions} million", str(plant.millions * 10**6), text),
            article="plants",
            title="Plants",
            amount=amount(str(plant.millions * 10**6), f"{plant.millions} million", unit="USD"),
            subject=Subject("project_cost", "project_cost", "investment"),
            country=plant.country,
            place=plant.place,
            kind=plant.kind,
        )
        for plant in PLANTS
    )
    return Said("plants", claims, text)


def _said(name: str, case: Case) -> Said:
    lines = [_line(case, told) for told in case.told]
    text = f"{case.name}\n\n" + "\n".join(lines) + "\n"
    return Said(name, tuple(_claims(name, case, text, lines)), text)


def _line(case: Case, told: Told) -> str:
    return f"{case.name} of {told.place or told.country} was {told.value}% in {told.year}."


def _claims(name: str, case: Case, text: str, lines: list[str]) -> Iterator[Claim]:
    for told, line in zip(case.told, lines, strict=True):
        claim = a_claim(line, told.value, text)
        quote = replace(claim.quote, end=claim.quote.start + len(line))
        yield replace(
            claim,
            article=name,
            title=case.name,
            quote=quote,
            amount=amount(told.value, unit="percent"),
            subject=Subject(case.indicator, case.indicator, "health"),
            country=told.country,
            place=told.place,
            kind=told.kind,
            period=Period(date(told.year, 1, 1), date(told.year, 12, 31)),
        )
