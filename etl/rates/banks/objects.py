"""A list of rates in JSON, whose numbers stay as printed: never a float."""

from __future__ import annotations

import json

from etl.rates.banks.table import NoTable


def objects(body: bytes) -> list[dict[str, str]]:
    """The objects of a list, each value as its text. Raises NoTable, with what the page says instead."""
    listed = _loaded(body)
    if isinstance(listed, dict) and "message" in listed:
        raise NoTable(f"the page says “{str(listed['message'])[:80]}”")
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise NoTable("the page is no list of rates")
    return [{name: str(value) for name, value in each.items()} for each in listed]


def _loaded(body: bytes) -> object:
    try:
        answer: object = json.loads(body, parse_float=str, parse_int=str, parse_constant=str)
    # The last is for brackets within brackets without end.
    except (ValueError, RecursionError) as error:
        raise NoTable(f"the page is no JSON: {error}") from error
    return answer
