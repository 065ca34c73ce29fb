"""The map of plants and projects. The small map of five countries is `region_map`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydeck as pdk
from pydeck.types import String

from dashboard import deck, map_labels, map_names, shapes, sites, theme
from dashboard.region_map import region_map

__all__ = ["HEIGHT", "credit", "places_map", "region_map", "view_of"]

HEIGHT = deck.SIZE[1]
SOLID, SOFT, FAINT = 255, 110, 46  # opacity of outlines, of circles, of what is approximate
DOT, HALO = 4.0, 9.0  # pixels: a site without a circle, and how far "somewhere here" reaches
TOUCH = 12.0  # a site can be pointed at from here
NAME, COUNTRY_NAME = 14, 13
TOOLTIP = "<b>{title}</b><br/>{position}<br/>{facts}"

view_of = deck.view_of


def places_map(found: list[sites.Site], measure: str, view: deck.View, shown: theme.Theme) -> pdk.Deck:
    """Circles of one measure on the sites that have it, small marks on the others, names where they fit."""
    circles = sites.circles(found, measure)
    radii = sites.radii(found, circles, DOT)
    layers = [*_marks(found, circles, radii, shown), *_names(radii, view, shown)]
    return deck.drawn(layers, view, TOOLTIP, shown)


def credit() -> str:
    """What stands under a map with places."""
    return f"{shapes.CREDIT} {shapes.PLACES_CREDIT}"


def _marks(
    found: list[sites.Site], circles: list[sites.Circle], radii: dict[sites.Site, float], shown: theme.Theme
) -> Iterator[pdk.Layer]:
    exact = [site for site in found if site.figures and site.exact]
    hollow = [site for site in found if not (site.figures and site.exact)]
    yield _scatter("approximate", [_mark(s, radii[s] + HALO, FAINT, shown) for s in found if not s.exact])
    yield _scatter("observed", [_mark(c.site, c.radius, SOFT, shown) for c in circles if not c.planned])
    rings = [_mark(c.site, c.radius, SOLID, shown) for c in circles if c.planned]
    yield _scatter("planned", rings, outline=2)
    yield _scatter("exact", [_mark(site, DOT, SOLID, shown) for site in exact])
    yield _scatter("hollow", [_mark(site, DOT, SOLID, shown) for site in hollow], outline=1.6)
    touch = [_mark(site, max(radii[site], TOUCH), 1, shown) for site in found]
    yield _scatter("sites", touch, pickable=True)


def _mark(site: sites.Site, radius: float, opacity: int, shown: theme.Theme) -> dict[str, Any]:
    """One row of a layer. Every layer has the same keys, as the tooltip is one for all."""
    return {
        "at": [site.lon, site.lat],
        "radius": round(radius, 1),
        "colour": deck.rgba(theme.of_country(site.country, shown), opacity),
        "title": deck.clean(site.place),
        "position": deck.clean(sites.position(site)),
        "facts": deck.clean(sites.facts(site)),
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
    placed = list(map_labels.placed(wanted.values(), taken))
    points = {name: point for point, name in wanted.items()}
    boxes = [*taken, *(one.box for one in placed)]
    countries = [_row(*one) for one in map_names.countries(view, COUNTRY_NAME, boxes)]
    ink, second = theme.INK[shown], theme.INK2[shown]
    yield _dots("cities", map_names.cities(radii), second)
    yield _text("country-names", countries, COUNTRY_NAME, second, shown)
    yield _text("names", [_row(points[p.name], p) for p in placed], NAME, ink, shown)


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


def _text(layer: str, data: list[dict[str, Any]], size: int, colour: str, shown: theme.Theme) -> pdk.Layer:
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
        font_settings={"sdf": True, "fontSize": 64, "buffer": 8},
        outline_width=2,
        outline_color=deck.rgba(deck.LAND[shown]),
    )
