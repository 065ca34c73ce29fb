"""The dates and periods that a sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from etl.extract.calendar import YEAR, Calendar, whole_months, whole_year
from etl.extract.calendar_words import months_in
from etl.extract.time_patterns import found
from etl.extract.tokens import Token
from etl.extract.written_times import period_named
from etl.model import Period, Span
from etl.reference import language

Relation = Literal["at", "by", "since", "base", "same", "earlier", "ahead", "now"]
PREPOSITION = re.compile(
    r"(\w+)\s+(?:the\s+)?(?:end\s+of\s+|start\s+of\s+|beginning\s+of\s+)?(?:early\s+|late\s+|mid-)?$"
)
BACK = re.compile(r"past|last|previous|recent", re.IGNORECASE)
AHEAD = re.compile(r"next|coming|following|^within|^in\b", re.IGNORECASE)
NAMED = re.compile(r"\d{4}|year|last|previous", re.IGNORECASE)
LOOK_BACK = 40
YARDSTICK = re.compile(  # "twice the figure of 2022", "half the share of 2010", "below the mean of 1991–2020"
    r"(?:(?:twice|times|half|double|treble|triple)\s+(?:the|as)\s+[\w\s]{1,30}|(?:than|against|from|above|below)\s"
    r"[\w\s]{0,20}(?:figure|level|result|volume|mean|average|norm|amount|number|value|rate|share)s?)"
    r"\s+(?:of|in|for)\s+(?:the\s+)?(?:first\s+)?$"
)
OF_YARDSTICK = ("of ", "in ", "for ", "the ", "first ", "\n", "\t", "\xa0")  # how YARDSTICK ends
SINCE = re.compile(r"\bsince\s+(?!then)[^.,;]{1,60}\b(?:in|of)\s+(?:the\s+)?$")  # "since it opened in 2009"
DAYS = ("day", "us_day", "iso", "dotted")
WITH_YEAR = (*DAYS, "year", "months", "month_year", "part", "first_months", "q_label")
LATEST = re.compile(
    r"\b(?:no|not)\s+later\s+than\s+(?:in\s+|the\s+end\s+of\s+|early\s+)?$"
)  # "no later than 2030"
BARE = ("month", "day_month", "months", "part", "first_months", "opening")
TO_BASES = (
    "month_year",
    "relative",
    "earlier",
    "months",
    "part",
)  # "up 2.6% to December of the previous year"
RELATIONS: dict[str, Relation] = {
    "by": "by",
    "until": "by",
    "till": "by",
    "before": "by",
    "since": "since",
    "than": "base",
    "against": "base",
    "versus": "base",
    "vs": "base",
    "with": "base",
    "on": "base",
}


PERFECT = re.compile(
    r"\b(?:has|have|had)\s+(?:\w+\s+){0,2}(?:\w+ed|fallen|risen|grown|shrunk|sunk|lost)\b[^.;,]*$"
)
MOVED_FROM = ("from", "from the", "above", "below")
MOVED = re.compile(r"(?:%|percent|per cent|points?|times|fold) (?:from|above|below)(?: the)?\s*$")


@dataclass(frozen=True, slots=True)
class Time:
    """A period named at `span`. Without a period it leans on another ("the same period")."""

    span: Span
    period: Period | None
    relation: Relation
    group: str  # which line of the pattern it is
    bare: int | None = None  # the month that it names without a year
    dated: bool = False  # its words name the year: "March 2025", "last December"


def times(text: str, span: Span, row: Sequence[Token], calendar: Calendar) -> list[Time]:
    """Every date and period in text[span], whose tokens are `row`, as `calendar` reads it."""
    return _in_their_year(_of_one_season(list(_times(text, span, row, calendar))))


def _of_one_season(found: list[Time]) -> list[Time]:
    """ "the 2023/24 heating season" is one time: the years say which season."""
    named = {time.span.end for time in found if time.group == "years"}
    return [t for t in found if t.group != "season" or not any(0 < t.span.start - end <= 2 for end in named)]


def told_in(found: Sequence[Time], calendar: Calendar) -> Calendar:
    """The calendar for what follows: where the article has no date, months are of the last year named."""
    if calendar.today is not None:
        return calendar
    years = [t.period.last.year for t in found if t.period and t.relation == "at" and t.group in WITH_YEAR]
    return replace(calendar, told=years[-1]) if years else calendar


def _in_their_year(found: list[Time]) -> list[Time]:
    """ "8.4% in September 2024 from 8.5% in August": a bare month lies in the twelve up to the dated one."""
    dated = [t.period for t in found if t.group in ("month_year", "months") and t.period]
    if not dated:
        return found
    return [replace(t, period=_month_up_to(dated[0], t)) if t.bare and not t.period else t for t in found]


def _month_up_to(last: Period, time: Time) -> Period | None:
    month = time.bare
    return whole_months(last.last.year - (month > last.last.month), month) if month else None


def _times(text: str, span: Span, row: Sequence[Token], calendar: Calendar) -> Iterator[Time]:
    matches = [(match, match.lastgroup or "") for match in found(text, span.end, row)]
    if calendar.today is None:
        calendar = _a_year_after(matches, calendar)
    for match, group in matches:
        period = period_named(calendar, group, match)
        relation = _relation(text, span.start, match, group)
        if relation == "ahead" and _is_record(text[span.start : match.start()]):
            period, relation = None, "at"
        if relation == "ahead" and period and PERFECT.search(text[span.start : match.start()]):
            years = period.last.year - (calendar.year or 0)  # "has fallen by 14 cm in five years"
            period, relation = whole_year(period.last.year - 2 * years, period.last.year - years), "at"
        if relation == "by" and group == "month" and period and calendar.today:
            period = _to_come(period, calendar.today)
        bare = months_in(match.group())[-1] if group == "month" else None
        dated = bool(NAMED.search(match.group()))
        time = Time(Span(match.start(), match.end()), period, relation, group, bare, dated)
        calendar = calendar if group == "month_year" else told_in((time,), calendar)
        yield time


def _to_come(period: Period, today: Period) -> Period:
    """ "till September", written in July: the one ahead."""
    over = period.last < today.first
    return whole_months(period.last.year + over, period.last.month)


def _a_year_after(matches: Sequence[tuple[re.Match[str], str]], calendar: Calendar) -> Calendar:
    """ "In January–August …, 8% more than in the same period of 2023": those months are of 2024."""
    bare = any(group in BARE and not YEAR.search(match.group()) for match, group in matches)
    bases = [match["same_of"] for match, group in matches if group == "same" and match["same_of"]]
    years = [int(base) for base in bases if base.isdigit()]
    return replace(calendar, told=years[0] + 1) if bare and years else calendar


def _relation(text: str, start: int, match: re.Match[str], group: str) -> Relation:
    """What the time is to the value, by its own words and those before it."""
    dated = (match["same_of"] or "")[:1].isdigit()  # "in the same month of 2022, 310" names its year
    if group in ("same", "then", "that") and not dated:
        return "base" if match["same_of"] else "same"
    if group in ("earlier", "now"):
        return group  # type: ignore[return-value]
    if group == "window" and AHEAD.search(match.group()) and not BACK.search(match.group()):
        return "ahead"
    before = text[max(start, match.start() - LOOK_BACK) : match.start()].lower()
    own = match.group().split()[0].lower()  # "for the same months of 2023": its own first word
    before += f"{own} " if own in ("of", "in", "for", "during") else ""
    moved = (
        group not in (*DAYS, "day_month") and before.rstrip().endswith(MOVED_FROM) and MOVED.search(before)
    )
    if moved:
        return "base"  # "up 5% from 2023"; but "raised by 10 percent from January 1, 2025"
    return "base" if _is_base(before) else _by_preposition(before, match, group)


def _is_record(before: str) -> bool:
    """ "the best harvest in 12 years"."""
    records = language("time")["words"]["records"]
    return any(word in records for word in before[-LOOK_BACK:].lower().split()[-3:])


def _is_base(before: str) -> bool:
    """ "than in 2022", "twice the figure of 2022": what the value is compared with."""
    if _is_latest(before):
        return False
    words = before.split()[-3:]
    if words[-2:] in (["after", "the"], ["above", "the"], ["below", "the"], ["over", "the"]):
        return True  # "three years after the 2020 slump", "16% above the 2024 plan"
    if words[-2:] == ["as", "of"] or words[-3:] == ["as", "of", "the"]:
        return False  # "as of 1 October 2024"
    while words and words[-1] in ("in", "the", "with", "to", "during", "of", "for"):
        words.pop()
    compared = bool(words) and words[-1] in ("than", "against", "versus", "vs", "compared", "as")
    return compared or (before.endswith(OF_YARDSTICK) and bool(YARDSTICK.search(before)))


def _is_latest(before: str) -> bool:
    return "later" in before and bool(LATEST.search(before))


def _by_preposition(before: str, match: re.Match[str], group: str) -> Relation:
    """ "by 2029" is due then, "since 1991" begins then, "up 5% on 2023" is compared with it."""
    found = PREPOSITION.search(before)
    own = match.group().split()[0].lower()
    day = group in ("day", "us_day", "day_month", "iso", "dotted")
    if _is_latest(before):
        return "by"
    told = found[1] if found and found[1] != "with" and not (found[1] == "on" and day) else ""
    if told == "to" and group in TO_BASES:
        return "base"
    if group == "event" or ("since" in before and SINCE.search(before)):
        return "since"
    return RELATIONS.get(own) or RELATIONS.get(told, "at")
