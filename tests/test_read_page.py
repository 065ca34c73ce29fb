"""A saved web page: its words where they stand in the file, its furniture left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from etl.model import Document
from etl.read import UnreadFile, read_paths
from etl.read.page import text_of
from etl.read.problem import ReadError

PAGE = """<!doctype html>
<html><head><title>Wheat Sown | The Gazette</title>
<meta property="og:site_name" content="The Gazette &amp; Sons"/>
<meta property="article:published_time" content="2025-03-04T08:00:00+05:00">
<style>p { color: red } /* 12 % */</style>
<script>var rate = "5 %"; if (1 > 0) { document.write("<p>no</p>") }</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li>500 articles</li></ul></nav>
<ul><li>KGS/USD = 0.01144 0%</li><li>UZS/USD = 0.00008 -0%</li></ul>
<div>08 December 2025</div>
<div>Subscribe now for $5</div>
<h1 class="a > b">Wheat
  Sown</h1>
<p>Farmers sowed <b>690,000</b>&nbsp;hectares.<!-- 7 % -->
It is a record.</p>
<h2>By province</h2>
<ul><li><p>Ahal &amp; Mary: 745,000 tons</p></li>
<li>Lebap: 310,000 tons</li></ul>
<table><tr><th>Province</th><th>Tons</th></tr><tr><td>Balkan</td><td>80,000</td></tr></table>
<aside>Read also: 10 facts</aside><footer>© 2025</footer></body></html>
"""


def read(page: str, folder: Path) -> Document:
    path = folder / "page.html"
    path.write_text(page, "utf-8")
    (document,) = read_paths([path])
    assert isinstance(document, Document)
    return document


def words(document: Document) -> list[tuple[str, str]]:
    (article,) = document.articles
    return [(block.role, " ".join(block.span.of(document.text).split())) for block in article.blocks]


def test_a_page_gives_its_article_without_menus_scripts_and_notes(tmp_path: Path) -> None:
    assert [article.title for article in read(PAGE, tmp_path).articles] == ["Wheat Sown"]
    assert words(read(PAGE, tmp_path)) == [
        ("title", "Wheat Sown"),
        ("paragraph", "Farmers sowed 690,000 hectares. It is a record."),
        ("heading", "By province"),
        ("item", "Ahal & Mary: 745,000 tons"),
        ("item", "Lebap: 310,000 tons"),
        ("table_row", "Province| Tons|"),
        ("table_row", "Balkan| 80,000|"),
    ]


def test_every_number_stands_where_the_file_has_it(tmp_path: Path) -> None:
    document = read(PAGE, tmp_path)
    assert len(document.text) == len(PAGE)
    for number in ("690,000", "745,000 tons", "80,000"):
        assert document.text.index(number) == PAGE.index(number)


def test_a_page_says_when_it_was_published_and_by_whom(tmp_path: Path) -> None:
    document = read(PAGE, tmp_path)
    (article,) = document.articles
    assert article.published is not None
    assert (article.published.label, article.published_basis) == ("2025-03-04", "front_matter")
    assert article.publisher == "The Gazette & Sons"
    assert document.page_date == date(2025, 12, 8)
    assert [line.value_text for line in document.ticker] == ["0.01144", "0.00008"]


def test_the_head_gives_the_title_of_a_page_that_has_no_other(tmp_path: Path) -> None:
    page = (
        "<html><head><title>Wheat &amp; Cotton</title></head><body><p>Farmers sowed wheat.</p></body></html>"
    )
    document = read(page, tmp_path)
    assert [role for role, _ in words(document)] == ["title", "paragraph"]


def test_a_page_without_words_says_so(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html><script>var a = 1</script><body><img></body></html>", "utf-8")
    (unread,) = read_paths([tmp_path])
    assert isinstance(unread, UnreadFile)
    assert (
        unread.sentence
        == f"{tmp_path / 'page.html'} is a page without text. Save it again when it shows the article."
    )


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<li>", "<h1>", "<b", ">", "&nbsp;", "&#8217;", "a 5 % b", "<!--", "\r\n", "<td>"]
        )
    )
)
def test_a_page_of_any_tags_keeps_its_length(parts: list[str]) -> None:
    page = "".join(parts)
    try:
        assert len(text_of(page)) == len(page)
    except ReadError:
        assert "5" not in page or "<" in page
