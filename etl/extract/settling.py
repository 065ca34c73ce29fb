"""Kind, subject and period of a number, with what the numbers beside it lend."""

from __future__ import annotations

from dataclasses import dataclass

from etl.extract.carrying import is_compared
from etl.extract.context import Beside, Context, Decision
from etl.extract.coordination import names_between, part_of, versus
from etl.extract.ellipsis import Back, base_of
from etl.extract.kinds import kind_of
from etl.extract.mentions import Mention
from etl.extract.open_names import as_before, subject_of
from etl.extract.periods import period_of
from etl.extract.reading import Reading
from etl.extract.restating import restated, says_again
from etl.extract.verbs import Mood
from etl.extract.year_before import a_year_before
from etl.model import Claim, Kind, Period, Subject
from etl.reference import Indicator

BEHIND = 2  # tokens between "$1.04 bn" and ", 7.2% more than in 2023"
MOVED = ("rate", "points", "times")
INHERITED = ("the last period", "the text names no time", "present tense", "the article's own year")


@dataclass(frozen=True, slots=True)
class Known:
    """A mention with its unit, the catalogue's entry, what makes it a change, and what it leans on."""

    mention: Mention
    entry: Decision[Indicator | None]
    change: str | None
    beside: Beside | None
    back: Back | None


def kind_here(reading: Reading, known: Known, mood: Mood, context: Context) -> Decision[Kind]:
    own = kind_of(reading, known.mention, mood, known.entry.value, known.change)
    if own.value == "observed" and context.beside and _is_part_in_brackets(reading, known, context.beside):
        return Decision("share", "a part of the number before it")
    if own.value == "observed" and context.beside and _is_its_size(reading, known, context.beside):
        return Decision("planned", "the size of what is planned, in brackets")
    if context.beside and _is_the_same_move(reading, known, context.beside):
        return Decision("change", "the change before it in percent")
    beside, last = known.beside, context.claim
    dated = own.value == "observed" and own.why.endswith("which is past")  # "after 32 bcm in 2023"
    if beside and own.value == "observed" and not dated and beside.claim.kind != "change":
        return Decision(beside.claim.kind, "listed with the number before it")
    if last and last.kind in ("forecast", "target") and part_of(reading, known.mention, context):
        return Decision(last.kind, "a part of the number before it")
    return own


def subject_here(reading: Reading, known: Known, context: Context, kind: Kind) -> Decision[Subject]:
    beside = known.beside
    if beside and not names_between(reading, known.mention, beside) and _unnamed(known.mention, beside):
        return Decision(beside.claim.subject, "listed with the number before it")
    last = context.beside
    if (
        known.change
        and last
        and known.mention.family in MOVED
        and not names_between(reading, known.mention, last)
    ):
        return Decision(last.claim.subject, "the change of the number before it")
    if (
        known.entry.value is None
        and context.claim
        and known.mention.inherited
        and part_of(reading, known.mention, context)
    ):
        return Decision(context.claim.subject, "a part of the number before it")
    entry = known.entry.value
    told = known.back and as_before(known.back, known.mention, entry, kind)
    return told or subject_of(reading, known.mention, context, entry, kind)


def _is_the_same_move(reading: Reading, known: Known, last: Beside) -> bool:
    """ "went up by 119.9 thousand, or 1.7 percent"."""
    behind = reading.row[known.mention.last : known.mention.last + 1]
    if behind and behind[0].norm == "of":
        return False  # "down $60 million, or 25.6% of GDP"
    told = last.claim.kind == "change" and known.mention.unit == "percent"
    return told and restated(reading, known.mention, last)


def _is_its_size(reading: Reading, known: Known, last: Beside) -> bool:
    """ "three plants (34 MW) are planned"."""
    opens = last.mention.last <= known.mention.first - 1 <= last.mention.last + 1
    bracket = opens and reading.row[known.mention.first - 1].text == "("
    return bracket and last.claim.kind == "planned" and known.mention.family in SIZES


SIZES = ("power", "length", "area", "volume")


def _is_part_in_brackets(reading: Reading, known: Known, last: Beside) -> bool:
    """ "2.1 million tonnes, mostly to Uzbekistan (48%)": a part of the tonnes."""
    mention = known.mention
    bracket = mention.first > 0 and reading.row[mention.first - 1].norm in ("(", "or")
    level = mention.unit == "percent" and not known.change and known.entry.value is None
    return bracket and level and (last.mention.family not in MOVED or last.claim.kind == "share")


def _whole(context: Context, last: Claim) -> Claim:
    """What "of that" at the start of a sentence divides: the first number of the sentence before."""
    if context.beside is not None:
        return last
    return next((b.claim for b in context.recent if b.claim.sentence == last.sentence), last)


def _is_set_against(reading: Reading, known: Known, own: Decision[Period | None]) -> bool:
    """ "turned back 1,870 last year, against 2,340": the time before the two is the first one's."""
    mention, beside = known.mention, known.beside
    if beside is None or own.value is None or beside.claim.period != own.value:
        return False
    behind = any(reading.token_at(time.span.start) >= mention.last for time in reading.times)
    elsewhere = any(mention.last <= named.first <= mention.last + 3 for named in reading.named)
    return versus(reading, mention) and not behind and not elsewhere


def _told_before(context: Context, last: Claim) -> Claim:
    """The main number of the sentence before, none that is only compared with: "5.7 billion, against 5.3"."""
    told = [b.claim for b in context.recent if b.claim.sentence == last.sentence]
    main = [c for c in told if context.previous is None or not is_compared(context.previous, c)]
    return main[-1] if main else last


def _unnamed(mention: Mention, beside: Beside) -> bool:
    """No noun of its own: "53%", "14.1 thousand"."""
    return mention.inherited or mention.noun is None or mention.noun == beside.mention.noun


def period_here(reading: Reading, known: Known, context: Context, mood: Mood) -> Decision[Period | None]:
    own = period_of(reading, known.mention, context, mood)
    if own.value and _is_set_against(reading, known, own):
        return Decision(a_year_before(own.value), "set against the number before it")
    lent = _lent_period(reading, known, context) if own.why.startswith(INHERITED) else None
    going_on = own.value is None and mood.kind is None and mood.tense in ("present", "perfect")
    return lent or (_going_on(known, context) if going_on else None) or own


def _lent_period(reading: Reading, known: Known, context: Context) -> Decision[Period | None] | None:
    """The period of the number that this one is listed with, restates or is a part of."""
    beside, mention = known.beside, known.mention
    if beside and beside.claim.period:
        if versus(reading, mention):
            return Decision(a_year_before(beside.claim.period), "set against the number before it")
        return Decision(beside.claim.period, "listed with the number before it")
    if context.beside and (
        restated(reading, mention, context.beside) or _is_its_change(known, context.beside)
    ):
        return Decision(context.beside.claim.period, "the number before it in other words")
    if context.claim and says_again(reading, mention):
        return Decision(_told_before(context, context.claim).period, "the sentence before in other words")
    if context.claim and part_of(reading, mention, context):
        return _of_part(context, context.claim)
    return None


def _of_part(context: Context, last: Claim) -> Decision[Period | None]:
    """ "In 2023 it was 344; the year before 140. Clients paid 44% of this": of what is gone on about."""
    if context.just and context.period and context.just.last < context.period.first:
        return Decision(context.period, "a part of what the text goes on about")
    return Decision(_whole(context, last).period, "a part of the number before it")


def _is_its_change(known: Known, last: Beside) -> bool:
    """ "yielded $1.04 bn, 7.2% more than in 2023": of the time of the number right before it."""
    return bool(known.change and last.claim.period) and known.mention.first - last.mention.last <= BEHIND


def _going_on(known: Known, context: Context) -> Decision[Period | None] | None:
    """ "380 thousand are in Russia. Turkey has 35 thousand": the same count goes on, in whatever tense."""
    above = context.previous.span if context.previous else None
    told = [b.claim for b in context.recent if b.claim.sentence == above and b.claim.kind != "change"]
    if context.just is None or not told:
        return None
    entry, back = known.entry.value, known.back
    same = entry is not None and any(base_of(claim) == entry for claim in told)
    if not same and (back is None or back.claim not in told):
        return None
    return Decision(context.just, "what the sentence before counts goes on")
