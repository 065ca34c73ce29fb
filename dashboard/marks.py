"""How each kind of value looks, the same on charts, maps, tiles, tables and slides.

A mark is put together from two tables. The kind gives the shape: round is what is measured, a diamond what is
aimed at, a diamond cut in two what is planned, a broken ring a forecast. The qualifier is a sign on it:
emptied for "about", an arrow for "more than", a bar with two ends for a range. Age makes it smaller, and the
square of a plant on a map too. Colour is only ever the country's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import product

from dashboard.dates import OLD, OLDER
from dashboard.language import N_, _


@dataclass(frozen=True, slots=True)
class Shape:
    """Of a kind. Drawn in a box of 16 by 16 around (8, 8), in `currentColor`; `empty` is for "about"."""

    name: str
    glyph: str  # where only text can stand
    empty_glyph: str
    full: str
    empty: str
    words: str


@dataclass(frozen=True, slots=True)
class Sign:
    """Of a qualifier. `before` and `after` stand around the glyph."""

    name: str
    before: str
    after: str
    words: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape under a sign."""

    shape: Shape
    sign: Sign

    @property
    def glyph(self) -> str:
        """The mark as text: ◆, ○, ●→, ├┤, ├◆┤."""
        bare = self.shape is OBSERVED and self.sign in (RANGE, VAGUE)
        glyph = self.shape.empty_glyph if self.sign is ABOUT else self.shape.glyph
        return f"{self.sign.before}{'' if bare else glyph}{self.sign.after}"

    @property
    def words(self) -> str:
        """The mark read aloud: "observed", "target, more than"."""
        said = _(self.shape.words)
        return f"{said}, {_(self.sign.words)}" if self.sign is not EXACT else said


LINE = 'fill="none" stroke="currentColor" stroke-width="1.8"'
BROKEN = f'{LINE} stroke-dasharray="5.4 2.77" stroke-dashoffset="2.7"'  # a ring in four pieces


def _round(radius: float, how: str = 'fill="currentColor"') -> str:
    return f'<circle cx="8" cy="8" r="{radius}" {how}/>'


def _path(drawn: str, how: str = 'fill="currentColor"') -> str:
    return f'<path d="{drawn}" {how}/>'


_RIM = "M8 2.4 13.6 8 8 13.6 2.4 8Z"
_HALVES = "M6.9 1.9V14.1L.8 8ZM9.1 1.9V14.1L15.2 8Z"
_EMPTY_HALVES = "M6.6 3.2 1.8 8 6.6 12.8M9.4 3.2 14.2 8 9.4 12.8"
_QUARTER = "M8 8V2.6A5.4 5.4 0 0 1 13.4 8Z"

OBSERVED = Shape("observed", "●", "○", _round(5.4), _round(4.6, LINE), N_("observed"))
TARGET = Shape("target", "◆", "◇", _path("M8 1.4 14.6 8 8 14.6 1.4 8Z"), _path(_RIM, LINE), N_("target"))
PLANNED = Shape("planned", "◈", "◊", _path(_HALVES), _path(_EMPTY_HALVES, LINE), N_("planned"))
FORECAST = Shape("forecast", "◉", "◌", _round(5.2, BROKEN) + _round(2.2), _round(5.2, BROKEN), N_("forecast"))
SHARE = Shape(
    "share", "◔", "◷", _round(5.4, LINE) + _path(_QUARTER), _round(5.4, LINE) + _path(_QUARTER, LINE),
    N_("share"),
)  # fmt: skip
UP = Shape("up", "▲", "△", _path("M8 2 14.4 13.4H1.6Z"), _path("M8 3.8 13 12.6H3Z", LINE), N_("change, up"))
DOWN = Shape(
    "down", "▼", "▽", _path("M8 14 14.4 2.6H1.6Z"), _path("M8 12.2 13 3.4H3Z", LINE), N_("change, down")
)  # fmt: skip
_BOTH = "M8 1.4 12.6 6.6H3.4ZM8 14.6 12.6 9.4H3.4Z"
CHANGE = Shape("change", "↕", "⇕", _path(_BOTH), _path(_BOTH, LINE.replace("1.8", "1.2")), N_("change"))
SHAPES = (OBSERVED, TARGET, PLANNED, FORECAST, SHARE, UP, DOWN, CHANGE)

EXACT = Sign("exact", "", "", N_("exact"))
ABOUT = Sign("about", "", "", N_("about"))
MORE = Sign("more", "", "→", N_("more than"))
LESS = Sign("less", "←", "", N_("less than"))
RANGE = Sign("range", "├", "┤", N_("range"))
VAGUE = Sign("vague", "", "≡", N_("in words only"))
SIGNS = (EXACT, ABOUT, MORE, LESS, RANGE, VAGUE)

ALL = tuple(Mark(shape, sign) for shape, sign in product(SHAPES, SIGNS))
LEGEND = tuple(Mark(OBSERVED, sign) for sign in SIGNS) + tuple(Mark(shape, EXACT) for shape in SHAPES[1:])

_BY_KIND = {"target": TARGET, "planned": PLANNED, "forecast": FORECAST, "share": SHARE}
_BY_DIRECTION = {"up": UP, "down": DOWN}
_BY_QUALIFIER = {"about": ABOUT, "more_than": MORE, "less_than": LESS, "range": RANGE, "vague": VAGUE}
AGES = ("", "old", "older")  # smaller from step to step; `dates.age_step` says which
SIZES = (1, 0.8, 0.62)  # of a mark, by those steps
AGED = {"old": (N_("smaller: over {n} years old"), OLD), "older": (N_("smallest: over {n} years old"), OLDER)}


def mark(kind: str, qualifier: str = "exact", direction: str | None = None) -> Mark:
    """The mark of a value.

    >>> mark("observed").glyph, mark("observed", "about").glyph, mark("target", "more_than").glyph
    ('●', '○', '◆→')
    >>> mark("change", "about", direction="down").words
    'change, down, about'
    """
    changed = _BY_DIRECTION.get(direction or "", CHANGE) if kind == "change" else None
    shape = changed or _BY_KIND.get(kind, OBSERVED)
    return Mark(shape, _BY_QUALIFIER.get(qualifier, EXACT))


def html(shown: Mark, country: str | None = None, age: int = 0) -> str:
    """The mark as an element whose words are read aloud, by `css()`. `age`: a step of `AGES`."""
    colour = f" style='color:var(--ox-{country.lower()})'" if country and country.isalpha() else ""
    return f"<i class='{classes(shown, age)}' role='img' aria-label='{escape(shown.words)}'{colour}></i>"


def classes(shown: Mark, age: int = 0) -> str:
    """Which rules of `css()` draw it."""
    aged = f" ox-m-{AGES[age]}" if age else ""
    return f"ox-m ox-m-{shown.shape.name} ox-m-{shown.sign.name}{aged}"


def legend(
    shown: Iterable[Mark] = LEGEND, ages: Iterable[int] = (), more: Iterable[tuple[str, str]] = ()
) -> str:
    """How to read these marks, in one row: shapes, signs, what a small one means, then `more` keys."""
    found = list(shown)
    shapes = [Mark(shape, EXACT) for shape in SHAPES if any(m.shape is shape for m in found)]
    signs = [Mark(OBSERVED, sign) for sign in SIGNS[1:] if any(m.sign is sign for m in found)]
    keys = [*((html(m), _(m.shape.words)) for m in shapes), *((html(m), _(m.sign.words)) for m in signs)]
    keys += [*aged(ages), *more]
    return f"<div class='ox-legend'>{''.join(_key(drawn, said) for drawn, said in keys)}</div>"


def aged(ages: Iterable[int]) -> Iterator[tuple[str, str]]:
    """The marks that have shrunk, of those steps, each with its words."""
    for age in sorted(set(ages)):
        if age:
            said, years = AGED[AGES[age]]
            yield html(Mark(OBSERVED, EXACT), age=age), _(said).format(n=years)


def _key(drawn: str, said: str) -> str:
    return f"<span class='ox-key'>{drawn} {escape(said)}</span>"


_HEAD = "M1 8H13M9 4.4 13 8 9 11.6"
_SIGNS = {
    "right": _path(_HEAD, LINE),
    "left": f'<g transform="rotate(180 8 8)">{_path(_HEAD, LINE)}</g>',
    "words": _path("M2.5 4H13.5M2.5 8H13.5M2.5 12H9", LINE),
}


def css() -> str:
    """What `marks.css` puts together. Shapes are masks, so that they take the text's colour in any theme."""
    signs = ";".join(f"--ox-{name}:{mask(drawn)}" for name, drawn in _SIGNS.items())
    shapes = (f".ox-m-{s.name}{{--full:{mask(s.full)};--empty:{mask(s.empty)}}}" for s in SHAPES)
    ages = (f".ox-m-{name}{{scale:{size}}}" for name, size in zip(AGES, SIZES, strict=True) if name)
    return f":root{{{signs}}}{''.join(shapes)}{''.join(ages)}"


def mask(drawn: str) -> str:
    """An SVG in a box of 16 by 16 as a value of CSS `mask`."""
    picture = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>{drawn}</svg>"
    plain = picture.replace('"', "'").replace("currentColor", "black")
    address = plain.replace("<", "%3C").replace(">", "%3E").replace("#", "%23")
    return f'url("data:image/svg+xml,{address}")'
