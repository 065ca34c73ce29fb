"""Runs in the environment of recognizers-text-suite: sentences in, their quantities out, as JSON."""

import warnings
from collections.abc import Callable
from typing import Any

from answering import answer  # type: ignore[import-not-found]  # run as a script: its neighbour

warnings.simplefilter("ignore")
from recognizers_number import recognize_number, recognize_percentage  # noqa: E402
from recognizers_number_with_unit import (  # noqa: E402
    recognize_age,
    recognize_currency,
    recognize_dimension,
    recognize_temperature,
)
from recognizers_text import Culture  # noqa: E402

UNITS: tuple[tuple[Callable[..., Any], str | None], ...] = (
    (recognize_currency, None),
    (recognize_dimension, None),
    (recognize_temperature, None),
    (recognize_age, "year of age"),
    (recognize_percentage, "percentage"),
)
SPELLINGS = {
    "ton": "metric ton",
    "meter": "metre",
    "kilometer": "kilometre",
    "c": "degree",
    "f": "fahrenheit",
}


def quantities(text: str) -> list[dict[str, Any]]:
    """Numbers with a unit, then the numbers that no unit holds."""
    out: list[dict[str, Any]] = []
    for recognise, unit in UNITS:
        for found in recognise(text, Culture.English):
            _add(out, found, unit or str(found.resolution.get("unit", "-")).lower())
    for found in recognize_number(text, Culture.English):
        _add(out, found, "-")
    return out


def _add(out: list[dict[str, Any]], found: Any, unit: str) -> None:
    start, end = found.start, found.end + 1
    value = (found.resolution or {}).get("value")
    free = not any(start < row["span"][1] and row["span"][0] < end for row in out)
    if value is not None and free:
        out.append({"value": _number(value), "unit": SPELLINGS.get(unit, unit), "span": [start, end]})


def _number(value: str) -> float:
    return float(value.rstrip("%").replace(",", ""))


answer(quantities)
