"""What of a shape lies in a picture: the rest would only make the picture longer to send."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dashboard.boxes import Point

MARGIN = 4.0  # pixels round the picture, so that the line along the cut is outside of it


def clipped(ring: Sequence[Point], width: float, height: float) -> list[Point]:
    """The ring, cut along the four sides of a picture; nothing where all of it is outside.

    >>> clipped([(-10.0, 1.0), (10.0, 1.0), (10.0, 2.0), (-10.0, 2.0)], 20, 20)
    [(-4.0, 1.0), (10.0, 1.0), (10.0, 2.0), (-4.0, 2.0)]
    """
    kept = list(ring)
    for axis, most in ((0, width), (1, height)):
        for edge, inwards in ((-MARGIN, 1), (most + MARGIN, -1)):
            kept = list(_cut(kept, axis, edge, inwards))
    return kept


def _cut(ring: list[Point], axis: int, edge: float, inwards: int) -> Iterator[Point]:
    """The ring on one side of a line across the picture, and the points where it crosses the line."""
    for one, other in pairwise([*ring[-1:], *ring]):
        was_in, is_in = ((point[axis] - edge) * inwards >= 0 for point in (one, other))
        if was_in != is_in:
            yield _crossing(one, other, axis, edge)
        if is_in:
            yield other


def _crossing(one: Point, other: Point, axis: int, edge: float) -> Point:
    part = (edge - one[axis]) / (other[axis] - one[axis])
    along = one[1 - axis] + part * (other[1 - axis] - one[1 - axis])
    return (along, edge) if axis else (edge, along)
