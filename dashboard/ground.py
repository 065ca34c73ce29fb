"""What lies under the marks of a map: sea, land, the five countries in their shades, lakes, borders."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from dashboard import geo_files, picture, shapes, theme
from dashboard.deck import SEA, Layer, layer, rgba
from dashboard.shading import Shade

FAR_LAND: dict[theme.Theme, str] = {"light": "#EDEAE2", "dark": "#141E28"}
CORNERS = [[-20, -20], [160, -20], [160, 80], [-20, 80], [-20, -20]]
HATCH = {"none": {"type": "hatch", "strokeWidth": 1.4, "gap": 6, "angle": 45}}
NOTHING = "[0,0,0,0]"


def ground(country: str, shades: Mapping[str, Shade] | None, shown: theme.Theme) -> Iterator[Layer]:
    """From below."""
    sea = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [CORNERS]}}
    yield layer("GeoJsonLayer", "sea", [sea], stroked=False, getFillColor=rgba(SEA[shown]))
    yield _area("land", "context", rgba(FAR_LAND[shown])) | {"getLineColor": [0, 0, 0, 0]}
    faint = f"@@=properties.role=='borders'?{json.dumps(rgba(theme.HAIRLINE[shown]))}:{NOTHING}"
    yield _outlined("borders", "context", faint, 1)
    fills = {c: rgba(shade.fill) for c, shade in (shades or plain(country, shown)).items()}
    yield _area("countries", "focus", by_country(fills))
    hatched = [c for c, shade in (shades or {}).items() if shade.hatched]
    if hatched:
        yield _hatched(hatched, shown)
    yield _area("lakes", "lakes", rgba(SEA[shown]))
    yield _outlined("country-borders", "focus", rgba(theme.BORDER[shown]), 1.2)


def plain(country: str, shown: theme.Theme) -> dict[str, Shade]:
    """Where no figures shade them: the country that is looked at is brighter than the others."""
    return {c: Shade(theme.LAND[shown] if country in ("all", c) else FAR_LAND[shown]) for c in shapes.FIVE}


def by_country(colours: Mapping[str, list[int]]) -> str:
    """The colour of a feature of `focus`, as deck.gl reads it: nothing of it comes from data.

    >>> by_country({"KAZ": [1, 2, 3, 255]})
    "@@=id=='KAZ'?[1,2,3,255]:[0,0,0,0]"
    """
    chosen = "".join(f"id=='{iso3}'?{json.dumps(c, separators=(',', ':'))}:" for iso3, c in colours.items())
    return f"@@={chosen}{NOTHING}"


def _area(name: str, shape: str, colour: list[int] | str) -> Layer:
    # The shapes have an address: the browser keeps them, and only a colour that changes is looked at again.
    triggers = {"getFillColor": colour}
    return layer(
        "GeoJsonLayer",
        name,
        geo_files.address(shape),
        stroked=False,
        getFillColor=colour,
        updateTriggers=triggers,
    )


def _hatched(countries: Sequence[str], shown: theme.Theme) -> Layer:
    ink = by_country({c: rgba(picture.HATCH[shown]) for c in countries})
    return _area("no-data", "focus", ink) | {
        "extensions": [{"@@type": "FillStyleExtension", "pattern": True, "proceduralPattern": True}],
        "fillPatternMapping": HATCH,
        "fillPatternSizeUnits": "pixels",
        "getFillPattern": "@@='none'",
    }


def _outlined(name: str, shape: str, colour: list[int] | str, width: float) -> Layer:
    return layer(
        "GeoJsonLayer",
        name,
        geo_files.address(shape),
        filled=False,
        getLineColor=colour,
        lineWidthMinPixels=width,
        lineWidthMaxPixels=width,
        updateTriggers={"getLineColor": colour},
    )
