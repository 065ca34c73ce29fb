"""Tables of observations as `queries.indicator.points` returns them, for figures that know no database."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from dashboard.cells import rows

NAMES = {
    "KAZ": "Kazakhstan",
    "KGZ": "Kyrgyzstan",
    "TJK": "Tajikistan",
    "TKM": "Turkmenistan",
    "UZB": "Uzbekistan",
}


def a_point(
    country: str = "TJK", value: float | None = 17.4, year: int | None = 2023, **changes: object
) -> dict[str, object]:
    """Obesity of Tajikistan in 2023, 17.4 %, unless `changes` say otherwise."""
    point: dict[str, object] = {
        "indicator": "obesity", "name": "Obesity", "country": country, "country_name": NAMES[country],
        "place": None, "dimension": None, "kind": "observed", "direction": None, "qualifier": "exact",
        "value": value, "value_text": "" if value is None else f"{value:g}",
        "low": None, "high": None, "unit": "percent",
        "period": None if year is None else str(year),
        "period_first": None if year is None else date(year, 1, 1),
        "period_last": None if year is None else date(year, 12, 31),
        "claim_id": f"{country}-{year}-{value}", "article_id": "a", "claimant": None,
        "n_claims": 1, "n_origins": 1, "disputed": False, "headline_rule": "only", "unit_family": "rate",
        "title": "On weight", "publisher": "The Times", "published": "2025-03", "published_basis": "inferred",
    }  # fmt: skip
    return point | changes


def points(*rows: dict[str, object]) -> pd.DataFrame:
    """The rows as a table; none of them is still a table with its columns."""
    return pd.DataFrame(rows, columns=list(a_point()))


def shown(*given: dict[str, object]) -> list[Any]:
    """The same as rows."""
    return list(rows(points(*given)))


def told(chosen: dict[str, object] | None = None, *others: dict[str, object]) -> dict[str, list[Any]]:
    """What else was said of a disputed figure, by the claim that is shown."""
    return {str(chosen["claim_id"]): shown(*others)} if chosen else {}
