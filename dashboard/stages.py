"""How far along a plant or project is said to be, and the square that says so on a map.

A square stands for a plant, as a dot or a diamond stands for a figure: full where it works, half full where
it is being built, broken where it is planned. Colour is the country's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dashboard import marks, words
from dashboard.language import N_, _
from dashboard.marks import LINE


@dataclass(frozen=True, slots=True)
class Stage:
    """Drawn in a box of 16 by 16 around (8, 8), in `currentColor`."""

    code: str
    message: str
    svg: str

    @property
    def words(self) -> str:
        """What it is called."""
        return _(self.message)


@dataclass(frozen=True, slots=True)
class Told:
    """A stage, the figure whose sentence tells it, and the words; None where its kind tells it."""

    stage: Stage
    row: Any
    words: str | None


_RIM = f'<path d="M3 3H13V13H3Z" {LINE}/>'
_CORNERS = "M3 6V3H6M10 3H13V6M13 10V13H10M6 13H3V10"
OPERATING = Stage("operating", N_("operating"), '<path d="M2.5 2.5H13.5V13.5H2.5Z" fill="currentColor"/>')
CONSTRUCTION = Stage(
    "construction", N_("under construction"), f'{_RIM}<path d="M3 8H13V13H3Z" fill="currentColor"/>'
)
PLANNED = Stage("planned", N_("planned"), f'<path d="{_CORNERS}" {LINE}/>')
UNSAID = Stage("unsaid", N_("stage not said"), f'<path d="M8 3V13M3 8H13" {LINE}/>')
ALL = (OPERATING, CONSTRUCTION, PLANNED, UNSAID)
_DASHED = 'fill="none" stroke="currentColor" stroke-width="1" stroke-dasharray="2 1.67"'
# Round the square where the position is approximate.
RING = f'<circle cx="8" cy="8" r="7" {_DASHED}/>'
# Under a square. Not to the box's edge: on deck.gl's picture of all marks it would show beside the next one.
PLATE = '<path d="M2 2H14V14H2Z" fill="currentColor"/>'
MARKS = {**{stage.code: stage.svg for stage in ALL}, "approximate": RING, "plate": PLATE}

_BY_CODE = {stage.code: stage for stage in ALL}
PROJECTS = ("capacity", "money", "jobs")  # what is planned of these is planned of the plant


def css() -> str:
    """The shapes that `places.css` puts over the text's colour."""
    return "".join(f".ox-stage-{code}{{--ox-square:{marks.mask(svg)}}}" for code, svg in MARKS.items())


def told(figures: Iterable[Any]) -> tuple[Told, ...]:
    """What is told of a place, the furthest along first; words come before the kind of a figure."""
    best: dict[Stage, Told] = {}
    for one in filter(None, map(_told, figures)):
        if one.stage not in best or (one.words and not best[one.stage].words):
            best[one.stage] = one
    return tuple(best[stage] for stage in ALL if stage in best)


def _told(row: Any) -> Told | None:
    said = words.text(row.stage)
    if said is not None:
        return Told(_BY_CODE[said], row, words.text(row.stage_words))
    stage = _by_kind(row)
    return Told(stage, row, None) if stage else None


def _by_kind(row: Any) -> Stage | None:
    """What a plant gives, as observed, it gives: it works. What is forecast says nothing of the plant."""
    if row.kind == "observed" and row.makes and row.measure.startswith("capacity"):
        return OPERATING
    return PLANNED if row.kind == "planned" and row.measure.startswith(PROJECTS) else None
