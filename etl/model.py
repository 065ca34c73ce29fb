"""The frozen nouns of the pipeline; docs/glossary.md says what each word means.

Text offsets are characters of the decoded file, start included, end excluded.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Role = Literal["title", "heading", "paragraph", "item", "table_row", "ticker", "date_line", "dateline"]
Qualifier = Literal["exact", "about", "more_than", "less_than", "range", "vague"]
Kind = Literal["observed", "target", "forecast", "planned", "change", "share"]
Direction = Literal["up", "down"]
MoveEnd = Literal["level", "from", "to", "by", "converted"]  # a number's part in a move
DateBasis = Literal["front_matter", "inferred", "dateline", "page_date"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of the decoded file."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` in this span."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """First day to last day, both included.

    >>> Period(date(2024, 1, 1), date(2024, 12, 31)).label
    '2024'
    >>> Period(date(2024, 3, 1), date(2024, 3, 31)).label
    '2024-03'
    >>> Period(date(2024, 3, 14), date(2024, 3, 14)).label
    '2024-03-14'
    >>> Period(date(2012, 1, 1), date(2023, 12, 31)).label
    '2012/2023'
    >>> Period(date(2023, 1, 1), date(2023, 3, 31)).label
    '2023-01/2023-03'
    """

    first: date
    last: date

    @property
    def label(self) -> str:
        """As CONTRACT §3 writes a period: the coarsest form that loses nothing."""
        whole_months = self.first.day == 1 and self.last.day == _month_end(self.last)
        if whole_months and self.first.month == 1 and self.last.month == 12:
            return _joined(f"{self.first.year:04}", f"{self.last.year:04}")
        if whole_months:
            return _joined(f"{self.first:%Y-%m}", f"{self.last:%Y-%m}")
        return _joined(self.first.isoformat(), self.last.isoformat())


def _month_end(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"


@dataclass(frozen=True, slots=True)
class Block:
    """One line or paragraph of an article, and the part it plays."""

    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """Where a brief's facts were published."""

    title: str
    url: str | None = None
    publisher: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article inside a file. `blocks` covers its text in order, title first."""

    name: str  # the file's name without its ending
    position: int  # 1 for the first article of the file
    title: str
    span: Span
    blocks: tuple[Block, ...]
    published: Period | None = None  # the article's own date, never the page's
    published_basis: DateBasis | None = None
    publisher: str | None = None
    url: str | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class TickerLine:
    """`KGS/USD = 0.01144 -0%` as printed once: counter per base."""

    span: Span  # "KGS/USD = 0.01144", without bullet and change
    base: str  # KGS
    counter: str  # USD
    value_text: str  # "0.01144"
    change_text: str | None  # "-0%"


@dataclass(frozen=True, slots=True)
class Rate:
    """A currency rate as published: `value` counter for `nominal` base. Never inverted when stored."""

    base: str  # ISO 4217
    counter: str
    nominal: int
    value: Decimal
    value_text: str  # as printed: its digits say how exact it is
    day: date
    date_basis: Literal["published", "bar_london", "page_date"]
    kind: Literal["official", "close", "live", "ticker"]
    source: str
    change_text: str | None = None  # "-0%" keeps its sign
    seen: int = 1  # how often the source printed it
    article: str | None = None  # where a ticker printed it
    span: Span | None = None
    problem: str | None = None
    decimals: int | None = None  # behind the point, where the source always has so many and drops zeros


@dataclass(frozen=True, slots=True)
class Document:
    """One decoded file: its articles, and the ticker and page date above them, if any."""

    name: str  # the file's name without its ending
    path: str  # as given by the caller, for messages
    text: str
    sha256: str  # of the file's bytes
    articles: tuple[Article, ...]
    ticker: tuple[TickerLine, ...] = ()
    page_date: date | None = None
    page_date_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """How much, in the base unit with the scale word applied. A range has low and high and no value."""

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    text: str  # the number as printed
    qualifier: Qualifier
    unit: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured."""

    indicator: str
    family: str
    topic: str
    dimension: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What one article says about one number, in our codes. CONTRACT §3 fixes the fields' meanings."""

    article: str
    title: str
    quote: Span
    quote_text: str
    sentence: Span
    amount: Amount
    subject: Subject
    country: str | None  # ISO 3166-1 alpha-3, or REGION
    place: str | None  # in the gazetteer's spelling
    period: Period | None
    kind: Kind
    direction: Direction | None
    claimant: str | None = None
    duplicate_of: int | None = None  # start of the claim that this one repeats
    role: MoveEnd = "level"  # for checks: which end of a move it is
    told: Period | None = None  # for checks: the day on which the article says so
    change_text: str | None = None  # the change that a ticker prints beside a rate
    confidence: Decimal = Decimal(1)
    reasons: tuple[str, ...] = ()  # what lowered the confidence, in words
    evidence: tuple[tuple[str, str], ...] = field(
        default=(), compare=False
    )  # field -> rule and words, for `explain`


@dataclass(frozen=True, slots=True)
class Rejection:
    """A number in the text that could not become a claim, and why, in words a reader understands."""

    article: str
    title: str
    quote: Span
    quote_text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one file gave."""

    document: Document
    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a claim, or a file, cannot stand as it is: one sentence for a reader."""

    rule: str
    sentence: str
    claim_start: int | None = None  # None: the problem is the whole file's
