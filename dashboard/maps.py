"""The map of plants and projects. The small map of five countries is `region_map`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydeck as pdk
from pydeck.types import String

from dashboard import deck, map_labels, map_names, shapes, sites, theme
from dashboard.flat_map import flat_map
from dashboard.region_map import region_map

__all__ = ["HEIGHT", "credit", "flat_map", "places_map", "region_map", "view_of"]

HEIGHT = deck.SIZE[1]
SOLID, SOFT, FAINT = 255, 110, 46  # opacity of outlines, of circles, of what is approximate
DOT, HALO = 4.0, 9.0  # pixels: a site without a circle, and how far "somewhere here" reaches
TOUCH = 12.0  # a site can be pointed at from here
NAME, COUNTRY_NAME = 14, 13
PAGE = map_labels.box_of(0, 0, *deck.SIZE)
TOOLTIP = "<b>{title}</b><br/>{position}<br/>{facts}"

view_of = deck.view_of


def places_map(found: list[sites.Site], measure: str, view: deck.View, shown: theme.Theme) -> pdk.Deck:
    """Circles of one measure on the sites that have it, small marks on the others, names where they fit."""
    circles = sites.circles(found, measure)
    radii = sites.radii(found, circles, DOT)
    touch = [_told(site, max(radius, TOUCH), measure, shown) for site, radius in radii.items()]
    layers = [
        *_amounts(radii, circles, shown),
        *_points(found, shown),
        *_names(radii, view, shown),
        _scatter("sites", touch, pickable=True),
    ]
    return deck.drawn(layers, view, TOOLTIP, shown)


def credit() -> str:
    """What stands under a map with places."""
    return f"{shapes.CREDIT} {shapes.PLACES_CREDIT}"


def _amounts(
    radii: dict[sites.Site, float], circles: list[sites.Circle], shown: theme.Theme
) -> Iterator[pdk.Layer]:
    somewhere = [_mark(site, r + HALO, FAINT, shown) for site, r in radii.items() if not site.exact]
    yield _scatter("approximate", somewhere)
    yield _scatter("observed", [_mark(c.site, c.radius, SOFT, shown) for c in circles if not c.planned])
    rings = [_mark(c.site, c.radius, SOLID, shown) for c in circles if c.planned]
    yield _scatter("planned", rings, outline=2)


def _points(found: list[sites.Site], shown: theme.Theme) -> Iterator[pdk.Layer]:
    """A dot is a place with figures; a small ring is a place without, or one that is not exactly there."""
    exact = [site for site in found if site.figures and site.exact]
    hollow = [site for site in found if not (site.figures and site.exact)]
    yield _scatter("exact", [_mark(site, DOT, SOLID, shown) for site in exact])
    yield _scatter("hollow", [_mark(site, DOT, SOLID, shown) for site in hollow], outline=1.6)


def _mark(site: sites.Site, radius: float, opacity: int, shown: theme.Theme) -> dict[str, Any]:
    colour = deck.rgba(theme.of_country(site.country, shown), opacity)
    return {"at": [site.lon, site.lat], "radius": round(radius, 1), "colour": colour}


def _told(site: sites.Site, radius: float, measure: str, shown: theme.Theme) -> dict[str, Any]:
    """What is pointed at: nearly invisible, with the words of the tooltip."""
    return {
        **_mark(site, radius, 1, shown),
        "title": deck.clean(site.place),
        "position": deck.clean(sites.position(site)),
        "facts": deck.clean(sites.facts(site, measure)),
    }


def _scatter(
    layer: str, data: list[dict[str, Any]], *, outline: float = 0, pickable: bool = False
) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        data,
        id=layer,
        get_position="at",
        get_radius="radius",
        radius_units=String("pixels"),
        get_fill_color="colour",
        get_line_color="colour",
        filled=not outline,
        stroked=bool(outline),
        line_width_min_pixels=outline,
        line_width_max_pixels=outline,
        pickable=pickable,
    )


def _names(radii: dict[sites.Site, float], view: deck.View, shown: theme.Theme) -> Iterator[pdk.Layer]:
    """The largest first; then capitals, which help a stranger find the rest; countries give way to all."""
    taken = [map_labels.box_of(*view.xy(s.lon, s.lat), 2 * r, 2 * r) for s, r in radii.items()]
    wanted = map_names.wanted(radii, view, NAME)
    placed = list(map_labels.placed(wanted.values(), taken, PAGE))
    points = {name: point for point, name in wanted.items()}
    boxes = [*taken, *(one.box for one in placed)]
    countries = [_row(*one) for one in map_names.countries(view, COUNTRY_NAME, boxes)]
    ink, second = theme.INK[shown], theme.INK2[shown]
    yield _dots("cities", map_names.cities(radii), second)
    yield _text("country-names", countries, COUNTRY_NAME, second)
    yield _text("names", [_row(points[p.name], p) for p in placed], NAME, ink)


def _row(point: shapes.Point, one: map_labels.Placed) -> dict[str, Any]:
    shift = [round(one.dx, 1), round(one.dy, 1)]
    return {"text": deck.clean(one.name.text), "at": list(point), "shift": shift}


def _dots(layer: str, points: list[shapes.Point], colour: str) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        [{"at": list(point)} for point in points],
        id=layer,
        get_position="at",
        get_radius=1.8,
        radius_units=String("pixels"),
        get_fill_color=deck.rgba(colour),
    )


def _text(layer: str, data: list[dict[str, Any]], size: int, colour: str) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        data,
        id=layer,
        get_position="at",
        get_text="text",
        get_pixel_offset="shift",
        get_size=size,
        get_color=deck.rgba(colour),
        # Without "auto", letters beyond ASCII are left blank.
        character_set=String("auto"),
        font_family=String(theme.FONT),
        get_text_anchor=String("middle"),
        get_alignment_baseline=String("center"),
        font_weight=500,
        font_settings={"fontSize": 40},
    )
