"""A decoded file into a document: its articles, its ticker, the page's date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from itertools import accumulate, pairwise

from etl.model import Article, Block, DateBasis, Document, Period, Span, TickerLine
from etl.read.dates import date_here, lead_date, only_date
from etl.read.front import Front, front
from etl.read.layout import blocks
from etl.read.lines import Line, lines
from etl.read.page import front_of, text_of, without_menus
from etl.read.pieces import pieces
from etl.read.ticker import ticker_line
from etl.read.titles import PAGE, begins_article, with_titles

# A title made from the first words of an article that has none is cut here.
LONGEST_MADE_TITLE = 80


@dataclass(frozen=True, slots=True)
class File:
    """Where a text came from."""

    name: str  # without its ending
    path: str
    sha256: str


def document_from_text(text: str, name: str = "text") -> Document:
    """`text` as if it had been read from a file called `name`.

    Raises ReadError where front matter cannot be read. An article without a title is called by its first
    words.
    """
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return document(text, File(name, name, digest))


def document(text: str, file: File) -> Document:
    """All that `text` holds, told apart. Front matter with a title says that the file is one article."""
    head = front(text)
    found = with_titles(text, _blocks(text, head), one_article=head.title is not None)
    return _document(text, file, head, found)


def document_of_page(page: str, file: File) -> Document:
    """The same for a saved web page. Its text is the page with spaces where no words are."""
    text, head = text_of(page), front_of(page)
    return _document(text, file, head, with_titles(text, without_menus(_blocks(text, head))))


def _blocks(text: str, head: Front) -> list[Block]:
    return blocks(pieces(text, lines(text, head.end)))


def _document(text: str, file: File, head: Front, found: list[Block]) -> Document:
    day, day_span = _page_date(text, found)
    return Document(
        file.name,
        file.path,
        text,
        file.sha256,
        _articles(text, found, head, file),
        _ticker(lines(text, head.end)),
        day,
        day_span,
    )


def _ticker(page: list[Line]) -> tuple[TickerLine, ...]:
    return tuple(rate for line in page if (rate := ticker_line(line)))


def _page_date(text: str, found: list[Block]) -> tuple[date | None, Span | None]:
    """The day of the page. Of two different days neither is taken; only the place of the first is given."""
    spans = [block.span for block in found if block.role == "date_line"]
    days = {only_date(span.of(text)) for span in spans}
    return (days.pop() if len(days) == 1 else None), (spans[0] if spans else None)


def _articles(text: str, found: list[Block], head: Front, file: File) -> tuple[Article, ...]:
    starts = [
        at for at, block in enumerate(found) if begins_article(text, found[at - 1] if at else None, block)
    ]
    first = next((at for at, block in enumerate(found) if block.role not in PAGE), len(found))
    edges = sorted({first, *(_with_date_above(found, at) for at in starts), len(found)})
    groups = [[b for b in found[a:z] if b.role not in PAGE] for a, z in pairwise(edges)]
    made = [_article(text, group, head, (file.name, n)) for n, group in enumerate(groups, 1) if group]
    return tuple(accumulate(made, _dated_by))


def _dated_by(before: Article, article: Article) -> Article:
    """A wire's lead without a title of its own goes on under the date of the text above it."""
    titled = any(block.role == "title" for block in article.blocks)
    if titled or article.published or before.published_basis != "dateline":
        return article
    return replace(article, published=before.published, published_basis=before.published_basis)


def _with_date_above(found: list[Block], start: int) -> int:
    """Where the article that starts at `start` really does: a date right above its title is its own."""
    dated = found[start].role == "title" and start > 0 and found[start - 1].role == "dateline"
    under_title = start > 1 and found[start - 2].role in ("title", "heading")
    return start - 1 if dated and not under_title else start


def _article(text: str, found: list[Block], head: Front, called: tuple[str, int]) -> Article:
    """Its date comes from the front matter, else from its own dateline; never from the page."""
    head_line = next((block for block in found if block.role != "dateline"), found[0])
    title = " ".join(head_line.span.of(text).split()) if head_line.role == "title" else None
    published, basis = head.published, head.basis
    if published is None:
        published, basis = _dateline(text, found)
    return Article(
        called[0],
        called[1],
        (head.title if called[1] == 1 else None) or title or _first_words(text, head_line.span),
        Span(found[0].span.start, found[-1].span.end),
        tuple(found),
        published,
        basis,
        head.publisher,
        head.url,
        head.sources,
    )


def _dateline(text: str, found: list[Block]) -> tuple[Period | None, DateBasis | None]:
    """The date in the line under the title, or in the lead of the first paragraph."""
    for block in found[:3]:
        words = block.span.of(text)
        here = lead_date(words) or (date_here(words) if block.role == "dateline" else None)
        if block.role in ("dateline", "paragraph") and here:
            return here.period, "dateline"
        if block.role == "paragraph":
            break
    return None, None


def _first_words(text: str, span: Span) -> str:
    words = " ".join(span.of(text)[: LONGEST_MADE_TITLE * 2].split())
    if len(words) <= LONGEST_MADE_TITLE:
        return words
    return words[: LONGEST_MADE_TITLE + 1].rsplit(" ", 1)[0] + " …"
