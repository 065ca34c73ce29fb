"""Which article of a file a place in its text belongs to."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from etl.model import Document, Span
from etl.store import ids


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the articles of a file begin. What stands above the first has position 0."""

    name: str
    starts: tuple[int, ...]

    def article_id(self, span: Span) -> str:
        """The id of the article in which `span` begins."""
        return ids.article_id(self.name, bisect_right(self.starts, span.start))

    def above(self, span: Span) -> bool:
        """Whether `span` stands above the first article, as a page's ticker does."""
        return bisect_right(self.starts, span.start) == 0


def parts(document: Document) -> Parts:
    """The parts of `document`."""
    return Parts(document.name, tuple(article.span.start for article in document.articles))
