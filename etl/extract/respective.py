""" "16% and 9% in Kazakhstan and Kyrgyzstan respectively": each number has its own country."""

from __future__ import annotations

from etl.extract.mentions import Mention
from etl.extract.nations import JOINTS, Named, focus
from etl.extract.reading import Reading
from etl.reference import language


def respective(reading: Reading, mention: Mention) -> Named | None:
    """The country of a list that stands in the number's place of another list."""
    if language("relations")["respectively"] not in reading.norms:
        return None
    lists = [chain for chain in _lists(reading.named) if len(chain) > 1]
    numbers = _beside(reading, mention)
    place = next((n for n, number in enumerate(numbers) if number.number == mention.number), None)
    for chain in lists:
        if any(name.code not in focus() for name in chain) and mention.unit == "percent":
            continue  # "China, Russia and Kazakhstan accounted for 19%, 18% and 6%": of another's trade
        if place is not None and len(chain) == len(numbers):
            return chain[place]
    return None


def _lists(named: tuple[Named, ...]) -> list[list[Named]]:
    """The countries that are enumerated together."""
    lists: list[list[Named]] = []
    for name in named:
        if lists and lists[-1][-1].chain == name.chain > 1 and len(lists[-1]) < name.chain:
            lists[-1].append(name)
        else:
            lists.append([name])
    return lists


def _beside(reading: Reading, mention: Mention) -> list[Mention]:
    """The numbers that are enumerated with this one: only commas and "and" between them."""
    rows: list[list[Mention]] = []
    for other in reading.mentions:
        between = reading.norms[rows[-1][-1].last : other.first] if rows else []
        if between and len(between) <= 2 and all(word in JOINTS for word in between):
            rows[-1].append(other)
        else:
            rows.append([other])
    return next((row for row in rows if any(m.number == mention.number for m in row)), [])
