"""Times that cannot be: seen before it came, aimed at when it was over, on no day of any calendar."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache

from etl.check.limits import is_code
from etl.extract.impossible import NO_SUCH_DAY
from etl.model import Claim, Extraction, Period
from etl.reference import language, limits

AHEAD = ("target", "planned", "forecast")
STATED = ("the sentence says", "one end of")  # not worked out from anything
SOON = 31  # days ahead: a price of next week may be in force by the text's own words
DUE = "is when it is due"
WORD = re.compile(r"[a-z]+")


def wrong(claim: Claim, impossible: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """The rules that the claim's period breaks. `impossible` has the words of such days by sentence start."""
    day = impossible.get(claim.sentence.start)
    if day:
        means = "is a day that no calendar has, so its time is not known."
        yield "impossible_date", f"“{day}” in its sentence {means}"
    if claim.period is None or claim.duplicate_of is not None:
        return
    span = limits()["times"]
    if not span["first"] <= claim.period.first.year <= claim.period.last.year <= span["last"]:
        yield "far_time", f"{claim.period.label} is a time that no article tells figures of."
    elif claim.told is not None and _is_stated(_why(claim, "period")):
        yield from _against(claim, claim.period, claim.told)


def _is_stated(why: str) -> bool:
    return why.startswith(STATED) or why.endswith(DUE)


def _against(claim: Claim, period: Period, told: Period) -> Iterator[tuple[str, str]]:
    """A sum for a time to come may have been approved or signed by now, so that it is seen ahead rightly."""
    dated = f"for {period.label}; the article is of {told.label}"
    far = (period.first - told.last).days > SOON
    if claim.kind not in AHEAD and far and not is_code(claim.amount.unit):
        means = "It is an aim or a forecast, or its year is wrong."
        yield "seen_ahead", f"It is told as something that has happened, {dated}. {means}"
    if claim.kind in AHEAD and period.last < told.first and _is_still_ahead(claim):
        yield "aim_in_the_past", f"It is told as still to come, {dated}, when that was over."


def _is_still_ahead(claim: Claim) -> bool:
    """Told by a verb that looks ahead from the article's day: "will reach", not "had planned"."""
    words = WORD.findall(_why(claim, "kind").lower())
    return bool(_ahead() & set(words)) and not _back() & set(words)


@cache
def _ahead() -> frozenset[str]:
    return frozenset(language("cues")["still_ahead"]["words"])


@cache
def _back() -> frozenset[str]:
    return frozenset(language("cues")["still_ahead"]["not"])


def _why(claim: Claim, field: str) -> str:
    return dict(claim.evidence).get(field, "")


def impossible_days(extraction: Extraction) -> dict[int, str]:
    """The days that cannot be, by the start of the sentence that a claim stands in."""
    days = [(r.quote.start, r.reason) for r in extraction.rejections if r.reason.startswith(NO_SUCH_DAY)]
    sentences = sorted({claim.sentence for claim in extraction.claims}) if days else []
    out: dict[int, str] = {}
    for start, reason in days:
        at = bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1
        if at >= 0 and start < sentences[at].end:
            out.setdefault(sentences[at].start, reason.removeprefix(NO_SUCH_DAY).strip(" “”:"))
    return out
