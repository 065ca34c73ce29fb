"""A reported figure as HTML: mark, number, unit; under it period, age, origins. All words are escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape
from typing import Any

from dashboard import layout, marks, words
from dashboard.cells import as_day
from dashboard.language import _, in_each

MONTH = 365.25 / 12  # days


def linked(row: Any, today: date) -> str:
    """A figure that opens its sentence. `row` is a row of `observations`."""
    inner = f"{headline(row, today)}<small>{escape(unbroken(under(row, today)))}</small>"
    return layout.link(row.claim_id, inner, opens(said(row)))


def opens(told: str) -> str:
    """What a link to a sentence says of itself."""
    return _("{figure}: open the sentence").format(figure=told)


def compact(row: Any, today: date) -> str:
    """The same for a narrow cell whose row says what is measured; of what part and where stands above it."""
    figure, part = words.Figure.of(row), escape(", ".join(parts(row)))
    unit = words.unit(figure.unit, words.form(figure))
    value = f"{sign(row, today)}<b>{escape(words.brief(figure))}</b> <u>{escape(unit)}</u>"
    below = unbroken(words.short(under(row, today)))
    inner = f"<span class='ox-value'>{value}</span><small>{escape(below)}</small>"
    label = f"<span class='ox-name' title='{part}'>{part}</span>" if part else ""
    return label + layout.link(row.claim_id, inner, opens(said(row)))


def unbroken(told: str) -> str:
    """Breaks its line between the parts and not inside one: "1" at its end says nothing of sources.

    >>> unbroken("2024 · 1 source").split(" ")
    ['2024', '·', '1\\xa0source']
    """
    return " · ".join(part.replace(" ", "\u00a0") for part in told.split(" · "))


def said(row: Any) -> str:
    """Amount, kind and period: "17.4 %, 2023", "more than 3 MW, target 2030"."""
    return f"{words.said(words.Figure.of(row))}, {kind_and_period(row)}"


def spoken(row: Any) -> str:
    """A figure with whose it is: "Tajikistan: 17.4 %, 2023"."""
    return f"{lane(row)}: {said(row)}"


def lane(row: Any) -> str:
    """Whose figure: the country, the place and the part. `row` has the `country_name` too."""
    return ", ".join((row.country_name, *parts(row)))


def parts(row: Any) -> Iterator[str]:
    """The place and the part a figure is of, where it is not of the whole country."""
    place, part = words.text(row.place), words.text(row.dimension)
    if place:
        yield words.place(place)
    if part:
        yield words.part(part)


def named(row: Any, today: date) -> str:
    """A figure under the name of what it measures. `row` has the indicator's `name` too."""
    return f"<span class='ox-name'>{escape(subject(row))}</span>{linked(row, today)}"


def subject(row: Any) -> str:
    """What is measured, of what part, where."""
    return ", ".join((row.name, *parts(row)))


def until(row: Any) -> str:
    """The last day of a row's period, for sorting; what has no date comes first."""
    return "" if words.missing(row.period_last) else as_day(row.period_last).isoformat()


def months(row: Any) -> int:
    """How long the period of a row is, a leap year as long as any. Only like periods are to be compared."""
    days = (as_day(row.period_last) - as_day(row.period_first)).days + 1
    return round(days / MONTH)


def headline(row: Any, today: date) -> str:
    """Mark, direction of a change, hedge, number, unit."""
    figure = words.Figure.of(row)
    said = words.before(figure)
    before = f"<em>{escape(said)}</em> " if said else ""
    unit = words.unit(figure.unit, words.form(figure))
    number = f"<b>{escape(words.number(figure))}</b> <u>{escape(unit)}</u>"
    return f"<span class='ox-value'>{sign(row, today)}{before}{number}</span>"


def sign(row: Any, today: date) -> str:
    """The mark of a row in its country's colour, as large as it is new."""
    figure, age = words.Figure.of(row), words.age_step(row.period_last, today)
    return _sign(figure.kind, figure.qualifier, figure.direction, words.text(row.country), age)


@in_each()
def _sign(kind: str, qualifier: str, direction: str | None, country: str | None, age: int) -> str:
    return marks.html(marks.mark(kind, qualifier, direction), country, age)


def mark_of(row: Any) -> marks.Mark:
    """The mark of a row's kind and qualifier."""
    figure = words.Figure.of(row)
    return marks.mark(figure.kind, figure.qualifier, figure.direction)


def legend(shown: Sequence[Any], today: date, more: Iterable[tuple[str, str]] = ()) -> str:
    """How to read the marks of these rows, and nothing else."""
    return marks.legend(map(mark_of, shown), ages(shown, today), more)


def ages(shown: Iterable[Any], today: date) -> set[int]:
    """The steps by which marks of these rows have shrunk."""
    return {words.age_step(row.period_last, today) for row in shown}


def kind_and_period(row: Any) -> str:
    """What kind of figure, for when: "2023", "target 2029"."""
    when, dated = words.period(words.text(row.period)), words.text(row.period) is not None
    return when if row.kind == "observed" else f"{words.kind(row.kind)}{' ' if dated else ', '}{when}"


def under(row: Any, today: date) -> str:
    """Kind, period, age, origins, and whether sources disagree."""
    return " · ".join(part for part in _under(row, today) if part)


def _under(row: Any, today: date) -> Iterable[str]:
    yield kind_and_period(row)
    yield words.age(row.period_last, today)
    yield origins(row)


def origins(row: Any) -> str:
    """How many said it, and whether they agree."""
    n = int(row.n_origins)
    if not row.disputed:
        return words.count(n, "{n} source", "{n} sources")
    if n > 1:
        return words.count(n, "{n} source disagrees", "{n} sources disagree")
    return words.count(int(row.n_claims), "{n} figure differs", "{n} figures differ")
