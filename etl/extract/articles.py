"""An article read from top to bottom: its claims and rejections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from etl.extract.calendar import Calendar
from etl.extract.claims import Page, claim_of
from etl.extract.context import Context
from etl.extract.countries import main_country
from etl.extract.datelines import read_on
from etl.extract.duplicates import marked
from etl.extract.mentions import Mention
from etl.extract.passing import HEADLINES, entering, leaving
from etl.extract.reading import Reading, read, read_again, rejections, unread
from etl.extract.said import date_told, without_said
from etl.extract.sentences import sentences
from etl.extract.tables import in_column, with_columns
from etl.model import Article, Block, Claim, Rejection, Span


@dataclass(frozen=True, slots=True)
class Found:
    """What an article gave."""

    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...]


def found_in(text: str, article: Article) -> Found:
    """Every number of the article as a claim or a rejection."""
    page = Page(text, article)
    calendar, readings = _dated(page)
    title = next((r for r in readings if r.block.role == "title"), None)
    context = Context(calendar, home=main_country(readings, title).value, title=title)
    claims: list[Claim] = []
    refused: list[Rejection] = []
    for reading in readings:
        context = with_columns(text, reading, entering(context, reading))
        here_claims, here_refused, context = _of_sentence(page, reading, context)
        claims += here_claims
        refused += [*rejections(reading, text, article.name, article.title), *here_refused]
        context = leaving(context, reading, here_claims)
    heads = frozenset(r.span.start for r in readings if r.block.role in HEADLINES)
    starts = frozenset(c.quote.start for c in claims if c.sentence.start in heads)
    return Found(tuple(marked(text, claims, starts)), tuple(refused))


def _dated(page: Page) -> tuple[Calendar, list[Reading]]:
    """The article's calendar and sentences, read again where only the text itself says its date."""
    calendar = Calendar(page.article.published)
    readings = list(_readings(page, calendar, {}))
    told = None if calendar.today else date_told(readings)
    if told is None:
        return calendar, readings
    known = {r.span.start: r for r in readings if not r.said and r.dateline is None}
    return Calendar(told), list(_readings(page, Calendar(told), known))


def _readings(page: Page, calendar: Calendar, known: Mapping[int, Reading]) -> Iterator[Reading]:
    """The sentences as `calendar` reads them; `known`, by their starts, are some as another one does."""
    taken = 0
    for span, block in _sentences(page):
        if taken > MOST:
            rest = Span(span.start, page.article.blocks[-1].span.end)
            yield unread(rest, block, "more sentences and numbers than an article can hold")
            return
        reading = known.get(span.start)
        if reading is None:
            reading = read(page.text, span, block, calendar)
        elif reading.times:
            reading = read_again(page.text, reading, calendar)
        dated, calendar = read_on(page.text, reading, calendar)
        reading = without_said(_undated(page, dated))
        taken += 1 + len(reading.mentions) + len(reading.refused)
        yield reading


def _sentences(page: Page) -> Iterator[tuple[Span, Block]]:
    for block in page.article.blocks:
        for span in sentences(page.text, block.span):
            yield span, block


def _undated(page: Page, reading: Reading) -> Reading:
    """Without the date of the dateline, which dates the article and no value in it."""
    own = page.article.published
    if page.article.published_basis != "dateline" or reading.block not in page.article.blocks[:3]:
        return reading
    edge = reading.block.span.start + DATELINE
    times = tuple(t for t in reading.times if t.period != own or t.span.end > edge)
    return reading if len(times) == len(reading.times) else replace(reading, times=times)


MOST = 8_000  # sentences and numbers of one article; past that it is a dump of data
RECENT = 7  # claims before the last that a number may still lean on
DATELINE = 60  # characters of a paragraph that its dateline can take


def _of_sentence(
    page: Page, reading: Reading, context: Context
) -> tuple[list[Claim], list[Rejection], Context]:
    claims: list[Claim] = []
    refused: list[Rejection] = []
    givers: list[Mention] = []
    told_above = reading.block.role in HEADLINES  # what the text below says in full
    for mention in reading.mentions:
        told = claim_of(page, reading, mention, in_column(page.text, reading, mention, context))
        if isinstance(told, Rejection):
            refused.append(told)
        else:
            claims.append(told.claim)
            givers.append(told.mention)
            recent = context.recent if told_above else (*context.recent[-RECENT:], told)
            context = context._replace(claim=told.claim, beside=told, recent=recent)
    if not givers:
        return claims, refused, context
    giver = context.mention if told_above else givers[0]
    return claims, refused, context._replace(mention=giver, beside=None)


def sequence(claims: Sequence[Claim]) -> list[Claim]:
    """In the order of the text."""
    return sorted(claims, key=lambda claim: (claim.quote.start, claim.quote.end))
