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
    """Where a label stands from its mark; `chart.css` has a rule for each name."""

    name: str
    across: float  # of its width, that it begins to the right of the mark
    down: float  # of its height, that it begins below the mark
    dx: float = 0  # pixels
    dy: float = 0

    def box(self, spot: Spot) -> Box:
        """What a label covers on this side of its mark."""
        x, y = spot.x + self.across * spot.width + self.dx, spot.y + self.down * spot.height + self.dy
        return Box(x, y, x + spot.width, y + spot.height)


SIDES = (
    Side("above", -0.5, -1, 0, -MARK),
    Side("right", 0, -0.5, MARK + 4),
    Side("left", -1, -0.5, -MARK - 4),
    Side("below", -0.5, 0, 0, MARK),
    Side("above-right", 0, -1, MARK, -MARK),
    Side("above-left", -1, -1, -MARK, -MARK),
    Side("below-right", 0, 0, MARK, MARK),
    Side("below-left", -1, 0, -MARK, MARK),
)
NONE = "silent"  # no side is free: the mark has its words where the pointer rests, and in the list below


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark in pixels, and how large its label is. `first`: its label is placed before the others."""

    x: float
    y: float
    letters: int
    lines: int = 1
    first: bool = False

    @property
    def width(self) -> float:
        """Pixels across."""
        return self.letters * LETTER

    @property
    def height(self) -> float:
        """Pixels down."""
        return self.lines * LINE


def sides(spots: Sequence[Spot], page: Box, drawn: Sequence[Box] = ()) -> list[str]:
    """The name of a side for each label, in order: the first that is free and on the page, else `NONE`.

    `drawn` is what else no label may cover.

    >>> sides([Spot(100, 100, 10), Spot(100, 85, 10)], Box(0, 0, 400, 200))
    ['right', 'above']
    """
    chosen = dict(_chosen(spots, page, drawn))
    return [chosen[n] for n in range(len(spots))]


def along(first: Spot, last: Spot) -> Iterator[Box]:
    """What a line between two marks covers, in pieces."""
    pieces = int(max(abs(last.x - first.x), abs(last.y - first.y)) // LINE)
    for n in range(1, pieces):
        x, y = (a + (b - a) * n / pieces for a, b in ((first.x, last.x), (first.y, last.y)))
        yield Box(x - 1, y - 1, x + 1, y + 1)


def around(spot: Spot) -> Box:
    """What a mark covers, with a little air."""
    return Box(spot.x - MARK + 1, spot.y - MARK + 1, spot.x + MARK - 1, spot.y + MARK - 1)


def _chosen(spots: Sequence[Spot], page: Box, drawn: Sequence[Box]) -> Iterator[tuple[int, str]]:
    taken = [*map(around, spots), *drawn]
    for n in sorted(range(len(spots)), key=lambda n: not spots[n].first):
        boxes = {side.name: side.box(spots[n]) for side in SIDES}
        free = (name for name, box in boxes.items() if box.inside(page) and not _covers(box, taken))
        name = next(free, NONE)
        taken += [boxes[name]] if name in boxes else []
        yield n, name


def _covers(box: Box, taken: Sequence[Box]) -> bool:
    return any(box.touches(other) for other in taken)
