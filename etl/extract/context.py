"""What a sentence inherits from the title, the heading, the lead-in and the sentences before it."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from etl.extract.calendar import Calendar
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.extract.verbs import Mood
from etl.model import Claim, Period

T = TypeVar("T")


class Decision(NamedTuple, Generic[T]):
    """A value, and the rule and words that decided it."""

    value: T
    why: str


class Beside(NamedTuple):
    """The claim before a mention in its sentence, that claim's mention, and the mood it was told in."""

    claim: Claim
    mention: Mention
    mood: Mood | None = None  # a conversion has none of its own


class Context(NamedTuple):
    """State while an article is read from top to bottom."""

    calendar: Calendar
    home: str | None = None  # the country the whole article is about
    section: str | None = None  # the country that the heading names
    own: str | None = None  # that the list item names
    labelled: str | None = None  # that the words in front of these lines named
    country: str | None = None  # the last sentence's country
    place: str | None = None
    outer_place: str | None = None  # that held before the list
    section_place: str | None = None  # of the heading or the dateline: it holds past a paragraph
    title_place: str | None = None  # of the title: after a look at the country the text returns to it
    site_place: tuple[str, str] | None = None  # a mine or plant, and the place that it was said to stand in
    written_in: str | None = None  # the place of the dateline
    site: str | None = None  # the plant, mine or field that the text goes on about
    title_site: str | None = None
    period: Period | None = None  # the last past period named
    above_list: Period | None = None  # the last one named above the list that is read
    listed: frozenset[int] = frozenset()  # the years that the list has gone through
    running: Period | None = None  # and the one of this section, which a look back does not end
    scope: Period | None = None  # what the heading, or the title, is about: its figures are of that time
    opening: Period | None = None  # the first past period that the article's figures are of
    campaign: Period | None = None  # "for the 2021 harvest": the time of the plans below, to the next heading
    survey: Period | None = None  # the time of the survey whose results the paragraph tells
    just: Period | None = None  # what the sentence before this one was of, be it a look back
    paragraph: Period | None = None  # what the paragraph's figures are of, so far
    named: Period | None = None  # the last time named outright, a day or a year
    told: tuple[Period, ...] = ()  # the periods of the last sentence that named any
    unfinished: bool = False  # the thing told of is being built, so its figures lie ahead
    mood: str | None = None  # target, planned, forecast: of the last whole sentence
    claim: Claim | None = None  # the last claim of the section
    mention: Mention | None = None  # and its mention
    lead: Reading | None = None  # the line that a list belongs to
    heading: Reading | None = None
    label: Reading | None = None  # the words in front of the paragraph or list item: "Water."
    title: Reading | None = None
    previous: Reading | None = None
    columns: tuple[Reading, ...] = ()  # the heads of a table's columns
    beside: Beside | None = None  # the claim before it in the same sentence
    recent: tuple[Beside, ...] = ()  # the last claims of the section

    @property
    def nation(self) -> str | None:
        """The country that holds where a sentence names none."""
        return self.own or self.labelled or self.section or self.country or self.home

    @property
    def nation_why(self) -> str:
        """Where that country comes from."""
        if self.section:
            return "carried from the heading"
        return (
            "carried from the sentences before" if self.country else "the country that the article is about"
        )

    @property
    def year(self) -> Period | None:
        """The year of the article's own date."""
        today = self.calendar.today
        return (
            None
            if today is None
            else Period(today.last.replace(month=1, day=1), today.last.replace(month=12, day=31))
        )
