"""The shapes as an SVG image. Streamlit takes SVG out of HTML, so it goes in as the address of an image."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dashboard import shapes, theme

STEP = 0.7  # pixels: finer detail is not drawn
HATCH: dict[theme.Theme, str] = {"light": "#BFC4CC", "dark": "#3C4A59"}
# A country that is filled with this is hatched over the colour below it.
HATCHED = "url(#hatch)"


def image(frame: shapes.Frame, drawn: str, shown: theme.Theme) -> str:
    """The address of an SVG of this frame, `drawn` inside it."""
    size = f"{frame.width:g} {frame.height:.0f}"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}">{_hatch(shown)}{drawn}</svg>'
    return f"data:image/svg+xml,{as_address(svg)}"


def as_address(svg: str) -> str:
    """An SVG of ours, which is ASCII, as part of an address in single quotes.

    >>> as_address("<g fill='#fff'/>")
    '%3Cg fill=%27%23fff%27/%3E'
    """
    for letter, code in (("%", "%25"), ("<", "%3C"), (">", "%3E"), ("#", "%23"), ('"', "%22"), ("'", "%27")):
        svg = svg.replace(letter, code)
    return svg


def areas(frame: shapes.Frame, fills: Mapping[str, str], edge: str) -> str:
    """Countries filled with their colours, in this order."""
    paths = "".join(f'<path d="{outline(frame, iso3)}" fill="{fill}"/>' for iso3, fill in fills.items())
    return f'<g stroke="{edge}" stroke-width="1.2" stroke-linejoin="round">{paths}</g>'


@cache
def outline(frame: shapes.Frame, iso3: str) -> str:
    """The path of one of the five countries."""
    return frame.path(shapes.country(iso3), STEP)


@cache
def lakes(frame: shapes.Frame) -> str:
    """The path of all lakes."""
    return "".join(frame.path(feature, STEP) for feature in shapes.features("lakes"))


@cache
def land(frame: shapes.Frame) -> str:
    """The path of all land, that of the neighbours too."""
    known = shapes.features("context")
    return "".join(frame.path(feature, STEP) for feature in known if feature["properties"]["role"] == "land")


def _hatch(shown: theme.Theme) -> str:
    line = f'<path d="M0 0V7" stroke="{HATCH[shown]}" stroke-width="2"/>'
    turned = 'width="7" height="7" patternTransform="rotate(45)" patternUnits="userSpaceOnUse"'
    return f'<defs><pattern id="hatch" {turned}>{line}</pattern></defs>'
