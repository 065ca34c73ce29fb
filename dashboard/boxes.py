"""What a label covers: pixels, so that no word stands on a mark or on another word."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """Pixels; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        """Whether the two have a pixel in common."""
        aside = self.left >= other.right or other.left >= self.right
        return not (aside or self.top >= other.bottom or other.top >= self.bottom)

    def inside(self, other: Box) -> bool:
        """Whether none of it is outside the other."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.top <= self.top and self.bottom <= other.bottom
