"""deck.gl without a basemap: no request leaves the machine, and no text of an article is read as code.

A layer is a plain dict in deck.gl's own words: "@@type" names its class, "@@=radius" reads a field of a row.
Braces and a leading "@@" mean something there, so every string that comes from data goes through `clean`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from dashboard import shapes, theme

SIZE = (740, 420)  # pixels of the map on a page of 1,280; names are placed for it
REGION = (46.2, 35.2, 87.6, 55.6)
CLOSEST = 6.2
SEA: dict[theme.Theme, str] = {"light": "#D9E5E9", "dark": "#0A1118"}

Layer = dict[str, Any]


class CompactDeck(pdk.Deck):  # type: ignore[misc]
    """pydeck indents its JSON, which makes it six times as long; this one is written once, on one line.

    It also looks for keys of map services among the server's settings, and Streamlit would send them to every
    browser: no map here needs one.
    """

    mapbox_key = google_maps_key = carto_key = property(lambda _: None, lambda *_: None)

    @cached_property
    def text(self) -> str:
        """The deck on one line."""
        return json.dumps(self, sort_keys=True, default=default_serialize, separators=(",", ":"))

    def to_json(self) -> str:
        """What the browser gets."""
        return self.text


@dataclass(frozen=True, slots=True)
class View:
    """Where a map opens."""

    longitude: float
    latitude: float
    zoom: float
    country: str = "all"

    def xy(self, lon: float, lat: float) -> tuple[float, float]:
        """Pixels right of and below the middle."""
        scale = 512 * 2**self.zoom / (2 * math.pi)
        down = shapes.northing(self.latitude) - shapes.northing(lat)
        return math.radians(lon - self.longitude) * scale, down * scale


def clean(value: object) -> str:
    """A text that deck.gl will not read as code.

    >>> clean("{source}"), clean("@@=1+1") == "\\u200b@@=1+1", clean("Farg'ona")
    ('｛source｝', True, "Farg'ona")
    """
    text = str(value).replace("{", "\uff5b").replace("}", "\uff5d")
    return "\u200b" + text if text.startswith("@@") else text


def rgba(colour: str, opacity: int = 255) -> list[int]:
    """
    >>> rgba("#0B5A6B", 9)
    [11, 90, 107, 9]
    """
    return [*(int(colour[i : i + 2], 16) for i in (1, 3, 5)), opacity]


def plate(shown: theme.Theme) -> list[int]:
    """What lies under words and marks where a shade is, so that they can be read over any."""
    return rgba(theme.LAND[shown], 225)


def view_of(country: str, size: tuple[int, int] = SIZE) -> View:
    """A view that holds this country, or "all" five, on a map of this size."""
    west, south, east, north = edges(country)
    frame = shapes.Frame(west, south, east, north, width=1.0)
    pixels = 512 * math.radians(east - west) / (2 * math.pi)
    zoom = min(math.log2(size[0] / pixels), math.log2(size[1] / (pixels * frame.height)))
    middle = math.degrees(math.atan(math.sinh((shapes.northing(south) + shapes.northing(north)) / 2)))
    return View((west + east) / 2, middle, round(min(zoom, CLOSEST), 2), country)


@cache
def edges(country: str) -> tuple[float, float, float, float]:
    """West, south, east and north of a country, or of "all" five, with a margin."""
    if country == "all":
        return REGION
    points = [point for ring in shapes.rings(shapes.country(country)) for point in ring]
    longitudes, latitudes = [p[0] for p in points], [p[1] for p in points]
    return min(longitudes) - 0.6, min(latitudes) - 0.5, max(longitudes) + 0.6, max(latitudes) + 0.5


def drawn(layers: Sequence[Layer], view: View, tooltip: str, shown: theme.Theme) -> CompactDeck:
    """The layers as a map. `tooltip` is live HTML: placeholders only, never data."""
    made = copy(_empty(tooltip, shown))
    made.layers = list(layers)
    made.initial_view_state = pdk.ViewState(
        longitude=view.longitude,
        latitude=view.latitude,
        zoom=view.zoom,
        pitch=0,
        # Names are placed for this zoom: nearer they part, farther they would meet.
        min_zoom=view.zoom,
        max_zoom=9,
    )
    return made


@cache
def _empty(tooltip: str, shown: theme.Theme) -> CompactDeck:
    """What every map has, to be copied: pydeck looks for a notebook five times while it makes a deck."""
    return CompactDeck(
        # Both spellings matter: a map_style, even None, would call out for tiles.
        map_provider=None,
        views=[pdk.View(type="MapView", controller={"scrollZoom": False, "dragRotate": False})],
        tooltip={"html": tooltip, "style": _tooltip_style(shown)},
    )


def _tooltip_style(shown: theme.Theme) -> dict[str, str]:
    return {
        "backgroundColor": theme.SURFACE[shown],
        "color": theme.INK[shown],
        "border": f"1px solid {theme.HAIRLINE[shown]}",
        "fontFamily": theme.FONT,
        "fontSize": "13px",
        "lineHeight": "20px",
        "whiteSpace": "pre-line",
        "padding": "8px 12px",
        # Beside the pointer it would be cut off at the map's right edge: it hangs under it.
        "width": "240px",
        "marginLeft": "-132px",
        "marginTop": "16px",
    }


def layer(kind: str, name: str, data: object, **rest: object) -> Layer:
    """A layer in deck.gl's words."""
    return {"@@type": kind, "id": name, "data": data, **rest}
