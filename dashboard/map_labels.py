"""Where names can stand on a map without touching each other.

deck.gl's own collision filter hid every name when two layers had names, so names are placed here, once, for
the zoom at which a map opens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dashboard.boxes import Box, Occupied

# Width of a letter in parts of its size: Source Sans, measured on place names.
WIDTH, CAPITAL = 0.54, 0.58
CYRILLIC = 1.12  # so much wider
GAP = 3.0  # pixels between a mark and its name
CORNERS = {"above right": (1, -1), "below right": (1, 1), "above left": (-1, -1), "below left": (-1, 1)}
SIDES = ("right", "left", "above", "below", *CORNERS)


@dataclass(frozen=True, slots=True)
class Name:
    """A text that wants to stand beside the point (x, y), which carries a mark of this radius."""

    text: str
    x: float
    y: float
    radius: float
    anchor: str  # the side it likes best
    size: float  # pixels


@dataclass(frozen=True, slots=True)
class Placed:
    """A name and its middle, in pixels from its point."""

    name: Name
    dx: float
    dy: float

    @property
    def box(self) -> Box:
        """What the name covers."""
        return box_of(self.name.x + self.dx, self.name.y + self.dy, *extent(self.name))


def box_of(x: float, y: float, width: float, height: float) -> Box:
    """The box around a middle."""
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def extent(name: Name) -> tuple[float, float]:
    """Width and height of the text, which may have several lines."""
    return _extent(name.text, name.size)


@lru_cache(maxsize=5_000)
def _extent(text: str, size: float) -> tuple[float, float]:
    lines = text.split("\n")
    return max(map(_width, lines)) * size, len(lines) * size * 1.2


def _width(line: str) -> float:
    """A name of a country in capitals is wide; the first letter of another is not what makes it so."""
    return len(line) * (CAPITAL if line.isupper() else WIDTH) * (1 if line.isascii() else CYRILLIC)


def placed(names: Iterable[Name], taken: Iterable[Box], page: Box) -> Iterator[Placed]:
    """Each name at the first side that is free, in the order given; a name without room is left out."""
    occupied = Occupied(taken)
    for name in names:
        for side in dict.fromkeys((name.anchor, *SIDES)):
            one = beside(name, side)
            box = one.box
            if box.inside(page) and occupied.free(box):
                occupied.add(box)
                yield one
                break


def beside(name: Name, side: str) -> Placed:
    """
    >>> beside(Name("Osh", 0, 0, 7, "above", 10), "above").dy
    -16.0
    """
    width, height = extent(name)
    out = name.radius + GAP
    if side in CORNERS:
        right, down = CORNERS[side]
        return Placed(name, right * (name.radius + width / 2), down * (name.radius + height / 2))
    dx = {"right": out + width / 2, "left": -out - width / 2}.get(side, 0.0)
    dy = {"below": out + height / 2, "above": -out - height / 2}.get(side, 0.0)
    return Placed(name, dx, dy)
