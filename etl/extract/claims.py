"""A mention into a claim: every field decided, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass, replace

from etl.extract.amounts import amount_of, with_unit
from etl.extract.changes import change_of
from etl.extract.claimants import claimant_of
from etl.extract.confidence import weighed
from etl.extract.context import Beside, Context, Decision
from etl.extract.coordination import converted, listed, names_between, part_of, restated, versus
from etl.extract.countries import country_of, partner_of
from etl.extract.dimensions import dimension_of
from etl.extract.indicators import indicator_of
from etl.extract.kinds import direction_of, kind_of
from etl.extract.mentions import Mention
from etl.extract.moods import Mood, mood_of
from etl.extract.open_names import subject_of
from etl.extract.periods import a_year_before, ahead_by_period, period_of
from etl.extract.places import place_of
from etl.extract.reading import Reading
from etl.extract.thresholds import threshold
from etl.model import Article, Claim, Kind, Period, Rejection, Span, Subject
from etl.reference import Indicator

FLOWS = ("trade", "tourism", "migration")


@dataclass(frozen=True, slots=True)
class Page:
    """The file's text and the article being read."""

    text: str
    article: Article


@dataclass(frozen=True, slots=True)
class Known:
    """A mention with its unit, the catalogue's entry, and the words that make it a change."""

    mention: Mention
    entry: Decision[Indicator | None]
    change: str | None
    beside: Beside | None


def claim_of(
    page: Page, reading: Reading, mention: Mention, context: Context
) -> tuple[Claim | Rejection, Mention]:
    """What the mention says in our codes, or why it says nothing; and the mention with its unit."""
    source = converted(reading, mention, context)
    if source:
        return _conversion(page, reading, mention, source), mention
    why_not = threshold(reading, mention)
    if why_not:
        return _reject(page, reading, mention, why_not), mention
    known = _known(reading, mention, context)
    if isinstance(known, str):
        return _reject(page, reading, mention, known), mention
    return _claim(page, reading, known, context), known.mention


def _known(reading: Reading, mention: Mention, context: Context) -> Known | str:
    beside = listed(reading, mention, context)
    change = change_of(reading, mention)
    if change is None and beside and beside.claim.kind == "change":
        change = "listed with a change"
    entry = indicator_of(reading, mention, context, change=change is not None)
    full = with_unit(reading, mention, context, entry.value)
    if isinstance(full, str):
        return full
    if full.unit != mention.unit:
        change = change or change_of(reading, full) or _of_column(full, context)
        beside = listed(reading, full, context)
        entry = indicator_of(reading, full, context, change=change is not None)
    return Known(full, entry, change, beside)


def _of_column(mention: Mention, context: Context) -> str | None:
    """ "Change on 2023, %" at the head of a column."""
    words = {token.norm for token in context.lead.row} if context.lead and context.columns else set()
    return "the column's head says “change”" if "change" in words and mention.family == "rate" else None


def _claim(page: Page, reading: Reading, known: Known, context: Context) -> Claim:
    mention, beside = known.mention, known.beside
    mood = mood_of(reading, mention, context)
    period = _period(reading, known, context, mood)
    mood = ahead_by_period(mood, period, mention, (reading, context))
    kind = _kind(reading, known, mood, context)
    subject = _subject(reading, known, context, kind.value)
    flow = subject.value.topic in FLOWS or any(w in subject.value.indicator for w in ("export", "import"))
    country = country_of(reading, mention, context, flow=flow)
    partner = partner_of(reading, mention, context, flow=flow)
    dimension = dimension_of(reading, mention, partner, country.value)
    place = place_of(reading, mention, country.value, context)
    direction = direction_of(reading, mention, kind.value, beside)
    claimant = claimant_of(reading, context)
    span = mention.span(reading.row)
    claim = Claim(
        page.article.name,
        page.article.title,
        span,
        span.of(page.text),
        reading.span,
        amount_of(mention, subject.value),
        replace(subject.value, dimension=dimension.value),
        country.value,
        place.value,
        period.value,
        kind.value,
        direction.value,
        claimant.value,
        evidence=(
            ("indicator", f"{known.entry.why}; {subject.why}"),
            ("country", country.why),
            ("place", place.why),
            ("dimension", dimension.why),
            ("period", period.why),
            ("kind", kind.why),
            ("direction", direction.why),
            ("claimant", claimant.why),
        ),
    )
    return weighed(claim, mention, catalogued=known.entry.value is not None)


def _kind(reading: Reading, known: Known, mood: Mood, context: Context) -> Decision[Kind]:
    own = kind_of(reading, known.mention, mood, known.entry.value, known.change)
    if own.value == "observed" and context.beside and _is_part_in_brackets(reading, known, context.beside):
        return Decision("share", "a part of the number before it")
    beside, last = known.beside, context.claim
    if beside and own.value == "observed" and beside.claim.kind != "change":
        return Decision(beside.claim.kind, "listed with the number before it")
    if last and last.kind in ("forecast", "target") and part_of(reading, known.mention, context):
        return Decision(last.kind, "a part of the number before it")
    return own


def _subject(reading: Reading, known: Known, context: Context, kind: Kind) -> Decision[Subject]:
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
    return subject_of(reading, known.mention, context, known.entry.value, kind)


def _is_part_in_brackets(reading: Reading, known: Known, last: Beside) -> bool:
    """ "2.1 million tonnes, mostly to Uzbekistan (48%)": a part of the tonnes."""
    mention = known.mention
    bracket = mention.first > 0 and reading.row[mention.first - 1].text == "("
    level = mention.unit == "percent" and not known.change and known.entry.value is None
    return bracket and level and (last.mention.family not in MOVED or last.claim.kind == "share")


def share_of_subject(subject: Subject) -> Subject:
    """The same subject, as a part of it."""
    name = subject.indicator if subject.indicator.endswith("_share") else f"{subject.indicator}_share"
    return replace(subject, indicator=name, dimension=None)


def _unnamed(mention: Mention, beside: Beside) -> bool:
    """No noun of its own: "53%", "14.1 thousand"."""
    return mention.inherited or mention.noun is None or mention.noun == beside.mention.noun


def _period(reading: Reading, known: Known, context: Context, mood: Mood) -> Decision[Period | None]:
    own = period_of(reading, known.mention, context, mood)
    if (
        known.beside
        and known.beside.claim.period
        and own.why.startswith(INHERITED)
        and versus(reading, known.mention)
    ):
        return Decision(a_year_before(known.beside.claim.period), "set against the number before it")
    if own.why.startswith(INHERITED) and known.beside and known.beside.claim.period:
        return Decision(known.beside.claim.period, "listed with the number before it")
    if own.why.startswith(INHERITED) and context.beside and restated(reading, known.mention, context.beside):
        return Decision(context.beside.claim.period, "the number before it in other words")
    if own.why.startswith(INHERITED) and context.claim and part_of(reading, known.mention, context):
        return Decision(context.claim.period, "a part of the number before it")
    return own


MOVED = ("rate", "points", "times")
INHERITED = ("the last period", "the text names no time", "present tense", "the article's own year")


def _conversion(page: Page, reading: Reading, mention: Mention, source: Beside) -> Claim:
    """All but the amount is the claim's that is converted."""
    span = mention.span(reading.row)
    amount = amount_of(mention, source.claim.subject)
    if amount.qualifier == "exact":
        amount = replace(amount, qualifier=source.claim.amount.qualifier)
    why = tuple((name, "as the sum it converts") for name, _ in source.claim.evidence)
    return replace(
        source.claim,
        quote=span,
        quote_text=span.of(page.text),
        amount=amount,
        evidence=why,
        duplicate_of=None,
    )


def _reject(page: Page, reading: Reading, mention: Mention, reason: str) -> Rejection:
    number = mention.number
    span = Span(reading.row[number.first].start, reading.row[number.last - 1].end)
    return Rejection(page.article.name, page.article.title, span, span.of(page.text), reason)
