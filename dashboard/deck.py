"""deck.gl without a basemap: no request leaves the machine, and no text of an article is read as code.

Texts reach the browser inside deck.gl's JSON, where braces and a leading "@@" mean something: every string
that comes from data goes through `clean`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from dashboard import shapes, theme

SIZE = (740, 460)  # pixels of the map on a page of 1,280; names are placed for it
REGION = (46.2, 35.2, 87.6, 55.6)
CLOSEST = 6.2
LAND: dict[theme.Theme, str] = {"light": "#FEFDFA", "dark": "#22303D"}
FAR_LAND: dict[theme.Theme, str] = {"light": "#EDEAE2", "dark": "#141E28"}
SEA: dict[theme.Theme, str] = {"light": "#D9E5E9", "dark": "#0A1118"}


class CompactDeck(pdk.Deck):  # type: ignore[misc]
    """pydeck indents its JSON, which makes it six times as long and each rerun slower.

    It also looks for keys of map services among the server's settings, and Streamlit would send them to every
    browser: no map here needs one.
    """

    mapbox_key = google_maps_key = carto_key = property(lambda _: None, lambda *_: None)

    def to_json(self) -> str:
        """The deck on one line."""
        return json.dumps(self, sort_keys=True, default=default_serialize, separators=(",", ":"))


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


def view_of(country: str) -> View:
    """A view that holds this country, or "all" five."""
    west, south, east, north = edges(country)
    frame = shapes.Frame(west, south, east, north, width=1.0)
    pixels = 512 * math.radians(east - west) / (2 * math.pi)
    zoom = min(math.log2(SIZE[0] / pixels), math.log2(SIZE[1] / (pixels * frame.height)))
    middle = math.degrees(math.atan(math.sinh((shapes.northing(south) + shapes.northing(north)) / 2)))
    return View((west + east) / 2, middle, round(min(zoom, CLOSEST), 2), country)


def edges(country: str) -> tuple[float, float, float, float]:
    """West, south, east and north of a country, or of "all" five, with a margin."""
    if country == "all":
        return REGION
    points = [point for ring in shapes.rings(shapes.country(country)) for point in ring]
    longitudes, latitudes = [p[0] for p in points], [p[1] for p in points]
    return min(longitudes) - 0.6, min(latitudes) - 0.5, max(longitudes) + 0.6, max(latitudes) + 0.5


def drawn(layers: Sequence[pdk.Layer], view: View, tooltip: str, shown: theme.Theme) -> CompactDeck:
    """The layers over the ground. `tooltip` is live HTML: placeholders only, never data."""
    return CompactDeck(
        layers=[*ground(view.country, shown), *layers],
        # Both spellings matter: a map_style, even None, would call out for tiles.
        map_provider=None,
        initial_view_state=pdk.ViewState(
            longitude=view.longitude,
            latitude=view.latitude,
            zoom=view.zoom,
            pitch=0,
            min_zoom=2.2,
            max_zoom=9,
        ),
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


def ground(country: str, shown: theme.Theme) -> Iterator[pdk.Layer]:
    """Sea, land, faint borders, the five countries or the one that is looked at, lakes."""
    bright = [f for f in shapes.features("focus") if country in ("all", f["id"])]
    pale = [f for f in shapes.features("focus") if f not in bright]
    land, borders = shapes.features("context")
    corners = [[-20, -20], [160, -20], [160, 80], [-20, 80], [-20, -20]]
    sea = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [corners]}}
    yield _area("sea", [sea], SEA[shown])
    yield _area("land", [land], FAR_LAND[shown])
    yield _outlined("borders", [borders], theme.HAIRLINE[shown], 1)
    yield _area("other-countries", pale, FAR_LAND[shown])
    yield _area("countries", bright, LAND[shown])
    yield _area("lakes", list(shapes.features("lakes")), SEA[shown])
    yield _outlined("country-borders", list(shapes.features("focus")), theme.BORDER[shown], 1.2)


def _area(layer: str, features: list[dict[str, Any]], colour: str) -> pdk.Layer:
    return pdk.Layer("GeoJsonLayer", features, id=layer, stroked=False, get_fill_color=rgba(colour))


def _outlined(layer: str, features: list[dict[str, Any]], colour: str, width: float) -> pdk.Layer:
    return pdk.Layer(
        "GeoJsonLayer",
        features,
        id=layer,
        filled=False,
        get_line_color=rgba(colour),
        line_width_min_pixels=width,
        line_width_max_pixels=width,
    )
