"""Where figures stand in a chart over time, and how much room there is for the words beside them."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.axes import Amounts, Years
from dashboard.points import Point, ends, period

AIR = 0.14  # of the height stays free for words above the highest mark


@dataclass(frozen=True, slots=True)
class Room:
    """Pixels that labels are laid out for; `chart.css` has the height of the telephone's too."""

    width: int
    height: int
    lines: int = 40  # of a strip; more are counted and stand in the table
    bare: bool = False  # beside a mark no more than its amount


DESK, SLIDE, SMALL = Room(1080, 360), Room(740, 208, lines=8), Room(170, 220)
TELEPHONE = Room(310, 300, bare=True)


@dataclass(frozen=True, slots=True)
class Field:
    """Where amounts and moments stand; the same for every small multiple of a chart."""

    amounts: Amounts
    years: Years
    room: Room

    @classmethod
    def of(cls, placed: list[Point], room: Room) -> Field:
        """Around these figures."""
        moments = [moment for each in placed for moment in period(each.row)]
        return cls(Amounts.of(_from_zero(ends(placed))), Years.of(moments), room)

    def at(self, moment: float, amount: float) -> tuple[float, float]:
        """Hundredths from the left and from the top."""
        return self.years.at(moment), self.down(amount)

    def down(self, amount: float) -> float:
        """Hundredths from the top."""
        return 100 - self.amounts.at(amount) * (1 - AIR)


def _from_zero(found: list[float]) -> list[float]:
    """With zero, or a fall from 2.9 to 2.4 looks like one to nothing; what is nearly alike goes without."""
    alike = min(found) > 0 and min(found) > max(found) * 0.9
    return found if alike else [0, *found]
