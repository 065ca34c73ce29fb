"""The marks of plants and projects on deck.gl's map. Their names are `deck_names`, the ground is `ground`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydeck as pdk

from dashboard import deck, deck_names, ground, marks, shading, shapes, site_words, stages, theme
from dashboard.deck import Layer, layer
from dashboard.drawing import Drawing
from dashboard.language import _
from dashboard.sites import PLATE, RING, SQUARE, Circle, Site

SOLID, SOFT = 255, 90  # opacity of outlines and of circles
OUTLINE = 3  # pixels: of the ring round a site that is picked
TOUCH = 12.0  # a site can be pointed at from here
ICON = 64  # pixels of one mark in the picture of all
TOOLTIP = "<b>{title}</b><br/>{position}<br/>{facts}"


def places_map(drawing: Drawing, shown: theme.Theme) -> pdk.Deck:
    """Circles of one measure over the countries, a square for each site's stage, names where they fit."""
    view = deck.view_of(drawing.country, drawing.size)
    shades = drawing.shades(shown)
    layers = [
        *ground.ground(drawing.country, shades, shown),
        *_amounts(drawing.circles, shading.inks(shades, shown)),
        *_sites(drawing, shown),
        *deck_names.names(drawing, view, shown),
        _touched(drawing, shown),
    ]
    return deck.drawn(layers, view, TOOLTIP, shown)


def credit() -> str:
    """What stands under a map with places."""
    return f"{_(shapes.CREDIT)} {_(shapes.PLACES_CREDIT)}"


def short_credit() -> str:
    """The same where there is one line."""
    return f"{_(shapes.SHORT_CREDIT)} {_(shapes.SHORT_PLACES_CREDIT)}"


def _amounts(circles: list[Circle], inks: dict[str, str]) -> Iterator[Layer]:
    there = [_circle(c, inks, SOFT) for c in circles if not c.planned]
    yield _scatter("observed", there) | {"stroked": True, "getLineColor": "@@=edge", "lineWidthMaxPixels": 1}
    rings = [_circle(c, inks, SOLID) for c in circles if c.planned]
    yield _scatter("planned", rings, outline=2)


def _sites(drawing: Drawing, shown: theme.Theme) -> Iterator[Layer]:
    """A square says how far along it is, over any circle; a broken ring, that it is somewhere near."""
    near = [site for site in drawing.found if not site.exact]
    yield _icons("approximate", [_icon(site, "approximate", shown, RING) for site in near])
    under = {"colour": deck.plate(shown)}
    yield _icons("plates", [_icon(site, "plate", shown, PLATE) | under for site in drawing.found])
    marked = [_icon(s, s.stage.code, shown, SQUARE * marks.SIZES[drawing.age(s)]) for s in drawing.found]
    yield _icons("stages", marked)
    if drawing.picked is not None:
        ring = _at(drawing.picked, drawing.extents[drawing.picked] - OUTLINE)
        yield _scatter("picked", [ring | {"colour": deck.rgba(theme.INK[shown])}], outline=OUTLINE)


def _at(site: Site, radius: float) -> dict[str, Any]:
    return {"at": [site.lon, site.lat], "radius": round(radius, 1)}


def _circle(circle: Circle, inks: dict[str, str], opacity: int) -> dict[str, Any]:
    ink = inks[circle.site.country]
    return _at(circle.site, circle.radius) | {"colour": deck.rgba(ink, opacity), "edge": deck.rgba(ink)}


def _icon(site: Site, mark: str, shown: theme.Theme, size: float) -> dict[str, Any]:
    colour = deck.rgba(theme.of_country(site.country, shown))
    return {"at": [site.lon, site.lat], "mark": mark, "colour": colour, "size": round(size, 1)}


def _touched(drawing: Drawing, shown: theme.Theme) -> Layer:
    """What is pointed at: nearly invisible, with the words of the tooltip; the small ones over the large.

    It has no id on purpose. Streamlit greys out everything else on the map of a layer whose object is chosen,
    and keeps it so until another is; of a layer that it cannot name it only tells us which.
    """
    order = sorted(drawing.radii.items(), key=lambda one: -one[1])
    told = [_told(site, max(radius, TOUCH), drawing, shown) for site, radius in order]
    nameless = {word: value for word, value in _scatter("sites", told).items() if word != "id"}
    return nameless | {"pickable": True}


def _told(site: Site, radius: float, drawing: Drawing, shown: theme.Theme) -> dict[str, Any]:
    return {
        **_at(site, radius),
        "colour": deck.rgba(theme.of_country(site.country, shown), 1),
        "key": deck.clean(drawing.names[site]),
        # What is picked twice must differ, or the server is not told the second time.
        "beside": deck.clean(drawing.names[drawing.picked]) if drawing.picked else "",
        "title": deck.clean(site.called),
        "position": deck.clean(site_words.position(site)),
        "facts": deck.clean(site_words.facts(site, drawing.measure)),
    }


def _scatter(name: str, data: list[dict[str, Any]], *, outline: float = 0) -> Layer:
    return layer(
        "ScatterplotLayer",
        name,
        data,
        getPosition="@@=at",
        getRadius="@@=radius",
        radiusUnits="pixels",
        getFillColor="@@=colour",
        getLineColor="@@=colour",
        filled=not outline,
        stroked=bool(outline),
        lineWidthMinPixels=outline,
        lineWidthMaxPixels=outline,
    )


def _icons(name: str, data: list[dict[str, Any]]) -> Layer:
    return layer(
        "IconLayer",
        name,
        data,
        iconAtlas=_atlas(),
        iconMapping={
            mark: {"x": ICON * n, "y": 0, "width": ICON, "height": ICON, "mask": True}
            for n, mark in enumerate(stages.MARKS)
        },
        getPosition="@@=at",
        getIcon="@@=mark",
        getColor="@@=colour",
        getSize="@@=size",
        sizeUnits="pixels",
    )


def _atlas() -> str:
    """All marks side by side, as the address of a picture; deck.gl takes their shape and gives the colour."""
    drawn = "".join(
        f'<g transform="translate({16 * n})">{svg}</g>' for n, svg in enumerate(stages.MARKS.values())
    )
    size = f'width="{ICON * len(stages.MARKS)}" height="{ICON}" viewBox="0 0 {16 * len(stages.MARKS)} 16"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{drawn}</svg>'.replace("currentColor", "black")
    return "data:image/svg+xml," + svg.replace("<", "%3C").replace(">", "%3E").replace("#", "%23")
