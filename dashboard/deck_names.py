"""The words on deck.gl's map: countries with their figures, sites, cities, where nothing is in the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dashboard import deck, map_labels, map_layout, map_names, shapes, sites, theme
from dashboard.deck import Layer, layer
from dashboard.drawing import Drawing
from dashboard.map_layout import Room

NAME = 14  # pixels


def names(drawing: Drawing, view: deck.View, shown: theme.Theme) -> Iterator[Layer]:
    """Over a plate where figures shade the countries."""
    page = map_labels.box_of(0, 0, *drawing.size)
    words = map_layout.words(drawing, Room(view, page, drawing.extents, sites.SQUARE, NAME))
    ink, second = theme.INK[shown], theme.INK2[shown]
    yield _dots("cities", words.cities, second)
    over = [_row(c.point, c.placed) for c in words.countries]
    plate = _plate(shown) if drawing.notes else {}
    yield _text("country-names", over, map_names.COUNTRY, ink if drawing.notes else second) | plate
    yield _text("names", [_row(*one) for one in words.names.items()], NAME, ink) | plate


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
