"""How to read the map of places: only what is on it. HTML, all words escaped."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from html import escape
from typing import Any

from dashboard import figures, layout, marks, shading, shapes, site_list, sites, stages, theme, words
from dashboard.drawing import Drawing
from dashboard.language import _


def key(drawing: Drawing, shown: theme.Theme) -> str:
    """Circles and squares; then the colours of the countries, where figures shade them."""
    return f"{_row((*_circles(drawing), *_squares(drawing)))}{_shading(drawing, shown)}"


def squares(drawing: Drawing) -> str:
    """The squares alone."""
    return _row(tuple(_squares(drawing)))


def _row(parts: tuple[str, ...]) -> str:
    spans = "".join(f"<span>{part}</span>" for part in parts)
    return f"<div class='ox-site-keys'>{spans}</div>"


def _circles(drawing: Drawing) -> Iterator[str]:
    circles = drawing.circles
    if any(circle.amount > 0 for circle in circles):
        yield _scale(circles, drawing.measure)
    if any(not circle.planned for circle in circles):
        yield f"{_mark('fill', 14)} {_('observed')}"
    if any(circle.planned for circle in circles):
        yield f"{_mark('ring', 14)} {_('planned, target or forecast')}"


def _squares(drawing: Drawing) -> Iterator[str]:
    used = {site.stage for site in drawing.found}
    for stage in stages.ALL:
        if stage in used:
            yield f"{site_list.mark(stage)} {escape(stage.words)}"
    if any(not site.exact for site in drawing.found):
        yield f"{site_list.ring()} {_('position approximate')}"
    yield from _smaller(drawing)


def _smaller(drawing: Drawing) -> Iterator[str]:
    """What age does to the squares on the map and to the marks of figures."""
    dates = {row.period_last for site in drawing.found for row in site.figures}
    steps = {words.age_step(last, drawing.today) for last in dates}
    steps |= {row.age for row in (drawing.rows or {}).values()}
    yield from (f"{sign} {escape(said)}" for sign, said in marks.aged(steps))


def _scale(circles: list[sites.Circle], measure: str) -> str:
    """A circle with its round amount: areas compare."""
    largest = max(circle.amount for circle in circles)
    amount = sites.round_amount(largest / 10)
    unit = words.unit(measure.partition(" ")[2] or "job")
    covered = any(0 < circle.radius <= sites.COVERED for circle in circles)
    told = _("area: {amount}; small ones are covered") if covered else _("area: {amount}")
    said = told.format(amount=f"{words.plain(Decimal(str(amount)))} {unit}")
    return f"{_mark('fill ox-c-scale', 2 * sites.radius(amount, largest))} {escape(said)}"


def _mark(look: str, size: float) -> str:
    return f"<i class='ox-c ox-c-{look}' style='width:{size:.0f}px;height:{size:.0f}px'></i>"


def _shading(drawing: Drawing, shown: theme.Theme) -> str:
    """The colours, and each country's figure with its year: every one opens its sentence."""
    if drawing.rows is None:
        return ""
    colours = "".join(shading.keys(drawing.rows, shown))
    figures = "".join(
        f"<span class='ox-key-of'>{_of(country, drawing.rows.get(country))}</span>" for country in shapes.FIVE
    )
    return f"<div class='ox-map-keys ox-site-keys'>{colours}{figures}</div>"


def _of(country: str, row: Any | None) -> str:
    name, said = escape(words.country(country, shapes.name(country))), escape(shading.said(row))
    if row is None:
        return f"{name} {said}"
    sign = marks.html(marks.mark(row.kind, row.qualifier), country, row.age)
    address = escape(layout.evidence(row.claim_id))
    opens = f"href='{address}' target='_self' title='{escape(figures.opens(name))}'"
    return f"{name} <a {opens}>{sign}<b>{said}</b></a>"
