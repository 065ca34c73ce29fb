"""Whether a time and a number of one sentence stand in clauses of their own."""

from __future__ import annotations

from functools import cache

from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.extract.times import Time
from etl.extract.verbs import Mood
from etl.reference import language

FOR_ALL = ("for", "whole", "full")  # "for the year" is no part of it
OPENING = 3  # words into the sentence: a time there holds for all of it
NEXT = 2  # tokens from "this year's" to its number, a sign of money counted


def apart(reading: Reading, time: Time, mention: Mention, mood: Mood) -> bool:
    """Whether the time cannot be the number's, since another clause or number has it."""
    first, last = reading.token_at(time.span.start), reading.token_at(time.span.end - 1)
    if is_on_year(reading, time) and not 0 <= first - mention.last <= 1:
        return True
    if (
        _is_in_aside(reading, time, mention)
        or _is_told_better(reading, time)
        or _is_told_behind(reading, time, mention, mood)
    ):
        return True
    if first >= mention.last and time.relation == "now" and reading.norms[first - 1] in _words("joints"):
        return True  # "became six times larger and now counts 31 thousand"
    if first >= mention.last:
        return (
            _opens_the_next(reading, first, mention)
            or _is_another_clause(reading, first, mention)
            or _opens_behind_joint(reading, first, mention)
        )
    if _is_owned(reading, last, mention):
        return True
    return _is_left_behind(reading, time, mention, mood)


def _is_in_aside(reading: Reading, time: Time, mention: Mention) -> bool:
    """ "33,416 – 1,902 fewer than in 2023 – and centers 6,230": what dashes close in has its own time."""
    row = reading.row
    if "–" not in reading.norms and "—" not in reading.norms:
        return False
    dashes = [
        at for at in range(1, len(row)) if row[at].text in ("–", "—") and row[at - 1].end < row[at].start
    ]
    if len(dashes) != 2 or mention.first < dashes[1]:
        return False
    aside = range(dashes[0], dashes[1])
    return reading.token_at(time.span.start) in aside and any(m.first in aside for m in reading.mentions)


def _is_told_better(reading: Reading, time: Time) -> bool:
    """ "By the end of July 2023 … in the year": another time of the sentence says which."""
    if time.group != "whole_year" or reading.row[reading.token_at(time.span.start)].norm in FOR_ALL:
        return False
    return any(t.period and t is not time for t in reading.times)


def _is_told_behind(reading: Reading, time: Time, mention: Mention, mood: Mood) -> bool:
    """ "By 2030 it hopes to bring the rate, 25.7 percent in 2024, down to 13": right behind another."""
    if not mood.kind or time.relation != "at" or all(other.relation != "by" for other in reading.times):
        return False
    first = reading.token_at(time.span.start)
    behind = any(m is not mention and 0 <= first - m.last <= 1 for m in reading.mentions)
    return behind and first < mention.first


def _opens_the_next(reading: Reading, first: int, mention: Mention) -> bool:
    """ "has 3.4 children; in 2017 the figure was 2.4": the time is of the clause behind the mark."""
    stopped = ";" in reading.norms[mention.last : first]
    return stopped and any(m.first > first for m in reading.mentions)


def _is_another_clause(reading: Reading, first: int, mention: Mention) -> bool:
    """ "two are running and a third is to start in 2025": a verb behind "and" stands between."""
    verbs = [hit.first for hit in reading.of("planned", "forecast", "target", "past", "present")]
    norms, words = reading.norms, _words("joints")
    joint = next((at for at in range(mention.last, first) if norms[at] in words), first)
    own = any(verb < joint for verb in verbs)  # none in "revenue of 50 and spending of 51 are set for 2025"
    return own and any(joint < verb < first for verb in verbs)


def _opens_behind_joint(reading: Reading, first: int, mention: Mention) -> bool:
    """ "has 1,150 hectares, and by 2025 farmers intend to add 350": the time is of what follows it."""
    norms, words = reading.norms, _words("joints")
    joint = next((at for at in (first - 1, first - 2) if at >= mention.last and norms[at] in words), None)
    if joint is None or not any(m.first > first for m in reading.mentions):
        return False
    verbs = [hit.first for hit in reading.of("planned", "forecast", "target", "past", "present")]
    return any(verb < joint for verb in verbs) and any(verb > first for verb in verbs)


def _is_owned(reading: Reading, last: int, mention: Mention) -> bool:
    """ "2.8 trillion instead of this year's 5.3 trillion": the time owns the number right behind it."""
    owner = reading.row[last].text.endswith(("'s", "’s"))
    return owner and any(last < m.first <= last + NEXT and m is not mention for m in reading.mentions)


def _is_left_behind(reading: Reading, time: Time, mention: Mention, mood: Mood) -> bool:
    """A time before the number that ends with its own clause."""
    first, last = reading.token_at(time.span.start), reading.token_at(time.span.end - 1)
    between = reading.norms[last + 1 : mention.first]
    others = [m for m in reading.mentions if last < m.first < mention.first]
    told_now = mood.kind is None and (mood.tense == "present" or mood.why in ("“has”", "“have”"))
    if time.relation == "earlier":  # "6.9% fewer than the year before, and 10,963 were hurt"
        than = first > 0 and reading.row[first - 1].norm in ("than", "as")
        return ";" in between or (than and any(word in _words("joints") or word == "," for word in between))
    if ";" in between and first > OPENING and mood.kind:
        return True  # "Line B opened in 2010; line D, for 30 billion a year, has not been built"
    if time.relation == "since":  # "Since 2018, 32 posts have been built, and three are under construction"
        return bool(others) and (told_now or mood.kind is not None)
    if (told_now or mood.kind) and time.group != "that" and _is_of_participle(reading, first, last, mention):
        return True
    turned = any(word in _words("contrasts") for word in between)
    return turned and (told_now or (mood.inherited and mood.kind is None)) and bool(others)


def is_on_year(reading: Reading, time: Time) -> bool:
    """ "year on year": beside a change, and of no time of its own."""
    if time.relation != "earlier":
        return False
    words = words_of_time(reading, time)
    return "on year" in words or "over year" in words or "-on-" in words


def words_of_time(reading: Reading, time: Time) -> str:
    return " ".join([reading.row[at].text for at in reading.tokens_of(time.span)])


def begins_move(reading: Reading, mention: Mention) -> bool:
    """Whether "from" makes it the earlier end of a move: not in "ranged from 1.1 in Osh to 13.9 in Almaty",
    nor in "4 million tons from 875,000 hectares"."""
    if mention.role != "from" or any(t.norm in _words("ranges") for t in reading.row[: mention.first]):
        return False
    kin = any(m.unit == mention.unit for m in reading.mentions if m is not mention)
    return kin or any(m.role == "to" for m in reading.mentions)


def _is_of_participle(reading: Reading, first: int, last: int, mention: Mention) -> bool:
    """ "Founded in 1999, the plant employs 5,000", "The plant, opened in 1999, employs 5,000"."""
    row = reading.row
    marks = [n for n in range(last + 1, mention.first) if row[n].text in ",:;"]
    words = [row[at].norm for at in range(max(0, first - 3), first)]
    participle = next((n for n, word in enumerate(words) if word in _words("founded")), None)
    if participle is None or (marks and row[marks[0]].text != ","):
        return False
    at = max(0, first - 3) + participle
    closed = bool(marks) and (at == 0 or row[at - 1].text == ",")
    return closed or _is_reduced(reading, at)


def _is_reduced(reading: Reading, at: int) -> bool:
    """ "Under a contract signed in 2021 it drills three": a participle right behind its noun."""
    before = reading.row[at - 1] if at else None
    return before is not None and before.kind == "word" and before.norm in _words("signed_things")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language("time")["words"][name])
