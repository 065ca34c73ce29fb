"""Lists of times and lists of numbers that go together one by one."""

from __future__ import annotations

from itertools import pairwise

from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.extract.times import Time
from etl.reference import language

JOINTS = frozenset({"and", ",", "or", "in", "&", "for"})


def paired_time(reading: Reading, mention: Mention) -> Time | None:
    """The time at the number's place in its list.

    "In 2022 and 2023 exports were 4,000 and 5,000"; "6.5% in 2023
    and 7% in 2024, compared with 5.5% and 6.5% in its April forecast".
    """
    if len(reading.times) < 2 or len(reading.mentions) < 2:
        return None
    numbers = _numbers_around(reading, mention)
    times = [time for time in reading.times if time.period and time.relation == "at"]
    if len(numbers) < 2 or _holds_a_time(reading, numbers):
        return None
    if not (len(times) == len(numbers) and _is_list(reading, times)):
        times = _of_the_list_before(reading, numbers, times)
    return times[numbers.index(mention)] if len(times) == len(numbers) else None


def _numbers_around(reading: Reading, mention: Mention) -> list[Mention]:
    """The numbers that stand in one list with it, nothing but joints between them."""
    out: list[Mention] = []
    for other in reading.mentions:
        joined = out and JOINTS.issuperset(t.norm for t in reading.row[out[-1].last : other.first])
        if not joined:
            if mention in out:
                break
            out = []
        out.append(other)
    return out if mention in out else []


def _holds_a_time(reading: Reading, numbers: list[Mention]) -> bool:
    inside = range(numbers[0].last, numbers[-1].first)
    return any(reading.token_at(time.span.start) in inside for time in reading.times)


def _is_list(reading: Reading, times: list[Time]) -> bool:
    """ "in 2022 and 2023", "in 2022, in 2023 and in 2024"."""
    edges = [(reading.token_at(t.span.start), reading.token_at(t.span.end - 1) + 1) for t in times]
    gaps = [reading.row[left[1] : right[0]] for left, right in pairwise(edges)]
    return all(JOINTS.issuperset(token.norm for token in gap) for gap in gaps)


def _of_the_list_before(reading: Reading, numbers: list[Mention], times: list[Time]) -> list[Time]:
    """The times of a list of as many numbers, which this one is set against."""
    start = numbers[0].first
    against = language("time")["words"]["compares"].meet(reading.norms[max(0, start - 3) : start])
    if not against and "respectively" not in reading.norms[numbers[-1].last : numbers[-1].last + 3]:
        return []
    return [time for time in times if reading.token_at(time.span.start) < start]
