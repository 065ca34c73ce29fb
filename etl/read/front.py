"""Front matter: what a brief says about itself, in YAML between two lines of dashes."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from etl.model import DateBasis, Period, Source
from etl.read.problem import ReadError

FRONT = re.compile(r"\s*---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*(?:\r?\n|$)", re.DOTALL | re.MULTILINE)
PUBLISHED = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
BASES: tuple[DateBasis, ...] = ("front_matter", "inferred")


@dataclass(frozen=True, slots=True)
class Front:
    """What the front matter says, and where the text after it begins."""

    end: int = 0
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: Period | None = None
    basis: DateBasis | None = None
    sources: tuple[Source, ...] = ()


def front(text: str) -> Front:
    """The front matter of `text`, empty where there is none. Fields that we do not know are left alone.

    >>> front("---\\ntitle: Cotton\\npublished: 2025-03\\n---\\nText").published.label
    '2025-03'
    """
    match = FRONT.match(text)
    fields = _fields(match["yaml"]) if match else None
    if match is None or fields is None:
        return Front()
    return Front(
        match.end(),
        _words(fields, "title"),
        _words(fields, "publisher"),
        _words(fields, "url"),
        published(fields.get("published")),
        _basis(fields) if fields.get("published") is not None else None,
        _sources(fields.get("sources")),
    )


def _fields(block: str) -> dict[str, Any] | None:
    """None for text between two rules, which is no front matter."""
    try:
        found = yaml.safe_load(block)
    except (yaml.YAMLError, ValueError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f" near line {line + 2}" if line is not None else ""
        raise ReadError(
            f"has front matter that cannot be read{where}. Between the two --- lines write one "
            "'field: value' a line, and put quotes around a value that holds a colon."
        ) from error
    return found if isinstance(found, dict) else None


def _words(fields: dict[str, Any], field: str) -> str | None:
    value = fields.get(field)
    return str(value).strip() or None if value is not None else None


def published(value: object) -> Period | None:
    """YYYY, YYYY-MM or YYYY-MM-DD; YAML makes a number of the first and a date of the last."""
    if value is None:
        return None
    match = PUBLISHED.fullmatch(str(value).strip())
    try:
        period = _days(*(int(part or 0) for part in match.groups())) if match else None
    except (ValueError, calendar.IllegalMonthError):
        period = None
    if period is None:
        raise ReadError(f"says published: {value}. Write YYYY, YYYY-MM or YYYY-MM-DD.")
    return period


def _days(year: int, month: int, day: int) -> Period:
    """A month or day of 0 is not given. Raises ValueError where the calendar has no such day."""
    last_day = day or calendar.monthrange(year, month or 12)[1]
    return Period(date(year, month or 1, day or 1), date(year, month or 12, last_day))


def _basis(fields: dict[str, Any]) -> DateBasis:
    basis = fields.get("published_basis", "front_matter")
    if basis not in BASES:
        raise ReadError(f"says published_basis: {basis}. Write {' or '.join(BASES)}.")
    return "inferred" if basis == "inferred" else "front_matter"


def _sources(value: object) -> tuple[Source, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise ReadError(
            "has sources that are no list. Write each as '- title: …' with url, publisher, published."
        )
    return tuple(
        Source(
            _words(one, "title") or _words(one, "url") or "",
            _words(one, "url"),
            _words(one, "publisher"),
            _words(one, "published"),
        )
        for one in value
    )
