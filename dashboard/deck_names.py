"""The words on deck.gl's map: countries with their figures, sites, cities, where nothing is in the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dashboard import deck, map_labels, map_names, shapes, theme
from dashboard.deck import Layer, layer
from dashboard.drawing import Drawing

NAME = 14  # pixels


def names(drawing: Drawing, view: deck.View, shown: theme.Theme) -> Iterator[Layer]:
    """Where figures shade the countries, they are said first; else countries give way to sites and cities."""
    page = map_labels.box_of(0, 0, *drawing.size)
    taken = [map_labels.box_of(*view.xy(s.lon, s.lat), 2 * r, 2 * r) for s, r in drawing.radii.items()]
    first = list(map_names.countries(view, page, drawing.notes, taken)) if drawing.notes else []
    taken += [one.placed.box for one in first]
    wanted = map_names.wanted(drawing, view, NAME)
    placed = list(map_labels.placed(wanted.values(), taken, page))
    taken += [one.box for one in placed]
    countries = first or list(map_names.countries(view, page, {}, taken))
    points = {name: point for point, name in wanted.items()}
    ink, second = theme.INK[shown], theme.INK2[shown]
    yield _dots("cities", map_names.cities(points[one.name] for one in placed), second)
    over = [_row(c.point, c.placed) for c in countries]
    plate = _plate(shown) if first else {}
    yield _text("country-names", over, map_names.COUNTRY, ink if first else second) | plate
    yield _text("names", [_row(points[p.name], p) for p in placed], NAME, ink) | plate


def _plate(shown: theme.Theme) -> Layer:
    """What lets words be read over any shade."""
    return {"background": True, "getBackgroundColor": deck.plate(shown), "backgroundPadding": [3, 1]}


def _row(point: shapes.Point, one: map_labels.Placed) -> dict[str, Any]:
    shift = [round(one.dx, 1), round(one.dy, 1)]
    return {"text": deck.clean(one.name.text), "at": list(point), "shift": shift}


def _dots(name: str, points: list[shapes.Point], colour: str) -> Layer:
    return layer(
        "ScatterplotLayer",
        name,
        [{"at": list(point)} for point in points],
        getPosition="@@=at",
        getRadius=1.8,
        radiusUnits="pixels",
        getFillColor=deck.rgba(colour),
    )


def _text(name: str, data: list[dict[str, Any]], size: float, colour: str) -> Layer:
    return layer(
        "TextLayer",
        name,
        data,
        getPosition="@@=at",
        getText="@@=text",
        getPixelOffset="@@=shift",
        getSize=size,
        getColor=deck.rgba(colour),
        # Without "auto", letters beyond ASCII are left blank.
        characterSet="auto",
        fontFamily=theme.FONT,
        getTextAnchor="middle",
        getAlignmentBaseline="center",
        fontWeight=500,
        fontSettings={"fontSize": 40},
    )
