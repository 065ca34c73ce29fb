"""Which of the times that a sentence names belongs to a number of it."""

from __future__ import annotations

from etl.extract.brackets import in_anothers_bracket, is_aside
from etl.extract.groups import before
from etl.extract.mentions import Mention
from etl.extract.paired_times import paired_time
from etl.extract.reading import Reading
from etl.extract.time_clauses import apart, begins_move
from etl.extract.time_comparisons import between_words, is_named
from etl.extract.times import Time
from etl.extract.verbs import Mood
from etl.extract.walls import MENTION_WALL
from etl.reference import language

BEHIND = 30  # how far behind its number a time may stand


def own_time(reading: Reading, mention: Mention, mood: Mood) -> Time | None:
    """The time of the sentence that belongs to the mention: in brackets behind it, behind it, before it."""
    paired = paired_time(reading, mention)
    if paired is not None:
        return paired
    near = [time for time in reading.times if not _is_far_behind(reading, time, mention)]
    usable = [time for time in near if _usable(reading, time, mention, mood)]
    scored = [
        (cost, n)
        for n, time in enumerate(usable)
        if (cost := _cost(reading, time, mention, usable)) is not None
    ]
    return usable[min(scored)[1]] if scored else None


def _is_far_behind(reading: Reading, time: Time, mention: Mention) -> bool:
    """Whether it stands so far behind the number that nothing could make it the number's."""
    first = reading.token_at(time.span.start)
    far = first - mention.last > 2 and not _opens(first)
    return far and reading.gap(mention.last - 1, first) - MENTION_WALL > 2 * BEHIND


def _usable(reading: Reading, time: Time, mention: Mention, mood: Mood) -> bool:
    if begins_move(reading, mention) and _is_the_other_ends(reading, time, mention):
        return False
    if time.relation == "now" and mood.kind:
        return False
    if apart(reading, time, mention, mood) or (not mood.kind and _is_due(reading, time, mention)):
        return False
    if in_anothers_bracket(reading, time, mention):
        return False
    if mood.kind and _is_before_another(reading, time, mention):
        return False
    return is_named(reading, time, mention)


def _is_due(reading: Reading, time: Time, mention: Mention) -> bool:
    """ "financed with $45 million, it will supply 2,000 by 2026": the time is the plan's."""
    first = reading.token_at(time.span.start)
    ahead = reading.of("planned", "forecast", "target")
    numbers = [m.first for m in reading.mentions if mention.last <= m.first < first]
    return bool(numbers) and any(mention.last <= hit.first < numbers[-1] for hit in ahead)


def _is_before_another(reading: Reading, time: Time, mention: Mention) -> bool:
    """ "planted 5 in 2024 and plans 7": the past year is the first number's."""
    first = reading.token_at(time.span.start)
    ahead = [
        hit.first for hit in reading.of("planned", "forecast", "target") if first < hit.first < mention.first
    ]
    if time.relation != "at" or _opens(first) or not ahead:
        return False  # "should make 7,000 cars from 2025 and employ 500": one verb, one time
    return any(
        m.last <= first < mention.first and not _parted(reading, m.last, first) for m in reading.mentions
    )


def _parted(reading: Reading, start: int, end: int) -> bool:
    """ "14.5 million were built; for 2024 the plan is 15.3 million": the time opens a clause of its own."""
    return any(token.norm in (";", ",", "that", "while", "but") for token in reading.row[start:end])


def _is_the_other_ends(reading: Reading, time: Time, mention: Mention) -> bool:
    """ "from 22 to 15 in 2025": the time behind the other end is not this one's."""
    at = reading.token_at(time.span.start)
    ends = [m for m in reading.mentions if m.role == "to"]
    if time.period is None or time.relation == "same" or time.period.first.year != time.period.last.year:
        return False
    if time.group in ("day", "us_day", "day_month") and time.period.first.month > 1:
        return False  # "On 1 July the payment went up from 1,000 to 1,200": both of one year
    return any(mention.last <= m.first and m.last <= at for m in ends) or (
        at < mention.first and bool(ends) and time.relation != "now"
    )


def _cost(reading: Reading, time: Time, mention: Mention, others: list[Time]) -> int | None:
    first = reading.token_at(time.span.start)
    last = max(first, reading.token_at(time.span.end - 1))
    if first >= mention.last and _is_the_next_ones(reading, range(first, last + 1), mention):
        return None
    if first >= mention.last:
        return _behind(reading, time, mention, others)
    if _is_right_before(reading, first, last, mention):
        return 0
    if time.relation != "now" and _after_number(reading, first, mention) and not _opens(first):
        return reading.gap(last, mention.first) + 18
    return reading.gap(last, mention.first) + (0 if time.relation != "since" else 6)


def _is_right_before(reading: Reading, first: int, last: int, mention: Mention) -> bool:
    """ "In 2023 it was 75.1 years, in 2021 only 70.2": a time between a comma and its number."""
    between = reading.norms[last + 1 : before(reading.row, mention) + 1]
    opens = any(word in (",", ";", "and") for word in reading.norms[max(0, first - 2) : first])
    return opens and last < mention.first and all(word in ONLY for word in between)


ONLY = ("only", "just", "already", "even", "still")


def _behind(reading: Reading, time: Time, mention: Mention, others: list[Time]) -> int | None:
    """Behind the number, and no other number between that the time is nearer to."""
    first = reading.token_at(time.span.start)
    gap = reading.gap(mention.last - 1, first)
    between = [
        m for m in reading.mentions if mention.last <= m.first < first and not is_aside(reading, m, first)
    ]
    if not between and first - mention.last <= 2:
        return 0
    gap -= MENTION_WALL
    if between and not _list_to(reading, mention, between) and not _is_of_both_ends(time, mention, between):
        if first - between[-1].last <= 4:
            return None
        gap += 14
    opener = any(_opens(reading.token_at(t.span.start)) for t in others)
    penalty = (
        10 if opener and any(w in (";", ",") for w in between_words(reading, mention.last, first)) else 0
    )
    return gap + penalty if gap + penalty <= 2 * BEHIND else None


def _is_the_next_ones(reading: Reading, time: range, mention: Mention) -> bool:
    """ "96 million tonnes, for 2026, 98 million": a comma before the time, and its number right behind it."""
    before = any(t.text in (",", ";") for t in reading.row[max(mention.last, time.start - 3) : time.start])
    return before and any(0 <= m.first - time.stop <= 1 for m in reading.mentions)


def _is_of_both_ends(time: Time, mention: Mention, between: list[Mention]) -> bool:
    """ "from 14 to 21 percent between 2017 and 2022", "from 14 to 21 percent during this time"."""
    years = time.period is not None and time.period.first.year != time.period.last.year
    return mention.role == "from" and [m.role for m in between] == ["to"] and (years or time.group == "same")


TO_WORDS = 4  # "to about US $"


def _list_to(reading: Reading, mention: Mention, between: list[Mention]) -> bool:
    """ "3,000 men and 2,000 women in 2024": the numbers are one list."""
    words = _without_brackets(between_words(reading, mention.last, between[-1].first))
    if words[:1] == ["to"] and between[0].role == "to" and mention.role != "from" and len(words) <= TO_WORDS:
        return True  # "climbed 14% to 31 million in 2024"
    if between_words(reading, between[-1].last, between[-1].last + 2) in (["of", "them"], ["of", "these"]):
        return False
    breaks = language("time")["words"]["list_breaks"]
    return len(words) <= 6 * len(between) and not any(w in breaks for w in words)


def _without_brackets(words: list[str]) -> list[str]:
    """ "50 billion somoni (about US$5 billion) and 51 billion": a conversion does not break a list."""
    while "(" in words and ")" in words[words.index("(") :]:
        start = words.index("(")
        words = words[:start] + words[words.index(")", start) + 1 :]
    return words


def _after_number(reading: Reading, first: int, mention: Mention) -> bool:
    """Whether the time stands behind an earlier number, and so is that number's rather than this one's."""
    return any(m.last <= first and first - m.last <= 4 for m in reading.mentions if m.first < mention.first)


def _opens(first: int) -> bool:
    return first <= 3
