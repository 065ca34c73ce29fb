"""Where the words beside marks stand, so that they cover neither a mark nor one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.boxes import Box

LETTER = 7.2  # pixels, of the mean letter of a label
LINE = 18
MARK = 9  # half a mark and the air around it


@dataclass(frozen=True, slots=True)
class Side:
    """Where a label stands from its mark, in plotly's words."""

    xanchor: str
    yanchor: str
    xshift: int = 0
    yshift: int = 0

    def box(self, spot: Spot) -> Box:
        """What a label covers on this side of its mark."""
        left = {"left": 0, "center": -spot.width / 2, "right": -spot.width}[self.xanchor]
        top = {"top": 0, "middle": -spot.height / 2, "bottom": -spot.height}[self.yanchor]
        x, y = spot.x + left + self.xshift, spot.y + top - self.yshift
        return Box(x, y, x + spot.width, y + spot.height)


ABOVE = Side("center", "bottom", yshift=MARK)
BELOW = Side("center", "top", yshift=-MARK)
RIGHT = Side("left", "middle", xshift=MARK + 4)
LEFT = Side("right", "middle", xshift=-MARK - 4)
CORNERS = tuple(
    Side(across, up, xshift=shift, yshift=lift)
    for up, lift in (("bottom", MARK), ("top", -MARK))
    for across, shift in (("left", MARK), ("right", -MARK))
)
SIDES = (ABOVE, RIGHT, LEFT, BELOW, *CORNERS)


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark in pixels, and how large its label is."""

    x: float
    y: float
    letters: int
    lines: int = 1

    @property
    def width(self) -> float:
        """Pixels across."""
        return self.letters * LETTER

    @property
    def height(self) -> float:
        """Pixels down."""
        return self.lines * LINE


def sides(spots: Sequence[Spot]) -> list[Side]:
    """A side for each label, in order: the first that is free; above where none is.

    >>> sides([Spot(100, 100, 10), Spot(100, 85, 10)]) == [RIGHT, ABOVE]
    True
    """
    return list(_chosen(spots))


def _chosen(spots: Sequence[Spot]) -> Iterator[Side]:
    taken = [Box(s.x - MARK, s.y - MARK, s.x + MARK, s.y + MARK) for s in spots]
    for n, spot in enumerate(spots):
        others = taken[:n] + taken[n + 1 :]
        free = (side for side in SIDES if not any(side.box(spot).touches(box) for box in others))
        side = next(free, ABOVE)
        taken.append(side.box(spot))
        yield side
