"""What reading says when it cannot go on."""

from __future__ import annotations

from dataclasses import dataclass


class ReadError(Exception):
    """Its text, with the file's name put in front, is a sentence: what is wrong, and what to do."""


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file that gave no document. `sentence` names the file, what is wrong and the cure."""

    path: str
    name: str  # the file's name without its ending
    sentence: str
