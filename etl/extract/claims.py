"""A mention into a claim: every field decided, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass, replace

from etl.extract.ahead import ahead_by_period
from etl.extract.amount_words import amount_evidence
from etl.extract.amounts import amount_of, with_unit
from etl.extract.changes import change_of
from etl.extract.claimants import claimant_of
from etl.extract.confidence import Draft, weighed
from etl.extract.context import Beside, Context
from etl.extract.coordination import converted, listed
from etl.extract.countries import country_of
from etl.extract.dimensions import dimension_of
from etl.extract.ellipsis import looked_back
from etl.extract.indicators import indicator_of
from etl.extract.kinds import direction_of
from etl.extract.local_money import local
from etl.extract.mentions import Mention
from etl.extract.moods import mood_of
from etl.extract.partners import partner_of
from etl.extract.places import place_of
from etl.extract.reading import Reading
from etl.extract.settling import Known, kind_here, period_here, subject_here
from etl.extract.sites import site_of
from etl.extract.thresholds import threshold
from etl.extract.verbs import Mood
from etl.model import Article, Claim, Rejection, Span

FLOWS = ("trade", "tourism", "migration")


@dataclass(frozen=True, slots=True)
class Page:
    """The file's text and the article being read."""

    text: str
    article: Article


def claim_of(page: Page, reading: Reading, mention: Mention, context: Context) -> Beside | Rejection:
    """What the mention says in our codes, with what the next numbers ask of it; or why it says nothing."""
    mention = local(reading, mention, context)
    source = converted(reading, mention, context)
    if source:
        return Beside(_conversion(page, reading, mention, source), mention)
    why_not = threshold(reading, mention)
    if why_not:
        return _reject(page, reading, mention, why_not)
    known = _known(reading, mention, context)
    if isinstance(known, str):
        return _reject(page, reading, mention, known)
    mood = mood_of(reading, known.mention, context)
    return Beside(_claim(page, reading, known, context, mood), known.mention, mood)


def _known(reading: Reading, mention: Mention, context: Context) -> Known | str:
    beside = listed(reading, mention, context)
    change = change_of(reading, mention)
    if change is None and beside and beside.claim.kind == "change":
        change = "listed with a change"
    back = looked_back(reading, mention, context)
    entry = indicator_of(reading, mention, context, back, change=change is not None)
    full = with_unit(reading, mention, context, entry.value)
    if isinstance(full, str):
        return full
    if full.unit != mention.unit:
        change = change or change_of(reading, full) or _of_column(full, context)
        beside = listed(reading, full, context)
        back = looked_back(reading, full, context)
        entry = indicator_of(reading, full, context, back, change=change is not None)
    return Known(full, entry, change, beside, back)


def _of_column(mention: Mention, context: Context) -> str | None:
    """ "Change on 2023, %" at the head of a column."""
    words = {token.norm for token in context.lead.row} if context.lead and context.columns else set()
    return "the column's head says “change”" if "change" in words and mention.family == "rate" else None


def _claim(page: Page, reading: Reading, known: Known, context: Context, mood: Mood) -> Claim:
    mention, beside = known.mention, known.beside
    period = period_here(reading, known, context, mood)
    mood = ahead_by_period(mood, period, mention, (reading, context))
    kind = kind_here(reading, known, mood, context)
    subject = subject_here(reading, known, context, kind.value)
    flow = subject.value.topic in FLOWS or any(w in subject.value.indicator for w in ("export", "import"))
    country = country_of(reading, mention, context, flow=flow)
    partner = partner_of(reading, mention, context, flow=flow)
    part = dimension_of(reading, mention, partner, subject.value, context.beside)
    dimension = part if part.value else site_of(reading, mention, context)
    place = place_of(reading, mention, country.value, context)
    direction = direction_of(reading, mention, kind.value, beside)
    claimant = claimant_of(reading, context)
    span = mention.span(reading.row)
    amount = amount_of(mention, subject.value)
    told = subject.value
    if told.dimension != dimension.value:
        told = replace(told, dimension=dimension.value)
    evidence = (
        *amount_evidence(page.text, reading, mention, amount),
        ("indicator", _named_by(known.entry.why, subject.why)),
        ("country", country.why),
        ("place", place.why),
        ("dimension", dimension.why),
        ("period", period.why),
        ("kind", kind.why),
        ("direction", direction.why),
        ("claimant", claimant.why),
    )
    sureness = weighed(Draft(told, amount, country.value, period.value, kind.value, evidence))
    return Claim(
        page.article.name,
        page.article.title,
        span,
        span.of(page.text),
        reading.span,
        amount,
        told,
        country.value,
        place.value,
        period.value,
        kind.value,
        direction.value,
        claimant.value,
        role=mention.role,
        told=context.calendar.today,
        confidence=sureness.confidence,
        reasons=sureness.reasons,
        evidence=evidence,
    )


def _named_by(entry: str, subject: str) -> str:
    """Why the indicator is what it is: the words that led to the catalogue, and what was made of them."""
    if entry == subject:
        return entry
    return (
        f"{entry} names it, {subject}"
        if entry.startswith("“") and subject.startswith("as ")
        else f"{entry}; {subject}"
    )


def _conversion(page: Page, reading: Reading, mention: Mention, source: Beside) -> Claim:
    """All but the amount is the claim's that is converted."""
    span = mention.span(reading.row)
    amount = amount_of(mention, source.claim.subject)
    if amount.qualifier == "exact":
        amount = replace(amount, qualifier=source.claim.amount.qualifier)
    own = amount_evidence(page.text, reading, mention, amount)
    why = tuple((name, "as the sum it converts") for name, _ in source.claim.evidence[len(own) :])
    return replace(
        source.claim,
        quote=span,
        quote_text=span.of(page.text),
        amount=amount,
        evidence=(*own, *why),
        duplicate_of=None,
    )


def _reject(page: Page, reading: Reading, mention: Mention, reason: str) -> Rejection:
    number = mention.number
    span = Span(reading.row[number.first].start, reading.row[number.last - 1].end)
    return Rejection(page.article.name, page.article.title, span, span.of(page.text), reason)
