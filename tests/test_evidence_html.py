"""An article is shown with its marks at their characters, and nothing in its text is ever markup."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.highlight import Highlight, article_html, marked
from dashboard.passages import passages

OUR_TAGS = {"h2", "h3", "p", "ul", "li", "mark", "sup", "a"}
OUR_ATTRIBUTES = {"class", "title", "id", "href", "target"}
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</mark><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "{source} ${value} %(quote)s",
    "@@=SUM(A1:A9)",
    "&lt;b&gt; &amp; &#60;",
    "**bold** [link](javascript:alert(1)) $x$ :red[x]",
]

texts = st.text(alphabet=st.sampled_from(list("ab 12%.,\n#-•|<>&\"'{}é中")), max_size=60)


class Reader(HTMLParser):
    """What a browser would make of it: the tags, the words, and the words inside marks."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.words = ""
        self.inside_marks = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "sup" not in self.open:
            self.words += data
            self.inside_marks += data if "mark" in self.open else ""


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Highlight]]:
    text = draw(texts)
    edges = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=4))
    return text, [Highlight(min(e), max(e), "m", "label", number="7") for e in edges if e[0] != e[1]]


@given(marked_texts())
def test_every_character_comes_out_once_and_in_order(case: tuple[str, list[Highlight]]) -> None:
    text, marks = case
    assert Reader(marked(text, 0, len(text), marks)).words == text


@given(marked_texts())
def test_exactly_the_marked_characters_stand_in_marks(case: tuple[str, list[Highlight]]) -> None:
    text, marks = case
    covered = [any(mark.start <= place < mark.end for mark in marks) for place in range(len(text))]
    expected = "".join(letter for letter, inside in zip(text, covered, strict=True) if inside)
    assert Reader(marked(text, 0, len(text), marks)).inside_marks == expected


@given(marked_texts())
def test_no_text_brings_a_tag_or_an_attribute_of_its_own(case: tuple[str, list[Highlight]]) -> None:
    text, marks = case
    page = Reader(article_html(text, 0, len(text), marks))
    assert page.tags <= OUR_TAGS
    assert page.attributes <= OUR_ATTRIBUTES
    assert page.open == []


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_shown_as_text(hostile: str) -> None:
    article = f"A title\n\nBefore {hostile} after."
    mark = Highlight(
        9, 15, hostile, hostile, number=hostile, href=f"/evidence?claim={hostile}", anchor=hostile
    )
    page = Reader(article_html(article, 0, len(article), [mark]))
    assert hostile in page.words
    assert page.tags <= OUR_TAGS
    assert page.attributes <= OUR_ATTRIBUTES


@given(texts)
def test_passages_stand_in_order_and_never_overlap(text: str) -> None:
    found = passages(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(p.start < p.end for p in found)


def test_a_passage_of_a_later_article_keeps_its_place_in_the_file() -> None:
    text = "Ticker\n\n  First title\n\nFirst words.\n"
    found = passages(text, 8, len(text))
    assert [text[p.start : p.end] for p in found] == ["First title", "First words."]
    assert [p.role for p in found] == ["title", "paragraph"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Waste plants", "heading"),
        ("## Waste plants of Osh.", "heading"),
        ("Two plants open in spring.", "paragraph"),
        ("“We need more water,” he said.", "paragraph"),
        ("The list:", "paragraph"),
        ("- 45,000 tons of iron", "item"),
        ("• KGS/USD = 0.01144 0%", "item"),
        ("2. Irrigation", "item"),
        ("2. 5 million trees were planted.", "paragraph"),
        ("| Osh | 1,000 |", "row"),
        ("1,000", "paragraph"),
        ("Kostanai, Sept. 10, 2024", "paragraph"),
        ("Astana, 24 December 2025", "paragraph"),
        ("Irrigation until 2030", "heading"),
    ],
)
def test_a_line_is_set_by_its_form(line: str, role: str) -> None:
    assert passages(f"Title\n\n{line}\n")[1].role == role


def test_a_mark_is_numbered_once_where_it_ends() -> None:
    page = marked("from 13.4 % to 17.4 %", 0, 21, [Highlight(5, 11, "a", "one", number="1")])
    assert page == 'from <mark class="a" title="one">13.4 %<sup>1</sup></mark> to 17.4 %'


def test_a_mark_over_two_passages_is_closed_in_each() -> None:
    text = "Title\n\nIt was 5\n\nmillion of them."
    page = Reader(article_html(text, 0, len(text), [Highlight(14, 24, "a", "one")]))
    assert page.inside_marks == "5million"
