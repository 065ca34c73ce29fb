"""How each kind of value looks, the same in tables, charts, maps and legends.

Shape carries the meaning; colour is only ever the country's.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark. `svg` draws it in a box of 16 by 16 around (8, 8), in `currentColor`."""

    name: str
    glyph: str  # where only text can stand: CSV, hover, headings
    symbol: str  # plotly marker
    svg: str
    words: str


_DOT = '<circle cx="8" cy="8" r="5" fill="currentColor"/>'
_RING = '<circle cx="8" cy="8" r="4.2" fill="none" stroke="currentColor" stroke-width="1.8"/>'
_DIAMOND = '<path d="M8 2 14 8 8 14 2 8Z" fill="currentColor"/>'
_RIM = '<path d="M8 3 13 8 8 13 3 8Z" fill="none" stroke="currentColor" stroke-width="1.8"/>'
_LINE = 'fill="none" stroke="currentColor" stroke-width="1.8"'
_RIGHT = f'<circle cx="5" cy="8" r="3.6" fill="currentColor"/><path d="M8 8H15M12 5 15 8 12 11" {_LINE}/>'
_LEFT = f'<circle cx="11" cy="8" r="3.6" fill="currentColor"/><path d="M8 8H1M4 5 1 8 4 11" {_LINE}/>'
_BAR = f'<path d="M2 8H14M2 3.5V12.5M14 3.5V12.5" {_LINE}/>'
_DASH = f'<circle cx="8" cy="8" r="5.2" {_LINE} stroke-dasharray="2.6 2"/>' + _DOT.replace('"5"', '"1.6"')
_DELTA = '<path d="M8 2.5 14 13 2 13Z" fill="currentColor"/>'
_OPEN = f'<path d="M8 3.5 13.2 12.5 2.8 12.5Z" {_LINE}/>'
_FALL = '<path d="M8 13.5 14 3 2 3Z" fill="currentColor"/>'
_SHARE = f'<circle cx="8" cy="8" r="5.4" {_LINE}/><path d="M8 2.6V13.4M2.6 8H13.4" {_LINE}/>'
_QUOTE = f'<path d="M3 5H13M3 8H13M3 11H9" {_LINE}/>'

OBSERVED = Mark("observed", "●", "circle", _DOT, "observed")
ABOUT = Mark("about", "○", "circle-open", _RING, "about")
MORE = Mark("more", "●→", "circle", _RIGHT, "more than")
LESS = Mark("less", "←●", "circle", _LEFT, "less than")
RANGE = Mark("range", "├┤", "line-ns-open", _BAR, "range")
TARGET = Mark("target", "◆", "diamond", _DIAMOND, "target")
PLANNED = Mark("planned", "◇", "diamond-open", _RIM, "planned")
FORECAST = Mark("forecast", "◌", "circle-open-dot", _DASH, "forecast")
UP = Mark("up", "▲", "triangle-up", _DELTA, "change, up")
DOWN = Mark("down", "▼", "triangle-down", _FALL, "change, down")
CHANGE = Mark("change", "△", "triangle-up-open", _OPEN, "change")
SHARE = Mark("share", "⊕", "circle-cross-open", _SHARE, "share")
VAGUE = Mark("vague", "≡", "line-ew-open", _QUOTE, "in words only")
ALL = (OBSERVED, ABOUT, MORE, LESS, RANGE, TARGET, PLANNED, FORECAST, UP, DOWN, CHANGE, SHARE, VAGUE)
LEGEND = (OBSERVED, ABOUT, MORE, LESS, RANGE, TARGET, PLANNED, FORECAST, UP, SHARE)

_BY_KIND = {"target": TARGET, "planned": PLANNED, "forecast": FORECAST, "share": SHARE}
_BY_DIRECTION = {"up": UP, "down": DOWN}
_BY_QUALIFIER = {"about": ABOUT, "more_than": MORE, "less_than": LESS, "range": RANGE, "vague": VAGUE}


def mark(kind: str, qualifier: str = "exact", direction: str | None = None) -> Mark:
    """The mark of a value. What is not yet so comes first: an approximate target is a diamond.

    >>> mark("observed").glyph, mark("observed", "about").glyph, mark("target", "about").glyph
    ('●', '○', '◆')
    >>> mark("change", direction="down").glyph
    '▼'
    """
    if kind == "change":
        return _BY_DIRECTION.get(direction or "", CHANGE)
    return _BY_KIND.get(kind) or _BY_QUALIFIER.get(qualifier, OBSERVED)


def html(shown: Mark, country: str | None = None) -> str:
    """The mark as an element; its words are read aloud. Needs `css()` on the page."""
    colour = f" style='color:var(--ox-{country.lower()})'" if country and country.isalpha() else ""
    return f"<i class='ox-m ox-m-{shown.name}' role='img' aria-label='{escape(shown.words)}'{colour}></i>"


def legend(shown: tuple[Mark, ...] = LEGEND) -> str:
    """How to read the marks, in one row."""
    keys = "".join(f"<span class='ox-key'>{html(m)} {escape(m.words)}</span>" for m in shown)
    return f"<div class='ox-legend'>{keys}</div>"


def css() -> str:
    """One rule a mark: its shape is a mask, so it takes the text's colour in any theme."""
    rules = (f'.ox-m-{m.name}{{mask-image:url("data:image/svg+xml,{_as_address(m)}")}}' for m in ALL)
    return "".join(rules)


def _as_address(shown: Mark) -> str:
    drawn = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>{shown.svg}</svg>"
    plain = drawn.replace('"', "'").replace("currentColor", "black")
    return plain.replace("<", "%3C").replace(">", "%3E").replace("#", "%23")
